"""The `[load]` of a movement file: what is usually carried, how much of it, and where.

at           a place of `assets/body/places.toml`; in the hands where it is left out
kind         what it is, as one sees it
kg           its mass; or body_masses, a share of the body's own
"""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.body.places import HANDS, load_places
from hinge_tutor.reader import Reader

KINDS = ("barbell", "dumbbells", "kettlebell", "plate", "box", "paper_clip", "cuff")
# What a load is taken for whose movement does not say.
ANY_KIND = "dumbbells"
# Nobody is taught a movement with more than twice their own weight, or with half a ton.
MOST_KG, MOST_BODIES = 500.0, 2.0


@dataclass(frozen=True)
class UsualLoad:
    """What a movement is usually done with; nothing unless it has a mass."""

    at: str = HANDS
    kind: str = ANY_KIND
    kg: float = 0.0
    body_masses: float = 0.0

    def mass_kg(self, body_kg: float) -> float:
        """Its mass for somebody of that mass, kg."""
        return self.kg + self.body_masses * body_kg


NOTHING = UsualLoad()


def read_usual_load(row: Reader) -> UsualLoad:
    """The load of a movement file; what is wrong is noted in `row`."""
    if row.has("kg") and row.has("body_masses"):
        row.problem("kg and body_masses are two answers to one question; keep one", "body_masses")
    return UsualLoad(
        at=row.choice("at", load_places(), HANDS),
        kind=row.choice("kind", KINDS, ANY_KIND),
        kg=row.number("kg", 0.0, MOST_KG, 0.0),
        body_masses=row.number("body_masses", 0.0, MOST_BODIES, 0.0),
    )
