"""The tiles of the overview: the picture that tells each step's idea, small."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap

from hinge_tutor import paint
from hinge_tutor.app.chrome import Look
from hinge_tutor.app.overview import Tile
from hinge_tutor.app.route import Spot
from hinge_tutor.app.session import Session
from hinge_tutor.lessons.lesson import Build, StagePlan, Step
from hinge_tutor.motion.shared_clock import shared_clock
from hinge_tutor.stage import scene
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.plan import Plan
from hinge_tutor.stage.untold import untold

# Letters on a tile would be too small to read; the step's title stands under it.
LETTERS = 0.55
DOTS = 2
WORDY = {"labels", "angles", "legend"}


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
    """The build with the most figures that points at something, at the deepest moment if any.

    Where one has to find out who has a fault, it is the build that hides it.
    """

    def told(build: Build) -> tuple[int, bool, bool, bool]:
        plan = build.stage
        points = plan.difference or plan.highlight is not None
        return len(plan.movements), points, plan.difference, plan.at != "set_up"

    hiding = [build for build in step.builds if build.stage.lettered]
    return hiding[0] if hiding else max(step.builds, key=told)


def picture(session: Session, step: Step, look: Look, size: QSize) -> QPixmap:
    """The build that carries a step's idea, at its moment or at the deepest one."""
    return build_picture(session, telling(step).stage, look, size)


def build_picture(session: Session, plan: StagePlan, look: Look, size: QSize) -> QPixmap:
    """The figures of one build, at its moment or at the deepest one."""
    made = QPixmap(size * DOTS)
    made.fill(look.colors.window)
    repetitions = tuple(session.solve(plan).values())
    if not repetitions:
        return made
    fraction = shared_clock([each.take for each in repetitions]).moment(
        "turn" if plan.at is None else plan.at
    )
    width, height = made.width(), made.height()
    # A line of angles over each figure could not be read at this size.
    letters = LETTERS * DOTS
    sheet = Plan(width, height, session.words, letters=letters, foot=False, angles=False)
    options = Options(frozenset(plan.layers) - WORDY, highlight=plan.highlight, props=plan.props)
    if plan.lettered:
        sheet, options = untold(sheet, repetitions), options.reticent()
    painter = QPainter(made)
    try:
        shapes = scene.picture(repetitions, sheet, options, fraction)
        paint.paint(painter, shapes, QRectF(0, 0, made.width(), made.height()), look.palette)
    finally:
        painter.end()
    made.setDevicePixelRatio(DOTS)
    return made
