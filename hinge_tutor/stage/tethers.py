"""Bands and cables, drawn from end to end: thinner as they stretch, hanging where they are slack.

A band keeps its volume, so that its width goes with the root of its rest length L0 over its length
L. One that is slack hangs as a flat parabola that is L0 long: L0 ≈ d (1 + 8/3 (s / d)²) over a
span d, so that it sags by s = d √(3/8 (L0 / d - 1)). In mm, y up, moved with the figure.
"""

from __future__ import annotations

import math

import numpy as np

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.growth import girth
from hinge_tutor.stage.loads import cuff
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Curve, Disc, Polygon, Shape, flat

# A slack band's width, mm; it never looks thinner than an outline. A cable is a steel rope.
BAND_MM, CABLE_MM = 26.0, 6.0
# What holds the other end: a post from the floor, this wide, this much higher than the end.
POST_MM, POST_OVER_MM, PULLEY_MM = 50.0, 60.0, 42.0
# An end this low is fixed to the floor, and needs no post.
LOW_MM = 60.0
# A cable at this place pulls at a cuff.
CUFFED = "ankle_cuff_near"
# A band around the hips is seen this far beyond where it pulls, on a body of the drawing's girth.
AROUND, AROUND_MM = "hip_", 22.0
# What goes through a slack cubic: its controls lie this much deeper than it sags.
DEEPER = 4 / 3
# Points along a line that others keep off: closer together than a word is long.
ALONG = np.linspace(0.0, 1.0, 17)


def tether_shapes(take: Take, pose: Pose, at_mm: complex, pens: Pens, far: bool) -> list[Shape]:
    """The bands and cables of the far or the near side at one pose, with the cuffs they pull at."""
    shapes: list[Shape] = []
    for pull in take.pulls:
        if pull.name.endswith("_far") is far:
            start = _at(pose, pull.on) + at_mm
            end = (_at(pose, pull.to) if isinstance(pull.to, str) else _fixed(pull)) + at_mm
            if pull.on.startswith(AROUND):
                # It goes on around the body, out of sight from where the skin ends.
                start += AROUND_MM * girth(pose.body) * (start - end) / max(abs(start - end), 1e-6)
            shapes.append(_line(pull, start, end, pens))
            if pull.on == CUFFED:
                shapes.append(cuff("cuff", start, float(pose.angle("shank_near")), pens))
    return shapes


def holder_shapes(take: Take, at_mm: complex, pens: Pens) -> list[Shape]:
    """What holds the other ends of bands and cables: posts, pulleys, hooks in the floor."""
    fixed = [
        pull
        for pull in take.pulls
        if not isinstance(pull.to, str) and not pull.name.endswith("_far")
    ]
    return [
        shape for pull in fixed for shape in _holder(pull, _fixed(pull) + at_mm, at_mm.imag, pens)
    ]


def ends_mm(take: Take) -> list[tuple[float, float]]:
    """Where what the pulls are fixed to reaches, mm: x and y of both its sides at its top."""
    fixed = [_fixed(pull) for pull in take.pulls if not isinstance(pull.to, str)]
    return [
        (end.real + side * POST_MM, end.imag + POST_OVER_MM) for end in fixed for side in (-1, 1)
    ]


def ways_mm(take: Take, poses: Pose) -> ComplexArray:
    """Points along the straight lines of all pulls over poses, mm (K, P)."""
    count = len(poses.point("ankle_near"))
    lines: list[ComplexArray] = [np.zeros((count, 0), np.complex128)]
    for pull in take.pulls:
        start = _each_mm(poses, pull.on)
        end = _each_mm(poses, pull.to) if isinstance(pull.to, str) else _fixed(pull)
        lines.append(start[:, None] + ALONG * (end - start)[:, None])
    found: ComplexArray = np.concatenate(lines, axis=1)
    return found


def _each_mm(poses: Pose, name: str) -> ComplexArray:
    xy = 1000.0 * poses.point(name)
    found: ComplexArray = xy[:, 0] + 1j * xy[:, 1]
    return found


def _at(pose: Pose, name: str) -> complex:
    x, y = (1000.0 * float(value) for value in pose.point(name))
    return complex(x, y)


def _fixed(pull: Pull) -> complex:
    assert not isinstance(pull.to, str)
    return 1000.0 * complex(*pull.to)


def _line(pull: Pull, start: complex, end: complex, pens: Pens) -> Curve:
    span = max(abs(end - start), 1e-6)
    cable = pull.stack_kg > 0.0
    rest = 1000.0 * pull.rest_length_m
    sag, width = 0.0, CABLE_MM
    if not cable:
        width = BAND_MM * math.sqrt(min(1.0, rest / span)) if rest else BAND_MM
        sag = span * math.sqrt(3 / 8 * (rest / span - 1.0)) if rest > span else 0.0
    drop = -1j * DEEPER * min(sag, 2 * span)
    points = (start, start + (end - start) / 3 + drop, start + 2 * (end - start) / 3 + drop, end)
    role = "load" if cable else "band"
    return Curve(pull.name, "stage", flat(points), "", role, max(width, pens.line))


def _holder(pull: Pull, end: complex, ground: float, pens: Pens) -> list[Shape]:
    if end.imag - ground < LOW_MM:
        return [Disc("anchor", "stage", end.real, end.imag, 14.0, "support_line")]
    left, right = end.real - POST_MM / 2, end.real + POST_MM / 2
    top = end.imag + POST_OVER_MM
    points = (left, ground, right, ground, right, top, left, top)
    shapes: list[Shape] = [Polygon("post", "stage", points, "support", "support_line", pens.line)]
    radius = PULLEY_MM if pull.stack_kg > 0.0 else 0.4 * PULLEY_MM
    shapes.append(
        Disc("anchor", "stage", end.real, end.imag, radius, "support", "support_line", pens.line)
    )
    return shapes
