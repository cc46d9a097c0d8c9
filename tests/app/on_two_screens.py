"""Presenting with a screen for the audience and one for whoever presents.

Run with a platform that has two screens; test_presenting.py does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from hinge_tutor.app.console_notes import notes_of
from hinge_tutor.app.present_view import PresentView
from hinge_tutor.app.screens import Screens
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.trouble_card import TroubleCard
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import course

from .conftest import READ, Opened, settle

Key = Qt.Key
# Two lines of sixty characters; the end of a lesson says its goal, which may be a little longer.
CAPTION = 120


class Plugs(Screens):
    """Screens that can be pulled out and plugged in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.there: tuple[QScreen, ...] = tuple(QGuiApplication.screens())

    def all(self) -> tuple[QScreen, ...]:
        return self.there

    def set(self, *screens: QScreen) -> None:
        self.there = screens
        self.changed.emit()
        settle()


@pytest.fixture
def screens() -> tuple[QScreen, QScreen]:
    desk, wall = QGuiApplication.screens()
    assert (desk.name(), wall.name()) == ("desk", "wall")
    return desk, wall


@pytest.fixture
def window(opened: Opened) -> Iterator[Window]:
    window = opened()
    plugs = Plugs(window)
    window.presentation.screens.changed.disconnect(window.presentation.on_screens_changed)
    window.presentation.screens = plugs
    plugs.changed.connect(window.presentation.on_screens_changed)
    yield window
    window.close()


def plugs(window: Window) -> Plugs:
    found = window.presentation.screens
    assert isinstance(found, Plugs)
    return found


def key(window: Window, which: Key) -> None:
    """A key of a remote, which goes to whichever window the system gives it to."""
    beyond = window.presentation.beyond
    QTest.keyClick(beyond if beyond is not None else window, which)
    settle()


def dot(window: Window) -> None:
    QTest.keyClicks(window.presentation.beyond or window, ".")
    settle()


def blank(window: Window) -> str:
    return window.session.blank


def beyond(window: Window) -> bool:
    """Whether the picture has a window of its own."""
    return window.presentation.beyond is not None


def on_wall(window: Window) -> bool:
    return window.presentation.two


def presents(window: Window) -> bool:
    return window.presenting


def captions(view: PresentView) -> list[str]:
    return [label.text() for label in view.findChildren(QLabel) if label.isVisible()]


def test_the_picture_is_on_the_wall_and_the_console_on_the_desk(
    window: Window, screens: tuple[QScreen, QScreen]
) -> None:
    key(window, Key.Key_F5)
    presentation = window.presentation
    assert presentation.two
    assert presentation.beyond is not None
    assert presentation.beyond.geometry() == screens[1].geometry()
    assert presentation.beyond.isFullScreen()
    assert presentation.audience.isVisible()
    assert presentation.audience.size() == screens[1].size()
    assert presentation.console is not None
    assert presentation.console.isVisible()
    assert not window.isFullScreen()
    key(window, Key.Key_Escape)
    assert not presents(window)
    assert not beyond(window)
    assert window.learn.isVisible()


def test_both_show_the_same_moment_of_the_same_picture(window: Window) -> None:
    window.session.go(window.session.route.spots[6])
    window.present(False)
    session, presentation = window.session, window.presentation
    assert presentation.console is not None
    mirror = presentation.console.mirror.picture
    for share in (0.0, 0.31, 0.55, 1.0):
        session.timeline.stand_at(share * session.timeline.clock.duration_s)
        settle()
        large, small = presentation.audience.stage, mirror.stage
        assert large.shown == small.shown == pytest.approx(share)
        assert large.painted is not None
        assert small.painted is not None
        assert small.painted.layers() == large.painted.layers()
        assert small.painted.height == pytest.approx(large.painted.height, rel=0.03)
        assert small.painted.width == pytest.approx(large.painted.width, rel=0.03)
    assert captions(mirror) == captions(presentation.audience)


