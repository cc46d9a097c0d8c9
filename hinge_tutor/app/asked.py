"""What the tutor is asked to open on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """None, where it opens as it was left."""

    lesson: str | None = None
    step: int | None = None
    theme: str | None = None
    present: bool = False
    language: str | None = None
    # A lesson pack; lesson and step are then one of its own.
    pack: Path | None = None


PLAIN = Asked()
