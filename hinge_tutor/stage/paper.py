"""Paper: its sizes, and a page of it as pictures in their places. Lengths in mm, y down."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.stage.picture import Picture

# Width and height, mm.
PAPERS = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
# Printers leave up to 12 mm of a page white.
MARGIN_MM = 15.0


@dataclass(frozen=True, eq=False)
class Panel:
    """A picture in its place on the page."""

    picture: Picture
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Page:
    """A whole page; its letters are `share` of the usual ones, its figures so high."""

    width: float
    height: float
    panels: tuple[Panel, ...]
    share: float
    figures_mm: float
