"""A strip at the foot of the window: what is being made, how far it is, and how it ended."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QToolBar,
    QVBoxLayout,
)

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.errand import DONE, FAILED, RUNNING, STOPPED, WAITING, Errand, State
from hinge_tutor.app.folders import open_folder
from hinge_tutor.app.session import Session


class ErrandCard(QFrame):
    """There from the start of an order until somebody closes it; the lesson goes on meanwhile."""

    def __init__(self, errand: Errand, session: Session, window: QMainWindow) -> None:
        super().__init__()
        self.setObjectName("errand")
        self.setAccessibleName(self.tr("File to take away"))
        self._errand, self._session = errand, session
        self._told = WAITING
        self.said = wrapped("strong")
        self.bar = QProgressBar()
        self.bar.setObjectName("done")
        self.bar.setAccessibleName(self.tr("How much of the file is made"))
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleDescription(self.tr("The file is not made."))
        self.cancel.clicked.connect(errand.stop)
        self.folder = QPushButton(self.tr("Open its folder"))
        self.folder.clicked.connect(self.on_folder)
        self.close_ = QPushButton(self.tr("Close"))
        self.close_.clicked.connect(errand.forget)
        text = QVBoxLayout()
        text.addWidget(self.said)
        text.addWidget(self.bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 16, 8)
        row.addLayout(text, 1)
        for button in (self.folder, self.cancel, self.close_):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._place = QToolBar(window)
        self._place.setObjectName("foot")
        self._place.setMovable(False)
        self._place.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._place.addWidget(self)
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._place)
        errand.changed.connect(self.refresh)
        session.options_changed.connect(self.on_options_changed)
        self.refresh()

    def on_options_changed(self) -> None:
        """An audience sees nothing of it."""
        shown = self._errand.state.name != WAITING and not self._session.audience
        self._place.setVisible(shown)

    def refresh(self) -> None:
        """What there is to see and to do now."""
        state = self._errand.state
        running = state.name == RUNNING
        for widget, shown in (
            (self.bar, running),
            (self.cancel, running),
            (self.folder, state.name == DONE),
            (self.close_, not running),
        ):
            widget.setVisible(shown)
        # Before the first word of the child nobody knows how much there is to do.
        self.bar.setRange(0, state.total)
        self.bar.setValue(state.done)
        if state.name != self._told:
            self._told = state.name
            self.said.setText(self._sentence(state))
            self.updateGeometry()
            self.on_options_changed()
            if state.name != WAITING:
                announce(self, self.said.text())

    def _sentence(self, state: State) -> str:
        if state.order is None:
            return ""
        target = state.order.target
        words = {
            RUNNING: self.tr("%1 is being made.").replace("%1", target.name),
            DONE: self.tr("Saved: %1").replace("%1", str(target)),
            STOPPED: self.tr("Stopped; %1 was not made.").replace("%1", target.name),
            FAILED: state.problem,
        }
        return words.get(state.name, "")

    def on_folder(self) -> None:
        """Shows where the file is, in whatever shows folders here; where nothing does, says so."""
        order = self._errand.state.order
        if order is not None and (said := open_folder(order.target.parent)):
            self.said.setText(said)
            self.updateGeometry()
            announce(self, said)

    # ── Qt ───────────────────────────────────────────────────────────────────────────────────────

    def sizeHint(self) -> QSize:
        """As high as its sentence is in all the width there is; a tool bar asks before it knows."""
        wide = max(self.width(), self.minimumSizeHint().width())
        column = self.layout()
        if column is None or not column.hasHeightForWidth():
            return super().sizeHint()
        return QSize(wide, column.totalHeightForWidth(wide))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
