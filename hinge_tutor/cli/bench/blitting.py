"""The same shapes drawn by matplotlib with blitting, beside our own painting of them.

What stays while a repetition plays is drawn once and kept as a background; of each frame the rest
is drawn over it, every shape by an artist of its own that takes the frame's points.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from hinge_tutor.app.program import application
from hinge_tutor.cli.bench.painting import FRAMES, canvas, fullest_stage, painted
from hinge_tutor.cli.bench.row import Row, in_turn
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.words import words
from hinge_tutor.paint import Palette, load_palette
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shapes import (
    Bar,
    Curve,
    Disc,
    Faded,
    Label,
    Lines,
    Moved,
    Numbers,
    Plate,
    Polygon,
    Shape,
    Silhouette,
    Strokes,
)

WIDTH, HEIGHT = 1920, 1080
# Dots and points an inch, so that one dot is a pixel and widths in points can be told.
DPI, POINTS = 100.0, 72.0
# Codes of matplotlib's paths.
MOVE, LINE, CUBIC = 1, 2, 4


def rows() -> Iterator[Row]:
    """How long our whole painting takes, as a share of matplotlib's."""
    what = "painting, against matplotlib with blitting, 1920×1080"
    try:
        library = importlib.import_module("matplotlib")
    except ImportError:
        yield Row(what, 1.0, 0.0, "×", absent="matplotlib")
        return
    library.use("agg")
    app = application()
    palette, plan = load_palette("light"), fullest_stage()
    cast = tuple(figures(plan).values())
    sheet, options = Plan(WIDTH, HEIGHT, words()), Options(layers=frozenset(plan.layers))
    shown = [picture(cast, sheet, options, number / FRAMES) for number in range(FRAMES)]
    drawn = canvas(WIDTH, HEIGHT)
    theirs = _Blitting(shown, palette)

    def frame(number: int) -> Picture:
        return shown[number % FRAMES]

    ours, other = in_turn(
        (
            lambda number: painted(drawn, frame(number), palette),
            lambda number: theirs.draw(frame(number)),
        ),
        FRAMES,
    )
    yield Row(what, 1.0, ours / other, "×")
    del app


class _Blitting:
    """A canvas with what all frames have in common as its background."""

    def __init__(self, frames: Sequence[Picture], palette: Palette) -> None:
        first = frames[0]
        agg = importlib.import_module("matplotlib.backends.backend_agg")
        figure = importlib.import_module("matplotlib.figure")
        self._paths = importlib.import_module("matplotlib.path")
        self._patches = importlib.import_module("matplotlib.patches")
        self._palette = palette
        sheet = figure.Figure((WIDTH / DPI, HEIGHT / DPI), dpi=DPI)
        self._axes = sheet.add_axes((0, 0, 1, 1), xlim=(0, first.width), ylim=(0, first.height))
        self._axes.axis("off")
        sheet.set_facecolor(palette.color(first.ground))
        self._points_mm = POINTS / DPI * WIDTH / first.width
        self._canvas = agg.FigureCanvasAgg(sheet)
        still = set(first.shapes).intersection(*(each.shapes for each in frames))
        for shape in (shape for shape in first.shapes if shape in still):
            for artist in self._artists(shape):
                self._axes.add_artist(artist)
        self._canvas.draw()
        self._background = self._canvas.copy_from_bbox(sheet.bbox)
        self._still = still
        self._moving: dict[tuple[str, str], Any] = {}

    def draw(self, shown: Picture) -> None:
        """One frame."""
        self._canvas.restore_region(self._background)
        count: dict[str, int] = {}
        for shape in shown.shapes:
            if shape in self._still:
                continue
            number = count[shape.name] = count.get(shape.name, 0) + 1
            key = (f"{type(shape).__name__} {shape.name}", str(number))
            artists = self._moving.get(key)
            if artists is None or not self._moved(artists, shape):
                artists = self._moving[key] = self._artists(shape)
                for artist in artists:
                    artist.set_animated(True)
                    self._axes.add_artist(artist)
            for artist in artists:
                self._axes.draw_artist(artist)

    def _moved(self, artists: Sequence[Any], shape: Shape) -> bool:
        """Gives artists the points of another frame; not those whose number is another one."""
        if isinstance(shape, Label):
            (text,) = artists
            text.set_position(_foot(shape))
            text.set_text(shape.text)
            return True
        outlines = list(_outlines(shape))
        if len(outlines) != len(artists):
            return False
        for artist, (points, codes, *_) in zip(artists, outlines, strict=True):
            artist.set_path(self._paths.Path(points, codes))
        return True

    def _artists(self, shape: Shape) -> list[Any]:
        if isinstance(shape, Label):
            size = shape.size * self._points_mm
            text = importlib.import_module("matplotlib.text")
            color = self._palette.color(shape.role)
            return [text.Text(*_foot(shape), shape.text, color=color, fontsize=size, va="center")]
        return [
            self._patches.PathPatch(
                self._paths.Path(points, codes),
                facecolor=self._palette.color(fill) if fill else "none",
                edgecolor=self._palette.color(line) if line else "none",
                linewidth=width * self._points_mm,
            )
            for points, codes, fill, line, width in _outlines(shape)
        ]


Outline = tuple[Any, Any, str, str, float]


def _foot(shape: Label) -> tuple[float, float]:
    left, bottom, _, top = shape.box
    return left, (bottom + top) / 2


def _outlines(shape: Shape) -> Iterator[Outline]:
    """Points and codes of what a shape is drawn with, its fill, line and width in mm."""
    if isinstance(shape, Curve):
        yield *_cubic(shape.points), shape.fill, shape.line, shape.width
    elif isinstance(shape, Silhouette):
        for points in shape.rims:
            yield *_cubic(points), shape.line, "", 0.0
        for points in shape.curves:
            yield *_cubic(points), shape.fill, "", 0.0
    elif isinstance(shape, Lines | Moved):
        for points in (shape.lines() if isinstance(shape, Moved) else shape).curves:
            yield *_cubic(points), "", shape.line, shape.width
    elif isinstance(shape, Strokes):
        xy = np.reshape(shape.points, (-1, 2))
        yield xy, [MOVE, LINE] * (len(xy) // 2), "", shape.line, shape.width
    elif isinstance(shape, Bar):
        yield np.reshape(shape.points, (2, 2)), [MOVE, LINE], "", shape.fill, shape.thick
    elif isinstance(shape, Faded):
        for each in shape.shapes:
            yield from _outlines(each)
    elif not isinstance(shape, Label):
        yield *_closed(shape), shape.fill, shape.line, _width(shape)


def _width(shape: Polygon | Plate | Disc) -> float:
    return shape.pen if isinstance(shape, Plate) else shape.width


def _cubic(points: Numbers) -> tuple[Any, list[int]]:
    xy = np.reshape(points, (-1, 2))
    return xy, [MOVE, *[CUBIC] * (len(xy) - 1)]


def _closed(shape: Polygon | Plate | Disc) -> tuple[Any, list[int]]:
    if isinstance(shape, Plate):
        x, y, right, top = shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
        xy = np.array([(x, y), (right, y), (right, top), (x, top), (x, y)])
    elif isinstance(shape, Disc):
        turn = np.linspace(0.0, 2.0 * np.pi, 25)
        xy = np.stack(
            [shape.x + shape.radius * np.cos(turn), shape.y + shape.radius * np.sin(turn)], axis=1
        )
    else:
        xy = np.reshape(shape.points, (-1, 2))
        xy = np.vstack([xy, xy[:1]])
    return xy, [MOVE, *[LINE] * (len(xy) - 1)]
