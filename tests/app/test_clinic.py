"""The fault clinic in the window: who it is, what it is, what repairs it, and a friendly end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from hinge_tutor.app.clinic import ENDED, TOLD, WAITS, WHAT, WHICH, Clinic, Score
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.way_card import WayCard
from hinge_tutor.app.window import Window
from hinge_tutor.lessons.clinic import Round
from hinge_tutor.lessons.words import words
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.paint import placement
from hinge_tutor.stage.shapes import Label

from .conftest import Opened, settle

LESSON = Path(__file__).parent.parent / "lessons" / "good" / "repair.md"
SMALL = Path(__file__).parent.parent / "lessons" / "good" / "small.md"
Key = Qt.Key


@pytest.fixture
def window(opened_on: Opened) -> Window:
    return in_clinic(opened_on(LESSON))


def in_clinic(window: Window, seed: int = 3) -> Window:
    """The clinic with its first round, drawn by a seed."""
    window.learn.clinic.clinic.work._chance = Random(seed)
    window.commands.run("clinic")
    ready(window)
    window.session.timeline.play(False)
    return window


def clinic(window: Window) -> Clinic:
    return window.learn.clinic.clinic


def stage(window: Window) -> str:
    return clinic(window).stage


def in_its_place(window: Window) -> bool:
    return window.learn.shows_clinic


def works(window: Window) -> bool:
    return clinic(window).work.running


def ready(window: Window) -> None:
    """Lets the next round be made, as it is between frames."""
    clinic(window).work.finish()
    settle()


def asked(window: Window) -> Round:
    found = clinic(window).round
    assert found is not None
    return found


def press(window: Window, keys: str) -> None:
    QTest.keyClicks(QApplication.focusWidget() or window, keys)
    settle()


def titles(window: Window) -> str:
    window.learn.stage.repaint()
    assert window.learn.stage.painted is not None
    named = window.learn.stage.painted.named("title")
    return " ".join(shape.text for shape in named if isinstance(shape, Label))


def said(window: Window) -> list[str]:
    labels = window.learn.clinic.findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible() and label.text()]


def buttons(window: Window) -> list[str]:
    found = window.learn.clinic.findChildren(QPushButton)
    return [b.text() for b in found if b.isVisible() and b.text()]


def other(right: int, count: int) -> int:
    """Another choice than the right one, counting from 1."""
    return (right + 1) % count + 1


def test_a_command_of_the_lesson_menu_opens_it_and_esc_leads_back(opened_on: Opened) -> None:
    window = opened_on(LESSON)
    session = window.session
    session.go(session.route.find("repair", 3, 1))
    here = session.spot
    (command,) = (each for each in window.commands.all if each.id == "clinic")
    assert command.menu == "&Lesson"
    assert command.keys == ("Alt+C",)
    QTest.keyClick(window, Key.Key_C, Qt.KeyboardModifier.AltModifier)
    settle()
    assert in_its_place(window)
    assert not window.learn.lesson.isVisible()
    ready(window)
    assert session.plan.lettered
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_Escape)
    settle()
    assert not in_its_place(window)
    assert window.learn.lesson.isVisible()
    assert session.spot == here
    assert session.plan is session.build.stage


def test_a_round_goes_from_who_to_what_to_what_repairs_it(window: Window) -> None:
    session, round_ = window.session, asked(window)
    letters = "A B C"[: 2 * len(round_.casts) - 1]
    assert stage(window) == WHICH
    assert titles(window) == letters
    assert session.veiled
    press(window, str(round_.faulty + 1))
    assert stage(window) == WHAT
    assert titles(window) == letters, "which fault it is, is asked now"
    assert f"Yes. It is figure {'ABC'[round_.faulty]}." in said(window)
    assert [words().fault(fault) for fault in round_.choices] == [
        b.accessibleName() for b in window.learn.clinic.what.buttons
    ]
    press(window, str(round_.right + 1))
    assert stage(window) == TOLD
    fault = words().fault(round_.fault)
    assert fault.lower() in titles(window).lower()
    assert "findings" in session.options.layers
    told = " ".join(said(window))
    assert words().fault_sight(round_.fault) in told
    assert words().fault_cue(round_.fault) in told
    assert "figures found: 1 of 1 · faults named: 1 of 1" in told
    assert buttons(window) == ["Show it repaired", "Replay", "Next round", "Enough for today"]


def test_whoever_chose_another_hears_what_that_would_look_like(window: Window) -> None:
    round_ = asked(window)
    press(window, str(other(round_.faulty, len(round_.casts))))
    assert f"It is figure {'ABC'[round_.faulty]}." in said(window)
    chosen = other(round_.right, len(round_.choices))
    press(window, str(chosen))
    told = " ".join(said(window))
    assert words().fault_sight(round_.choices[chosen - 1]) in told
    assert words().fault_sight(round_.fault) in told
    assert clinic(window).score == Score(1, 0, 0)


def test_a_figure_is_picked_on_the_stage_but_a_fault_is_not(window: Window) -> None:
    picture, round_ = window.learn.stage, asked(window)

    def click(figure: int) -> None:
        picture.repaint()
        assert picture.painted is not None
        spot = next(s for s in picture.painted.hotspots if (s.name, s.figure) == ("knee", figure))
        scale, left, bottom = placement(picture.painted, picture.sheet())
        at = QPointF(left + spot.x * scale, bottom - spot.y * scale).toPoint()
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=at)
        settle()

    click(round_.faulty)
    assert clinic(window).figure == round_.faulty
    click(round_.faulty)
    assert stage(window) == WHAT
    assert clinic(window).fault is None


def test_buttons_answer_as_digits_do(window: Window) -> None:
    round_ = asked(window)
    QTest.mouseClick(window.learn.clinic.which.buttons[round_.faulty], Qt.MouseButton.LeftButton)
    settle()
    QTest.mouseClick(window.learn.clinic.what.buttons[round_.right], Qt.MouseButton.LeftButton)
    settle()
    assert clinic(window).score == Score(1, 1, 1)


def test_it_can_be_seen_repaired_beside_the_fault_on_the_same_person(window: Window) -> None:
    round_ = asked(window)
    for number in (round_.faulty, round_.right):
        press(window, str(number + 1))
    QTest.mouseClick(window.learn.clinic.beside, Qt.MouseButton.LeftButton)
    settle()
    right, wrong = window.session.repetitions
    assert right.take.body == wrong.take.body
    assert right.findings == ()
    assert wrong.findings
    assert window.session.timeline.clock.playing
    window.session.timeline.stand_at(1.0)
    QTest.mouseClick(window.learn.clinic.replay, Qt.MouseButton.LeftButton)
    assert window.session.timeline.clock.playing
    assert window.session.timeline.time_s == 0.0
    window.session.timeline.play(False)


def test_a_remote_goes_through_round_after_round_without_claiming_anything(
    window: Window,
) -> None:
    stages = []
    for _ in range(7):
        stages.append(stage(window))
        QTest.keyClick(QApplication.focusWidget() or window, Key.Key_PageDown)
        ready(window)
        window.session.timeline.play(False)
    assert stages == [WHICH, WHAT, TOLD, WHICH, WHAT, TOLD, WHICH]
    assert clinic(window).score == Score(2, 0, 0)
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_PageUp)
    assert stage(window) == WHAT, "there is no way back to a question that is told"


def test_no_two_rounds_are_alike_and_the_next_one_is_made_meanwhile(window: Window) -> None:
    seen = []
    for _ in range(6):
        seen.append(asked(window).casts)
        ready(window)
        assert clinic(window).work.ready is not None
        for _ in range(3):
            clinic(window).turn(True)
        window.session.timeline.play(False)
        assert stage(window) == WHICH, "nobody waits for a round that is ready"
    assert len(set(seen)) == len(seen)


def test_a_sitting_ends_kindly_and_another_one_may_begin(window: Window) -> None:
    round_ = asked(window)
    for number in (round_.faulty, round_.right):
        press(window, str(number + 1))
    QTest.mouseClick(window.learn.clinic.enough, Qt.MouseButton.LeftButton)
    settle()
    assert stage(window) == ENDED
    told = said(window)
    assert "You looked closely" in told
    assert any(text.startswith("Figures found: 1 of 1. Faults named: 1 of 1.") for text in told)
    assert buttons(window) == ["Another sitting", "Back to the lesson"]
    ready(window)
    QTest.mouseClick(window.learn.clinic.on, Qt.MouseButton.LeftButton)
    ready(window)
    assert clinic(window).score == Score()
    assert stage(window) == WHICH
    clinic(window).finish()
    settle()
    QTest.mouseClick(window.learn.clinic.back, Qt.MouseButton.LeftButton)
    assert not window.learn.shows_clinic
    assert window.session.guide is None


def test_what_would_tell_is_no_command_while_somebody_looks(window: Window) -> None:
    for now in (WHICH, WHAT):
        assert stage(window) == now
        for command in ("layer_findings", "difference", "more_fault", "try_fault", "sandbox"):
            window.commands.run(command)
            settle()
        window.describe()
        notice = window.session.notice
        assert "Figure A, " in notice
        for fault in asked(window).choices:
            assert words().fault(fault).lower() not in notice.lower()
            assert words().fault(fault).lower() not in titles(window).lower()
        assert window.learn.stage.painted is not None
        assert "findings" not in window.learn.stage.painted.layers()
        assert window.desk.top() is None
        assert not window.drawer.is_open
        clinic(window).turn(True)
        settle()


def test_rounds_are_made_between_frames_and_only_while_somebody_sees_them(
    opened_on: Opened,
) -> None:
    window = opened_on(LESSON)
    window.commands.run("clinic")
    assert stage(window) == WAITS
    assert "The next round is being made." in said(window)
    assert not clinic(window).can_turn(True)
    assert works(window)
    window.hide()
    settle()
    assert not works(window)
    window.show()
    settle()
    assert works(window)
    ready(window)
    clinic(window).work.finish()
    assert not works(window), "one round ahead is enough"
    window.close_innermost()
    window.session.timeline.play(False)
    timers = [t for t in window.findChildren(QTimer) if t.isActive()]
    window.backstage.doubts.finish()
    assert [t for t in timers if t.parent() is clinic(window).work] == []


def test_a_file_that_cannot_be_read_is_told_instead_of_a_round(
    opened_on: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_chance: Random) -> Iterator[None]:
        yield None
        raise AuthorErrors([AuthorError("faults.toml", 3, "a fault without its id")])

    monkeypatch.setattr("hinge_tutor.app.clinic_work.rounds", broken)
    window = opened_on(LESSON)
    window.commands.run("clinic")
    ready(window)
    assert any("faults.toml:3" in text for text in said(window))
    window.close_innermost()
    assert window.learn.lesson.isVisible()


def test_whoever_goes_to_a_step_has_left_the_clinic(window: Window) -> None:
    window.session.go(window.session.route.find("repair", 2, 1))
    settle()
    assert not window.learn.shows_clinic
    assert window.session.guide is None
    assert window.session.plan is window.session.build.stage
    window.session.timeline.play(False)


def test_a_presentation_shows_the_lesson_and_not_the_clinic(window: Window) -> None:
    window.present(False)
    settle()
    assert window.session.guide is None
    assert window.session.plan is window.session.build.stage


def offered(window: Window) -> bool:
    window.session.finish()
    settle()
    cards = window.learn.lesson.findChildren(WayCard)
    return any(card.isVisible() for card in cards)


def test_a_lesson_that_looks_for_faults_ends_on_the_way_into_it(opened_on: Opened) -> None:
    window = opened_on(LESSON)
    window.session.go(window.session.route.find("repair", 6, 1))
    settle()
    assert offered(window)
    (card,) = window.learn.lesson.findChildren(WayCard)
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    ready(window)
    assert window.learn.shows_clinic
    window.close_innermost()
    settle()
    assert window.session.finished, "back to the end of the lesson"
    assert card.isVisible()
    assert not offered(opened_on(SMALL))


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800)])
def test_what_is_asked_and_told_last_is_in_sight(
    opened_on: Opened, size: tuple[int, int], percent: int
) -> None:
    settings = Settings(health_note_read=True, text_percent=percent)
    window = in_clinic(opened_on(LESSON, size, settings))
    pane, round_ = window.learn.clinic, asked(window)
    clinic(window).choose(round_.faulty + 1)
    settle()
    last = pane.what.buttons[-1]
    assert last.visibleRegion().boundingRect().height() == last.height()
    clinic(window).choose(round_.right + 1)
    settle()
    for button in (pane.beside, pane.replay, pane.on, pane.enough):
        assert button.visibleRegion().boundingRect().size() == button.size()
    assert pane.on.hasFocus()
    assert pane.width() == window.learn.lesson.width()
    assert pane.mapTo(window, QPoint(0, 0)).x() == 0
