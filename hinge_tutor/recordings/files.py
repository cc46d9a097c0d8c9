"""Opens a recording: what kind of file it is shows in its first bytes, not in its ending."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from hinge_tutor.recordings.tracks import Angles, Points, RecordingError

# Half an hour of a full marker set, as text, has about so many bytes.
LARGEST_BYTES = 100_000_000
_HEAD_BYTES = 4096
# The second byte of every C3D file, whatever processor wrote it (C3D format user guide, 2021).
_C3D_MARK = 0x50


def read_recording(path: Path) -> Points | Angles:
    """The markers or angles in a file; raises RecordingError with one sentence."""
    name, data = label(path), _bytes(path)
    if len(data) > 1 and data[1] == _C3D_MARK and b"\n" not in data[:4]:
        from hinge_tutor.recordings.c3d_points import read_c3d

        return read_c3d(name, data)
    lines = _lines(name, data)
    head = [line.strip() for line in lines[:40]]
    if head[0].startswith("PathFileType"):
        from hinge_tutor.recordings.trc import read_trc

        return read_trc(name, lines)
    if any(line.lower() == "endheader" for line in head):
        from hinge_tutor.recordings.storage import read_storage

        return read_storage(name, lines)
    raise RecordingError("other_file", name=name, first=_short(head[0]))


def _bytes(path: Path) -> bytes:
    """All of a file that is small enough and ends; devices and pipes are not waited for."""
    name = label(path)
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise RecordingError("folder", name=name)
        if not stat.S_ISREG(about.st_mode):
            raise RecordingError("no_file", name=name)
        if about.st_size > LARGEST_BYTES:
            raise RecordingError(
                "too_large", name=name, size=about.st_size / 1e6, most=LARGEST_BYTES / 1e6
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except RecordingError:
        raise
    except FileNotFoundError:
        raise RecordingError("missing", name=name) from None
    except PermissionError:
        raise RecordingError("forbidden", name=name) from None
    except (OSError, ValueError):
        raise RecordingError("unreadable", name=name) from None
    if not data.strip():
        raise RecordingError("empty", name=name)
    return data


def _lines(name: str, data: bytes) -> list[str]:
    """The lines of a text file; raises RecordingError for what is none."""
    if b"\0" in data[:_HEAD_BYTES]:
        wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
        raise RecordingError("utf_16" if wide else "no_text", name=name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RecordingError("not_utf_8", name=name, line=line) from None
    return text.splitlines()


def _short(text: str) -> str:
    words = "".join(letter if letter.isprintable() else "?" for letter in text)
    return words[:40] + "…" if len(words) > 40 else words


def label(path: Path) -> str:
    """A file's name as it can be shown, whatever its bytes are."""
    return os.fsencode(path.name or str(path)).decode("utf-8", "replace")
