"""A card over the window: what help, lists and questions stand in. Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.icons import put_icon

MARGIN_PX = 24
SHADE_ALPHA = 120
# A list that grows with the text takes no more than this of a large window's height.
SHARE = 0.85


class Overlay(QWidget):
    """Covers its window with a shade and stands a card on it; Tab stays inside.

    `body` takes the content. Closing gives the focus back to where it was.
    """

    # Whether a page key closes the card where nothing is left to scroll.
    pages_close = True

    def __init__(self, title: str, width_px: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._under = parent
        self._wanted_px = width_px
        self._scale = 1.0
        self._stretched: tuple[QWidget, int | None, int | None] | None = None
        self._back_to: QWidget | None = None
        self.title = QLabel(title)
        self.title.setObjectName("heading")
        self._close = QToolButton()
        self._close.setObjectName("plain")
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.clicked.connect(self.dismiss)
        self._card = QFrame(self)
        self._card.setObjectName("card")
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close)
        self._column = column = QVBoxLayout(self._card)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        self.setAccessibleName(title)
        parent.installEventFilter(self)
        self.hide()

    def set_look(self, look: Look) -> None:
        self._scale = look.scale
        self._column.setContentsMargins(look.margins(24, 18, 24, 22))
        self._column.setSpacing(look.gap(12))
        size = look.px(18)
        put_icon(self._close, "close", look.colors.text, size)
        self._place()

    def open(self, focus: QWidget | None = None) -> None:
        """Shows the card over everything else in the window."""
        if not self.isVisible():
            # A window that is not the active one yet knows where its focus will be.
            self._back_to = QApplication.focusWidget() or self._under.window().focusWidget()
        self.show()
        self.raise_()
        self._place()
        (focus or self._close).setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, self.title.text())

    def dismiss(self) -> None:
        """Closes the card."""
        if not self.isVisible():
            return
        back = self._back_to
        # Before the card goes: Qt would give the focus to the next control of it first.
        if back is not None and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.window().setFocus()
        self.hide()

    def turn_page(self, forward: bool, held: bool) -> None:
        """A page key: scrolls what does not fit; where nothing is left, a fresh press may close."""
        for area in self._card.findChildren(QAbstractScrollArea):
            if not area.isVisible():
                continue
            bar = area.verticalScrollBar()
            before = bar.value()
            bar.setValue(before + (1 if forward else -1) * bar.pageStep())
            if bar.value() != before:
                return
        if self.pages_close and not held:
            self.dismiss()

    def go_back(self) -> bool:
        """Alt+Left where no control takes it; returns whether the card does."""
        return False

    def accept(self) -> bool:
        """Enter where no control takes it; returns whether the card does."""
        return False

    def stretch(self, area: QWidget, wanted_px: int | None, most_px: int | None = None) -> None:
        """Gives a list its height, or what the window leaves of it; the rest scrolls.

        `most_px` is what it takes at most at 100 % text, or a large share of a large window; None
        wants as much as that.
        """
        self._stretched = (area, wanted_px, most_px)

    def inner_width(self) -> int:
        """How wide the content of the card can be in this window."""
        margins = self._column.contentsMargins()
        return self._width() - margins.left() - margins.right()

    def _width(self) -> int:
        """The card's width."""
        wanted = round(self._wanted_px * self._scale)
        return max(min(wanted, self._under.width() - 2 * MARGIN_PX), 200)

    def _place(self) -> None:
        area = self._under.rect()
        self.setGeometry(area)
        self._card.setFixedWidth(self._width())
        room = area.height() - 2 * MARGIN_PX
        if self._stretched is not None:
            stretched, natural, most = self._stretched
            if most is not None:
                most = min(round(most * self._scale), max(most, round(SHARE * area.height())))
            limits = [room if limit is None else limit for limit in (natural, most)]
            stretched.setMinimumHeight(0)
            # Otherwise a layout inside this one would still count with the height it had before.
            self._column.activate()
            around = self._least_height() - stretched.minimumSizeHint().height()
            stretched.setMinimumHeight(max(min(*limits, room - around), 0))
        # Twice: wrapped text knows its height only once the first round has given it its width.
        for _ in range(2):
            self._column.activate()
            if self._column.hasHeightForWidth():
                wanted = self._column.totalHeightForWidth(self._card.width())
            else:
                wanted = self._column.totalSizeHint().height()
            height = max(min(wanted, room), 120)
            self._card.setFixedHeight(height)
        left = (area.width() - self._card.width()) // 2
        self._card.move(left, max((area.height() - height) // 2, MARGIN_PX))

    def _least_height(self) -> int:
        """How low the card can be; a title that wraps takes more lines in a narrow one."""
        if self._column.hasHeightForWidth():
            return self._column.totalMinimumHeightForWidth(self._card.width())
        return self._column.totalMinimumSize().height()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._under and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes around inside the card."""
        inside = [
            widget
            for widget in self._card.findChildren(QWidget)
            if widget.isVisibleTo(self)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        inside.sort(key=self._reading_order)
        here = QApplication.focusWidget()
        if not inside:
            return True
        place = inside.index(here) if here in inside else -1
        inside[(place + (1 if next_ else -1)) % len(inside)].setFocus(
            Qt.FocusReason.TabFocusReason if next_ else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _reading_order(self, widget: QWidget) -> tuple[int, int]:
        corner = widget.mapTo(self, widget.rect().topLeft())
        return corner.y(), corner.x()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._card.geometry().contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), QColor(0, 0, 0, SHADE_ALPHA))
        finally:
            painter.end()
