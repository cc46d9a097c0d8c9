"""Every key does what the table of keys says, wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolButton

from hinge_tutor.app.palette import command_rows
from hinge_tutor.app.route import Spot
from hinge_tutor.app.settings import Memory, Settings
from hinge_tutor.app.window import Window

from .conftest import Opened, settle, unasked

Key = Qt.Key
Held = Qt.KeyboardModifier
NONE, CTRL, SHIFT, ALT = (
    Held.NoModifier,
    Held.ControlModifier,
    Held.ShiftModifier,
    Held.AltModifier,
)


def press(window: Window, key: Key | str, held: Held = NONE) -> None:
    """A key as it comes: to whichever widget has the focus."""
    target = QApplication.focusWidget() or window
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key, held)
    settle()


def seek(window: Window, fraction: float) -> None:
    timeline = window.session.timeline
    timeline.stand_at(fraction * timeline.clock.duration_s)


Effect = tuple[str, Key | str, Held, Callable[[Window], object], object]
TIMES: tuple[Effect, ...] = (
    ("right scrubs", Key.Key_Right, NONE, lambda w: w.session.timeline.fraction, 0.51),
    ("left scrubs", Key.Key_Left, NONE, lambda w: w.session.timeline.fraction, 0.49),
    ("ctrl right", Key.Key_Right, CTRL, lambda w: w.session.timeline.fraction, 0.60),
    ("ctrl left", Key.Key_Left, CTRL, lambda w: w.session.timeline.fraction, 0.40),
    ("home stands", Key.Key_Home, NONE, lambda w: w.session.timeline.fraction, 0.0),
    ("minus slows", "-", NONE, lambda w: w.session.timeline.clock.speed, 0.75),
    ("equals", "=", NONE, lambda w: w.session.timeline.clock.speed, 1.5),
    ("plus", "+", NONE, lambda w: w.session.timeline.clock.speed, 1.5),
    ("zero is full speed", "0", NONE, lambda w: w.session.timeline.clock.speed, 1.0),
    ("ctrl plus", Key.Key_Plus, CTRL, lambda w: w.session.settings.text_percent, 125),
    ("ctrl equals", Key.Key_Equal, CTRL, lambda w: w.session.settings.text_percent, 125),
    ("b is black", "b", NONE, lambda w: w.session.blank, "black"),
    ("a dot is black", ".", NONE, lambda w: w.session.blank, "black"),
    ("w is white", "w", NONE, lambda w: w.session.blank, "white"),
    ("a comma is white", ",", NONE, lambda w: w.session.blank, "white"),
    ("f freezes", "f", NONE, lambda w: w.session.frozen, True),
    ("h leaves the stage", "h", NONE, lambda w: w.bare, True),
    ("d says the pose", "d", NONE, lambda w: bool(w.session.notice), True),
    ("f5 presents", Key.Key_F5, NONE, lambda w: w.presenting, True),
    ("shift f5 presents", Key.Key_F5, SHIFT, lambda w: w.presenting, True),
    ("f11 fills the screen", Key.Key_F11, NONE, lambda w: w.isFullScreen(), True),
    ("alt k plays", Key.Key_K, ALT, lambda w: w.session.timeline.clock.playing, True),
    ("space plays", Key.Key_Space, NONE, lambda w: w.session.timeline.clock.playing, True),
    ("r replays", "r", NONE, lambda w: w.session.timeline.clock.playing, True),
    ("m shows muscles", "m", NONE, lambda w: w.session.options.shows("muscles"), True),
    ("a shows angles", "a", NONE, lambda w: w.session.options.shows("angles"), True),
    ("c shows balance", "c", NONE, lambda w: w.session.options.shows("balance"), True),
    ("t shows trails", "t", NONE, lambda w: w.session.options.shows("trails"), True),
    ("j shows props", "j", NONE, lambda w: w.session.options.shows("props"), True),
    ("i shows labels", "i", NONE, lambda w: w.session.options.shows("labels"), True),
    ("y is the next preset", "y", NONE, lambda w: w.session.options.preset_name, "shape"),
    ("v is the next view", "v", NONE, lambda w: w.session.arrangement.view, "stacked"),
    ("s swaps", "s", NONE, lambda w: w.session.shown, (2, 0, 1)),
    ("z mirrors", "z", NONE, lambda w: w.session.arrangement.mirrored, True),
    ("clocks", Key.Key_T, CTRL | SHIFT, lambda w: w.session.arrangement.sync, "turn"),
    ("page down", Key.Key_PageDown, NONE, lambda w: w.session.spot, Spot(0, 1, 2)),
    ("n", "n", NONE, lambda w: w.session.spot, Spot(0, 1, 2)),
    ("page up", Key.Key_PageUp, NONE, lambda w: w.session.spot, Spot(0, 1, 0)),
    ("p", "p", NONE, lambda w: w.session.spot, Spot(0, 1, 0)),
    ("ctrl page down", Key.Key_PageDown, CTRL, lambda w: w.session.spot, Spot(0, 2, 0)),
    ("ctrl page up", Key.Key_PageUp, CTRL, lambda w: w.session.spot, Spot(0, 1, 0)),
)


@pytest.mark.parametrize(
    ("key", "held", "effect", "wanted"), [e[1:] for e in TIMES], ids=[e[0] for e in TIMES]
)
def test_a_key_does_its_work(
    window: Window,
    key: Key | str,
    held: Held,
    effect: Callable[[Window], object],
    wanted: object,
) -> None:
    window.session.go(Spot(0, 1, 1))
    window.session.set_options(window.session.options.preset("look"))
    window.session.set_speed(1.0)
    seek(window, 0.5)
    press(window, key, held)
    found = effect(window)
    assert found == (pytest.approx(wanted) if isinstance(wanted, float) else wanted)


def test_loop_keys_set_and_clear(window: Window) -> None:
    unasked(window.session)
    timeline = window.session.timeline
    seek(window, 0.25)
    press(window, "[")
    seek(window, 0.75)
    press(window, "]")
    whole = timeline.clock.duration_s
    assert timeline.clock.loop == pytest.approx((0.25 * whole, 0.75 * whole))
    press(window, "\\")
    assert timeline.clock.loop is None


def test_a_digit_answers_an_open_question_and_is_a_phase_otherwise(window: Window) -> None:
    session = window.session
    session.go(next(s for s in session.route.spots if session.route.build(s).question is not None))
    press(window, "2")
    assert session.answer == 1
    before = session.timeline.time_s
    # The guess stays one, and nobody is led to where the answer is seen.
    press(window, "3")
    assert (session.answer, session.timeline.time_s) == (1, before)
    while session.pending:
        press(window, "n")
    session.timeline.play(False)
    press(window, "3")
    assert session.timeline.time_s == pytest.approx(session.timeline.spans[2].to_s)


def test_enter_goes_on_where_no_control_needs_it(window: Window) -> None:
    before = window.session.spot
    press(window, Key.Key_Return)
    assert window.session.spot == window.session.route.after(before)


def test_f5_again_leaves_a_presenter_where_they_are(window: Window) -> None:
    press(window, Key.Key_F5)
    press(window, "n")
    press(window, "n")
    before = window.session.spot
    press(window, Key.Key_F5)
    assert window.presenting
    assert window.session.spot == before


def test_the_end_finds_the_figure_standing(window: Window) -> None:
    session = window.session
    session.go(session.route.spots[-1])
    seek(window, 0.5)
    press(window, "n")
    assert session.finished
    assert session.timeline.fraction == 0.0
    assert not session.timeline.clock.playing


def test_the_pose_in_words_follows_the_pose(window: Window) -> None:
    session = window.session
    unasked(session)
    seek(window, 0.0)
    press(window, "d")
    standing = session.notice
    press(window, Key.Key_End)
    assert session.notice
    assert session.notice != standing
    session.say("Something else.")
    press(window, Key.Key_Home)
    assert session.notice == "Something else."


def test_cards_open_with_their_keys_and_esc_closes_the_innermost(window: Window) -> None:
    for key, held in (
        ("g", NONE),
        ("o", NONE),
        ("?", NONE),
        (Key.Key_F1, NONE),
        (Key.Key_K, CTRL),
        (Key.Key_Comma, CTRL),
    ):
        press(window, key, held)
        assert window.desk.top() is not None, key
        press(window, Key.Key_Escape)
        assert window.desk.top() is None, key


def test_esc_never_ends_the_program(window: Window) -> None:
    press(window, Key.Key_F5)
    press(window, ".")
    for _ in range(6):
        press(window, Key.Key_Escape)
    assert window.isVisible()
    assert not window.presenting
    assert not window.isFullScreen()
    assert window.session.blank == ""


def test_letters_are_text_in_a_text_field(window: Window) -> None:
    before = window.session.spot
    press(window, Key.Key_K, CTRL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    press(window, "npb 1-")
    assert field.text() == "npb 1-"
    assert window.session.spot == before
    assert window.session.blank == ""


def test_a_command_can_be_found_and_taken_by_typing(window: Window) -> None:
    press(window, Key.Key_K, CTRL)
    press(window, "dark")
    press(window, Key.Key_Return)
    assert window.session.settings.theme == "dark"
    assert window.desk.top() is None


def test_space_belongs_to_a_focused_button(window: Window) -> None:
    button = next(b for b in window.findChildren(QPushButton) if b.text() == "Next")
    button.setFocus()
    spot = window.session.spot
    press(window, Key.Key_Space)
    assert window.session.spot > spot
    tool = next(b for b in window.findChildren(QToolButton) if b.accessibleName() == "Faster")
    tool.setFocus()
    playing = window.session.timeline.clock.playing
    speed = window.session.timeline.clock.speed
    press(window, Key.Key_Space)
    assert window.session.timeline.clock.playing == playing
    assert window.session.timeline.clock.speed > speed


def test_characters_can_be_switched_off(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, letter_keys=False))
    session = window.session
    before = (session.spot, session.options, session.blank)
    for letter in "npmactiydhbwfgor?.,-=0123[]\\":
        press(window, letter)
    assert (session.spot, session.options, session.blank) == before
    assert window.desk.top() is None
    press(window, Key.Key_PageDown)
    assert session.spot != before[0]


def test_every_command_is_in_a_menu_and_in_the_list(window: Window) -> None:
    menus = window.top.menus.findChildren(QMenu)
    actions = [action for menu in menus for action in menu.actions()]
    in_menus = [
        a.text().partition("\t")[0] for a in actions if a.menu() is None and not a.isSeparator()
    ]
    assert sorted(in_menus) == sorted(command.words for command in window.commands.all)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_closes_a_note_from_wherever_the_focus_is(opened: Opened, key: Key) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    window.setFocus()
    press(window, key)
    assert window.desk.top() is None
    assert window.session.settings.health_note_read


def test_menus_open_with_their_letters(window: Window) -> None:
    marked = [action.text() for action in window.top.menus.actions()]
    letters = [text[text.index("&") + 1].upper() for text in marked]
    assert len(set(letters)) == len(marked)
    taken = {key.rpartition("+")[2] for c in window.commands.all for key in c.keys if "Alt+" in key}
    assert not taken & set(letters)


def test_menus_and_help_name_keys_alike(window: Window) -> None:
    menus = window.top.menus.findChildren(QMenu)
    keys = [a.text().partition("\t")[2] for menu in menus for a in menu.actions()]
    assert "PgDn" in keys
    assert not any("PgDown" in key for key in keys)
    first = menus_of(window)[0]
    assert [a.text().partition("\t")[0] for a in first.actions()][-1] == "Quit"


def menus_of(window: Window) -> list[QMenu]:
    found = [action.menu() for action in window.top.menus.actions()]
    return [menu for menu in found if isinstance(menu, QMenu)]


def test_every_key_has_a_cap_of_its_own(window: Window) -> None:
    window.desk.help()
    card = window.desk.top()
    assert card is not None
    caps = [cap.text() for cap in card.findChildren(type(card.title)) if cap.objectName() == "key"]
    assert "." in caps
    assert "B" in caps
    assert not [cap for cap in caps if ", " in cap]


def test_the_list_offers_nothing_that_is_not_there(window: Window) -> None:
    words = [row.words for row in command_rows(window.commands, letters=True)]
    assert not [row for row in words if "Number" in row or "&" in row]
    assert len(window.session.route.lessons) == 1
    assert not [row for row in words if "Next lesson" in row or "Lesson before" in row]


def test_help_shows_only_what_works_now(opened: Opened) -> None:
    window = opened(settings=Settings(health_note_read=True, letter_keys=False))
    press(window, Key.Key_F1)
    card = window.desk.top()
    assert card is not None
    words = [label.text() for label in card.findChildren(type(card.title))]
    assert "Overview" not in words
    assert "Back" not in words, "there is nothing before the first build"
    assert "Next" in words


def test_preferences_count_at_once_and_are_kept(opened: Opened, tmp_path: Path) -> None:
    window = opened(memory=Memory(tmp_path / "kept"))
    window.desk.preferences()
    settle()
    card = window.desk.top()
    assert card is not None
    for words in ("Colors: Projector", "Text size: 150 %", "Figures: From pose to pose"):
        next(b for b in card.findChildren(QPushButton) if b.accessibleName() == words).click()
    wanted = Settings(theme="projector", text_percent=150, reduced_motion=True)
    assert window.session.settings == wanted
    assert Memory(tmp_path / "kept").settings == wanted
    assert window.session.options.text_scale == pytest.approx(1.5)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space, Key.Key_Escape])
def test_the_first_note_is_closed_by_any_of_the_usual_keys(opened: Opened, key: Key) -> None:
    window = opened(settings=Settings())
    window.desk.health_note()
    settle()
    press(window, Key.Key_Plus, CTRL)
    assert window.session.settings.text_percent == 125
    press(window, key)
    assert window.desk.top() is None
    assert window.session.settings.health_note_read
