"""A badge on the stage that says that the picture is held while the lesson can go on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLabel, QWidget

from hinge_tutor.app.accessible import announce
from hinge_tutor.app.session import Session

# From the left edge, and from the lower one: under the ground line.
LEFT_PX, LOWER_PX = 14, 1


class HoldBadge(QLabel):
    """In the lower left corner, where no figure's name stands; there while the picture is held."""

    def __init__(self, session: Session, stage: QWidget) -> None:
        super().__init__(stage)
        self.setObjectName("badge")
        self._session = session
        self._stage = stage
        self.setText(self.tr("Picture held"))
        stage.installEventFilter(self)
        session.options_changed.connect(self.on_options_changed)
        self.hide()

    def on_options_changed(self) -> None:
        held = self._session.frozen
        letters = self._session.settings.letter_keys
        self.setText(self.tr("Picture held · F goes on") if letters else self.tr("Picture held"))
        if held and self.isHidden() and self._stage.isVisible():
            announce(self, self.text())
        self.setVisible(held)
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        self.move(LEFT_PX, self._stage.height() - self.height() - LOWER_PX)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and watched is self._stage:
            self._place()
        return super().eventFilter(watched, event)
