"""The same body and forces in other people's engines, each loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import ModuleType
from typing import Protocol

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.check.evidence.engines.asked import Asked


class Needed(Protocol):
    """What an adapter computes: what each coordinate (N, C) needs beyond gravity and forces."""

    def __call__(self, asked: Asked) -> FloatArray: ...


@dataclass(frozen=True)
class Engine:
    """An engine that is installed here."""

    name: str
    version: str
    needed: Needed


def _mujoco() -> ModuleType:
    from hinge_tutor.check.evidence.engines import in_mujoco

    return in_mujoco


def _pinocchio() -> ModuleType:
    from hinge_tutor.check.evidence.engines import in_pinocchio

    return in_pinocchio


def _opensim() -> ModuleType:
    from hinge_tutor.check.evidence.engines import in_opensim

    return in_opensim


# By their names in the words of the proof.
ENGINES: Mapping[str, Callable[[], ModuleType]] = {
    "mujoco": _mujoco,
    "pinocchio": _pinocchio,
    "opensim": _opensim,
}


def engine(name: str) -> Engine | None:
    """The engine of that name, or None where it is not installed."""
    try:
        adapter = ENGINES[name]()
    except (ImportError, AttributeError, OSError):
        # Nothing of that name, another package of that name, or one that lacks a library.
        return None
    return Engine(name, adapter.VERSION, adapter.needed)
