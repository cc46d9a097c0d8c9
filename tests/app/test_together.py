"""Figures of one build move together: the same phase, and as far through it, at every moment."""

from __future__ import annotations

import pytest

from hinge_tutor.app.session import Session
from hinge_tutor.stage import scene

MOMENTS = 97


def test_every_figure_of_a_build_is_in_the_phase_that_the_bar_shows(session: Session) -> None:
    compared = 0
    for spot in session.route.spots:
        session.go(spot)
        takes = [each.take for each in session.repetitions]
        if len(takes) < 2:
            continue
        leader = takes[0]
        for moment in range(1, MOMENTS):
            fraction = moment / MOMENTS
            now = fraction * leader.duration_s
            span = next(s for s in leader.spans if now <= s.to_s)
            through = (now - span.from_s) / (span.to_s - span.from_s)
            own_times = scene.own_times(session.repetitions, fraction)
            for take, own in zip(takes, own_times, strict=True):
                mine = next((s for s in take.spans if s.phase == span.phase), None)
                if mine is not None:
                    there = mine.from_s + through * (mine.to_s - mine.from_s)
                    assert own == pytest.approx(there, abs=1e-6), (spot, take.movement.id, span)
                    compared += 1
                else:
                    ends = [s.to_s for s in take.spans if s.to_s <= own + 1e-6]
                    assert own == pytest.approx(max(ends), abs=1e-6), "it waits where it is"
    assert compared > 1000


def test_all_figures_are_deepest_when_the_bar_is_at_the_turn(session: Session) -> None:
    for spot in session.route.spots:
        session.go(spot)
        if session.timeline.held:
            # Somebody is to guess where it is.
            continue
        session.timeline.stand_deepest()
        own_times = scene.own_times(session.repetitions, session.timeline.fraction)
        for each, own in zip(session.repetitions, own_times, strict=True):
            assert own == pytest.approx(each.take.turn_s, abs=0.05), (spot, each.take.movement.id)
