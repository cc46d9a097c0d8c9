"""How files stand: whether one was written since somebody last looked."""

from __future__ import annotations

from pathlib import Path

# When a file was last written, and how long it is; None for one that is not there.
Stamp = tuple[int, int] | None


def stamp(path: Path) -> Stamp:
    """When a file was written and how long it is."""
    try:
        status = path.stat()
    except OSError:
        # An editor that replaces a file takes it away for a moment.
        return None
    return status.st_mtime_ns, status.st_size
