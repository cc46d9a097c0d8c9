"""The handles at a figure's joints: where they are on the sheet, and the marks that show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.stage.picture import Hotspot
from hinge_tutor.stage.shapes import Disc, Polygon, Shape, Strokes

# The place on the sheet by which a figure's own ground is found: where its near ankle is.
KNOWN, KNOWN_LANDMARK = "ankle", "ankle_near"
MM = 1000.0
# Radii in px: a mark, the chosen one, and how far its four arrows reach.
RADIUS_PX, CHOSEN_PX, ARROWS_PX = 7.0, 8.5, 17.0
# On a small figure marks are smaller: this share of a meter of it, but no less than LEAST_PX.
SHARE_OF_M, LEAST_PX = 0.034, 4.5
# A dot in the middle tells a handle from the round end of a bone.
DOT, LINE_PX, TIP_PX = 0.36, 2.0, 5.0


@dataclass(frozen=True)
class Ground:
    """Where a figure's own frame lies on the sheet: its origin in mm, and -1 if it faces left."""

    x: float
    y: float
    facing: float

    def on_sheet(self, x_m: float, y_m: float) -> tuple[float, float]:
        """A place of the figure's own frame, m, in mm of the sheet."""
        return self.x + self.facing * MM * x_m, self.y + MM * y_m

    def own(self, x: float, y: float) -> tuple[float, float]:
        """A place of the sheet, mm, in the figure's own frame, m."""
        return self.facing * (x - self.x) / MM, (y - self.y) / MM


def ground_of(spots: Sequence[Hotspot], figure: int, pose: Pose, mirrored: bool) -> Ground | None:
    """Where a figure stands on a sheet on which its pose is drawn; None where it is not shown."""
    for spot in spots:
        if spot.figure == figure and spot.name == KNOWN:
            x, y = pose.point(KNOWN_LANDMARK)
            facing = -1.0 if mirrored else 1.0
            return Ground(spot.x - facing * MM * float(x), spot.y - MM * float(y), facing)
    return None


def marks(ground: Ground, figure: int, pose: Pose, handles: Mapping[str, str]) -> list[Hotspot]:
    """A place for each handle (a name with its landmark) of a figure; the radius is left open."""
    found = []
    for name, landmark in handles.items():
        x, y = pose.point(landmark)
        found.append(Hotspot(name, figure, *ground.on_sheet(float(x), float(y)), 0.0))
    return found


def mark_shapes(
    places: Sequence[Hotspot], chosen: tuple[str, int] | None, mm_per_px: float
) -> Iterator[Shape]:
    """Rings with a dot; the chosen one is larger and has an arrow each way."""
    usual = min(max(SHARE_OF_M * MM / mm_per_px, LEAST_PX), RADIUS_PX)
    for spot in sorted(places, key=lambda spot: (spot.name, spot.figure) == chosen):
        here = (spot.name, spot.figure) == chosen
        radius = (CHOSEN_PX if here else usual) * mm_per_px
        line = LINE_PX * mm_per_px
        ink = "highlight"
        name = f"handle.{spot.name}"
        if here:
            yield from _arrows(name, spot, radius, mm_per_px)
        # A rim of the fill's color parts the ring from whatever lies under it.
        yield Disc(name, "handles", spot.x, spot.y, radius + line, fill="joint")
        yield Disc(name, "handles", spot.x, spot.y, radius, fill="joint", line=ink, width=line)
        yield Disc(name, "handles", spot.x, spot.y, DOT * radius, fill=ink)


def _arrows(name: str, spot: Hotspot, radius: float, px: float) -> Iterator[Shape]:
    tip, back = ARROWS_PX * px, (ARROWS_PX - TIP_PX) * px
    wide, stem = 0.8 * TIP_PX * px, []
    heads: list[Shape] = []
    for dx, dy in ((1.0, 0.0), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0)):
        stem += [spot.x + radius * dx, spot.y + radius * dy, spot.x + back * dx, spot.y + back * dy]
        corners = ((tip, 0.0), (back, wide), (back, -wide))
        points = tuple(
            value
            for along, across in corners
            for value in (
                spot.x + along * dx - across * dy,
                spot.y + along * dy + across * dx,
            )
        )
        heads.append(Polygon(name, "handles", points, "highlight", "joint", 0.5 * LINE_PX * px))
    yield Strokes(name, "handles", tuple(stem), "joint", 2.2 * LINE_PX * px)
    yield Strokes(name, "handles", tuple(stem), "highlight", LINE_PX * px)
    yield from heads
