"""What a pane has that takes the lesson's place for a while: a head with a way out, a column that
scrolls, and buttons under it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.clear_area import ClearArea
from hinge_tutor.app.guest import Guest
from hinge_tutor.app.icons import put_icon
from hinge_tutor.app.pane_height import share_height

_CLOSE_PX = 18
# Between what stands in the column; a question of the clinic has its replay in sight with it.
_GAP_PX = 14


class GuestPane(Guest):
    """`head` tells under the name how far one is; whoever derives from it fills it once with
    `lay_out` and calls `settle` after each change of what it shows.
    """

    def __init__(
        self, name: str, close: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        """`close` puts the lesson back in its place."""
        super().__init__(parent)
        self.setObjectName("pane")
        self.setAccessibleName(name)
        self.look: Look | None = None
        self._name = wrapped("kicker", name.upper())
        self.head: QLabel = wrapped("quiet")
        self.way_out = QToolButton()
        self.way_out.setObjectName("plain")
        self.way_out.clicked.connect(close)
        self._scroll = ClearArea()
        self._column = QVBoxLayout()
        self._foot = QVBoxLayout()

    def lay_out(
        self, column: Sequence[QWidget | QLayout], foot: Sequence[QWidget], scrolled: str
    ) -> None:
        """What stands in the column and under it; `scrolled` is the name of what scrolls."""
        body = QWidget()
        body.setObjectName("pane_body")
        body.setLayout(self._column)
        head, said = QHBoxLayout(), QVBoxLayout()
        said.setSpacing(5)
        said.addWidget(self._name)
        said.addWidget(self.head)
        head.addLayout(said, 1)
        head.addWidget(self.way_out, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)
        for part in column:
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)
        self._column.addStretch(1)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(scrolled)
        self._scroll.setWidget(body)
        for widget in foot:
            self._foot.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 1, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._foot)

    def set_look(self, look: Look) -> None:
        """Margins and the cross, in the look's sizes and colors."""
        self.look = look
        self._column.setContentsMargins(look.margins(28, 18, 24, 16))
        self._column.setSpacing(look.gap(_GAP_PX))
        self._foot.setContentsMargins(look.margins(28, 6, 24, 24))
        self._foot.setSpacing(look.gap(10))
        size = look.px(_CLOSE_PX)
        put_icon(self.way_out, "close", look.colors.text, size)

    def cards(self) -> Sequence[QWidget]:
        """Whose own layouts have to be settled before the column's."""
        return ()

    def settle(self) -> None:
        """Shares the height anew, once the pane is seen; what does not fit is scrolled by keys."""
        if self.look is None or not self.isVisible():
            return
        share_height(self, self._scroll, self.cards())
        long = self._scroll.verticalScrollBar().maximum() > 0
        policy = Qt.FocusPolicy.StrongFocus if long else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(policy)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.settle()
