"""Lesson packs as authors and attackers make them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

GOOD = Path(__file__).parent / "good" / "small.md"
HEAD = (
    'format = 1\ntitle = "Hinges at home"\nauthor = "Ann"\nlanguage = "en"\nlessons = ["small"]\n'
)
LESSON = GOOD.read_text(encoding="utf-8")


def png(wide: int, high: int) -> bytes:
    """A whole picture of one color."""

    def chunk(name: bytes, content: bytes) -> bytes:
        summed = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + summed

    rows = (b"\0" + b"\x40" * ((wide + 7) // 8)) * min(high, 4000)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">2I5B", wide, high, 1, 0, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


FILES: Mapping[str, bytes] = {
    "pack.toml": HEAD.encode(),
    "01-small.md": LESSON.encode(),
    "pictures/hips.png": png(8, 8),
}


def folder(at: Path, files: Mapping[str, bytes] = FILES) -> Path:
    """A pack in a folder."""
    for name, content in files.items():
        (at / name).parent.mkdir(parents=True, exist_ok=True)
        (at / name).write_bytes(content)
    return at


def zipped(files: Mapping[str, bytes] = FILES, *others: tuple[zipfile.ZipInfo, bytes]) -> bytes:
    """A pack in a zip; `others` are entries with whatever is said of them."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        for entry, content in others:
            archive.writestr(entry, content)
    return packed.getvalue()


def entry(
    name: str, mode: int = 0o100644, flags: int = 0, method: int = zipfile.ZIP_DEFLATED
) -> zipfile.ZipInfo:
    """What a zip says of one file: its name as it stands, its rights and kind as Unix has them."""
    made = zipfile.ZipInfo("x")
    made.filename = name
    made.create_system = 3
    made.external_attr = mode << 16
    made.flag_bits = flags
    made.compress_type = method
    return made


def tree(at: Path) -> Iterable[tuple[str, bytes]]:
    """Everything below a folder, to compare what was there before and after."""
    return [
        (str(path.relative_to(at)), path.read_bytes() if path.is_file() else b"")
        for path in sorted(at.rglob("*"))
        if not path.is_symlink()
    ]
