"""How sure the effort of a muscle in a movement is.

measured   computed, and a claim about it that rests on people's muscles holds (`rules.toml`)
computed   computed only
disputed   computed, and a claim about it comes out otherwise with numbers that sources allow
"""

from __future__ import annotations

from functools import lru_cache

MEASURED, COMPUTED, DISPUTED = "measured", "computed", "disputed"
CONFIDENCES = (MEASURED, COMPUTED, DISPUTED)


def efforts_of(condition: str) -> frozenset[tuple[str, str]]:
    """The figures and muscle groups that a condition compares; raises as `parse` does."""
    # Rules and conditions wait until somebody shows muscles with their names.
    from hinge_tutor.lessons.conditions import parse

    found = parse(condition)
    asked = [term.quantity for term in (*found.left, *found.right)]
    return frozenset((one.figure, one.group) for one in asked if one is not None and one.group)


def confidence(movement: str, group: str, disputed: bool) -> str:
    """One of CONFIDENCES for a group of a movement."""
    if disputed:
        return DISPUTED
    return MEASURED if (movement, group) in _measured() else COMPUTED


@lru_cache(maxsize=1)
def _measured() -> frozenset[tuple[str, str]]:
    """Movements and groups of which a claim that was measured on people speaks."""
    from hinge_tutor.coaching.rules import shipped

    claims = [claim.condition for claim in shipped().claims if claim.strength == MEASURED]
    return frozenset().union(*map(efforts_of, claims))
