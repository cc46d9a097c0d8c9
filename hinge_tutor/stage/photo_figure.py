"""A figure to be laid over a photo: alone, on a sheet without a ground, in mm of the body."""

from __future__ import annotations

from hinge_tutor.body.kinematics import Pose
from hinge_tutor.stage.figure import figure_shapes
from hinge_tutor.stage.fitting import fitting
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.pens import pens
from hinge_tutor.stage.picture import Picture

# How far the tallest body reaches around its ankle, mm, and where the ankle is on the sheet.
WIDTH_MM, HEIGHT_MM = 5000.0, 5000.0
ANKLE_MM = complex(2500.0, 2000.0)
PLAIN = Options()


def photo_figure(pose: Pose, mm_per_px: float, height_px: float) -> Picture:
    """The figure of one pose whose ankle is over the origin, its lines as thick as on the stage."""
    widths = pens(mm_per_px, height_px)
    shapes, _ = figure_shapes(fitting(pose.body), pose, ANKLE_MM, widths, PLAIN, {})
    return Picture(WIDTH_MM, HEIGHT_MM, tuple(shapes), ground="")
