"""How closely, and at which place, one looks at the sheet of the stage.

A window that shows the sheet `zoom` times as large has a target
    left = W/2 - x zoom W,   top = H/2 - y zoom H,   zoom W wide, zoom H high
around the place x, y of the sheet, in shares of its width from the left and of its height from the
top, that stands in the middle of a window of W × H. The place is kept so near the middle of the
sheet that the sheet fills the window.
"""

from __future__ import annotations

from dataclasses import dataclass

# One step of a key or a wheel; four of them double. Beyond CLOSEST a joint fills the window.
STEP, CLOSEST = 2.0**0.25, 6.0
# A key moves the window by this share of what it shows.
SHIFT = 0.15


@dataclass(frozen=True)
class Camera:
    """`zoom` 1 shows the whole sheet; `x`, `y` are the place in the middle of the window."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def whole(self) -> bool:
        """Whether the whole sheet is seen."""
        return self.zoom == 1.0

    def target(self, width: float, height: float) -> tuple[float, float, float, float]:
        """Left, top, width and height of the sheet for a window of this size, in its units."""
        return (
            width / 2 - self.x * self.zoom * width,
            height / 2 - self.y * self.zoom * height,
            self.zoom * width,
            self.zoom * height,
        )

    def closer(self, steps: float, at: tuple[float, float] = (0.5, 0.5)) -> Camera:
        """So many steps closer; the place under `at`, in shares of the window, stays there."""
        zoom = min(max(self.zoom * STEP**steps, 1.0), CLOSEST)
        dx, dy = at[0] - 0.5, at[1] - 0.5
        x = self.x + dx / self.zoom - dx / zoom
        y = self.y + dy / self.zoom - dy / zoom
        return _kept(zoom, x, y)

    def moved(self, dx: float, dy: float) -> Camera:
        """The window moved over the sheet, in shares of what it shows: right and down."""
        return _kept(self.zoom, self.x + dx / self.zoom, self.y + dy / self.zoom)

    def toward(self, other: Camera, share: float) -> Camera:
        """A share of the way, 0 to 1, to another camera; a steady way looks steady."""
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        return _kept(zoom, self.x + share * (other.x - self.x), self.y + share * (other.y - self.y))


def _kept(zoom: float, x: float, y: float) -> Camera:
    """A camera that shows nothing beside the sheet."""
    edge = 0.5 / zoom
    return Camera(zoom, min(max(x, edge), 1.0 - edge), min(max(y, edge), 1.0 - edge))


WHOLE = Camera()
