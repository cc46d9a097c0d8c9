"""One body's bones: those on segments are placed with them, those between turn as a whole.

A vertebra, or the kneecap, with its middle at m turns by the mean of the segments around it,
φ = Σ w φ_j, so that discs become wedges and no bone is bent:

    z = m + u exp(i φ)        u: a point of its outline from its middle, in standing; m
"""

from __future__ import annotations

import cmath
from collections.abc import Mapping, Sequence

import numpy as np

from hinge_tutor.body.arrays import ComplexArray, FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.skeleton import Body
from hinge_tutor.stage.bone_drawing import Bones, Turning
from hinge_tutor.stage.bones_file import LINE
from hinge_tutor.stage.drawing import Drawing
from hinge_tutor.stage.holding import SeenArm
from hinge_tutor.stage.picture import Numbers
from hinge_tutor.stage.shares import curve_matrix, sided
from hinge_tutor.stage.skin import DRAWN, Skin, scales

Runs = tuple[tuple[int, int], ...]


class PlacedBones:
    """The bones at one moment, mm."""

    def __init__(self, xy: list[float], runs: Mapping[str, Runs]) -> None:
        self._xy, self._runs = xy, runs

    def part(self, name: str) -> tuple[Numbers, ...]:
        """The curves of a part: outlines end where they begin; holes run the other way round."""
        xy = self._xy
        return tuple([tuple(xy[start:stop]) for start, stop in self._runs[name]])


class BoneFitting:
    """The bones on one body."""

    def __init__(self, body: Body, art: Drawing, bones: Bones, arm: SeenArm | None) -> None:
        self._skin = Skin(body, art, arm, bone_sizes)
        self._skin.add("middles", tuple(each.middle for each in bones.turning), "near", "points")
        for bone in bones.bones:
            self._skin.add(bone.name, bone.marks, "near", "open" if bone.kind == LINE else "closed")
        self._count = len(bones.turning)
        self._turn = _turns(body, bones.turning)
        outlines = _outlines(bone_sizes(body, art), bones.turning)
        self._of = np.repeat(np.arange(self._count), [len(each) for each in outlines])
        self._outlines = np.concatenate(outlines)
        self._runs = self._parts(bones, [len(each) for each in outlines])

    def place(self, pose: Pose, at_mm: complex = 0j) -> PlacedBones:
        """The bones of one pose, moved by `at_mm`."""
        z = self._skin.place(pose)
        turned = np.exp(1j * (pose.angles @ self._turn))
        whole = z[self._of] + self._outlines * turned[self._of]
        placed = np.concatenate([z[self._count :], whole])
        placed *= 1000.0
        placed += at_mm
        return PlacedBones(placed.view(np.float64).tolist(), self._runs)

    def _parts(self, bones: Bones, sizes: list[int]) -> dict[str, Runs]:
        """Where the numbers of each part's curves stand."""
        found: dict[str, Runs] = {}
        rows = self._skin.runs()
        for bone in bones.bones:
            run = rows[bone.name]
            ends = 2 * (run.start - self._count), 2 * (run.stop - self._count)
            found[bone.part] = (*found.get(bone.part, ()), ends)
        start = 2 * (self._skin.count - self._count)
        for each, size in zip(bones.turning, sizes, strict=True):
            found[each.part] = (*found.get(each.part, ()), (start, start + 2 * size))
            start += 2 * size
        return found


def _turns(body: Body, bones: Sequence[Turning]) -> FloatArray:
    """How much of each segment's turn each bone takes (segments, bones)."""
    names = [segment.name for segment in body.segments]
    turns = np.zeros((len(names), len(bones)))
    for number, bone in enumerate(bones):
        for name, share in bone.middle.shares:
            turns[names.index(sided(name, "near")), number] += share
    return turns


def _outlines(
    sizes: Mapping[str, tuple[float, float]], bones: Sequence[Turning]
) -> list[ComplexArray]:
    """The controls of each outline around its middle in standing, m."""
    found: list[ComplexArray] = []
    for bone in bones:
        across, along = (
            sum(share * sizes[name][axis] for name, share in bone.middle.shares) for axis in (0, 1)
        )
        points = np.array([complex(mark.x * across, mark.y * along) for mark in bone.outline])
        turned = points * bone.size * cmath.rect(1.0, bone.tilt)
        controls = curve_matrix(bone.outline, "closed") @ turned / 1000
        found.append(np.asarray(controls, dtype=np.complex128))
    return found


def bone_sizes(body: Body, art: Drawing) -> dict[str, tuple[float, float]]:
    """The factors across and along of bones: wide as stature goes, never wider than the skin."""
    tall = body.height_m / DRAWN.height_m
    return {name: (min(tall, across), along) for name, (across, along) in scales(body, art).items()}
