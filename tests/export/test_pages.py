"""Pages of PDF and SVG, opened by what did not write them: text, typefaces, size, how they look."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from hinge_tutor.export.image import drawn, save
from hinge_tutor.paint import THEMES, load_palette
from hinge_tutor.stage.arrangement import VIEWS, Arrangement
from hinge_tutor.stage.camera import Camera
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.scene import picture
from tests.goldens.compare import FINER, MEAN, Difference, difference, painted, without_text
from tests.stage.company import EVERYTHING, sheet, three

SIZE = (960, 540)
pdfium: Any = import_module("pypdfium2")
# Another program smooths edges in its own way. What stands off by a hundredth of the body's height
# differs by so much and more in its worst block (tests/goldens/compare.py).
MOVED = 21.0

pytestmark = pytest.mark.usefixtures("qapp")


def stage(options: Options = EVERYTHING) -> Picture:
    return picture(three(), sheet(*SIZE), options, 0.5)


def plain(options: Options = EVERYTHING) -> Picture:
    """The same without text, and without counting which of its shapes never change."""
    return replace(without_text(stage(options)), still=None)


def saved(tmp_path: Path, suffix: str) -> Path:
    path = tmp_path / f"stage{suffix}"
    save(stage(), path, SIZE, load_palette("light"), "Three ways down")
    return path


def seen(image: Image.Image) -> QImage:
    """What another program made of a page, drawn finer, as an image of its size."""
    small = image.convert("RGB").resize(SIZE, Image.Resampling.BOX)
    made = QImage(small.tobytes(), *SIZE, 3 * SIZE[0], QImage.Format.Format_RGB888)
    # Qt finds other grays in images of three bytes than in those that it paints on.
    return made.convertToFormat(QImage.Format.Format_RGB32)


def alike(apart: Difference) -> bool:
    """Whether nothing stands elsewhere, is missing, or has another color."""
    return apart.mean <= MEAN and apart.worst < MOVED


def by_pdfium(path: Path) -> QImage:
    """A page of PDF as browsers show it."""
    document = pdfium.PdfDocument(path)
    try:
        return seen(document[0].render(scale=FINER * 96 / 72).to_pil())
    finally:
        document.close()


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_looks_as_the_picture_does(theme: str, tmp_path: Path) -> None:
    made, palette, path = plain(), load_palette(theme), tmp_path / "stage.pdf"
    save(made, path, SIZE, palette)
    apart = difference(by_pdfium(path), painted(made, SIZE, palette))
    assert alike(apart), apart


@pytest.mark.parametrize("view", VIEWS)
def test_figures_over_each_other_look_as_in_the_picture(view: str, tmp_path: Path) -> None:
    arrangement = Arrangement(view, opacity=0.4, mirrored=True)
    options = Options(frozenset({"muscles"}), arrangement=arrangement)
    made, palette, path = plain(options), load_palette("light"), tmp_path / "over.pdf"
    save(made, path, SIZE, palette)
    apart = difference(by_pdfium(path), painted(made, SIZE, palette))
    assert alike(apart), apart


def test_a_page_has_its_size_its_text_and_its_title(tmp_path: Path) -> None:
    document = pdfium.PdfDocument(saved(tmp_path, ".pdf"))
    try:
        assert len(document) == 1
        # 96 px are an inch, and an inch is 72 points.
        assert document[0].get_size() == pytest.approx((720, 405), abs=0.5)
        assert document.get_metadata_dict()["Title"] == "Three ways down"
        text = document[0].get_textpage().get_text_bounded()
    finally:
        document.close()
    for movement in ("hip-hinge", "squat", "forward-bend"):
        assert sheet().words.movement(movement) in text


def test_every_typeface_of_a_page_is_in_it(tmp_path: Path) -> None:
    content = saved(tmp_path, ".pdf").read_bytes()
    assert content.count(b"/FontDescriptor") >= 2
    assert content.count(b"/FontFile2") == content.count(b"/Type /FontDescriptor")
    names = {name.split(b"\n")[0].split(b" ")[0] for name in content.split(b"/BaseFont /")[1:]}
    assert names
    assert all(b"Inter" in name for name in names), names


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="needs poppler")
def test_poppler_finds_the_text_and_the_typefaces(tmp_path: Path) -> None:
    path = str(saved(tmp_path, ".pdf"))
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in fonts.splitlines()[2:]]
    assert len(rows) >= 2
    for row in rows:
        assert row[0].startswith("Inter")
        assert row[-5:-3] == ["yes", "no"] or "yes" in row, row
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert sheet().words.movement("hip-hinge") in text.stdout


def test_closer_is_a_part_of_the_page(tmp_path: Path) -> None:
    made, camera, path = plain(), Camera(2.0, 0.4, 0.5), tmp_path / "closer.pdf"
    save(made, path, SIZE, load_palette("light"), "", camera)
    large = drawn(made, (FINER * SIZE[0], FINER * SIZE[1]), load_palette("light"), camera)
    smooth = Qt.TransformationMode.SmoothTransformation
    wanted = large.scaled(QSize(*SIZE), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    apart = difference(by_pdfium(path), wanted)
    assert alike(apart), apart


def test_svg_says_its_size_other_typefaces_and_how_wide_each_text_is(tmp_path: Path) -> None:
    root = ET.parse(saved(tmp_path, ".svg")).getroot()
    assert (root.get("width"), root.get("height")) == ("960", "540")
    assert root.get("viewBox") == "0 0 960 540"
    texts = list(root.iter("{http://www.w3.org/2000/svg}text"))
    assert texts
    for text in texts:
        assert (text.get("font-family") or "").startswith("Inter, ")
        assert (text.get("font-family") or "").endswith("sans-serif")
        assert float(text.get("textLength") or 0) > 0


@pytest.mark.skipif(shutil.which("rsvg-convert") is None, reason="needs librsvg")
def test_librsvg_shows_the_picture(tmp_path: Path) -> None:
    made, palette, path = plain(), load_palette("light"), tmp_path / "stage.svg"
    save(made, path, SIZE, palette)
    line = ["rsvg-convert", "--zoom", str(FINER), str(path)]
    done = subprocess.run(line, capture_output=True, check=True)
    apart = difference(seen(Image.open(io.BytesIO(done.stdout))), painted(made, SIZE, palette))
    assert alike(apart), apart
