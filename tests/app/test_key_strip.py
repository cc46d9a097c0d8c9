"""The strip of key poses: a group under each figure, the one reached marked, a press goes there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hinge_tutor.app.phase_strip import PhaseStrip
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.still_button import StillButton
from hinge_tutor.app.window import Window
from hinge_tutor.stage.key_moments import key_moments
from hinge_tutor.stage.scene import own_times

from .conftest import Hands, Opened, settle

NONE = Qt.KeyboardModifier.NoModifier


def shown(window: Window) -> Window:
    """Three figures, no question open, the strip on by its key."""
    window.session.go(Spot(0, 2, 1))
    window.session.timeline.play(False)
    settle()
    target = QApplication.focusWidget() or window
    QTest.keyClicks(target, "k")
    settle()
    assert window.learn.dock.strip.isVisible()
    return window


def groups(window: Window) -> tuple[tuple[StillButton, ...], ...]:
    return window.learn.dock.strip.groups


def test_each_figure_has_its_key_moments_under_it(window: Window) -> None:
    shown(window)
    repetitions = window.session.repetitions
    assert len(groups(window)) == len(repetitions) == 3
    column = window.learn.dock.strip.width() / 3
    for number, (group, each) in enumerate(zip(groups(window), repetitions, strict=True)):
        found = [button.still.moment for button in group]
        assert found == list(key_moments(each.take, len(found)))
        assert group[0].x() >= number * column - 1
        assert group[-1].geometry().right() <= (number + 1) * column + 1


def test_a_press_and_a_key_go_there(window: Window) -> None:
    shown(window)
    session = window.session
    for figure, group in enumerate(groups(window)):
        for button in group:
            session.timeline.play()
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
            own = own_times(session.repetitions, session.timeline.fraction)[figure]
            assert own == pytest.approx(button.still.moment.time_s, abs=1e-6)
            assert not session.timeline.clock.playing
    button = groups(window)[0][-1]
    session.timeline.stand_at(0.0)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    own = own_times(session.repetitions, session.timeline.fraction)[0]
    assert own == pytest.approx(button.still.moment.time_s, abs=1e-6)


def test_the_pose_that_was_reached_last_is_marked_while_it_runs(
    window: Window, hands: Hands
) -> None:
    shown(window)
    timeline = window.session.timeline
    timeline.replay()
    seen = set()
    for _ in range(200):
        hands.seconds += 0.09
        timeline.beat()
        marked = [[button.current for button in group] for group in groups(window)]
        assert all(sum(group) == 1 for group in marked)
        seen.add(marked[0].index(True))
        if not timeline.clock.playing:
            break
    timeline.play(False)
    assert seen == set(range(len(groups(window)[0])))


def test_stills_are_buttons_with_names(window: Window) -> None:
    shown(window)
    timeline = window.session.timeline
    timeline.stand_deepest()
    for group in groups(window):
        for button in group:
            face = QAccessible.queryAccessibleInterface(button)
            assert face.role() == QAccessible.Role.Button
            assert button.still.name in face.text(QAccessible.Text.Name)
            here = face.text(QAccessible.Text.Description) == "Now here"
            assert here == button.current
    names = [b.accessibleName() for group in groups(window) for b in group]
    assert len(set(names)) == len(names)


def test_nothing_is_painted_anew_from_frame_to_frame(window: Window, hands: Hands) -> None:
    shown(window)
    timeline = window.session.timeline
    timeline.seek(0.3)
    settle()
    window.grab()
    before = [button._sheet.cacheKey() for group in groups(window) for button in group]
    for step in range(5):
        hands.seconds += 0.01
        timeline.seek(0.3 + 0.001 * step)
        QApplication.processEvents()
    assert [b._sheet.cacheKey() for group in groups(window) for b in group] == before


def test_layers_reach_the_stills(window: Window) -> None:
    shown(window)
    window.grab()
    button = groups(window)[0][0]
    before = button._sheet.toImage()
    window.commands.run("layer_muscles")
    settle()
    window.grab()
    assert button._sheet.toImage() != before


def test_other_figures_bring_other_stills_and_none_is_left(window: Window) -> None:
    shown(window)
    strip = window.learn.dock.strip
    window.session.go(Spot(0, 0, 0))
    settle()
    if not strip.isVisible():
        window.session.go(next(s for s in window.session.route.spots if _open(window, s)))
        settle()
    QApplication.sendPostedEvents(None, 52)
    alive = [w for w in strip.findChildren(QWidget) if isinstance(w, StillButton)]
    assert len(alive) == sum(len(group) for group in groups(window))


def test_a_question_of_the_deck_with_nobody_on_the_stage_marks_nothing(window: Window) -> None:
    strip = shown(window)
    assert groups(strip)
    window.session.figures = {}
    window.session.frame_changed.emit()
    settle()
    window.session.stop_trying()


def _open(window: Window, spot: Spot) -> bool:
    window.session.go(spot)
    return not window.session.pending and bool(window.session.repetitions)


def test_in_a_narrow_window_the_first_figure_has_the_strip(opened: Opened) -> None:
    settings = Settings(health_note_read=True, key_strip=True, text_percent=200)
    window = opened((1024, 900), settings)
    window.session.go(Spot(0, 2, 1))
    settle()
    assert window.learn.dock.strip.isVisible()
    assert len(groups(window)) == 1
    for button in groups(window)[0]:
        inside = button.mapTo(window.learn.dock.strip, QPoint(0, 0))
        assert inside.x() >= 0
        assert inside.x() + button.width() <= window.learn.dock.strip.width()


def test_an_audience_sees_it_in_letters_that_can_be_read_from_afar(window: Window) -> None:
    shown(window)
    window.present(False)
    settle()
    window.session.timeline.stand_deepest()
    settle()
    strip = window.audience.strip
    assert strip is not None
    assert strip.isVisible()
    marked = [button for group in strip.groups for button in group if button.current]
    assert len(marked) == len(strip.groups)
    for group in strip.groups:
        for button in group:
            # The pages are turned by keys: nothing here takes them, and no press goes astray.
            assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
    phases = window.audience.findChild(PhaseStrip)
    assert phases is not None
    stage = window.audience.stage
    below = strip.mapTo(window, QPoint(0, 0)).y()
    assert below >= stage.mapTo(window, QPoint(0, stage.height())).y()
    assert phases.mapTo(window, QPoint(0, 0)).y() >= below + strip.height()
    for on in (False, True):
        window.commands.run("key_strip")
        settle()
        assert strip.isVisible() == on
        assert window.session.notice == ""
