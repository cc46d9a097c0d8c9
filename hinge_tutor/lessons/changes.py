"""Whether files were written since somebody last looked, and what is remembered of them dropped."""

from __future__ import annotations

import sys
from pathlib import Path

# When a file was last written, how long it is, and which of all files it is: one that was put in
# its place may be as old and as long. None for one that is not there.
Stamp = tuple[int, int, int] | None

_PROGRAM = "hinge_tutor"


def stamp(path: Path) -> Stamp:
    """How a file stands now."""
    try:
        status = path.stat()
    except OSError:
        # An editor that replaces a file takes it away for a moment.
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def forget(*rooms: str) -> None:
    """Drops what this process remembers of files, in every module of ours or of these rooms."""
    homes = tuple(f"{_PROGRAM}.{room}" for room in rooms) or (_PROGRAM,)
    for name, module in list(sys.modules.items()):
        if any(name == home or name.startswith(f"{home}.") for home in homes):
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()
