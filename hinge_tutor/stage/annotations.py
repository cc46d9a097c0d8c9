"""What the layers over one figure draw and write at a moment, but for the names of its parts."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.stage.balance import balance
from hinge_tutor.stage.company import Company
from hinge_tutor.stage.labels import Box, Callout, Wish
from hinge_tutor.stage.lamps import PropView
from hinge_tutor.stage.layers import Angle, angle_shapes, trail_shapes
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens
from hinge_tutor.stage.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hinge_tutor.coaching.verdicts import Verdict

# Name of an arc, the joint it stands at, the part it starts from, the part it ends at, and where
# both point from there in standing, rad: up, or down along the leg.
_UP, _DOWN = math.pi / 2, -math.pi / 2
ARCS = (
    ("hip", "mid_hip", "thigh_near", "pelvis", _UP),
    ("knee", "knee_near", "thigh_near", "shank_near", _DOWN),
    ("ankle", "ankle_near", "foot_near", "shank_near", _UP),
    ("spine", "l1l2", "pelvis", "upper_thorax", _UP),
)
# Layers that write nothing, or nothing that depends on the moment.
SILENT = frozenset({"muscles", "bones", "labels", "balance"})
# Lines that texts keep off as they keep off the figure.
MEASURED = ("trail.back", "trail.down")


@dataclass
class Annotations:
    """Shapes behind the figure and before it, texts, what no text may cover, and what all keep off.

    Riders stand in the order of their right to a place.
    """

    behind: list[Shape] = field(default_factory=list)
    before: list[Shape] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    callouts: list[Callout] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)
    solid: list[Shape] = field(default_factory=list)


def writes(options: Options, company: Company) -> bool:
    """Whether anything is written that depends on the moment."""
    return company.contrast is not None or bool(options.layers - SILENT)


def annotate(moment: Moment, options: Options, company: Company, widths: Pens) -> Annotations:
    """What the layers that are on draw and write at a moment."""
    notes = Annotations()
    if options.shows("props"):
        # Who watches without props should not wait for all of them.
        from hinge_tutor.stage.props import prop_view

        view = prop_view(moment, options.props or moment.actor.repetition.take.movement.props)
        notes.behind += view.behind
        notes.before += view.before
        notes.wishes += view.wishes
        notes.taken += view.taken
        notes.solid += [*view.behind, *view.before]
    if company.contrast is not None:
        # Who only watches one figure should not wait for this.
        from hinge_tutor.stage.contrast import contrast_view

        view = contrast_view(moment, company.contrast, widths)
        notes.behind = [*view.behind, *notes.behind]
        notes.before += view.before
        notes.wishes += view.wishes
    if options.shows("balance"):
        notes.before += balance(moment)
    if options.shows("trails"):
        _add_trail(notes, moment)
    if options.shows("angles"):
        _add_angles(notes, moment)
    if options.shows("forces"):
        _add_forces(notes, moment, company.newton_mm)
    if company.verdicts:
        _add_findings(notes, moment, company.verdicts, options.shows("props"))
    return notes


def _add_forces(notes: Annotations, moment: Moment, newton_mm: float) -> None:
    # Forces need the loads, for which who only watches should not wait.
    from hinge_tutor.stage.forces import add_forces

    view = PropView()
    add_forces(view, moment, newton_mm)
    notes.before += view.before
    notes.wishes = [*view.wishes, *notes.wishes]
    notes.taken += view.taken
    notes.solid += view.before


def _add_findings(
    notes: Annotations, moment: Moment, verdicts: Sequence[Verdict], props: bool
) -> None:
    # What judges form is asked for by who wants to see it.
    from hinge_tutor.stage.findings import add_findings

    view = PropView()
    add_findings(view, moment, verdicts, props)
    notes.before += view.before
    notes.wishes = [*view.wishes, *notes.wishes]
    notes.taken += view.taken


def _add_trail(notes: Annotations, moment: Moment) -> None:
    now, words = moment.joints["mid_hip"], moment.words
    gone = (moment.actor.way_mm(moment.time_s) + moment.at_mm).view(np.float64).tolist()
    way, start = (*gone, *now, *now), (gone[0], gone[1])
    back, down = (start[0] - now[0]) / 10, (start[1] - now[1]) / 10
    texts = (
        f"{words.region('back')} {words.quantity('hip_back_cm', back)}",
        f"{words.region('down')} {words.quantity('hip_down_cm', down)}",
    )
    shapes, callouts = trail_shapes(way, start, now, texts, moment.sizes)
    notes.before += shapes
    notes.callouts += callouts
    notes.solid += [shape for shape in shapes if shape.name in MEASURED]


def _add_angles(notes: Annotations, moment: Moment) -> None:
    """How far hip, knee, ankle and spine have folded since standing; one that opens has no arc."""
    number, now = moment.pose.body.linkage.index, moment.pose.angles.tolist()
    standing = moment.actor.standing.angles.tolist()
    for name, point, below, above, turned in ARCS:
        low, high = number[below], number[above]
        start, stop = turned + now[low], turned + now[high]
        start += standing[high] - standing[low]
        # Every fold turns the upper part, and at the knee the lower one, clockwise.
        if stop > start:
            continue
        text = f"{round(math.degrees(start - stop))}°"
        angle = Angle(name, moment.joints[point], start, stop, text, moment.highlight == name)
        shapes, wish = angle_shapes(angle, moment.sizes)
        notes.before += shapes
        notes.wishes += [wish] if wish else []
