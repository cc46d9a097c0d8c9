"""Claims that can come out the other way are marked, once they have been weighed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from hinge_tutor.app.cards import DisputeCard
from hinge_tutor.app.doubts import Doubts
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import doubt
from hinge_tutor.lessons.quantity import Figures

WHO_WORKS = Spot(0, 1, 4)
GLUTES = "forward-bend.level.glutes@turn >= 1"


@pytest.fixture
def flipping(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the model computes: of every claim about a level, some draws say otherwise."""
    real = doubt.margin
    asked: list[str] = []

    def margin(text: str, stage: Figures) -> float:
        asked.append(text)
        return real(text, stage) if text != GLUTES else float(len(asked) % 3 - 1)

    monkeypatch.setattr(doubt, "margin", margin)


def card(window: Window) -> DisputeCard:
    found = window.learn.lesson.findChild(DisputeCard)
    assert isinstance(found, DisputeCard)
    return found


def test_nothing_is_disputed_before_it_is_weighed(window: Window) -> None:
    window.session.go(WHO_WORKS)
    assert window.session.disputed == ()
    assert not card(window).isVisible()
    assert window.doubts.busy


@pytest.mark.usefixtures("flipping")
def test_a_claim_that_flips_is_named_beside_the_lesson(window: Window) -> None:
    window.session.go(WHO_WORKS)
    window.doubts.finish()
    assert GLUTES in window.session.disputed
    assert card(window).isVisible()
    said = " ".join(label.text() for label in card(window).findChildren(QLabel))
    assert "DISPUTED" in said
    assert "Bend: glutes" in said
    window.session.go(Spot(0, 1, 0))
    assert not card(window).isVisible()


@pytest.mark.usefixtures("flipping")
def test_a_build_is_weighed_once(window: Window) -> None:
    window.session.go(WHO_WORKS)
    window.doubts.finish()
    window.session.go(Spot(0, 1, 0))
    window.doubts.finish()
    window.session.go(WHO_WORKS)
    assert not window.doubts.busy
    assert card(window).isVisible()


def test_nobody_weighs_while_nobody_looks(window: Window) -> None:
    def weighing() -> tuple[bool, bool]:
        return window.doubts.busy, window.doubts.running

    window.session.go(WHO_WORKS)
    assert weighing() == (True, True)
    window.hide()
    assert weighing() == (True, False)
    window.show()
    assert weighing() == (True, True)


def test_it_goes_on_by_itself_and_ends(window: Window, qtbot: QtBot) -> None:
    window.session.go(WHO_WORKS)
    qtbot.waitUntil(lambda: not window.doubts.busy, timeout=60_000)
    assert not window.doubts.running


def test_a_build_that_is_left_early_tells_nothing_of_the_next(session: Session) -> None:
    doubts = Doubts(session)
    doubts.set_seen(True)
    session.go(WHO_WORKS)
    for _ in range(3):
        doubts.on_rest()
    session.go(Spot(0, 1, 0))
    assert session.disputed == ()
    doubts.finish()
    doubts.set_seen(False)
