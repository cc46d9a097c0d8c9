"""Arranging figures in the window: said, kept or let go, and silent while somebody predicts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton

from hinge_tutor.app.differing import MOST_CHARACTERS, caption_in_words, difference_in_words
from hinge_tutor.app.session import Session
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.words import words
from hinge_tutor.motion.shared_clock import SYNCS
from hinge_tutor.stage.arrangement import OVERLAY
from hinge_tutor.stage.roll import roll
from hinge_tutor.stage.shapes import Label, Plate

from .conftest import settle
from .test_keys import press

COMMANDS = (
    *("view", "swap", "solo", "mirror", "sync", "difference", "signed"),
    *("view_stacked", "view_overlay", "view_side_by_side", "sync_turn", "sync_time", "sync_phase"),
)


def pair(session: Session) -> None:
    """To a build of two figures that tells what differs."""
    for spot in session.route.spots:
        stage = session.route.build(spot).stage
        if stage.difference and len(stage.movements) == 2:
            session.go(spot)
            return
    raise AssertionError("the lesson compares two figures")


def asking(session: Session) -> None:
    """To a build of several figures that waits for a guess."""
    for spot in session.route.spots:
        build = session.route.build(spot)
        if build.question is not None and len(build.stage.movements) > 1:
            session.go(spot)
            assert session.pending
            return
    raise AssertionError("the lesson asks about several figures")


def texts(window: Window, name: str) -> list[str]:
    picture = window.learn.stage.painted
    assert picture is not None
    return [shape.text for shape in picture.named(name) if isinstance(shape, Label)]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_did_and_leaves_the_moment(window: Window, command: str) -> None:
    session = window.session
    pair(session)
    session.timeline.stand_at(0.5 * session.timeline.clock.duration_s)
    before_s = session.clock.own_times(session.timeline.fraction)[0]
    window.commands.run(command)
    settle()
    assert session.notice
    assert "%1" not in session.notice
    assert session.clock.own_times(session.timeline.fraction)[0] == pytest.approx(before_s)
    assert window.learn.stage.failure is None


def test_keys_show_the_difference_and_one_figure_alone(window: Window) -> None:
    session = window.session
    pair(session)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    press(window, "x")
    assert not session.arrangement.difference
    press(window, Qt.Key.Key_M, both)
    assert session.arrangement.signed
    window.commands.run("view_overlay")
    press(window, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert session.arrangement.opacity == pytest.approx(0.6)
    press(window, Qt.Key.Key_S, both)
    assert session.shown == (0,)


def test_switches_show_whether_they_are_on(window: Window) -> None:
    pair(window.session)
    for id_ in ("mirror", "signed", "solo", "view_overlay", "sync_time"):
        (command,) = (each for each in window.commands.all if each.id == id_)
        assert command.checked is not None
        assert not command.checked()
        if command.possible():
            command.run()
            assert command.checked()


@pytest.mark.parametrize("sync", SYNCS)
def test_the_phase_bar_ends_where_the_clock_does(window: Window, sync: str) -> None:
    session = window.session
    pair(session)
    window.commands.run(f"sync_{sync}")
    settle()
    assert session.timeline.clock.duration_s == pytest.approx(session.clock.duration_s)
    assert session.timeline.spans[-1].to_s == pytest.approx(session.clock.duration_s)
    session.timeline.stand_deepest()
    turns = [each.take.turn_s for each in session.repetitions]
    own = session.clock.own_times(session.timeline.fraction)
    assert own[0] == pytest.approx(turns[0])
    if sync == "turn":
        assert own == pytest.approx(turns)


def test_how_one_watches_is_kept_and_who_is_shown_is_not(window: Window) -> None:
    session = window.session
    pair(session)
    for command in ("view", "mirror", "swap", "solo"):
        window.commands.run(command)
    session.go(session.route.after(session.spot))
    arranged = session.options.arrangement
    assert (arranged.view, arranged.mirrored) == ("stacked", True)
    assert session.shown == tuple(range(len(session.figures)))
    session.reset_step()
    assert not session.options.arrangement.mirrored


def test_nothing_about_a_difference_is_shown_while_somebody_predicts(window: Window) -> None:
    session = window.session
    asking(session)
    told = replace(session.options.arrangement, view=OVERLAY, difference=True, signed=True)
    session.arrange(told, "")
    settle()
    picture = window.learn.stage.painted
    assert picture is not None
    assert picture.named("contour") == picture.named("ghost") == ()
    for id_ in ("difference", "signed", "solo", "view_overlay"):
        (command,) = (each for each in window.commands.all if each.id == id_)
        assert not command.possible()
    for _ in range(3):
        window.commands.run("view")
        assert session.arrangement.view != OVERLAY
    assert not session.arrangement.signed
    assert caption_in_words(session) == session.fill(session.build.prompt)


def test_a_solo_names_its_parts_by_their_own_figure(window: Window) -> None:
    session = window.session
    pair(session)
    window.commands.run("solo")
    window.commands.run("solo")
    settle()
    assert session.shown == (1,)
    picture = window.learn.stage.painted
    assert picture is not None
    assert {spot.figure for spot in picture.hotspots} == {1}
    second = session.repetitions[1].take.movement.id
    assert texts(window, "title") == [session.words.movement(second)]
    assert session.words.movement(second) in window.learn.stage.accessibleName()
    window.learn.stage.setFocus()
    window.commands.run("next_part")
    assert session.notice


def test_the_pair_of_a_lesson_shows_its_difference_and_x_takes_it_away(window: Window) -> None:
    session = window.session
    pair(session)
    session.timeline.stand_deepest()
    settle()
    picture = window.learn.stage.painted
    assert picture is not None
    assert picture.named("ghost")
    assert [shape for shape in picture.shapes if shape.name.startswith("arrow.")]
    window.commands.run("difference")
    settle()
    gone = window.learn.stage.painted
    assert gone is not None
    assert gone.named("ghost") == ()
    window.commands.run("difference")
    assert session.notice == difference_in_words(session)
    assert session.notice.startswith("The only difference: ")


def test_an_audience_reads_the_difference_in_one_caption(window: Window) -> None:
    session = window.session
    pair(session)
    window.present(False)
    settle()
    said = caption_in_words(session)
    assert 0 < len(said) <= MOST_CHARACTERS
    assert "difference" in said
    shown = [label.text() for label in window.audience.findChildren(QLabel)]
    assert said in shown


def test_the_roll_has_a_button_for_the_difference_of_efforts(window: Window) -> None:
    session = window.session
    pair(session)
    session.set_options(session.options.switched("muscles"))
    settle()
    pane = window.learn.roll
    (button,) = pane.findChildren(QToolButton)
    assert button.isVisible()
    assert button.accessibleName() == "Difference of efforts"
    button.click()
    settle()
    assert session.arrangement.signed
    assert button.isChecked()
    assert "Difference" in pane.accessibleName()
    button.click()
    settle()
    assert not session.arrangement.signed


def test_a_slider_turns_the_opacity_while_figures_lie_over_each_other(window: Window) -> None:
    session = window.session
    pair(session)
    slider = window.learn.stage.findChild(QSlider)
    assert isinstance(slider, QSlider)
    assert not slider.isVisible()
    window.commands.run("view_overlay")
    settle()
    assert slider.isVisible()
    assert slider.accessibleName()
    assert slider.value() == 5
    slider.setValue(8)
    settle()
    assert session.arrangement.opacity == pytest.approx(0.8)
    window.commands.run("less_opacity")
    assert slider.value() == 7
    window.commands.run("view_stacked")
    assert not slider.isVisible()


def test_the_slider_keeps_off_the_legend(window: Window) -> None:
    session, stage = window.session, window.learn.stage
    pair(session)
    slider = stage.findChild(QSlider)
    assert isinstance(slider, QSlider)
    window.commands.run("view_overlay")
    for layers in ({"muscles", "legend"}, {"legend", "muscles", "labels", "forces", "balance"}):
        session.set_options(replace(session.options, layers=frozenset(layers)))
        settle()
        shown = stage.painted
        assert shown is not None
        assert shown.still is not None
        top = stage.height() * (1.0 - shown.still.top / shown.height)
        assert slider.mapTo(stage, slider.rect().bottomLeft()).y() <= top
    session.set_options(replace(session.options, layers=frozenset({"muscles"})))
    settle()
    assert slider.mapTo(stage, slider.rect().bottomLeft()).y() > stage.height() - 20


def test_a_figure_alone_leaves_one_strip_in_a_lane(window: Window) -> None:
    session = window.session
    pair(session)
    window.commands.run("solo")
    settle()
    made = roll(session.repetitions, 900, 200, words("en"), arrangement=session.options.arrangement)
    strips = made.picture.named("strip.glutes")
    rows = {round(shape.y, 3) for shape in strips if isinstance(shape, Plate)}
    assert len(rows) == 1


def test_a_dial_turns_while_figures_are_arranged(window: Window) -> None:
    session = window.session
    pair(session)
    for command in ("view_overlay", "sync_time", "mirror"):
        window.commands.run(command)
    if session.dial is not None:
        session.turn_dial(session.dial.switched())
    settle()
    assert session.arrangement.view == OVERLAY
    assert window.learn.stage.failure is None
    assert session.timeline.clock.duration_s == pytest.approx(session.clock.duration_s)