def test_a_key_counts_once_whichever_window_has_it(window: Window) -> None:
    session = window.session
    key(window, Key.Key_F5)
    at = session.route.spots.index(session.spot)
    for number, target in enumerate((window, window.presentation.beyond, window), 1):
        assert target is not None
        QTest.keyClick(target, Key.Key_PageDown)
        settle()
        assert session.route.spots.index(session.spot) == at + number


def test_black_is_for_the_audience_alone(window: Window) -> None:
    key(window, Key.Key_F5)
    dot(window)
    presentation = window.presentation
    assert blank(window) == "black"
    assert presentation.beyond is not None
    wall = presentation.beyond.grab().toImage()
    assert wall.pixelColor(wall.width() // 2, wall.height() // 2).lightness() == 0
    desk = window.grab().toImage()
    assert desk.pixelColor(6, 6).lightness() > 100
    dot(window)
    assert blank(window) == ""


def test_a_held_picture_stays_while_the_presenter_reads_on(window: Window) -> None:
    session = window.session
    session.go(session.route.spots[3])
    window.present(False)
    settle()
    presentation = window.presentation
    before = captions(presentation.audience)
    session.set_frozen(True)
    settle()
    key(window, Key.Key_PageDown)
    assert set(before) < set(captions(presentation.audience)), "the badge alone is new"
    assert presentation.console is not None
    assert notes_of(session).split("\n")[0].strip("*") in presentation.console.notes_shown


def test_the_audience_has_projector_colors_and_the_presenter_their_own(window: Window) -> None:
    window.session.change_settings(Settings(health_note_read=True, theme="dark"))
    window.present(False)
    settle()
    presentation = window.presentation
    assert presentation.beyond is not None
    wall, desk = presentation.beyond.grab().toImage(), window.grab().toImage()
    assert wall.pixelColor(3, 3).lightness() > 250
    assert desk.pixelColor(3, 3).lightness() < 60
    assert presentation.console is not None
    mirror = presentation.console.mirror.picture.grab().toImage()
    assert mirror.pixelColor(3, 3).lightness() > 250


def test_the_screens_change_places(window: Window, screens: tuple[QScreen, QScreen]) -> None:
    window.present(False)
    QTest.keyClick(window, Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    settle()
    presentation = window.presentation
    assert presentation.beyond_on == screens[0]
    assert presentation.beyond is not None
    assert presentation.beyond.geometry() == screens[0].geometry()
    assert window.screen() == screens[1]
    window.commands.run("swap_screens")
    settle()
    assert presentation.beyond_on == screens[1]
    assert window.screen() == screens[0]


def test_a_screen_that_is_pulled_out_takes_nothing_with_it(
    window: Window, screens: tuple[QScreen, QScreen]
) -> None:
    session = window.session
    session.go(session.route.spots[6])
    window.present(False)
    session.timeline.play()
    plugs(window).set(screens[0])
    presentation = window.presentation
    assert presents(window)
    assert not on_wall(window)
    assert not session.timeline.running, "the audience should not miss anything"
    assert presentation.console is not None
    assert presentation.console.isVisible()
    assert any("gone" in text for text in console_says(window))
    assert session.spot == session.route.spots[6]
    key(window, Key.Key_F5)
    assert presentation.audience.isVisible(), "F5 shows it on the screen that is left"
    assert session.spot == session.route.spots[6]
    plugs(window).set(*screens)
    assert on_wall(window)
    assert presentation.beyond_on == screens[1]


def console_says(window: Window) -> list[str]:
    console = window.presentation.console
    assert console is not None
    return [label.text() for label in console.findChildren(QLabel)]


def test_the_audience_never_sees_the_console_when_the_desk_is_gone(
    window: Window, screens: tuple[QScreen, QScreen]
) -> None:
    window.present(False)
    # Qt moves a window whose screen is gone to one that is left.
    window.setScreen(screens[1])
    window.move(screens[1].geometry().topLeft())
    plugs(window).set(screens[1])
    presentation = window.presentation
    assert presentation.shows_picture
    assert presentation.audience.isVisible()
    assert presentation.console is not None
    assert not presentation.console.isVisible()


def test_closing_the_picture_ends_the_presentation(window: Window) -> None:
    window.present(False)
    beyond = window.presentation.beyond
    assert beyond is not None
    beyond.close()
    settle()
    assert not presents(window)
    assert window.learn.isVisible()


def test_closing_the_window_closes_the_picture(window: Window) -> None:
    window.present(False)
    window.close()
    settle()
    assert not [each for each in QApplication.topLevelWidgets() if each.isVisible()]


def test_a_window_that_is_minimized_stops_nothing_before_an_audience(window: Window) -> None:
    window.session.go(window.session.route.spots[2])
    window.present(False)
    window.session.timeline.play()
    window.showMinimized()
    settle()
    assert window.session.timeline.running


def test_trouble_is_told_at_the_desk_and_a_remote_goes_on(window: Window) -> None:
    key(window, Key.Key_F5)
    window.trouble.report("RuntimeError: the floor is lava")
    settle()
    card = window.desk.top()
    assert isinstance(card, TroubleCard)
    assert card.isVisible()
    assert card.window() is window
    beyond = window.presentation.beyond
    assert beyond is not None
    assert not [each for each in beyond.findChildren(TroubleCard) if each.isVisible()]
    before = window.session.spot
    key(window, Key.Key_PageDown)
    assert window.desk.top() is None
    assert presents(window)
    key(window, Key.Key_PageDown)
    assert window.session.spot != before


def test_the_mouse_on_the_mirror_points_for_the_audience(window: Window) -> None:
    window.present(False)
    window.commands.run("pointer")
    presentation = window.presentation
    assert presentation.console is not None
    presentation.console.mirror.picture.pointed.emit(0.2, 0.7)
    settle()
    assert (presentation.pointer.x, presentation.pointer.y) == (0.2, 0.7)
    wall = presentation.audience.grab().toImage()
    color = wall.pixelColor(round(0.2 * wall.width()), round(0.7 * wall.height()))
    assert (color.red(), color.green(), color.blue()) == (213, 94, 0)


@pytest.mark.whole_course
def test_the_whole_course_with_a_remote_alone_and_a_screen_that_goes_and_comes(
    opened: Opened, screens: tuple[QScreen, QScreen], tmp_path: Path
) -> None:
    """PgDn, PgUp, the dot, F5 and Esc: nothing else is pressed, and nothing is recorded."""
    memory = Memory(tmp_path / "data")
    memory.settings = READ
    window = opened(memory=memory)
    own = Plugs(window)
    window.presentation.screens.changed.disconnect(window.presentation.on_screens_changed)
    window.presentation.screens = own
    own.changed.connect(window.presentation.on_screens_changed)
    session = window.session
    home, before = session.spot, memory.progress
    lessons = course.order()
    key(window, Key.Key_F5)
    taught: set[tuple[int, int, int]] = set()
    ends: set[int] = set()
    presses = 0
    middle = len(session.route.spots) // 2
    while True:
        session.timeline.play(False)
        spot = session.spot
        taught.add((spot.lesson, spot.step, spot.build))
        shown = captions(window.audience)
        assert shown[0], "every page has a title"
        if session.finished:
            ends.add(spot.lesson)
            assert session.lesson.goal in shown
        else:
            assert max(map(len, shown[1:2]), default=0) <= CAPTION, shown
        if session.finished and spot.lesson == len(lessons) - 1:
            break
        if presses == middle:
            dot(window)
            own.set(screens[0])
            dot(window)
            assert session.spot == spot
            key(window, Key.Key_F5)
            assert window.audience.isVisible()
        if presses == middle + 20:
            own.set(*screens)
            assert window.presentation.two
        if presses % 25 == 7:
            key(window, Key.Key_PageUp)
        key(window, Key.Key_PageDown)
        presses += 1
        assert presses < 1000
    assert taught == {(s.lesson, s.step, s.build) for s in session.route.spots}
    assert ends == {*range(len(lessons))}
    key(window, Key.Key_Escape)
    assert not presents(window)
    assert session.spot == home
    assert memory.progress == before
