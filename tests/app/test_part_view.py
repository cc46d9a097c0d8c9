"""A muscle is shown alone, its card tells everything of it, and closing leaves no trace."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from hinge_tutor.app.part_words import now_in_words, source_in_words
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.mechanics.levers import levers
from hinge_tutor.stage.scene import own_times
from hinge_tutor.stage.shapes import Curve, Label, Strokes

from .conftest import Opened, settle

NONE = Qt.KeyboardModifier.NoModifier


def at_turn(window: Window) -> None:
    """Three figures, no question open, the deepest moment."""
    session = window.session
    session.go(Spot(0, 2, 1))
    assert len(session.repetitions) == 3
    assert not session.pending
    session.timeline.stand_deepest()
    settle()


def picked(window: Window) -> tuple[str, int] | None:
    """The part that is picked now."""
    return window.inspector.picked


def painted(window: Window) -> dict[str, Curve]:
    """The outlines of the first figure's muscles, as they were painted last."""
    settle()
    picture = window.learn.stage.painted
    assert picture is not None
    found = [s for s in picture.shapes if isinstance(s, Curve) and s.name.startswith("muscle.")]
    return {shape.name: shape for shape in reversed(found)}


def test_a_muscle_is_shown_alone_and_the_others_say_nothing(window: Window) -> None:
    at_turn(window)
    before = window.session.options
    assert not before.shows("muscles")
    window.inspector.pick("hamstrings", 0)
    outlines = painted(window)
    assert outlines["muscle.hamstrings"].fill.startswith("muscle.")
    others = {name: shape for name, shape in outlines.items() if name != "muscle.hamstrings"}
    assert len(others) > 5
    assert {shape.fill for shape in others.values()} == {"skin"}
    picture = window.learn.stage.painted
    assert picture is not None
    patterns = {s.name for s in picture.shapes if isinstance(s, Strokes) and "pattern." in s.name}
    assert patterns <= {"pattern.hamstrings"}
    window.close_innermost()
    assert window.session.options == before
    assert not window.learn.dock.part.isVisible()


def test_layers_that_were_chosen_in_the_meantime_stay(window: Window) -> None:
    at_turn(window)
    session = window.session
    window.inspector.pick("glutes", 1)
    session.set_options(replace(session.options, layers=frozenset({"muscles", "bones"})))
    window.inspector.close()
    assert session.options.layers == {"muscles", "bones"}
    assert session.options.solo is None


def test_from_muscle_to_muscle_and_to_a_joint(window: Window) -> None:
    at_turn(window)
    session, before = window.session, window.session.options
    window.inspector.pick("glutes", 1)
    window.inspector.pick("calf", 1)
    assert (session.options.highlight, session.options.solo) == ("calf", "calf")
    window.inspector.pick("knee", 1)
    assert (session.options.highlight, session.options.solo) == ("knee", None)
    assert not session.options.shows("muscles")
    window.inspector.close()
    assert session.options == before


def test_the_card_tells_the_numbers_of_the_moment(window: Window) -> None:
    at_turn(window)
    window.inspector.pick("hamstrings", 0)
    settle()
    session, card = window.session, window.learn.dock.part
    drawn = card.current()
    assert drawn is not None
    repetition = session.repetitions[0]
    time_s = own_times(session.repetitions, session.timeline.fraction)[0]
    said = now_in_words(repetition, session.words, "hamstrings", time_s)
    lines = [s.text for s in drawn.now(said).shapes if isinstance(s, Label)]
    assert " ".join(lines) == " ".join(said)
    index = repetition.take.index_at(time_s)
    rows = levers(repetition.take, "near")["hamstrings"]
    assert f"{100 * rows['hip'][index]:.1f}\u00a0cm at the hip, opening it" in " ".join(said)
    assert f"{-100 * rows['knee'][index]:.1f}\u00a0cm at the knee, bending it" in " ".join(said)
    effort = repetition.efforts
    column = effort.groups.index("hamstrings_near")
    t = session.timeline.fraction
    panel = drawn.plot.panels[0]
    assert panel.at(0, t) == pytest.approx(100 * effort.effort[index, column], abs=0.3)
    told = {s.text for s in drawn.picture.shapes if isinstance(s, Label)}
    assert session.words.muscle("hamstrings") in told


