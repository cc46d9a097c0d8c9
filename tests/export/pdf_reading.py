"""A PDF file as another program reads it: pages, text, fonts and kinds of what is drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image

POINT_MM = 25.4 / 72


@dataclass(frozen=True)
class Sheet:
    """The first page: its size in mm, its text with single spaces, what `drawn` there (path, text,
    image), whether all its fonts are inside the file, and how it looks at a dot for each point.
    """

    pages: int
    size_mm: tuple[float, float]
    text: str
    drawn: frozenset[str]
    fonts_inside: bool
    image: Image.Image


def texts(path: Path) -> tuple[str, ...]:
    """The text of every page, with single spaces."""
    pdfium: Any = import_module("pypdfium2")
    document = pdfium.PdfDocument(path)
    try:
        found = [page.get_textpage().get_text_range() for page in document]
        return tuple(re.sub(r"\s+", " ", each) for each in found)
    finally:
        document.close()


def read(path: Path) -> Sheet:
    """The first page of a file."""
    # It has no types of its own.
    pdfium: Any = import_module("pypdfium2")
    raw: Any = import_module("pypdfium2.raw")
    kinds = {
        raw.FPDF_PAGEOBJ_TEXT: "text",
        raw.FPDF_PAGEOBJ_PATH: "path",
        raw.FPDF_PAGEOBJ_IMAGE: "image",
    }
    document = pdfium.PdfDocument(path)
    try:
        page = document[0]
        width, height = page.get_size()
        drawn, inside = set(), True
        for each in page.get_objects(max_depth=4):
            drawn.add(kinds.get(each.type, ""))
            if each.type == raw.FPDF_PAGEOBJ_TEXT:
                font = raw.FPDFTextObj_GetFont(each.raw)
                inside = inside and raw.FPDFFont_GetIsEmbedded(font) == 1
        return Sheet(
            len(document),
            (width * POINT_MM, height * POINT_MM),
            re.sub(r"\s+", " ", page.get_textpage().get_text_range()),
            frozenset(drawn),
            inside,
            page.render(scale=1.0).to_pil().convert("L"),
        )
    finally:
        document.close()
