"""Sheets to print keep what belongs together on one page, and show nothing from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from hinge_tutor.export.sheet_pdf import sheet_pdf
from hinge_tutor.stage.paper import PAPERS

from .pdf_reading import read, texts

pytestmark = pytest.mark.usefixtures("qapp")


def picture(path: Path) -> None:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    assert image.save(str(path))


def parts(count: int, choices: int, file: str = "") -> list[str]:
    """Questions of growing length, some with a picture."""
    made = ["<h2>Head</h2>"]
    for number in range(count):
        shown = f'<p><img src="{file}" width="440"></p>' if file and number % 2 else ""
        rows = [
            f"<p>○ q{number}c{choice} {'word ' * (4 * number % 30)}</p>"
            for choice in range(choices)
        ]
        made.append("\n".join((f"<h3>q{number}begins</h3>", shown, *rows)))
    return made


@pytest.mark.parametrize("paper", list(PAPERS))
@pytest.mark.parametrize(("choices", "file"), [(2, ""), (4, "a.png"), (5, "a.png")])
def test_a_question_stays_on_one_page(paper: str, choices: int, file: str, tmp_path: Path) -> None:
    picture(tmp_path / "a.png")
    out = tmp_path / "sheet.pdf"
    out.write_bytes(sheet_pdf(parts(12, choices, file), "Sheet", paper, tmp_path))
    pages = texts(out)
    assert 1 < len(pages) < 12
    for number in range(12):
        (page,) = (text for text in pages if f"q{number}begins" in text)
        for choice in range(choices):
            assert f"q{number}c{choice}" in page, (number, choice)


def test_what_is_longer_than_a_page_goes_on_over_it(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    long = "<h3>long</h3>" + "".join(f"<p>row{number}</p>" for number in range(80))
    out.write_bytes(sheet_pdf(["<h2>Head</h2>", long, "<h3>“it’s last”</h3>"], "", "a4", tmp_path))
    pages = texts(out)
    assert len(pages) >= 2
    assert all(any(f"row{n}" in text for text in pages) for n in range(80))
    assert "“it’s last”" in pages[-1]


def test_only_pictures_of_its_own_folder_are_shown(tmp_path: Path) -> None:
    inside = tmp_path / "in"
    inside.mkdir()
    for path in (tmp_path / "out.png", inside / "own.png"):
        picture(path)
    drawn = {}
    for name in ("own.png", "../out.png", str(tmp_path / "out.png"), f"file://{tmp_path}/out.png"):
        out = tmp_path / "sheet.pdf"
        html = f'<h2>Head</h2><p><img src="{name}" width="100"></p>'
        out.write_bytes(sheet_pdf([html], "", "a4", inside))
        drawn[name] = read(out).image.getpixel((75, 100))
    assert drawn["own.png"] != 255
    assert {value for name, value in drawn.items() if name != "own.png"} == {255}
