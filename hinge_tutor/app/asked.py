"""What the tutor is asked to open on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """None, where it opens as it was left."""

    lesson: str | None = None
    step: int | None = None
    theme: str | None = None
    present: bool = False
    language: str | None = None


PLAIN = Asked()
