"""A sheet that tells nothing of its figures but their letters, for a still of hidden ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from hinge_tutor.lessons.hidden_names import hidden_names
from hinge_tutor.stage.plan import Plan

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


def untold(plan: Plan, repetitions: Sequence[Repetition]) -> Plan:
    """The same sheet with letters over its figures, and neither badges nor angles."""
    return replace(
        plan,
        titles=hidden_names(repetitions, plan.words, veiled=True),
        badges=("",) * len(repetitions),
        angles=False,
    )
