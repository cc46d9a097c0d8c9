"""A picture is played as it is, at any size, and leaves the painter and the program in order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

import hinge_tutor.paint
from hinge_tutor import shelf
from hinge_tutor.paint import FONT_FAMILY, THEMES, load_fonts, load_palette, paint, placement
from hinge_tutor.paint.canvas import Canvas
from hinge_tutor.paint.strokes import draw_label
from hinge_tutor.paint.tools import Tools
from hinge_tutor.stage.arrangement import OVERLAY, Arrangement
from hinge_tutor.stage.lettering import width_em
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.roll import roll
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shapes import (
    Bar,
    Curve,
    Disc,
    Label,
    Lines,
    Moved,
    Plate,
    Polygon,
    Silhouette,
    Strokes,
)
from tests.stage.company import EVERYTHING, sheet, three

SQUARE = (10.0, 10.0, *(10.0, 10.0, 40.0, 10.0, 40.0, 10.0), *(40.0, 10.0, 40.0, 40.0, 40.0, 40.0))


def played(shown: Picture, width: int, height: int, theme: str = "light") -> QImage:
    # Another typeface is hinted otherwise at each size.
    load_fonts()
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint(painter, shown, QRectF(0, 0, width, height), load_palette(theme))
    painter.end()
    return image


def color(theme: str, role: str) -> QColor:
    return QColor(load_palette(theme).color(role))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_every_shape_is_painted_in_the_color_of_its_role(theme: str) -> None:
    shown = Picture(
        300.0,
        100.0,
        (
            Disc("a", "b", 25.0, 25.0, 20.0, fill="accent"),
            Plate("a", "b", 55.0, 5.0, 40.0, 40.0, 4.0, fill="badge"),
            Polygon("a", "b", (105.0, 5.0, 145.0, 5.0, 145.0, 45.0, 105.0, 45.0), fill="base"),
            Curve("a", "b", tuple(v + 150.0 * (n % 2 == 0) for n, v in enumerate(SQUARE)), "hair"),
            Strokes("a", "b", (205.0, 25.0, 245.0, 25.0), "highlight", 20.0),
            Silhouette("a", "b", (SQUARE,), (SQUARE,), "skin", "skin", 1.0),
            Bar("a", "b", (20.0, 80.0, 50.0, 80.0), 12.0, "bone", "bone_line", 4.0),
            Lines("a", "b", ((255.0, 5.0, *(255.0, 5.0, 255.0, 45.0, 255.0, 45.0)),), "guide", 8.0),
        ),
    )
    image = played(shown, 300, 100, theme)
    # y runs up in the picture and down in the image.
    for x, y, role in (
        (75, 75, "badge"),
        (125, 75, "base"),
        (185, 80, "hair"),
        (225, 75, "highlight"),
        (35, 85, "skin"),
        (255, 75, "guide"),
        (35, 20, "bone"),
        (35, 26, "bone_line"),
        (35, 13, "bone_line"),
        (19, 20, "bone_line"),
        (35, 33, "ground"),
        (14, 20, "ground"),
        (290, 10, "ground"),
    ):
        assert image.pixelColor(x, y) == color(theme, role), role


def farthest_apart(one: QImage, other: QImage) -> int:
    """The largest difference of lightness between 4 × 4 blocks of two images, 0 to 255."""
    size = one.size() / 4
    smooth = Qt.TransformationMode.SmoothTransformation
    a, b = (each.scaled(size, mode=smooth) for each in (one, other))
    return max(
        abs(a.pixelColor(x, y).lightness() - b.pixelColor(x, y).lightness())
        for x in range(size.width())
        for y in range(size.height())
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [(640, 360), (1920, 1080)])
def test_rigid_bones_look_as_their_curves_do(size: tuple[int, int]) -> None:
    """Their straight pieces leave the curves by a quarter of a dot at most."""
    shown = picture(three(), sheet(*size), Options(frozenset({"bones"})), 0.5)
    shapes = tuple(each.lines() if isinstance(each, Moved) else each for each in shown.shapes)
    assert shapes != shown.shapes
    curved = replace(shown, shapes=shapes)
    # A quarter of a dot along one side of a block of 4 × 4 is 1/16 of it, and a hairline is three
    # quarters as dark as the palette's darkest: 12 of 255.
    assert farthest_apart(played(shown, *size), played(curved, *size)) <= 12


@pytest.mark.usefixtures("qapp")
def test_vectors_keep_the_curves_of_bones() -> None:
    shown = picture(three()[:1], sheet(640, 360), Options(frozenset({"bones"})), 0.5)
    (skull,) = (shape for shape in shown.shapes if shape.name == "bone.skull")
    drawn = QBuffer()
    drawn.open(QBuffer.OpenModeFlag.WriteOnly)
    svg = QSvgGenerator()
    svg.setOutputDevice(drawn)
    painter = QPainter(svg)
    paint(painter, replace(shown, shapes=(skull,)), QRectF(0, 0, 640, 360), load_palette("light"))
    painter.end()
    text = bytes(drawn.data().data()).decode()
    assert isinstance(skull, Moved)
    pieces = sum(len(points) // 6 for outline in skull.outlines for points in outline.curves)
    # As Qt writes it: C and the first controls, then two more rows for each piece.
    assert text.count("C") >= pieces


def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is drawn from now on."""
    drawn: list[str] = []

    def draw(canvas: Canvas, shape: Label) -> None:
        drawn.append(shape.text)
        draw_label(canvas, shape)

    monkeypatch.setattr(hinge_tutor.paint, "draw_label", draw)
    return drawn


