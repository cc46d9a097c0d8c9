"""Leads keys to commands: before the focused control where the key is ours, after it where not."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QScrollArea,
    QSlider,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from hinge_tutor.app.command import CAPTURE, Commands, is_character, key_name
from hinge_tutor.app.desk import Desk
from hinge_tutor.app.lesson_commands import ON_KEY
from hinge_tutor.app.own_keys import kept
from hinge_tutor.app.stage_view import StageView

# A focused button is pressed by these; nothing takes them from it.
BUTTON_KEYS = ("Space", "Return")
# What presenters' remotes send; these work from everywhere, over every card.
REMOTE_KEYS = ("PgDown", "PgUp", "F5", "Esc", ".")
# What works over a card as well, by keys that type nothing.
OVER_CARDS = (
    *("present", "present_here", "close", "help", "full_screen", "leave"),
    *("larger", "smaller", "usual_size"),
)
# A field changes its own text with these, and keeps it.
TEXT_KEYS = ("Ctrl+C", "Ctrl+V", "Ctrl+X", "Ctrl+A", "Ctrl+Z", "Ctrl+Shift+Z")
# A slider that sets a value moves with these; the one of time is moved by commands.
DIAL, DIAL_KEYS = "dial", ("Left", "Right", "Up", "Down", "Home", "End")
# Kinds of widget by Qt's own names: Python is told of one only when it is needed, and that takes
# a millisecond each.
FIELDS, LIST = ("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox"), "QListWidget"
# Opened by a key or a click, it leads through its menus until Esc; only pages turn meanwhile.
MENUS = "QMenuBar"
FIELD_KEYS = (
    *("Left", "Right", "Up", "Down", "Home", "End"),
    *("Space", "Return", "Backspace", "Del"),
)
# Held down, these turn one page; a card on top takes them for itself.
PAGE_KEYS = ("PgDown", "PgUp")
# From a page to the one before it, as in a browser.
BACK_KEY = "Alt+Left"
# Above and below a control that is scrolled into sight.
ROUND_FOCUS_PX = 12
LIST_KEYS = ("Up", "Down", "Home", "End", "Return")
# While presenting, the arrows and Enter turn pages as a click does.
PRESENT_KEYS = {
    "Return": "next",
    "Right": "next",
    "Down": "next",
    "Left": "previous",
    "Up": "previous",
}


class Keys(QObject):
    """Watches whichever widget of the window has the focus, so that no key is taken twice."""

    def __init__(
        self,
        window: QWidget,
        commands: Commands,
        letters: Callable[[], bool],
        presenting: Callable[[], bool],
        desk: Desk,
    ) -> None:
        """`letters`: whether characters are keys; `desk`: the cards over the window."""
        super().__init__(window)
        self._window = window
        self._commands = commands
        self._letters = letters
        self._presenting = presenting
        self._desk = desk
        self._watched: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.on_focus_changed)

    def on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        if new is not None:
            into_sight(new)
        if new is not None and new is not self._window and new.window() is self._window:
            self._watched = new
            new.installEventFilter(self)

    def handle(self, event: QKeyEvent, focused: QWidget | None) -> bool:
        """Runs the command behind a key, if this key is a command's here and now."""
        key = key_name(event)
        if key == "Return" and isinstance(focused, QAbstractButton):
            # Qt itself lets Enter press buttons in dialogs only.
            focused.click()
            return True
        if not key or (focused is not None and _belongs_to(focused, key)):
            return False
        card = self._desk.top()
        if card is not None:
            if key in PAGE_KEYS:
                card.turn_page(key == "PgDown", event.isAutoRepeat())
                return True
            if key == BACK_KEY:
                return card.go_back()
            over = self._commands.by_key(key)
            if over is None or over.id not in OVER_CARDS or is_character(key):
                return key == "Return" and card.accept()
        if key in (*PAGE_KEYS, ON_KEY) and event.isAutoRepeat():
            return True
        id_ = PRESENT_KEYS.get(key) if self._presenting() else None
        command = self._commands.by_key(key)
        if key == ON_KEY and (command is None or not command.possible()):
            # Whoever closes the first note with Enter goes on with Enter.
            id_ = "next"
        if id_ is not None:
            self._commands.run(id_)
            return True
        silent = is_character(key) and not self._letters()
        if silent and not (key in REMOTE_KEYS and self._presenting()):
            return False
        if command is None or not command.possible():
            return False
        command.run()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            widget = watched if isinstance(watched, QWidget) else None
            return self.handle(event, widget)
        return False


def into_sight(widget: QWidget) -> None:
    """Scrolls until a control that has taken the focus can be seen, its top before its end."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and (sheet := above.widget()) is not None:
            # Qt's own way would be content with the line of a text in which the cursor is.
            top = widget.mapTo(sheet, QPoint(0, 0)).y()
            above.ensureVisible(0, top + widget.height() + ROUND_FOCUS_PX, 0, 0)
            above.ensureVisible(0, top - ROUND_FOCUS_PX, 0, 0)
        above = above.parentWidget()


def _belongs_to(widget: QWidget, key: str) -> bool:
    """Whether the focused control needs the key for itself."""
    if widget.objectName() == CAPTURE:
        return True
    if any(map(widget.inherits, FIELDS)):
        plain = key.rpartition("+")[2] or key
        return is_character(key) or plain in FIELD_KEYS or key in TEXT_KEYS
    if widget.inherits(MENUS):
        return key not in (*PAGE_KEYS, "F5")
    if key == "Ctrl+C" and _selected(widget):
        return True
    if kept(widget, key):
        return True
    if isinstance(widget, StageView):
        return widget.hand is not None and widget.hand.takes(key)
    if isinstance(widget, QSlider) and widget.objectName() == DIAL:
        return key in DIAL_KEYS
    if isinstance(widget, QAbstractButton):
        return key in BUTTON_KEYS
    if widget.inherits(LIST):
        return key in LIST_KEYS or is_character(key)
    return False


def _selected(widget: QWidget) -> bool:
    """Whether a text is marked in a widget, so that copying means this text."""
    if isinstance(widget, QTextEdit):
        return widget.textCursor().hasSelection()
    return isinstance(widget, QLabel) and widget.hasSelectedText()
