"""Palettes, typeface, icons and licenses are there and can be used."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from hinge_tutor import located, shelf
from hinge_tutor.licenses import works
from hinge_tutor.located import AuthorError
from hinge_tutor.stage.lettering import FILES
from hinge_tutor.stage.palette import THEMES, PaletteError, read_palette

# The drawings that the window's buttons ask for by name.
ICONS = (
    "app",
    "back",
    "close",
    "cue",
    "faster",
    "forward",
    "full",
    "layers",
    "loop",
    "next",
    "pause",
    "play",
    "previous",
    "replay",
    "right",
    "slower",
    "unlike",
)
SVG = "{http://www.w3.org/2000/svg}svg"
# The tables of a typeface without which nothing can be written with it.
FONT_TABLES = {b"cmap", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"name"}


def problems() -> Iterator[AuthorError]:
    """Everything that is wrong with shipped files that are neither lessons nor numbers."""
    for theme in THEMES:
        yield from _found(("palettes", f"{theme}.toml"), palette_problems)
    for file in FILES.values():
        yield from _found(("fonts", file), font_problems)
    for icon in ICONS:
        yield from _found(("icons", f"{icon}.svg"), icon_problems)
    yield from _found(("licenses.toml",), license_problems)


def palette_problems(path: Path) -> Iterator[AuthorError]:
    """What keeps a palette from being used."""
    located.read(path)
    try:
        read_palette(path.stem, path)
    except PaletteError as error:
        yield AuthorError(str(path), 1, str(error).removeprefix(f"{path}: "))


def font_problems(path: Path) -> Iterator[AuthorError]:
    """What keeps a typeface from being used: it is none, or was cut off."""
    content = path.read_bytes()
    try:
        (count,) = struct.unpack_from(">H", content, 4)
        rows = [struct.unpack_from(">4sIII", content, 12 + 16 * row) for row in range(count)]
    except struct.error:
        rows = []
    whole = all(offset + length <= len(content) for _, _, offset, length in rows)
    if not whole or not {row[0] for row in rows} >= FONT_TABLES:
        yield AuthorError(str(path), 1, "this is no whole TrueType font; get the file again")


def icon_problems(path: Path) -> Iterator[AuthorError]:
    """What keeps an icon from being drawn."""
    text = located.read_text(path)
    try:
        root = ET.fromstring(text)
    except ET.ParseError as error:
        row, _ = error.position
        yield AuthorError(str(path), row, f"this is no SVG ({error.msg}); draw the icon again")
        return
    if root.tag != SVG or not len(root):
        yield AuthorError(str(path), 1, "this SVG shows nothing; draw the icon again")


def license_problems(path: Path) -> Iterator[AuthorError]:
    """Entries that say too little, files that are not there, fonts that no entry names."""
    try:
        works(path)
    except located.AuthorErrors as errors:
        yield from errors.errors


def _found(
    parts: tuple[str, ...], judge: Callable[[Path], Iterator[AuthorError]]
) -> Iterator[AuthorError]:
    name = "/".join(("assets", *parts))
    try:
        yield from judge(shelf.assets(*parts))
    except shelf.MissingFile:
        yield AuthorError(name, 1, "this file is missing; get hinge-tutor again")
    except located.AuthorErrors as errors:
        yield from errors.errors
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        yield AuthorError(name, 1, f"this file cannot be read ({reason}); check its rights")
