"""For everyone: names, roles, the focus order, and words for what is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QSlider,
    QTextBrowser,
    QWidget,
)

from hinge_tutor.app.chrome import chrome
from hinge_tutor.app.motion_preference import system_prefers_stillness
from hinge_tutor.app.muscle_roll import MuscleRoll
from hinge_tutor.app.phase_bar import PhaseBar
from hinge_tutor.app.pose_sliders import PoseSliders
from hinge_tutor.app.segments import Segments
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.stage_view import StageView
from hinge_tutor.app.window import Window
from hinge_tutor.stage.palette import load_palette

from .conftest import Opened, settle, unasked

CONTROLS = (QAbstractButton, QLineEdit, QListWidget, QSlider, QTextBrowser)
Role = QAccessible.Role
NONE = Qt.KeyboardModifier.NoModifier


def takes_focus(widget: QWidget) -> bool:
    takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and widget.isEnabled() and widget.isVisible()


def unnamed(window: Window) -> list[str]:
    """Controls without a name or with the role of a filler, by class."""
    found = []
    for widget in window.findChildren(QWidget):
        if not (isinstance(widget, CONTROLS) or takes_focus(widget)):
            continue
        if widget.objectName().startswith("qt_") or not widget.isVisible():
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        name = face.text(QAccessible.Text.Name)
        # Qt itself calls a scroll area a client.
        lost = (Role.NoRole,) if isinstance(widget, QScrollArea) else (Role.NoRole, Role.Client)
        if not name or face.role() in lost:
            found.append(f"{type(widget).__name__} {widget.objectName()!r} {name!r} {face.role()}")
    return found


def test_every_control_has_a_name_and_a_role(window: Window) -> None:
    assert unnamed(window) == []


def test_every_control_of_every_card_has_a_name_and_a_role(window: Window) -> None:
    for show in (
        window.desk.go_to,
        window.desk.overview,
        window.desk.help,
        window.desk.list_commands,
        window.desk.preferences,
        window.desk.health_note,
    ):
        show()
        settle()
        assert unnamed(window) == []
        window.close_innermost()


def test_what_paints_itself_says_what_it_is(window: Window) -> None:
    for kind, role in (
        (StageView, Role.Graphic),
        (MuscleRoll, Role.Graphic),
        (Segments, Role.ProgressBar),
        (PhaseBar, Role.Slider),
    ):
        widget = window.learn.findChild(kind)
        assert widget is not None
        face = QAccessible.queryAccessibleInterface(widget)
        assert face.role() == role, kind
        assert face.text(QAccessible.Text.Name)


def test_the_slider_tells_percent_and_phase(window: Window) -> None:
    bar = window.learn.transport.findChild(PhaseBar)
    assert isinstance(bar, PhaseBar)
    unasked(window.session)
    window.session.timeline.stand_deepest()
    timeline = window.session.timeline
    assert bar.value() == round(100 * timeline.fraction)
    face = QAccessible.queryAccessibleInterface(bar)
    assert face.text(QAccessible.Text.Description) == window.session.words.phase(
        "hip-hinge", "turn"
    )
    bar.setSliderPosition(10)
    bar.triggerAction(QSlider.SliderAction.SliderSingleStepAdd)
    assert timeline.fraction < 0.2


def walk(window: Window, forward: bool) -> list[QWidget]:
    """Everything that Tab reaches, from one widget around to the same."""
    first = QApplication.focusWidget()
    assert first is not None
    found = [first]
    for _ in range(200):
        inside = QApplication.focusWidget() or window
        inside.focusNextChild() if forward else inside.focusPreviousChild()
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            return found
        found.append(now)
    raise AssertionError("Tab never comes around")


def test_tab_reaches_every_control_once_and_comes_around(window: Window) -> None:
    window.activateWindow()
    window.learn.lesson.findChildren(QAbstractButton)[-1].setFocus()
    settle()
    reached = walk(window, forward=True)
    assert len(set(map(id, reached))) == len(reached)
    wanted = [w for w in window.findChildren(QWidget) if takes_focus(w)]
    missing = [w for w in wanted if w not in reached and w.focusProxy() is None]
    assert [f"{type(w).__name__} {w.objectName()} {w.accessibleName()}" for w in missing] == []
    assert len(walk(window, forward=False)) == len(reached)


def test_f6_goes_from_pane_to_pane_and_around(window: Window) -> None:
    seen = []
    for _ in range(4):
        window.next_pane()
        settle()
        seen.append(QApplication.focusWidget())
    assert len(set(map(id, seen))) == 4
    window.next_pane()
    assert QApplication.focusWidget() is seen[0]


def test_the_pose_is_said_in_words_with_the_numbers_of_the_take(window: Window) -> None:
    session = window.session
    unasked(session)
    session.timeline.stand_deepest()
    window.describe()
    take = session.repetitions[0].take
    lean = session.repetitions[0].measures["trunk_lean_deg"]
    assert not isinstance(lean, float)
    said = f"{float(lean[take.index_at(take.turn_s)]):.0f}°"
    assert said in session.notice
    assert session.words.movement("hip-hinge") in session.notice
    assert window.learn.status.isVisible()
    window.close_innermost()
    assert not window.learn.status.isVisible()


def test_each_phase_is_announced_once_while_somebody_listens(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.speaker.announce", lambda _, words: said.append(words))
    monkeypatch.setattr("hinge_tutor.app.speaker.QAccessible.isActive", lambda: True)
    unasked(window.session)
    timeline = window.session.timeline
    timeline.stand_at(0.0)
    said.clear()
    for index in range(len(timeline.spans)):
        timeline.stand_at_phase(index)
        timeline.seek_s(timeline.time_s - 0.01)
    words = window.session.words
    names = [words.phase("hip-hinge", span.phase) for span in timeline.spans]
    assert [name for sentence in said for name in names if f", {name}," in sentence] == names[1:]


def test_the_row_that_arrows_and_words_choose_is_said(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.chooser.announce", lambda _, words: said.append(words))
    window.desk.list_commands()
    settle()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert said == []
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert said == ["Lesson › Next step, Ctrl+PgDn"]
    field.setText("freeze")
    field.setText("zzzz")
    assert said[1:] == ["Show › Freeze the picture, F", "Nothing has this word."]


def test_the_card_of_keys_reads_itself_aloud(window: Window) -> None:
    window.desk.help()
    settle()
    area = QApplication.focusWidget()
    assert isinstance(area, QScrollArea)
    face = QAccessible.queryAccessibleInterface(area)
    said = face.text(QAccessible.Text.Description)
    assert said.startswith("Lesson. Next: PgDn, N.")
    assert "Freeze the picture: F." in said


def test_a_joint_of_the_sandbox_is_silent_while_it_moves(opened: Opened) -> None:
    window = opened((1600, 1000))
    unasked(window.session)
    window.commands.run("sandbox")
    settle()
    timeline = window.session.timeline
    timeline.stand_at(0.0)
    hip = window.drawer.pane.findChildren(PoseSliders)[0].findChildren(QSlider)[2]
    upright, said = hip.value(), hip.accessibleDescription()
    timeline.play()
    timeline.seek(0.5)
    # Its knob is seen to move.
    bent = hip.sliderPosition()
    assert abs(bent - upright) > 30
    assert (hip.value(), hip.accessibleDescription()) == (upright, said)
    timeline.play(False)
    assert hip.value() == hip.sliderPosition() == bent
    assert hip.accessibleDescription().endswith(f"{bent}°".replace("-", "−"))
    timeline.play()
    timeline.seek(0.1)
    # Keys begin where it is seen.
    shown = hip.sliderPosition()
    hip.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Right, NONE))
    assert hip.value() == pytest.approx(shown + 1, abs=1)


def test_the_system_is_asked_for_its_wish_only_where_qt_can_tell() -> None:
    assert system_prefers_stillness() in (True, False)


def test_the_next_thing_to_read_is_announced(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr("hinge_tutor.app.speaker.announce", lambda _, words: said.append(words))
    monkeypatch.setattr("hinge_tutor.app.speaker.QAccessible.isActive", lambda: True)
    session = window.session
    unasked(session)
    window.commands.run("next")
    # A title is said once a step, and the pose does not go before its page.
    assert [each.startswith(session.step.title) for each in said].count(True) == 1
    assert any(each.startswith(session.fill(session.build.prompt)) for each in said)
    while session.question is None or not session.explained:
        window.commands.run("next")
    assert session.question is not None
    right = session.question.choices[session.question.right]
    assert f"The answer: {right.text}. {right.explanation}" in said[-1]
    session.go(session.route.spots[-1])
    window.commands.run("next")
    assert session.lesson.goal in said[-1]


@pytest.mark.parametrize("theme", ["light", "dark", "projector"])
def test_the_focus_is_seen_by_more_than_its_hue(opened: Opened, theme: str) -> None:
    window = opened((1280, 900), settings=Settings(health_note_read=True, theme=theme))
    unasked(window.session)
    window.session.timeline.play(False)
    color = chrome(load_palette(theme)).focus.rgb()
    for kind in (StageView, PhaseBar):
        widget = window.learn.findChild(kind)
        assert widget is not None
        assert ring_px(widget, color) == (0, 2), kind
    window.commands.run("train")
    tile = next(iter(window.train.page.tiles.tiles.values())) if window.train.page else None
    assert tile is not None
    assert ring_px(tile, color) == (0, 2)
    # What is chosen has a frame of two pixels anyway.
    tile.click()
    settle()
    assert ring_px(tile, color) == (0, 4)


def ring_px(widget: QWidget, color: int) -> tuple[int, int]:
    """How wide the frame in the color of the focus is, without the focus and with it, px."""
    found = []
    for has in (False, True):
        widget.setFocus() if has else widget.clearFocus()
        settle()
        seen = widget.grab().toImage()
        row = [seen.pixelColor(x, seen.height() // 2).rgb() == color for x in range(6)]
        found.append(row.index(False))
    return found[0], found[1]
