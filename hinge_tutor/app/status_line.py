"""One message at a time: a pose in words, or what just went otherwise than wished."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import icon
from hinge_tutor.app.session import Session

# A message never takes more than this share of the window from the figures; the rest scrolls.
LARGEST_SHARE = 0.16


class StatusLine(QFrame):
    """Shown while there is something to say."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status")
        self._session = session
        self._words = wrapped("message")
        self._words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._words)
        self._area.setAccessibleName(self.tr("Message"))
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.clicked.connect(self.on_close)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self._area, 1)
        row.addWidget(self._close)
        session.options_changed.connect(self.on_options_changed)
        session.step_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        size = look.target(16)
        self._close.setIcon(icon("close", look.colors.text, size))
        self._close.setIconSize(QSize(size, size))
        self._fit()

    def on_options_changed(self) -> None:
        notice = self._session.notice
        if notice and notice != self._words.text():
            announce(self, notice)
        self._words.setText(notice)
        self._fit()
        self.setVisible(bool(notice))

    def on_close(self) -> None:
        self._session.say("")

    def _fit(self) -> None:
        needs = self._words.heightForWidth(max(self._area.viewport().width(), 100))
        room = round(LARGEST_SHARE * self.window().height())
        least = self._close.sizeHint().height()
        self._area.setFixedHeight(max(min(needs, room), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
