"""Leads the eye to where the camera is asked to look: gently, or at once without motion."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize

from hinge_tutor.stage.camera import WHOLE, Camera

if TYPE_CHECKING:
    from PySide6.QtCore import QVariantAnimation

# Long enough to see where it goes, short enough not to wait for.
GLIDE_MS = 220


class Lens(QObject):
    """The camera of one stage as it is at this moment; `moved` is told of every change."""

    def __init__(
        self, moved: Callable[[], None], still: Callable[[], bool], parent: QObject
    ) -> None:
        """`still` says whether nothing is to glide."""
        super().__init__(parent)
        self._moved, self._still = moved, still
        self._start = self._goal = self._now = WHOLE
        self._glide: QVariantAnimation | None = None

    def look(self, camera: Camera, gently: bool) -> None:
        """Another camera to go to."""
        if camera == self._goal:
            return
        if self._glide is not None:
            self._glide.stop()
        self._start, self._goal = self._now, camera
        if gently and not self._still():
            self._glide = self._glide or self._made()
            self._glide.start()
        else:
            self._now = camera
            self._moved()

    def _made(self) -> QVariantAnimation:
        # Whoever opens the tutor sees all of the stage.
        from PySide6.QtCore import QEasingCurve, QVariantAnimation

        glide = QVariantAnimation(self)
        glide.setStartValue(0.0)
        glide.setEndValue(1.0)
        glide.setDuration(GLIDE_MS)
        glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        glide.valueChanged.connect(self.on_glided)
        return glide

    def target(self, size: QSize) -> QRectF:
        """Where the sheet lies in a widget of a size, px."""
        return QRectF(*self._now.target(size.width(), size.height()))

    def on_glided(self, share: float) -> None:
        self._now = self._goal if share >= 1.0 else self._start.toward(self._goal, share)
        self._moved()
