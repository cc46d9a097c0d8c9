"""One figure at one moment in its column: the figure, the layers over it, and its labels."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.actor import Actor
from hinge_tutor.stage.anatomy import LEG_MUSCLES, TRUNK_MUSCLES
from hinge_tutor.stage.balance import balance
from hinge_tutor.stage.callouts import Callout, bands, set_callouts
from hinge_tutor.stage.ensemble import ensemble
from hinge_tutor.stage.label_sides import FOLDING, belly
from hinge_tutor.stage.labels import Box, Desk, Wish
from hinge_tutor.stage.layers import (
    Angle,
    Sizes,
    angle_shapes,
    trail_shapes,
)
from hinge_tutor.stage.moment import Moment
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import Pens, pens
from hinge_tutor.stage.picture import Shape, Strokes
from hinge_tutor.stage.plan import MARGIN_PX, TEXT_PX, Column, Layout
from hinge_tutor.stage.props import prop_view

if TYPE_CHECKING:
    from hinge_tutor.stage.contrast import Contrast

# Name of an arc, the joint it stands at, the part it starts from, the part it ends at, and where
# both point from there in standing, rad: up, or down along the leg.
_UP, _DOWN = math.pi / 2, -math.pi / 2
ARCS = (
    ("hip", "mid_hip", "thigh_near", "pelvis", _UP),
    ("knee", "knee_near", "thigh_near", "shank_near", _DOWN),
    ("ankle", "ankle_near", "foot_near", "shank_near", _UP),
    ("spine", "l1l2", "pelvis", "upper_thorax", _UP),
)
# As many names as can be read beside one figure; the strongest efforts come first.
# In a narrow column fewer: one for each stretch of this many letter heights of its width.
LEAST_NAMES, MOST_NAMES, NAME_EM = 2, 6, 4.5
# The places where a body can fold, and the point at which each is named.
# Lines that labels keep off as they keep off the figure.
MEASURED = ("trail.back", "trail.down")
Spot = tuple[str, tuple[float, float, float]]


def performance(
    actor: Actor,
    time_s: float,
    column: Column,
    layout: Layout,
    letters: float,
    options: Options,
    words: Words,
    ranked: Callable[[], Sequence[str]],
    contrast: Contrast | None = None,
    taken: Sequence[Box] = (),
    around: Sequence[float] = (),
) -> tuple[list[Shape], list[Spot]]:
    """The shapes of a figure and its layers, and the places that answer to the pointer.

    `ranked` gives the muscles with the strongest of the whole motion first, so that names do not
    come and go; it is asked only where muscles are shown, as efforts are worked out then.
    `contrast` is another figure to show the differences from; `taken` is where no text may stand,
    `around` points (flat x, y) beside which names stand as beside the figure's own.
    """
    px = layout.mm_per_px
    widths = pens(px, layout.height / px)
    at_mm = complex(column.ankle - actor.ankle_mm, column.ground)
    take = actor.repetition.take
    pose = take.at(time_s)
    works = actor.works(time_s) if options.shows("muscles") else {}
    shapes, placed = ensemble(actor.fit, take, pose, at_mm, widths, options, works)
    moment = Moment(
        actor,
        time_s,
        pose,
        at_mm,
        placed.joints,
        placed,
        works,
        Sizes(widths.line, widths.fine, TEXT_PX * letters * px, 78.0),
        words,
        options.highlight,
    )
    margin = 0.4 * MARGIN_PX * px
    desk = Desk(
        (
            column.inner + margin,
            column.bottom,
            column.right - margin,
            column.top - column.header,
        ),
        TEXT_PX * letters * px,
        list(taken),
    )
    wishes: list[Wish] = []
    callouts: list[Callout] = []
    names: list[Callout] = []
    if options.shows("props"):
        view = prop_view(moment, options.props or take.movement.props)
        shapes = [*view.behind, *shapes, *view.before]
        desk.taken += view.taken
        # Before all others, which find room elsewhere: these say what the prop is there for.
        for wish in view.wishes:
            shapes += desk.set_near(wish)
    if contrast is not None:
        # Who only watches one figure should not wait for this.
        from hinge_tutor.stage.contrast import contrast_view

        view = contrast_view(moment, contrast, widths)
        shapes = [*view.behind, *shapes, *view.before]
        for wish in view.wishes:
            shapes += desk.set_near(wish)
    if options.shows("balance"):
        shapes += balance(moment)
    if options.shows("trails"):
        drawn, callouts = _trail(moment)
        shapes += drawn
    if options.shows("angles"):
        drawn, wishes = _angles(moment)
        shapes += drawn
    for wish in wishes:
        shapes += desk.set_near(wish)
    if options.shows("labels"):
        names = _names(moment, desk, options, ranked)
    if callouts or names:
        along = [value for drawn in shapes if drawn.name in MEASURED for value in _along(drawn)]
        figure = bands(
            [*placed.xy, *along, *around], desk.bounds[1], desk.bounds[3], 0.6 * desk.size
        )
        # Lengths first: a name that finds no room is still known from the other figures.
        for texts in (callouts, names):
            sides = actor.label_sides
            settled = [replace(each, side=sides.get(each.name, each.side)) for each in texts]
            shapes += set_callouts(desk, settled, figure, widths.fine)
    return shapes, _spots(moment, widths)


def _along(shape: Shape) -> list[float]:
    """Points along a measured line, close enough that no label fits between them."""
    assert isinstance(shape, Strokes)
    x1, y1, x2, y2 = shape.points[:4]
    shares = np.linspace(0.0, 1.0, 17)
    points = np.stack([x1 + shares * (x2 - x1), y1 + shares * (y2 - y1)], axis=1)
    found: list[float] = points.ravel().tolist()
    return found


def _trail(moment: Moment) -> tuple[list[Shape], list[Callout]]:
    dx, dy = moment.at_mm.real, moment.at_mm.imag
    hips = moment.actor.hips
    past = int(np.searchsorted(moment.actor.times, moment.time_s, side="right"))
    now = moment.joints["mid_hip"]
    # Every second sample draws the way as finely as can be seen.
    way = [value for x, y in hips[:past:2] for value in (x + dx, y + dy)] + [*now]
    start = (hips[0][0] + dx, hips[0][1] + dy)
    words = moment.words
    back, down = (start[0] - now[0]) / 10, (start[1] - now[1]) / 10
    texts = (
        f"{words.region('back')} {words.quantity('hip_back_cm', back)}",
        f"{words.region('down')} {words.quantity('hip_down_cm', down)}",
    )
    return trail_shapes(way, start, now, texts, moment.sizes)


def _angles(moment: Moment) -> tuple[list[Shape], list[Wish]]:
    """How far hip, knee, ankle and spine have folded since standing; one that opens has no arc."""
    standing = moment.actor.standing
    shapes: list[Shape] = []
    wishes: list[Wish] = []
    for name, point, below, above, turned in ARCS:
        start, stop = (turned + float(moment.pose.angle(part)) for part in (below, above))
        start += float(standing.angle(above) - standing.angle(below))
        # Every fold turns the upper part, and at the knee the lower one, clockwise.
        if stop > start:
            continue
        text = f"{round(math.degrees(start - stop))}°"
        angle = Angle(name, moment.joints[point], start, stop, text, moment.highlight == name)
        drawn, wish = angle_shapes(angle, moment.sizes)
        shapes += drawn
        wishes += [wish] if wish else []
    return shapes, wishes


def _names(
    moment: Moment, desk: Desk, options: Options, ranked: Callable[[], Sequence[str]]
) -> list[Callout]:
    """Names of the strongest working muscles; of the places that fold where no muscle is shown."""
    if options.shows("muscles"):
        return _muscle_names(moment, desk, options, ranked())
    return [
        Callout(
            f"label.{name}",
            moment.words.region(name),
            moment.joints[point],
            "highlight" if name == options.highlight else "text",
        )
        for name, point in FOLDING
    ]


def _muscle_names(
    moment: Moment, desk: Desk, options: Options, ranked: Sequence[str]
) -> list[Callout]:
    """The strongest muscles that the column has room for, and the highlighted one."""
    room = (desk.bounds[2] - desk.bounds[0]) / (NAME_EM * desk.size)
    chosen = list(ranked[: min(max(round(room), LEAST_NAMES), MOST_NAMES)])
    if options.highlight in ranked and options.highlight not in chosen:
        chosen = [*chosen[:-1], str(options.highlight)]
    if options.solo in ranked:
        chosen = [str(options.solo)]
    return [
        Callout(
            f"label.{name}",
            moment.words.muscle(name),
            belly(moment.placed, name),
            "highlight" if name == options.highlight else "text",
        )
        for name in chosen
    ]


def _spots(moment: Moment, widths: Pens) -> list[Spot]:
    spots: list[Spot] = [
        (name, (*moment.joints[point], 2.2 * widths.joint))
        for name, point in (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near"))
    ]
    muscles = (*LEG_MUSCLES, *TRUNK_MUSCLES)
    return spots + [(name, (*belly(moment.placed, name), 45.0)) for name in muscles]
