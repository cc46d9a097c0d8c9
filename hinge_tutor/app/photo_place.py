"""How closely, and at which place, one looks at a photo in a widget."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from hinge_tutor.motion.photo_places import Point

# One step closer, and the closest: a finger's width fills the window.
STEP, CLOSEST = 1.25, 12.0
# Round the whole photo.
EDGE_PX = 8.0


@dataclass(frozen=True)
class PhotoPlace:
    """A photo of a size in px in a room of a widget; `zoom` 1 shows all of it around `middle`."""

    size: tuple[int, int]
    room: QRectF
    zoom: float = 1.0
    middle: Point | None = None

    @property
    def scale(self) -> float:
        """Widget px for one of the photo."""
        width, height = self.size
        across = max(self.room.width() - 2 * EDGE_PX, 1.0) / width
        return self.zoom * min(across, max(self.room.height() - 2 * EDGE_PX, 1.0) / height)

    @property
    def _middle(self) -> Point:
        width, height = self.size
        x, y = self.middle or (width / 2, height / 2)
        return _kept(x, width, self.room.width(), self.scale), _kept(
            y, height, self.room.height(), self.scale
        )

    def on_widget(self, at: Point) -> QPointF:
        """A place of the photo in the widget."""
        x, y = self._middle
        center = self.room.center()
        return QPointF(center.x() + (at[0] - x) * self.scale, center.y() + (at[1] - y) * self.scale)

    def on_photo(self, at: QPointF) -> Point:
        """A place of the widget on the photo."""
        x, y = self._middle
        center = self.room.center()
        return x + (at.x() - center.x()) / self.scale, y + (at.y() - center.y()) / self.scale

    @property
    def target(self) -> QRectF:
        """Where the photo lies in the widget."""
        width, height = self.size
        return QRectF(self.on_widget((0.0, 0.0)), QSizeF(width * self.scale, height * self.scale))

    def closer(self, steps: float, at: QPointF) -> PhotoPlace:
        """So many steps closer; what is at a place of the widget stays there."""
        kept = self.on_photo(at)
        zoomed = replace(self, zoom=min(max(self.zoom * STEP**steps, 1.0), CLOSEST))
        center = self.room.center()
        middle = (
            kept[0] - (at.x() - center.x()) / zoomed.scale,
            kept[1] - (at.y() - center.y()) / zoomed.scale,
        )
        return replace(zoomed, middle=middle)

    def pulled(self, dx: float, dy: float) -> PhotoPlace:
        """The photo moved by so many px of the widget."""
        x, y = self._middle
        return replace(self, middle=(x - dx / self.scale, y - dy / self.scale))

    def showing(self, at: Point, edge_px: float) -> PhotoPlace:
        """The same, moved as far as is needed to see a place of the photo off the edges."""
        there = self.on_widget(at)
        inside = self.room.adjusted(edge_px, edge_px, -edge_px, -edge_px)
        x = min(max(there.x(), inside.left()), inside.right())
        y = min(max(there.y(), inside.top()), inside.bottom())
        return self.pulled(x - there.x(), y - there.y())


def _kept(middle: float, size: float, room: float, scale: float) -> float:
    """A middle that leaves nothing empty beside the photo where the photo is larger."""
    half = (room / 2 - EDGE_PX) / scale
    return size / 2 if 2 * half >= size else min(max(middle, half), size - half)