@pytest.mark.usefixtures("qapp")
def test_what_stands_still_is_drawn_once_for_each_place(monkeypatch: pytest.MonkeyPatch) -> None:
    options = Options(frozenset({"muscles", "legend"}))
    cast, plan = three(), sheet(1280, 720)
    early, late = (picture(cast, plan, options, t) for t in (0.2, 0.6))
    assert early.still is not None
    assert early.still is late.still
    words = {shape.text for shape in late.shapes[-late.still.count :] if isinstance(shape, Label)}
    drawn = counted(monkeypatch)
    for shown, width, height, times in (
        (early, 1280, 720, 1),
        (late, 1280, 720, 0),
        (late, 1000, 700, 1),
        (early, 1000, 700, 0),
    ):
        drawn.clear()
        image = played(shown, width, height)
        assert len([text for text in drawn if text in words]) == times * len(words)
        assert farthest_apart(image, played(replace(shown, still=None), width, height)) <= 1
    # Another palette has another image of it.
    dark = played(late, 1000, 700, "dark")
    assert farthest_apart(dark, played(replace(late, still=None), 1000, 700, "dark")) <= 1


class Shown(QWidget):
    """Shows a picture."""

    def __init__(self, shown: Picture, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint(painter, self._shown, QRectF(self.rect()), load_palette("light"))
        painter.end()


@pytest.mark.parametrize("view", ["beside", OVERLAY])
def test_a_picture_is_whole_wherever_it_stands_in_its_window(qtbot: QtBot, view: str) -> None:
    """What is painted apart, a legend or a faded figure, is not cut off at the widget's size."""
    arrangement = Arrangement(view=view, opacity=0.5) if view == OVERLAY else Arrangement()
    options = Options(frozenset({"muscles", "legend"}), arrangement=arrangement)
    shown = picture(three(), sheet(640, 360), options, 0.5)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    child = Shown(shown, window)
    child.setGeometry(300, 250, 640, 360)
    load_fonts()
    there = window.grab().toImage().copy(300, 250, 640, 360)
    there = there.convertToFormat(QImage.Format.Format_RGB32)
    assert farthest_apart(there, played(shown, 640, 360)) <= 1


@pytest.mark.usefixtures("qapp")
def test_the_painter_is_left_as_it_was() -> None:
    image = QImage(QSize(200, 100), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    before = QTransform.fromScale(0.5, 0.5)
    painter.setTransform(before)
    paint(
        painter,
        picture(three(), sheet(), EVERYTHING, 0.5),
        QRectF(0, 0, 400, 200),
        load_palette("dark"),
    )
    assert painter.transform() == before
    painter.end()


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_fitted_with_one_scale_into_the_middle() -> None:
    shown = Picture(100.0, 100.0, ())
    assert placement(shown, QRectF(10, 20, 400, 200)) == (2.0, 110.0, 220.0)


def blocks(image: QImage) -> list[int]:
    """The mean lightness of each of 40 × 22 parts of an image."""
    small = image.scaled(40, 22, mode=Qt.TransformationMode.SmoothTransformation)
    return [small.pixelColor(x, y).lightness() for y in range(22) for x in range(40)]


@pytest.mark.usefixtures("qapp")
def test_twice_the_size_is_the_same_picture() -> None:
    shown = picture(three(), sheet(640, 360), Options(frozenset({"muscles"})), 0.5)
    small, large = blocks(played(shown, 640, 360)), blocks(played(shown, 1280, 720))
    different = sum(abs(a - b) > 6 for a, b in zip(small, large, strict=True))
    assert different < 0.02 * len(small)


@pytest.mark.usefixtures("qapp")
def test_a_picture_without_ground_lies_over_another() -> None:
    made = roll(three(), 600, 180, sheet().words)
    image = QImage(QSize(600, 180), QImage.Format.Format_RGB32)
    image.fill("#123456")
    painter = QPainter(image)
    paint(painter, made.playhead(0.5), QRectF(0, 0, 600, 180), load_palette("light"))
    painter.end()
    assert image.pixelColor(5, 5) == QColor("#123456")
    middle = round((made.left + made.right) / 2)
    line = {image.pixelColor(x, 100).name() for x in range(middle - 2, middle + 3)}
    assert line != {"#123456"}


@pytest.mark.usefixtures("qapp")
def test_the_typeface_is_the_shipped_one_and_as_wide_as_the_layout_thinks() -> None:
    assert load_fonts() == ()
    tools = Tools(load_palette("light"))
    for weight in ("regular", "semibold", "bold"):
        font = tools.font(weight, 100)
        assert font.family() == FONT_FAMILY
        for text in ("Hip hinge", "trunk 66°   knee 120°", "Quadriceps – 24 cm"):
            shown = QFontMetricsF(font).horizontalAdvance(text)
            assert shown == pytest.approx(100 * width_em(text, weight), rel=0.02)


@pytest.mark.usefixtures("qapp")
def test_a_missing_typeface_is_a_code_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*parts: str) -> None:
        raise shelf.MissingFile("/".join(parts))

    monkeypatch.setattr(shelf, "assets", gone)
    load_fonts.cache_clear()
    assert load_fonts() == ("font_missing:regular", "font_missing:semibold", "font_missing:bold")
    load_fonts.cache_clear()
    label = Label("a", "b", 10.0, 50.0, "Hip hinge", "text", 20.0, 90.0)
    assert played(Picture(200.0, 100.0, (label,)), 200, 100).width() == 200


def test_painting_needs_no_window(qapp: QApplication) -> None:
    before = len(qapp.topLevelWidgets())
    played(picture(three(), sheet(), EVERYTHING, 0.7), 640, 360)
    assert len(qapp.topLevelWidgets()) == before
