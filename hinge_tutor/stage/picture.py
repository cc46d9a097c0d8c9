"""A picture is data: shapes from back to front on a sheet, and places that answer to a pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hinge_tutor.stage.shapes import Shape


@dataclass(frozen=True, slots=True)
class Hotspot:
    """A place that answers to the pointer: a joint or a muscle of one figure, as a disc in mm."""

    name: str
    figure: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, eq=False)
class Still:
    """What is the same at every moment: the last `count` shapes, all within the lowest `top` mm.

    One object for as long as they are the same, so that a painter may keep what it made of them.
    """

    count: int
    top: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Shapes from back to front on a sheet of `width` × `height` mm, origin at its lower left.

    `ground` is the role of the sheet's own color; a sheet without one lies over another picture.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    hotspots: tuple[Hotspot, ...] = ()
    ground: str = "ground"
    still: Still | None = None

    def with_over(self, shapes: Iterable[Shape]) -> Picture:
        """The same with more shapes over everything but what stands still, which stays last."""
        moving = len(self.shapes) - (self.still.count if self.still else 0)
        return replace(self, shapes=(*self.shapes[:moving], *shapes, *self.shapes[moving:]))

    def layers(self) -> frozenset[str]:
        """The names of the layers that have a shape here."""
        return frozenset(shape.layer for shape in self.shapes)

    def named(self, name: str) -> tuple[Shape, ...]:
        """The shapes of this name."""
        return tuple(shape for shape in self.shapes if shape.name == name)
