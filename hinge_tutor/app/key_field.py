"""A field that is told a key by pressing it: Esc leads back out of it, Tab leads on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hinge_tutor.app.command import CAPTURE, key_name

# Held to be pressed together with another key, or doing something to the keyboard itself.
NO_KEYS = (
    *(Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta),
    *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_unknown),
)
WAYS_ON = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class KeyField(QLineEdit):
    """`pressed` tells the name of a key, `left` that somebody wants back."""

    pressed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(CAPTURE)
        self.setReadOnly(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setPlaceholderText(self.tr("Press a key here"))
        self.setAccessibleName(self.tr("New key"))
        self.setAccessibleDescription(self.tr("Press the key. Esc leads back, Tab leads on."))

    def event(self, event: QEvent) -> bool:
        """Neither menus nor the field's own editing take a key before it is told."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        elif key in NO_KEYS or event.isAutoRepeat():
            pass
        elif not event.modifiers() & Qt.KeyboardModifier.MetaModifier:
            # Together with the system's own key, a key is the system's.
            self.pressed.emit(key_name(event))
        event.accept()
