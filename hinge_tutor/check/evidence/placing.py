"""Where a load sits and where a pull comes from: the same load in unlike places, side by side.

Everything is held still at the moment on the way down at which the trunk leans as much as in all
the others, so that only the place differs. Moments of one hip, N·m; levers in cm.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.check.evidence.predictions import Figures, one_order
from hinge_tutor.coaching.measures import measures
from hinge_tutor.mechanics.dynamics import Loads, loads
from hinge_tutor.mechanics.efforts import efforts
from hinge_tutor.motion.at_rest import at_rest
from hinge_tutor.motion.movement import Movement, load_movement, read_movement
from hinge_tutor.motion.repetition import solve
from hinge_tutor.motion.take import DESCENT, Load, Take

# What every place can carry; a trunk that leans as far as all of these movements go.
KG, LEAN_DEG = 15.0, 50.0
# So many samples that two neighbors lean within half a degree.
FINE = 401
# Movement and place, from the place that is farthest from the hips.
PLACES = {
    "front": ("good-morning", "front"),
    "back": ("good-morning", "back"),
    "hands": ("romanian-deadlift", "hands"),
    "mid_back": ("weighted-hinge", "plate"),
}


@dataclass(frozen=True, eq=False)
class _Held:
    """A take as if standing still at every sample, its loads, and the sample that counts."""

    take: Take
    loads: Loads
    at: int

    def lever_cm(self) -> float:
        """How far the load is ahead of the lowest disc."""
        x = self.take.pose.points(self.take.load.landmarks)[self.at, :, 0].mean()
        return 100.0 * float(x - self.take.pose.point("l5s1")[self.at, 0])

    def effort(self, group: str) -> float:
        """Effort of a group of the near side."""
        found = efforts(self.take, self.loads)
        return float(found.effort[self.at, found.groups.index(f"{group}_near")])

    def hip_Nm(self) -> float:
        """Moment of the near hip, positive toward extension."""
        return float(self.loads.net_moment_Nm["hip_near"][self.at])


def load_levers() -> Figures:
    """The load's lever to the lowest disc, by its place."""
    return _by_place(_Held.lever_cm)


def load_back() -> Figures:
    """Effort of the back, by the load's place."""
    return _by_place(lambda held: held.effort("back_extensors"))


def load_hamstrings() -> Figures:
    """Effort of the hamstrings, by the load's place."""
    return _by_place(lambda held: held.effort("hamstrings"))


def band_and_plate() -> Figures:
    """What is left of a band's, and of a plate's, part of the hip's moment half-way up to tall."""
    return one_order(_kept("banded-hello"), _kept("weighted-hinge"))


def cable_and_weight() -> Figures:
    """Moment of the hip at the top: a cable from behind, and the same mass hanging."""
    file = shelf.assets("proof", "movements", "cable-pull-through.toml")
    pulled = read_movement(file)
    stack = pulled.pulls[0].stack_kg
    free = _held(replace(pulled, pulls=()), Load(2 * stack))
    return one_order(_held(pulled, Load()).hip_Nm(), free.hip_Nm())


def _by_place(read: Callable[[_Held], float]) -> Figures:
    return one_order(*(read(_placed(*place)) for place in PLACES.values()))


@cache
def _placed(movement: str, at: str) -> _Held:
    return _held(load_movement(movement), Load(KG, at), LEAN_DEG)


def _kept(movement: str) -> float:
    """The part of the hip's moment that band or plate adds at half of the lean, over the whole."""
    with_it = load_movement(movement)
    without = replace(with_it, pulls=())
    usual = Load(with_it.usual_load_kg(body("default")), with_it.load_at)
    added = [
        _held(with_it, usual, lean).hip_Nm() - _held(without, Load(), lean).hip_Nm()
        for lean in (LEAN_DEG / 2, LEAN_DEG)
    ]
    return added[0] / added[1]


def _held(movement: Movement, load: Load, lean_deg: float = 0.0) -> _Held:
    take = at_rest(solve(movement, body("default"), load=load, samples=FINE))
    asked = loads(take)
    lean = np.asarray(measures(take, asked)["trunk_lean_deg"])
    down = np.flatnonzero(take.during((DESCENT,))) if lean_deg else np.array([0])
    return _Held(take, asked, int(down[np.abs(lean[down] - lean_deg).argmin()]))
