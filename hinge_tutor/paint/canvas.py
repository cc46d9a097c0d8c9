"""What a shape is drawn on, and with what."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QPainter

from hinge_tutor.paint.tools import Tools


@dataclass(frozen=True, slots=True)
class Canvas:
    """What is drawn on and with: the picture's origin (`left`, `bottom`) and mm in the units of the
    viewport, and how many dots of the device a mm has.
    """

    painter: QPainter
    tools: Tools
    scale: float
    left: float
    bottom: float
    dots: float
