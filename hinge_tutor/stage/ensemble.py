"""A figure with all that belongs to it at one moment: its load, what carries it, what pulls it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hinge_tutor.body.arrays import ComplexArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.motion.take import Take
from hinge_tutor.stage.anatomy import Work
from hinge_tutor.stage.bench_handle import grip_shapes, strut_shapes
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.fitting import Fitting, Placed
from hinge_tutor.stage.grounds import ground_shapes, surfaces
from hinge_tutor.stage.leaning import leaned
from hinge_tutor.stage.load_sizes import kind_of, reach_mm
from hinge_tutor.stage.loads import carried, lies_x_mm
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Shape
from hinge_tutor.stage.tethers import ends_mm, holder_shapes, tether_shapes


def ensemble(
    fit: Fitting,
    take: Take,
    pose: Pose,
    at_mm: complex,
    pens: Pens,
    options: Options,
    works: Mapping[str, Work],
    time_s: float | None = None,
) -> tuple[list[Shape], Placed]:
    """The shapes of a take at one of its poses, from back to front, and the figure's points."""
    load = carried(take, pose, at_mm, pens, time_s)
    # A near band goes over the leg, and into the fist or behind the arm.
    near = tether_shapes(take, pose, at_mm, pens, far=False)
    before = [*grip_shapes(take, at_mm, pens), *load.before]
    # What is carried on the far side is farther away than what both sides stand or lie on.
    behind, load = (
        load.behind,
        replace(load, behind=[], within=[*near, *load.within], before=before),
    )
    figure, placed = figure_shapes(fit, leaned(take, pose), at_mm, pens, options, works, load)
    shapes = [
        *behind,
        *strut_shapes(take, at_mm, pens),
        *ground_shapes(take, at_mm, pens),
        *holder_shapes(take, at_mm, pens),
        *tether_shapes(take, pose, at_mm, pens, far=True),
        *figure,
    ]
    return shapes, placed


def bounds_mm(take: Take, pose: Pose, edges: ComplexArray) -> tuple[float, float, float]:
    """Left, right and top of everything that belongs to a take over poses, whose outlines have
    `edges`; mm.
    """
    xs, ys = [float(edges.real.min()), float(edges.real.max())], [float(edges.imag.max())]
    reach = reach_mm(take)
    if reach > 0.0:
        places = pose.points(take.load.landmarks) * 1000.0
        xs += [float(places[..., 0].min()) - reach, float(places[..., 0].max()) + reach]
        ys.append(float(places[..., 1].max()) + reach)
        if kind_of(take) == "paper_clip":
            xs.append(lies_x_mm(take) + reach)
    for _, box in surfaces(take):
        xs += [box[0], box[2]]
        ys.append(box[3])
    for x, y in ends_mm(take):
        xs.append(x)
        ys.append(y)
    return min(xs), max(xs), max(ys)
