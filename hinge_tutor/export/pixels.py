"""The dots of an image as numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage


def packed(image: QImage) -> npt.NDArray[np.uint32]:
    """Each dot of an image as 0xRRGGBB, (height, width)."""
    wide = image.bytesPerLine() // 4
    words = np.frombuffer(image.constBits(), dtype="<u4").reshape(image.height(), wide)
    dots: npt.NDArray[np.uint32] = words[:, : image.width()] & np.uint32(0xFFFFFF)
    return dots


def rgb(image: QImage) -> npt.NDArray[np.uint8]:
    """Red, green and blue of each dot, (height, width, 3)."""
    return rgb_of(packed(image))


def rgb_of(dots: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
    """Red, green and blue of packed dots, (…, 3)."""
    return np.stack([dots >> 16, dots >> 8, dots], axis=-1).astype(np.uint8)
