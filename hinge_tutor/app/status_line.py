"""One sentence at a time: a pose in words, or what just went otherwise than wished."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import icon
from hinge_tutor.app.session import Session


class StatusLine(QFrame):
    """Shown while there is something to say."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self.setAccessibleName(self.tr("Message"))
        self._session = session
        self._words = wrapped("body")
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.clicked.connect(self.on_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.addWidget(self._words, 1)
        row.addWidget(self._close)
        session.options_changed.connect(self.on_options_changed)
        session.step_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        size = look.px(16)
        self._close.setIcon(icon("close", look.colors.text, size))
        self._close.setIconSize(QSize(size, size))

    def on_options_changed(self) -> None:
        notice = self._session.notice
        if notice and notice != self._words.text():
            announce(self, notice)
        self._words.setText(notice)
        self.setVisible(bool(notice))

    def on_close(self) -> None:
        self._session.say("")
