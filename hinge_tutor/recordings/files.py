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
KNOWN = ".trc, .mot, .sto or .c3d"


def read_recording(path: Path) -> Points | Angles:
    """The markers or angles in a file; raises RecordingError with one sentence."""
    data = _bytes(path)
    if len(data) > 1 and data[1] == _C3D_MARK and b"\n" not in data[:4]:
        from hinge_tutor.recordings.c3d_points import read_c3d

        return read_c3d(path.name, data)
    lines = _lines(path, data)
    head = [line.strip() for line in lines[:40]]
    if head[0].startswith("PathFileType"):
        from hinge_tutor.recordings.trc import read_trc

        return read_trc(path.name, lines)
    if any(line.lower() == "endheader" for line in head):
        from hinge_tutor.recordings.storage import read_storage

        return read_storage(path.name, lines)
    raise RecordingError(
        f"{path.name} is no recording: its first line is “{_short(head[0])}”; give a file that "
        f"another program exported as {KNOWN}."
    )


def _bytes(path: Path) -> bytes:
    """All of a file that is small enough and ends; devices and pipes are not waited for."""
    try:
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise RecordingError(f"{path} is a folder; name one file in it ({KNOWN}).")
        if not stat.S_ISREG(about.st_mode):
            raise RecordingError(f"{path} is no ordinary file; save it as {KNOWN} first.")
        if about.st_size > LARGEST_BYTES:
            raise RecordingError(
                f"{path.name} has {about.st_size / 1e6:.0f} MB, and a recording may have "
                f"{LARGEST_BYTES / 1e6:.0f}; export fewer seconds, or without forces."
            )
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None)
        if isinstance(error, RecordingError):
            raise
        reason = (said or "not a file's name").lower()
        raise RecordingError(f"{path} cannot be read ({reason}); choose another file.") from None
    if not data.strip():
        raise RecordingError(f"{path.name} is empty; export the recording again.")
    return data


def _lines(path: Path, data: bytes) -> list[str]:
    """The lines of a text file; raises RecordingError for what is none."""
    if b"\0" in data[:_HEAD_BYTES]:
        what = "UTF-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "no text"
        raise RecordingError(f"{path.name} is {what}; give a file exported as {KNOWN}.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RecordingError(
            f"{path.name}:{line}: a letter is not UTF-8; save the file as UTF-8, or give one that "
            f"was exported as {KNOWN}."
        ) from None
    return text.splitlines()


def _short(text: str) -> str:
    words = "".join(letter if letter.isprintable() else "?" for letter in text)
    return words[:40] + "…" if len(words) > 40 else words


def label(path: Path) -> str:
    """A file's name as it can be shown, whatever its bytes are."""
    return os.fsencode(path.name).decode("utf-8", "replace")
