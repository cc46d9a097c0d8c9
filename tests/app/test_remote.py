"""A presenter's remote alone walks the lesson: PgDn, PgUp, F5, Esc and the dot."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from hinge_tutor.app.differing import said_aloud
from hinge_tutor.app.hold_badge import HoldBadge
from hinge_tutor.app.scenery import Scenery
from hinge_tutor.app.settings import Settings
from hinge_tutor.app.window import Window
from hinge_tutor.stage.options import Options

from .conftest import Opened, settle

Key = Qt.Key


def click(window: Window, key: Key) -> None:
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, key)
    settle()


def test_the_whole_lesson_and_back_with_two_buttons(opened: Opened) -> None:
    window = opened()
    session = window.session
    seen = [session.spot]
    for _ in session.route.spots:
        click(window, Key.Key_PageDown)
        seen.append(session.spot)
    assert list(dict.fromkeys(seen)) == list(session.route.spots)
    for _ in session.route.spots:
        click(window, Key.Key_PageUp)
    assert session.spot == session.route.spots[0]


def test_the_note_of_the_first_start_does_not_stop_a_remote(opened: Opened) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    settle()
    assert window.desk.top() is not None
    click(window, Key.Key_PageDown)
    assert window.desk.top() is None
    assert window.session.settings.health_note_read
    assert window.session.spot == window.session.route.spots[0], "one press does one thing"
    click(window, Key.Key_PageDown)
    assert window.session.spot == window.session.route.spots[1]


def test_a_presentation_puts_the_note_of_the_first_start_away_unread(opened: Opened) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    settle()
    click(window, Key.Key_F5)
    assert window.presenting
    assert window.desk.top() is None
    assert not window.session.settings.health_note_read


@pytest.mark.parametrize("card", ["go_to", "help", "commands", "preferences", "overview"])
def test_a_page_key_that_a_card_takes_never_turns_the_lesson(opened: Opened, card: str) -> None:
    window = opened()
    window.session.go(window.session.route.spots[3])
    window.commands.run(card)
    settle()
    for key in (Key.Key_PageUp, Key.Key_PageDown):
        for _ in range(30):
            if window.desk.top() is None:
                break
            click(window, key)
    if card == "help":
        # What is read is only scrolled by page keys; a remote's Esc closes it.
        assert window.desk.top() is not None
        click(window, Key.Key_Escape)
    assert window.desk.top() is None, "a remote gets out of every card"
    assert window.session.spot == window.session.route.spots[3]


def test_help_scrolls_with_the_page_keys(opened: Opened) -> None:
    window = opened((1024, 640))
    window.desk.help()
    settle()
    card = window.desk.top()
    assert card is not None
    area = card.findChild(QScrollArea)
    assert area is not None
    click(window, Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0
    assert card.isVisible()
    click(window, Key.Key_PageUp)
    assert area.verticalScrollBar().value() == 0
    assert card.isVisible()


def test_a_key_held_down_turns_no_pages(opened: Opened) -> None:
    window = opened()
    held = QKeyEvent(
        QEvent.Type.KeyPress, Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, "", True
    )
    QApplication.sendEvent(window, held)
    assert window.session.spot == window.session.route.spots[0]


@pytest.mark.parametrize("color", ["black", "white"])
@pytest.mark.parametrize("key", [Key.Key_PageDown, Key.Key_PageUp])
def test_a_page_key_behind_a_blank_screen_only_lifts_it(
    opened: Opened, color: str, key: Key
) -> None:
    window = opened()
    window.session.go(window.session.route.spots[3])
    window.session.set_blank(color)
    click(window, key)
    assert window.session.blank == ""
    assert window.session.spot == window.session.route.spots[3]
    click(window, key)
    assert window.session.spot != window.session.route.spots[3]


def test_the_end_is_said_and_a_remote_does_not_start_again(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[-1])
    for _ in range(5):
        click(window, Key.Key_PageDown)
        assert session.finished
        assert session.spot == session.route.spots[-1]
        assert not session.timeline.running
    shown = [
        label.text() for label in window.learn.lesson.findChildren(QLabel) if label.isVisible()
    ]
    assert session.lesson.goal in shown
    click(window, Key.Key_PageUp)
    assert not session.finished
    assert session.spot == session.route.spots[-1]
    click(window, Key.Key_PageDown)
    again = next(b for b in window.findChildren(QPushButton) if b.text() == "Start again")
    again.setFocus()
    click(window, Key.Key_Return)
    assert session.spot == session.route.spots[0]
    assert not again.isVisible()


def test_pressing_next_to_the_end_does_not_land_on_the_button_that_starts_again(
    opened: Opened,
) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[-1])
    finish = next(b for b in window.findChildren(QPushButton) if b.text() == "Finish")
    finish.setFocus()
    for _ in range(3):
        click(window, Key.Key_Return)
        assert session.spot == session.route.spots[-1]
        assert QApplication.focusWidget() is window.learn.lesson, "a step from the way back"


def test_an_audience_hears_the_goal_at_the_end(opened: Opened) -> None:
    window = opened()
    session = window.session
    session.go(session.route.spots[-1])
    window.present(False)
    click(window, Key.Key_PageDown)
    shown = [label.text() for label in window.audience.findChildren(QLabel) if label.isVisible()]
    assert session.lesson.goal in shown


def said(window: Window) -> list[str]:
    return [label.text() for label in window.audience.findChildren(QLabel) if label.isVisible()]


def test_a_held_picture_holds_its_words_too_and_says_so(opened: Opened) -> None:
    window = opened()
    session = window.session
    spots = session.route.spots
    asks = next(n for n, spot in enumerate(spots) if session.route.build(spot).question)
    session.go(spots[asks - 1])
    window.present(False)
    settle()
    before = said(window)
    picture = window.audience.stage.grab().toImage()
    session.set_frozen(True)
    settle()
    badge = next(b for b in window.audience.findChildren(HoldBadge))
    assert badge.isVisible()
    session.timeline.play(False)
    click(window, Key.Key_PageDown)
    session.timeline.play(False)
    assert session.spot == spots[asks]
    assert set(said(window)) == {*before, badge.text()}
    badge.hide()
    assert window.audience.stage.grab().toImage() == picture
    session.set_frozen(False)
    settle()
    assert not badge.isVisible()
    assert session.question is not None
    assert session.question.prompt in said(window)


def test_no_step_is_skipped_behind_a_blank_screen(opened: Opened) -> None:
    window = opened()
    window.session.set_blank("black")
    window.commands.run("next_step")
    assert window.session.blank == ""
    assert window.session.spot == window.session.route.spots[0]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_badge_hides_no_foot(opened: Opened, percent: int) -> None:
    window = opened((1024, 640), Settings(health_note_read=True, text_percent=percent))
    window.session.set_frozen(True)
    settle()
    badge = window.learn.findChild(HoldBadge)
    assert isinstance(badge, HoldBadge)
    badge.hide()
    image = window.learn.stage.grab().toImage()
    # At the left edge nothing is drawn but the ground line.
    air = image.pixelColor(4, image.height() - 2)
    ground = next(y for y in reversed(range(image.height())) if image.pixelColor(4, y) != air)
    assert badge.y() >= ground - 2


def test_the_window_says_that_its_picture_is_held(opened: Opened) -> None:
    window = opened()
    badge = window.learn.findChild(HoldBadge)
    assert isinstance(badge, HoldBadge)
    assert not badge.isVisible()
    window.commands.run("freeze")
    assert badge.isVisible()
    assert " F " in badge.text()
    window.session.change_settings(Settings(health_note_read=True, letter_keys=False))
    assert " F " not in badge.text(), "a letter that is no key is not offered"
    window.present(False)
    assert not window.session.frozen, "a presentation begins with a picture that moves"


def test_projector_colors_come_with_an_audience_and_go_with_it(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, theme="dark"))
    dark = window.palette().color(QPalette.ColorRole.Window)
    window.present(False)
    assert window.palette().color(QPalette.ColorRole.Window).lightness() > 250
    click(window, Key.Key_Escape)
    assert window.palette().color(QPalette.ColorRole.Window) == dark
    window.session.change_settings(
        Settings(health_note_read=True, theme="dark", present_in_projector=False)
    )
    window.present(False)
    assert window.palette().color(QPalette.ColorRole.Window) == dark


def test_presenting_blackens_and_ends_with_the_remote(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, letter_keys=False))
    session = window.session
    session.go(session.route.spots[5])
    click(window, Key.Key_F5)
    assert window.audience.isVisible()
    assert session.spot == session.route.spots[0]
    for _ in session.route.spots:
        click(window, Key.Key_PageDown)
    assert session.spot == session.route.spots[-1]
    QTest.keyClicks(QApplication.focusWidget() or window, ".")
    blank = [session.blank]
    QTest.keyClicks(QApplication.focusWidget() or window, ".")
    blank.append(session.blank)
    assert blank == ["black", ""]
    assert session.finished
    for _ in range(2):
        click(window, Key.Key_PageUp)
    assert session.spot == session.route.spots[-2]
    click(window, Key.Key_Escape)
    assert not window.presenting
    assert window.isVisible()


def test_arrows_enter_and_a_click_turn_pages_before_an_audience(opened: Opened) -> None:
    window = opened()
    session = window.session
    click(window, Key.Key_F5)
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Down):
        click(window, key)
    assert session.spot == session.route.spots[3]
    click(window, Key.Key_Left)
    assert session.spot == session.route.spots[2]
    QTest.mouseClick(window.audience.stage, Qt.MouseButton.LeftButton)
    assert session.spot == session.route.spots[3]
    assert not window.top.isVisible()


def test_an_open_question_is_asked_on_one_page_and_nothing_gives_it_away(opened: Opened) -> None:
    window = opened((1280, 800))
    window.present(False)
    session = window.session
    pages = [spot for spot in session.route.spots if session.route.asked(spot) is not None]
    asked = watched = 0
    for spot in pages:
        session.go(spot)
        settle()
        if not session.pending:
            continue
        labels = said(window)
        question = session.question
        assert question is not None
        first = question.choices[0].text
        if session.asks_here:
            asked += 1
            assert said_aloud(session, question.prompt) in labels
            assert first in labels
        else:
            watched += 1
            assert session.fill(session.build.prompt) in labels
            assert first not in labels
        scenery = Scenery(session, lambda: 1.0)
        drawn = scenery.picture(QSize(1280, 700), 0.0)
        assert not drawn.named("badge")
    assert asked >= 3
    assert watched >= 1


def test_an_audience_reads_angles_over_the_figures_only_where_angles_are_shown(
    opened: Opened,
) -> None:
    window = opened()
    click(window, Key.Key_F5)

    def lines() -> int:
        settle()
        picture = window.audience.stage.painted
        assert picture is not None
        return len(picture.named("angles"))

    window.session.set_options(Options())
    assert lines() == 0
    window.session.set_options(Options().switched("angles"))
    assert lines() > 0
