"""One message at a time: a pose in words, or what just went otherwise than wished."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.session import Session
from hinge_tutor.app.tool_button import tool_button

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
        # Measures other texts than the one that is shown.
        self._gauge = wrapped("message")
        self._gauge.setParent(self)
        self._gauge.hide()
        self._beside: tuple[str, ...] = ()
        self._kept = 0
        self._area = ClearArea()
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._words)
        self._area.setAccessibleName(self.tr("Message"))
        self._close = tool_button(self.tr("Close message"), self.on_close, kind="plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 6, 4)
        row.addWidget(self._area, 1)
        row.addWidget(self._close)
        session.options_changed.connect(self.on_options_changed)
        session.step_changed.connect(self.on_options_changed)
        self.on_options_changed()

    def set_look(self, look: Look) -> None:
        size = look.target(16)
        put_icon(self._close, "close", look.colors.text, size)
        self._kept = 0
        self._fit()

    def keep_room(self, texts: Iterable[str]) -> None:
        """Makes room for the longest of these, for as long as one of them is shown."""
        self._beside = tuple(texts)

    def on_options_changed(self) -> None:
        notice = self._session.notice
        if notice not in self._beside:
            self._beside, self._kept = (), 0
        self._words.setText(notice)
        self._area.setAccessibleDescription(notice)
        self._fit()
        self.setVisible(bool(notice))

    def on_close(self) -> None:
        self._session.say("")

    def _fit(self) -> None:
        wide = max(self._area.room.width(), 100)
        # What was once needed stays: a number that grows by a digit moves nothing.
        self._kept = max(self._kept, *(self._high(text, wide) for text in ("", *self._beside)))
        needs = max(self._words.heightForWidth(wide), self._kept)
        room = round(LARGEST_SHARE * self.window().height())
        least = self._close.sizeHint().height()
        self._area.setFixedHeight(max(min(needs, room), least))

    def _high(self, text: str, wide: int) -> int:
        self._gauge.setText(text)
        self._gauge.ensurePolished()
        return self._gauge.heightForWidth(wide) if text else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._kept = 0
        self._fit()
