"""The tiles of the overview: the picture that tells each step's idea, small."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.moments import moment_s
from hinge_tutor.app.overview import Tile
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Build, Step
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan

# Letters on a tile would be too small to read; the step's title stands under it.
LETTERS = 0.55
DOTS = 2
WORDY = {"labels", "angles"}


def tiles(session: Session, look: Look, size: QSize) -> list[Tile]:
    """A tile for every step of the lesson; solving the figures is quick and remembered."""
    here = session.spot
    return [
        Tile(
            f"{number + 1}   {step.title}",
            picture(session, step, look, size),
            partial(session.go, Spot(here.lesson, number, 0)),
            number == here.step,
        )
        for number, step in enumerate(session.lesson.steps)
    ]


def telling(step: Step) -> Build:
    """The build with the most figures that points at something, at the deepest moment if any."""

    def told(build: Build) -> tuple[int, bool, bool, bool]:
        plan = build.stage
        points = plan.difference or plan.highlight is not None
        return len(plan.movements), points, plan.difference, plan.at != "set_up"

    return max(step.builds, key=told)


def picture(session: Session, step: Step, look: Look, size: QSize) -> QPixmap:
    """The build that carries a step's idea, at its moment or at the deepest one."""
    made = QPixmap(size * DOTS)
    made.fill(look.colors.window)
    plan = telling(step).stage
    repetitions = tuple(session.solve(plan).values())
    if not repetitions:
        return made
    take = repetitions[0].take
    at = take.turn_s if plan.at is None else moment_s(plan.at, take)
    sheet = Plan(made.width(), made.height(), session.words, letters=LETTERS * DOTS)
    options = Options(frozenset(plan.layers) - WORDY, highlight=plan.highlight, props=plan.props)
    fraction = at / take.duration_s if take.duration_s > 0 else 0.0
    painter = QPainter(made)
    try:
        shapes = scene.picture(repetitions, sheet, options, fraction)
        paint.paint(painter, shapes, QRectF(0, 0, made.width(), made.height()), look.palette)
    finally:
        painter.end()
    made.setDevicePixelRatio(DOTS)
    return made
