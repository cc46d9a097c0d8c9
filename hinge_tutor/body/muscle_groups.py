"""The groups that muscles are shown in: ten of the analysis, fourteen by anatomy, seven plain ones.

A group's weight on a head is w = Fmax of the head over the sum of its group's, so that a group's
figure is the mean of its heads by strength. Source: `assets/body/muscle_groups.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from hinge_tutor import shelf
from hinge_tutor.body.arrays import FloatArray, frozen
from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.muscle_heads import heads
from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.shape import Disagreement, Table, Text, Texts, read_shaped

PLAIN = (
    "glutes",
    "hamstrings",
    "back_extensors",
    "quadriceps",
    "calves",
    "abdominals",
    "bracing",
)
ANATOMICAL = (
    "gluteus_maximus",
    "biceps_femoris",
    "semitendinosus_semimembranosus",
    "erector_spinae",
    "multifidus",
    "vasti",
    "rectus_femoris",
    "gastrocnemius",
    "soleus",
    "tibialis_anterior",
    "iliopsoas",
    "adductor_magnus",
    "rectus_abdominis",
    "latissimus",
)

_SHAPE = Table(
    {
        "anatomical": Table(
            dict.fromkeys(ANATOMICAL, Table({"group": Text(GROUPS), "heads": Texts()}))
        ),
        "plain": Table(dict.fromkeys(PLAIN, Texts())),
    }
)


@dataclass(frozen=True, eq=False)
class Members:
    """Some groups of one side: their names, weights w (M, G), and which of them extend the back."""

    names: tuple[str, ...]
    weights: FloatArray
    back: tuple[int, ...]

    @property
    def sided(self) -> tuple[str, ...]:
        """The groups with their side: near and far of each."""
        return tuple(f"{name}_{side}" for name in self.names for side in SIDES)


@cache
def of_analysis() -> Members:
    """The ten groups of the analysis."""
    return _members({group: (group, _of_group(group)) for group in GROUPS})


@cache
def of_anatomy() -> Members:
    """The fourteen groups with anatomical names; raises AuthorErrors."""
    rows = table()["anatomical"]
    return _members({name: (rows[name]["group"], set(rows[name]["heads"])) for name in ANATOMICAL})


def anatomical() -> Mapping[str, str]:
    """For each anatomical group the group of the analysis that it is a part of."""
    return {name: row["group"] for name, row in table()["anatomical"].items()}


def plain() -> Mapping[str, tuple[str, ...]]:
    """For each plain group the groups of the analysis that it holds."""
    return {name: tuple(groups) for name, groups in table()["plain"].items()}


def _of_group(group: str) -> set[str]:
    return {head.name for head in heads() if head.group == group}


def _members(groups: Mapping[str, tuple[str, set[str]]]) -> Members:
    strength = np.array([head.fmax_N for head in heads()])
    member = np.array([[head.name in own for _, own in groups.values()] for head in heads()])
    shares = strength[:, None] * member
    back = [n for n, (group, _) in enumerate(groups.values()) if group == "back_extensors"]
    return Members(tuple(groups), frozen(shares / shares.sum(axis=0)), tuple(back))


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    for name, row in data["anatomical"].items():
        own = _of_group(row["group"])
        for head in row["heads"]:
            if head not in own:
                listed = ", ".join(sorted(own))
                problem = f'"{head}" is no head of {row["group"]}; allowed: {listed}'
                yield ("anatomical", name, "heads"), problem
    for group in GROUPS:
        named = [n for row in data["anatomical"].values() for n in row["heads"]]
        for head in sorted(_of_group(group)):
            if named.count(head) != 1:
                problem = f"{head} is named {named.count(head)} times; name every shown head once"
                yield ("anatomical",), problem
    for name, groups in data["plain"].items():
        for group in groups:
            if group not in GROUPS:
                listed = ", ".join(GROUPS)
                yield ("plain", name), f'"{group}" is no group; allowed: {listed}'


@cache
def table() -> dict[str, Any]:
    """`assets/body/muscle_groups.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "muscle_groups.toml"), _SHAPE, _agree)
