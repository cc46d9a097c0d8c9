"""The PDF of a hand-out, opened by something else: one page, text as text, its typeface inside."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtGui import QPageLayout

from hinge_tutor.body.skeleton import body
from hinge_tutor.coaching.repetition import perform
from hinge_tutor.export.handout import layout_of, preview, save_handout
from hinge_tutor.export.image import ExportError
from hinge_tutor.lessons.words import words
from hinge_tutor.stage.handout import handout
from hinge_tutor.stage.handout_page import page_of
from hinge_tutor.stage.paper import PAPERS, Page

from .pdf_reading import read


def page(paper: str = "a4", language: str = "en") -> Page:
    target = perform("hip-hinge", body())
    other = perform("hip-hinge", body(), faults={"rounded-back": 0.6})
    said = words(language)
    return page_of(
        handout(target, other, said, date(2026, 11, 27), "175 cm", "It’s “back”.", "Ada"), paper
    )


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("paper", list(PAPERS))
def test_it_is_one_page_of_the_paper_with_text_and_embedded_fonts(
    paper: str, tmp_path: Path
) -> None:
    out = tmp_path / "page.pdf"
    save_handout(page(paper), out, "Hip hinge")
    sheet = read(out)
    assert sheet.pages == 1
    assert sheet.size_mm == pytest.approx(PAPERS[paper], abs=0.5)
    for part in ("For Ada", "Hip hinge", "It’s “back”.", "hip 91°", "no treatment"):
        assert part in sheet.text
    # Every sign is one that people type; some glyphs have places that only their typeface knows.
    assert all(not "\ue000" <= sign <= "\uf8ff" for sign in sheet.text)
    assert "spine −2°" in sheet.text
    # Lines and letters only; no picture made of dots.
    assert sheet.drawn == {"text", "path"}
    assert sheet.fonts_inside


@pytest.mark.usefixtures("qapp")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not here")
def test_poppler_finds_spanish_text_and_embedded_fonts(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    save_handout(page("letter", "es"), out, "Bisagra")
    text = subprocess.run(["pdftotext", out, "-"], capture_output=True, check=True).stdout.decode()
    assert "27 de noviembre de 2026" in text
    assert "La única diferencia" in text
    fonts = subprocess.run(["pdffonts", out], capture_output=True, check=True).stdout.decode()
    rows = fonts.splitlines()[2:]
    assert rows
    assert all("Inter" in row and " yes " in row for row in rows)


@pytest.mark.usefixtures("qapp")
def test_the_preview_is_the_same_page_as_the_file(tmp_path: Path) -> None:
    """Both drawn at one size: they differ by the softness of edges, not by what stands where."""
    made = page()
    save_handout(made, tmp_path / "page.pdf", "")
    shown = preview(made, 842)
    printed = read(tmp_path / "page.pdf").image
    assert abs(printed.width - shown.width()) <= 1
    shown.save(str(tmp_path / "shown.png"))
    other = Image.open(tmp_path / "shown.png").convert("L").resize(printed.size)
    small = (60, 84)
    pairs = zip(
        printed.resize(small, Image.Resampling.BOX).tobytes(),
        other.resize(small, Image.Resampling.BOX).tobytes(),
        strict=True,
    )
    apart = [abs(one - two) for one, two in pairs]
    assert sum(apart) / len(apart) < 4.0
    assert min(printed.resize(small, Image.Resampling.BOX).tobytes()) < 200


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_written_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="could not be written"):
        save_handout(page(), tmp_path / "nowhere" / "page.pdf", "")
    (tmp_path / "page.pdf").mkdir()
    with pytest.raises(ExportError, match="could not be written"):
        save_handout(page(), tmp_path / "page.pdf", "")
    assert [each.name for each in tmp_path.iterdir()] == ["page.pdf"]


@pytest.mark.usefixtures("qapp")
def test_the_paper_of_a_printer_is_the_paper_of_the_page() -> None:
    for paper, size in PAPERS.items():
        full = layout_of(page(paper)).fullRect(QPageLayout.Unit.Millimeter)
        assert (full.width(), full.height()) == pytest.approx(size, abs=0.5)
