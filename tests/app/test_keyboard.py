"""By keyboard alone: every control of every page is reached, as one reads, and seen to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from hinge_tutor.app.settings import THEMES, Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, settle
from .focusing import around, called, dim, takes_focus
from .test_clinic import in_clinic

WHOLE = pytest.mark.whole_course


def at(lesson: str, step: int, build: int) -> Callable[[Window], None]:
    """A build of the course."""

    def go(window: Window) -> None:
        session = window.session
        session.go(session.route.find(lesson, step, build))

    return go


def asking(kind: str) -> Callable[[Window], None]:
    """The first build of the course that asks, to be answered in a way."""

    def go(window: Window) -> None:
        session = window.session
        route = session.route
        found = next(
            spot
            for spot in route.spots
            if getattr(route.build(spot), kind) is not None and spot.lesson > 0
        )
        session.go(found)

    return go


def answered(window: Window) -> None:
    """A question whose answer is told, after another one was given."""
    asking("question")(window)
    session = window.session
    assert session.question is not None
    session.choose((session.question.right + 1) % len(session.question.choices))
    while not session.explained:
        window.commands.run("next")


def ended(window: Window) -> None:
    window.session.finish()


def doing(*commands: str) -> Callable[[Window], None]:
    """Something that somebody asked for."""

    def go(window: Window) -> None:
        at("what-is-a-hinge", 2, 5)(window)
        for command in commands:
            window.commands.run(command)

    return go


PAGES: dict[str, Callable[[Window], object]] = {
    "a page": at("what-is-a-hinge", 2, 5),
    "a question": asking("question"),
    "an answer": answered,
    "a guess by hand": asking("drag"),
    "a repair": asking("fix"),
    "a practice": asking("practice"),
    "an end": ended,
    "the plots": doing("plots"),
    "key poses": doing("key_strip"),
    "a message": doing("describe"),
    "the technique map": doing("technique_map"),
    "the sandbox": doing("sandbox"),
    "a pose": doing("edit_pose"),
    "recall cards": doing("recall"),
    "the clinic": in_clinic,
    "preferences": doing("preferences"),
    "keys": doing("help"),
    "commands": doing("commands"),
    "the course": doing("lessons"),
    "a search": doing("find"),
    "steps": doing("go_to"),
    "the overview": doing("overview"),
    "the note": doing("health"),
    "the model": doing("page_the-model"),
}


def stand(window: Window, page: str) -> list[QWidget]:
    """Shows a page, and begins with its first control; everything that Tab should reach."""
    window.activateWindow()
    PAGES[page](window)
    window.session.timeline.play(False)
    settle()
    top = window.desk.top()
    wanted = [w for w in (top or window).findChildren(QWidget) if takes_focus(w)]
    wanted = [widget for widget in wanted if widget.focusProxy() is None]
    focused = QApplication.focusWidget()
    if focused is None or focused not in wanted:
        wanted[0].setFocus()
        settle()
    return wanted


@pytest.mark.whole_course
@pytest.mark.parametrize("page", PAGES)
def test_tab_reaches_every_control_and_comes_around(opened: Opened, page: str) -> None:
    window = opened((1280, 900))
    wanted = stand(window, page)
    reached = around(window)
    assert len(set(map(id, reached))) == len(reached), "nothing twice"
    # Of choices that exclude each other Tab reaches one, and the arrows the rest.
    assert [called(each) for each in wanted if each not in reached and takes_focus(each)] == []
    assert wanted


@pytest.mark.whole_course
@pytest.mark.parametrize("page", PAGES)
def test_the_focus_goes_as_one_reads(opened: Opened, page: str) -> None:
    window = opened((1280, 900))
    stand(window, page)
    reached = around(window)
    for pane in (*window.learn.panes(), *((top,) if (top := window.desk.top()) else ())):
        inside = [each for each in reached if pane.isAncestorOf(each)]
        if not inside:
            continue
        places = [QRect(each.mapTo(pane, QPoint(0, 0)), each.size()) for each in inside]
        start = places.index(min(places, key=lambda place: place.top()))
        inside, places = inside[start:] + inside[:start], places[start:] + places[:start]
        # A column is read to its end before the next one at its right.
        back = [
            f"{called(inside[n + 1])} stands over {called(inside[n])}"
            for n in range(len(inside) - 1)
            if places[n + 1].bottom() < places[n].top()
            and places[n + 1].left() <= places[n].right()
        ]
        assert back == []


@pytest.mark.whole_course
# A ring has the same place in every theme, and its color is held to its ground in test_chrome.py;
# so each theme has its turn with a third of the pages.
@pytest.mark.parametrize(
    ("page", "theme"), [(page, THEMES[n % len(THEMES)]) for n, page in enumerate(PAGES)]
)
def test_the_focus_is_seen(opened: Opened, page: str, theme: str) -> None:
    window = opened((1280, 900), Settings(health_note_read=True, theme=theme))
    wanted = stand(window, page)
    assert [said for each in wanted if (said := dim(each))] == []
