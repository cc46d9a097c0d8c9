"""How alike two images are: the luminance of small blocks, by their mean and by the worst of them.

Pixels along edges differ between versions of Qt, as their antialiasing does. So pictures are
painted at four times their size and scaled down, and blocks of 4 × 4 px are compared: what differs
in single pixels averages out, a line that stands elsewhere does not. What is shown is drawn without
text, whose rasters differ far more between machines, and whose places the text goldens keep.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.export.image import drawn
from hinge_tutor.paint import Palette
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.shapes import Faded, Label, Shape

FINER, BLOCK_PX = 4, 4
# Of 255 steps of luminance. Painted three or five times as large before they are scaled down, which
# no edge survives as it was, these pictures differ by up to 4.1 in the worst block and .05 on
# average (a test measures both against half of what is allowed). A limb that stands off by a
# hundredth of the body's height differs by 21 and more in its worst block.
WORST, MEAN = 9.0, 0.3


@dataclass(frozen=True)
class Difference:
    """How far two images are apart, in steps of luminance out of 255."""

    mean: float
    worst: float
    at_px: tuple[int, int]

    @property
    def small(self) -> bool:
        """Whether the images count as the same."""
        return self.mean <= MEAN and self.worst <= WORST

    def __str__(self) -> str:
        x, y = self.at_px
        return f"mean {self.mean:.2f} of {MEAN}, worst {self.worst:.1f} of {WORST} at {x}, {y} px"


def difference(one: QImage, other: QImage) -> Difference:
    """What differs between two images of one size."""
    first, second = _blocks(one), _blocks(other)
    apart = np.abs(first - second)
    row, column = np.unravel_index(int(apart.argmax()), apart.shape)
    at = (int(column) * BLOCK_PX, int(row) * BLOCK_PX)
    return Difference(float(apart.mean()), float(apart.max()), at)


def painted(shown: Picture, size: tuple[int, int], palette: Palette, finer: int = FINER) -> QImage:
    """The picture at a size, painted `finer` times as large and scaled down."""
    width, height = size
    large = drawn(shown, (width * finer, height * finer), palette)
    smooth = Qt.TransformationMode.SmoothTransformation
    return large.scaled(QSize(width, height), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def without_text(shown: Picture) -> Picture:
    """The picture without its labels."""
    return replace(shown, shapes=tuple(_plain(shape) for shape in shown.shapes if _drawn(shape)))


def _plain(shape: Shape) -> Shape:
    if isinstance(shape, Faded):
        return replace(shape, shapes=tuple(_plain(each) for each in shape.shapes if _drawn(each)))
    return shape


def _drawn(shape: Shape) -> bool:
    return not isinstance(shape, Label)


def _blocks(image: QImage) -> FloatArray:
    """The mean luminance of each block (rows, columns), 0 to 255."""
    gray = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(gray.constBits(), np.uint8).reshape(gray.height(), gray.bytesPerLine())
    high, wide = gray.height() // BLOCK_PX, gray.width() // BLOCK_PX
    cut = rows[: high * BLOCK_PX, : wide * BLOCK_PX].astype(np.float64)
    blocks: FloatArray = cut.reshape(high, BLOCK_PX, wide, BLOCK_PX).mean(axis=(1, 3))
    return blocks
