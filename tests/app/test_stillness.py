"""Where motion is not wanted, the same comes as key poses, and nothing moves by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from hinge_tutor.app.moments import key_moments
from hinge_tutor.app.motion_preference import system_prefers_stillness
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window

from .conftest import Hands, Opened, settle

STILL = Settings(health_note_read=True, reduced_motion=True)
# As often as a slow computer paints, s.
BEAT_S = 0.09


def seen_while_it_plays(window: Window, hands: Hands, most_s: float) -> set[float]:
    """Every moment that is shown until it stands, or for so long."""
    timeline = window.session.timeline
    found = {timeline.time_s}
    for _ in range(round(most_s / BEAT_S)):
        if not timeline.clock.playing:
            break
        hands.seconds += BEAT_S
        timeline.beat()
        found.add(timeline.time_s)
    return found


def test_every_build_shows_key_poses_only_and_all_of_them(opened: Opened, hands: Hands) -> None:
    window = opened(settings=STILL)
    session = window.session
    played = 0
    for spot in session.route.spots:
        session.go(spot)
        timeline = session.timeline
        if not timeline.clock.playing:
            continue
        played += 1
        clock = timeline.clock
        poses = key_moments(timeline.spans)
        long_s = 2 * clock.duration_s / clock.speed
        seen = seen_while_it_plays(window, hands, long_s)
        # A film may stand where it stops, begins and ends.
        rests = [*poses, clock.time_s, 0.0, clock.duration_s]
        rests += [clock.stop_s] if clock.stop_s is not None else []
        assert [t for t in seen if all(abs(t - rest) > 1e-6 for rest in rests)] == [], spot
        if clock.loop is not None:
            # A loop begins anew where its last pose would be.
            assert [p for p in poses[:-1] if all(abs(p - t) > 1e-6 for t in seen)] == [], spot
        timeline.play(False)
    assert played > 5


def test_next_leads_through_the_lesson_as_with_motion(opened: Opened) -> None:
    places = []
    for settings in (replace(STILL, reduced_motion=False), STILL):
        window = opened(settings=settings)
        session, went = window.session, []
        for _ in range(200):
            if session.finished:
                break
            went.append((session.spot, session.page_ahead))
            window.commands.run("next")
            session.timeline.play(False)
        assert session.finished
        places.append(went)
    assert places[0] == places[1]


def test_it_holds_from_the_moment_it_is_chosen(window: Window, hands: Hands) -> None:
    session = window.session
    build = next(s for s in session.route.spots if session.route.build(s).stage.play == "loop")
    session.go(build)
    session.timeline.play()
    poses = key_moments(session.timeline.spans)
    hands.seconds += BEAT_S
    session.timeline.beat()
    assert session.timeline.time_s not in poses
    session.change_settings(replace(session.settings, reduced_motion=True))
    assert session.timeline.time_s in poses
    session.change_settings(replace(session.settings, reduced_motion=False))
    hands.seconds += BEAT_S
    session.timeline.beat()
    assert session.timeline.time_s not in poses
    session.timeline.play(False)


def test_whoever_moves_along_gets_stills_with_the_count(opened: Opened, hands: Hands) -> None:
    window = opened(settings=STILL)
    session = window.session
    route = session.route
    session.go(next(s for s in route.spots if route.build(s).practice is not None))
    settle()
    practicing = window.learn.tempo.practicing
    practicing.start()
    counted, poses = set(), key_moments(session.timeline.spans)
    for _ in range(2000):
        if practicing.ended:
            break
        hands.seconds += BEAT_S
        session.timeline.beat()
        counted.add((practicing.number, practicing.seconds_left))
        assert practicing.pulse == 0.0
        if session.timeline.clock.playing:
            assert min(abs(session.timeline.time_s - pose) for pose in poses) < 1e-6
    assert practicing.ended
    assert {number for number, _ in counted} == set(range(1, practicing.count + 1))
    assert len(counted) > practicing.count


@pytest.mark.parametrize(("answer", "still"), [("ReducedMotion", True), ("NoPreference", False)])
def test_whoever_asked_the_system_for_stillness_begins_with_it(
    monkeypatch: pytest.MonkeyPatch, answer: str, still: bool
) -> None:
    class Hints:
        def accessibility(self) -> Hints:
            return self

        def motionPreference(self) -> str:
            return answer

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert system_prefers_stillness() == still
