"""Somebody in front of a trainer, as far as others need to know them: a name and a body."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.body.specification import Specification


@dataclass(frozen=True)
class Known:
    """Whose body a trainer has set, and what they are called."""

    name: str
    body: Specification


def nobody_known() -> Known | None:
    """Where there is no Train, or nobody has set anything in it."""
    return None
