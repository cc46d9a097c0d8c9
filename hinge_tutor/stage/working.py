"""What the drawn muscles of a figure do over a take, read at a moment."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hinge_tutor.mechanics.bracing import WALL
from hinge_tutor.mechanics.efforts import Efforts
from hinge_tutor.mechanics.ways import WORK_MODES
from hinge_tutor.stage.anatomy import LEG_MUSCLES, REST, TRUNK_MUSCLES, Work
from hinge_tutor.stage.flank import BRACED
from hinge_tutor.stage.samples import Between


@dataclass(frozen=True)
class _Course:
    """A group of the near side over all samples: effort, way of working, length over optimal."""

    name: str
    effort: Sequence[float]
    mode: Sequence[str]
    length: Sequence[float]


class Working:
    """The drawn groups of one repetition."""

    def __init__(self, efforts: Efforts) -> None:
        self._braced: list[bool] = efforts.bracing[WALL[0]].tolist()
        self._courses = [
            _course(efforts, name)
            for name in (*TRUNK_MUSCLES, *LEG_MUSCLES)
            if f"{name}_near" in efforts.groups
        ]

    def at(self, moment: Between) -> dict[str, Work]:
        """What each group does at a moment; BRACED is in it while the trunk is."""
        works = {
            each.name: Work(
                moment.of(each.effort), each.mode[moment.nearest], moment.of(each.length)
            )
            for each in self._courses
        }
        if self._braced[moment.nearest]:
            works[BRACED] = REST
        return works

    def strongest(self) -> Mapping[str, float]:
        """The strongest effort of each group in the whole motion."""
        return {each.name: max(each.effort) for each in self._courses}


def _course(efforts: Efforts, name: str) -> _Course:
    number = efforts.groups.index(f"{name}_near")
    return _Course(
        name,
        efforts.effort[:, number].tolist(),
        [WORK_MODES[mode] for mode in efforts.work_mode[:, number].tolist()],
        efforts.group_length[:, number].tolist(),
    )
