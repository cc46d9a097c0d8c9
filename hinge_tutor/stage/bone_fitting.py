"""One body's bones, each of them rigid: placed by its middle, turned by what carries it.

A bone with its middle at m turns by the mean of the segments that carry it, φ = Σ w φ_j: one of
them for a limb's bone, several for ribs, vertebrae or the kneecap, so that discs become wedges and
no bone is bent. A point of its outline at x + iy lies at

    z = m + k (a x + i b y) exp(i (φ + τ))        m

with k its size, τ its tilt in standing, and a, b how much wider and longer than drawn this body's
bones are.
"""

from __future__ import annotations

import cmath
from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.bone_drawing import Bone
from hinge_tutor.stage.cloth import Cloth, Run, carried, sewn
from hinge_tutor.stage.drawing import Drawing
from hinge_tutor.stage.growth import DRAWN, scales
from hinge_tutor.stage.shapes import Move, Outline
from hinge_tutor.stage.shares import Names
from hinge_tutor.stage.skin import Skin
from hinge_tutor.stage.turning import Turning

Outlines = tuple[Outline, ...]


class PlacedBones:
    """The bones at one moment: outlines, and the move of each from its own frame to the sheet."""

    def __init__(
        self, moves: list[Move], outlines: Outlines, parts: Mapping[str, tuple[int, int]]
    ) -> None:
        self._moves, self._outlines, self._parts = moves, outlines, parts

    def part(self, name: str) -> tuple[Outlines, tuple[Move, ...]]:
        """The outlines of a part and their moves; holes run the other way round than bones."""
        start, stop = self._parts[name]
        return self._outlines[start:stop], tuple(self._moves[start:stop])


class BoneFitting:
    """The bones on one body."""

    def __init__(self, turning: Turning, art: Drawing, bones: tuple[Bone, ...]) -> None:
        cloth, self._turn = _carried(bones, turning.names, art)
        self._skin = Skin(turning, art, cloth, bone_sizes)
        self._outlines = tuple(bone.outline for bone in bones)
        tilted = np.array([bone.size * cmath.rect(1.0, bone.tilt) for bone in bones])
        across, along = self._skin.sizes(self._turn)
        # Where one mm forward and one mm up of each outline lead, before its bone turns.
        self._axes = np.stack([tilted * across, tilted * along * 1j], axis=-1)
        self._parts = _parts(bones)

    def place(self, pose: Pose, at_mm: complex = 0j) -> PlacedBones:
        """The bones of one pose, moved by `at_mm`."""
        turned = np.exp(1j * (self._skin.turning.of(pose).angles @ self._turn.T))
        rows = np.empty((len(turned), 3), dtype=np.complex128)
        rows[:, :2] = self._axes * turned[:, None]
        rows[:, 2] = self._skin.place(pose) * 1000.0 + at_mm
        moves = [(a, b, c, d, x, y) for a, b, c, d, x, y in rows.view(np.float64).tolist()]
        return PlacedBones(moves, self._outlines, self._parts)


@lru_cache(maxsize=16)
def _carried(bones: tuple[Bone, ...], names: Names, art: Drawing) -> tuple[Cloth, FloatArray]:
    """The middles of bones, and what share of each one's turn each segment has."""
    middles = tuple(bone.middle for bone in bones)
    cloth = sewn([Run("middles", middles, "near", "points")], art, names)
    return cloth, carried(middles, "near", names, art)


def _parts(bones: tuple[Bone, ...]) -> dict[str, tuple[int, int]]:
    """Where the bones of each part begin and end; they stand together."""
    found: dict[str, tuple[int, int]] = {}
    for number, bone in enumerate(bones):
        start, stop = found.get(bone.part, (number, number))
        assert stop == number, f"the bones of the part {bone.part} are apart"
        found[bone.part] = start, number + 1
    return found


def bone_sizes(body: Body, art: Drawing) -> dict[str, tuple[float, float]]:
    """The factors across and along of bones: wide as stature goes, never wider than the skin."""
    tall = body.height_m / DRAWN.height_m
    return {name: (min(tall, across), along) for name, (across, along) in scales(body, art).items()}
