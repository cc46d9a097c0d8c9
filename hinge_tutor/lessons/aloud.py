"""Texts for whoever hears them instead of reading."""

from __future__ import annotations

from collections.abc import Iterable

# Where a voice takes a breath.
PAUSE = "\n\n"


def sentences(parts: Iterable[str]) -> str:
    """Each part ends like a sentence, so that a voice does not run them together."""
    said = [part.strip() for part in parts if part.strip()]
    return PAUSE.join(part if part[-1] in ".!?:…" else f"{part}." for part in said)


def numbered(choices: Iterable[str]) -> list[str]:
    """`1: Rounded back`: choices, with the key that takes each."""
    return [f"{number}: {choice}" for number, choice in enumerate(choices, 1)]
