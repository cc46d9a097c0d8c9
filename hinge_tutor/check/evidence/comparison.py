"""Net moments against those of other engines that are given the same body and forces."""

from __future__ import annotations

import numpy as np

from hinge_tutor.check.evidence.engines import ENGINES, Engine, engine
from hinge_tutor.check.evidence.engines.asked import asked
from hinge_tutor.check.evidence.predictions import Figures
from hinge_tutor.check.evidence.repetitions import Case, cases, kinds
from hinge_tutor.check.evidence.row import NOT_INSTALLED, Figure
from hinge_tutor.mechanics.dynamics import loads
from hinge_tutor.motion.take import Take


def net_moments() -> Figures:
    """The largest difference of any net moment, root rows included, by engine: N and N·m."""
    return {name: _against(engine(name), cases()) for name in ENGINES}


def net_moments_of_every_kind() -> Figures:
    """The same on every kind of support, load, band, cable and flight."""
    return {name: _against(engine(name), kinds()) for name in ENGINES}


def difference(judge: Engine, take: Take) -> float:
    """The largest difference of a take's net moments from an engine's.

    The engine's root rows must be nothing: then the forces given hold the body up as it moves.
    """
    ours = loads(take)
    person = take.body
    theirs = judge.needed(asked(person, take.q, take.qd, take.qdd, ours.external))
    expected = np.zeros_like(theirs)
    for column, joint in enumerate(person.joints, 3):
        expected[:, column] = -ours.net_moment_Nm[joint]
    return float(np.abs(theirs - expected).max())


def _against(judge: Engine | None, found: tuple[Case, ...]) -> Figure:
    if judge is None:
        return NOT_INSTALLED
    worst, case = max(((difference(judge, each.take), each) for each in found), key=_first)
    told: dict[str, float | str] = {
        "version": judge.version,
        "count": len(found),
        "movement": case.movement,
        "body": case.body,
        "load_kg": case.load_kg,
    }
    return Figure((worst,), "engine", told)


def _first(found: tuple[float, Case]) -> float:
    return found[0]
