"""Muscle work over the repetition: a lane for each group, a strip for each figure, one playhead."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from hinge_tutor.app.accessible import Role, give_role
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.session import Session

HEIGHT_PX = 176


class MuscleRoll(QFrame):
    """Paints the roll's picture once for a build and a size, then only the playhead moves."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._session = session
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        give_role(self, Role.Chart, self.tr("Muscle work over the repetition"))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = self._look.scale if self._look else 1.0
        return QSize(400, round(HEIGHT_PX * scale))
