"""A zip file as a lesson pack: its list of contents is bounded before anybody reads it."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from pathlib import Path

from hinge_tutor.lessons.pack_budget import LARGEST_PACK, MOST_FILES, Budget, is_read, shown

# A file that grows more than this when it is unpacked is made to fill memory; texts grow fivefold.
MOST_RATIO = 100
# A small file may well be nothing but spaces.
RATIO_FROM = 20_000
# At the end of a zip: where its list of contents lies and how long it is.
_END = struct.Struct("<4s4H2LH")
_END_MARK, _LARGE_MARK = b"PK\x05\x06", b"PK\x06\x07"
_LONGEST_REMARK = 65_535
# What a row of the list may have: its own numbers, a name, and remarks of systems.
_LONGEST_ROW = 1_000
_LOCKED = 0x1 | 0x40 | 0x2000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# A zip made on these has the rights and kind of each file in its upper half.
_UNIX, _MAC = 3, 19


def read_zip(path: Path, budget: Budget) -> None:
    """Puts every text and picture of a zip into the budget; raises PackError and OSError."""
    with path.open("rb") as file:
        content = file.read(LARGEST_PACK + 1)
    if len(content) > LARGEST_PACK:
        raise budget.refusal(f"it is larger than {LARGEST_PACK / 1e6:g} MB")
    _check_list(content, budget)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _read(archive, budget)
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError):
        raise budget.refusal("it is damaged, or no zip file") from None
    except NotImplementedError:
        raise budget.refusal("it is packed in a way that is not read; make a plain zip") from None


def _read(archive: zipfile.ZipFile, budget: Budget) -> None:
    met: set[str] = set()
    for entry in archive.infolist():
        name = entry.orig_filename.removesuffix("/")
        budget.count()
        budget.check_name(name)
        if name in met:
            raise budget.refusal(f"{shown(name)} is in it twice")
        met.add(name)
        _check_entry(entry, name, budget)
        if entry.is_dir() or not is_read(name):
            continue
        if entry.file_size > budget.most(name):
            raise budget.too_large(name)
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * entry.compress_size:
            grows = f"grows more than {MOST_RATIO} times when it is unpacked"
            raise budget.refusal(f"{shown(name)} {grows}")
        with archive.open(entry) as file:
            # What the list says of its size may be a lie.
            budget.put(name, file.read(budget.most(name) + 1))


def _check_entry(entry: zipfile.ZipInfo, name: str, budget: Budget) -> None:
    """Raises PackError for an entry that is no plain file or folder."""
    if entry.flag_bits & _LOCKED:
        raise budget.refusal("it is locked with a password")
    if entry.compress_type not in _METHODS:
        raise budget.refusal(f"{shown(name)} is packed in a way that is not read; make a plain zip")
    kind = stat.S_IFMT(entry.external_attr >> 16) if entry.create_system in (_UNIX, _MAC) else 0
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        what = "is a link" if kind == stat.S_IFLNK else "is not a file"
        raise budget.refusal(f"{shown(name)} {what}; put the file itself there")


def _check_list(content: bytes, budget: Budget) -> None:
    """Raises PackError where the list of contents is longer than any that we would read.

    The library reads it whole before it gives the first entry. Its end is looked for as it does.
    """
    at = len(content) - _END.size
    if content[at : at + 4] != _END_MARK or content[-2:] != b"\0\0":
        first = max(len(content) - _END.size - _LONGEST_REMARK, 0)
        at = content.rfind(_END_MARK, first)
    if at < 0 or at + _END.size > len(content):
        raise budget.refusal("it is damaged, or no zip file")
    _, disk, first_disk, here, count, size, _, _ = _END.unpack_from(content, at)
    if disk or first_disk or content[max(at - 20, 0) : at].startswith(_LARGE_MARK):
        raise budget.refusal("it is packed in a way that is not read; make a plain zip")
    if max(here, count) > MOST_FILES or size > MOST_FILES * _LONGEST_ROW:
        raise budget.refusal(f"it has more than {MOST_FILES} files and folders")