def test_the_card_is_heard(window: Window) -> None:
    at_turn(window)
    window.inspector.pick("quadriceps", 1)
    settle()
    card, words = window.learn.dock.part, window.session.words
    face = QAccessible.queryAccessibleInterface(card)
    assert face.role() == QAccessible.Role.Graphic
    assert face.text(QAccessible.Text.Name) == words.muscle("quadriceps")
    described = face.text(QAccessible.Text.Description)
    assert described == f"{card.sentence()} {source_in_words(words, 'quadriceps')}"
    assert "Muscle data: Rajagopal 2016" in described
    window.session.timeline.stand_at(0.0)
    assert face.text(QAccessible.Text.Description) != described


def test_an_open_question_is_not_answered(window: Window) -> None:
    session = window.session
    spot = next(s for s in session.route.spots if _asks(window, s))
    session.go(spot)
    session.timeline.stand_deepest()
    settle()
    before = session.options.layers
    window.inspector.pick("hamstrings", 0)
    settle()
    assert not window.learn.dock.part.isVisible()
    assert session.options.solo is None
    assert session.options.layers == before
    assert "%" not in session.notice
    assert session.words.muscle_job("hamstrings") in session.notice


def _asks(window: Window, spot: Spot) -> bool:
    window.session.go(spot)
    return window.session.pending and bool(window.session.repetitions)


def test_the_button_and_escape_close_it(window: Window) -> None:
    at_turn(window)
    for close in (
        window.close_innermost,
        window.learn.dock.part.findChildren(QToolButton)[0].click,
    ):
        window.inspector.pick("glutes", 0)
        settle()
        assert window.learn.dock.part.isVisible()
        close()
        settle()
        assert not window.learn.dock.part.isVisible()
        assert picked(window) is None


def test_a_name_in_the_roll_shows_that_muscle_and_a_strip_seeks(window: Window) -> None:
    at_turn(window)
    session, roll = window.session, window.learn.roll
    session.set_options(replace(session.options, layers=frozenset({"muscles"})))
    settle()
    window.grab()
    assert roll.isVisible()
    made = roll._roll
    assert made is not None
    (lane,) = (s for s in made.picture.named("quadriceps") if isinstance(s, Label))
    y = roll._room().bottom() - round(lane.y)
    x = round(roll._left + lane.x) + 12
    fraction = session.timeline.fraction
    QTest.mouseClick(roll, Qt.MouseButton.LeftButton, NONE, QPoint(x, y))
    assert picked(window) == ("quadriceps", 0)
    assert session.timeline.fraction == fraction
    settle()
    window.inspector.pick_muscle("quadriceps")
    assert picked(window) is None
    settle()
    QTest.mouseClick(roll, Qt.MouseButton.LeftButton, NONE, QPoint(roll.width() - 240, y))
    assert session.timeline.fraction != fraction
    assert picked(window) is None


def test_another_build_lets_go_and_another_answer_does_not(window: Window) -> None:
    at_turn(window)
    window.inspector.pick("glutes", 0)
    window.session.step_changed.emit()
    assert picked(window) == ("glutes", 0)
    window.commands.run("next")
    assert picked(window) is None
    assert window.session.options.solo is None
    settle()
    assert not window.learn.dock.part.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_card_fits_or_stays_away(opened: Opened, percent: int) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=percent))
    at_turn(window)
    window.inspector.pick("back_extensors", 2)
    settle()
    card, learn = window.learn.dock.part, window.learn
    assert card.isVisible() == (percent == 100)
    bottom = learn.transport.mapTo(window, QPoint(0, learn.transport.height())).y()
    if card.isVisible():
        assert card.mapTo(window, QPoint(0, 0)).y() >= bottom
        assert card.mapTo(window, QPoint(0, card.height())).y() <= window.height()
    else:
        assert window.session.notice
    assert learn.stage.height() >= 0.25 * window.height()
