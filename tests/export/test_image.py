"""A picture becomes a file at the size and in the theme that was asked for, or one sentence."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QColor, QImage

from hinge_tutor.export.image import ExportError, save, save_png, write
from hinge_tutor.paint import THEMES, load_palette
from hinge_tutor.stage.scene import picture
from tests.stage.company import EVERYTHING, sheet, three


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES)
def test_a_png_has_its_size_and_its_theme(tmp_path: Path, theme: str) -> None:
    path = tmp_path / "stage.png"
    save(picture(three(), sheet(), EVERYTHING, 0.5), path, (640, 400), load_palette(theme))
    image = QImage(str(path))
    assert (image.width(), image.height()) == (640, 400)
    # A sheet of other proportions leaves a strip above and below it, in the theme's ground.
    assert image.pixelColor(3, 3) == QColor(load_palette(theme).color("ground"))


@pytest.mark.usefixtures("qapp")
def test_an_svg_is_well_formed_and_its_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "stage.svg"
    shown = picture(three(), sheet(), EVERYTHING, 0.5)
    save(shown, path, (640, 360), load_palette("light"), "Three ways down")
    root = ET.parse(path).getroot()
    name = "{http://www.w3.org/2000/svg}"
    texts = [element.text for element in root.iter(f"{name}text")]
    assert sheet().words.movement("hip-hinge") in texts
    assert root.findtext(f"{name}title") == "Three ways down"


@pytest.mark.usefixtures("qapp")
def test_another_ending_is_refused_with_those_that_work(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.png, \.svg or \.pdf"):
        save(
            picture(three(), sheet(), EVERYTHING, 0.5),
            tmp_path / "stage.bmp",
            (64, 64),
            load_palette("light"),
        )


@pytest.mark.usefixtures("qapp")
def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        save_png(
            picture(three(), sheet(), EVERYTHING, 0.5),
            tmp_path / "gone" / "stage.png",
            (64, 64),
            load_palette("light"),
        )


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write(target, b"first")
    write(target, b"second")
    assert target.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [target]
    with pytest.raises(ExportError, match="could not be written"):
        write(tmp_path / "gone" / "page.html", b"third")
