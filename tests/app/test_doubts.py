"""Claims that can come out the other way are marked, once they have been weighed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from hinge_tutor.app.dispute_line import DisputeLine
from hinge_tutor.app.doubts import Doubts
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.source_card import SourceCard
from hinge_tutor.app.window import Window
from hinge_tutor.lessons import doubt
from hinge_tutor.lessons.quantity import Figures
from hinge_tutor.located import AuthorError, AuthorErrors

from .conftest import Opened, settle
from .test_fit import cut_off

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


def line(window: Window) -> DisputeLine:
    """The line beside the lesson."""
    found = window.learn.lesson.findChild(DisputeLine)
    assert isinstance(found, DisputeLine)
    return found


def source_button(window: Window) -> QPushButton:
    found = window.learn.lesson.findChild(SourceCard)
    assert found is not None
    button = found.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return button


def test_nothing_is_disputed_before_it_is_weighed(window: Window) -> None:
    window.session.go(WHO_WORKS)
    assert window.session.disputed == ()
    assert not line(window).isVisible()
    assert window.backstage.doubts.busy


@pytest.mark.usefixtures("flipping")
def test_a_claim_that_flips_is_named_beside_the_lesson(window: Window) -> None:
    window.session.go(WHO_WORKS)
    window.backstage.doubts.finish()
    assert GLUTES in window.session.disputed
    assert line(window).isVisible()
    assert line(window).toolTip().startswith("Disputed: glutes in the bend")
    assert line(window).accessibleName() == line(window).toolTip()
    window.session.go(Spot(0, 1, 0))
    assert not line(window).isVisible()


@pytest.mark.usefixtures("flipping")
@pytest.mark.parametrize("percent", [100, 150, 200])
def test_the_line_is_in_sight_and_pushes_nothing_away(opened: Opened, percent: int) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=percent))
    window.session.go(WHO_WORKS)
    settle()
    button = source_button(window)
    before = button.mapTo(window, QPoint(0, 0))
    window.backstage.doubts.finish()
    settle()
    assert button.mapTo(window, QPoint(0, 0)) == before
    if percent < 200:
        words = (button.height() + button.fontMetrics().height()) // 2
        assert button.visibleRegion().boundingRect().height() >= words
    here = line(window)
    assert here.visibleRegion().boundingRect() == here.rect()
    assert here.height() < 1.5 * here.fontMetrics().height()
    assert here.text().startswith("Disputed: glutes")


@pytest.mark.usefixtures("flipping")
def test_what_it_means_stands_first_where_the_reason_is(window: Window) -> None:
    window.session.go(WHO_WORKS)
    window.backstage.doubts.finish()
    button = source_button(window)
    button.click()
    card = button.parentWidget()
    assert card is not None
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    assert window.session.words.disputed()[1] in shown[0]
    assert "glutes in the bend" in shown[0]
    window.session.go(Spot(0, 1, 0))
    assert not any("Disputed" in label.text() for label in card.findChildren(QLabel))


@pytest.mark.usefixtures("flipping")
@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (1920, 1080), (3840, 2160)])
def test_an_audience_sees_the_line_and_everything_else(
    opened: Opened, size: tuple[int, int]
) -> None:
    window = opened(size)
    window.session.go(WHO_WORKS)
    window.backstage.doubts.finish()
    window.present(from_start=False)
    window.resize(*size)
    settle()
    here = window.audience.findChild(DisputeLine)
    assert isinstance(here, DisputeLine)
    assert here.visibleRegion().boundingRect() == here.rect()
    assert here.text().startswith("Disputed: glutes")
    assert here.font().pixelSize() < window.audience.findChildren(QLabel)[0].font().pixelSize()
    assert cut_off(window) == []


@pytest.mark.usefixtures("flipping")
def test_an_open_question_is_not_given_away(window: Window) -> None:
    session = window.session
    asks = next(s for s in session.route.spots if session.route.build(s).question is not None)
    session.go(asks)
    window.present(from_start=False)
    session.set_disputed((GLUTES,))
    assert not window.audience.findChildren(DisputeLine)[0].isVisible()
    assert line(window).isHidden()


@pytest.mark.usefixtures("flipping")
def test_a_build_is_weighed_once(window: Window) -> None:
    window.session.go(WHO_WORKS)
    window.backstage.doubts.finish()
    window.session.go(Spot(0, 1, 0))
    window.backstage.doubts.finish()
    window.session.go(WHO_WORKS)
    assert not window.backstage.doubts.busy
    assert line(window).isVisible()


def test_nobody_weighs_while_nobody_looks(window: Window) -> None:
    def weighing() -> tuple[bool, bool]:
        return window.backstage.doubts.busy, window.backstage.doubts.running

    window.session.go(WHO_WORKS)
    assert weighing() == (True, True)
    window.hide()
    assert weighing() == (True, False)
    window.show()
    assert weighing() == (True, True)


def test_it_goes_on_by_itself_and_ends(window: Window, qtbot: QtBot) -> None:
    window.session.go(WHO_WORKS)
    qtbot.waitUntil(lambda: not window.backstage.doubts.busy, timeout=60_000)
    assert not window.backstage.doubts.running


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


def test_a_spread_that_cannot_be_read_is_said(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise AuthorErrors([AuthorError("spread.toml", 7, "share is no number; write one")])

    monkeypatch.setattr(doubt, "draws", broken)
    window.session.go(WHO_WORKS)
    window.backstage.doubts.finish()
    assert "spread.toml:7" in window.session.notice
    assert window.session.disputed == ()
