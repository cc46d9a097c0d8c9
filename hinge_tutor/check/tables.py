"""The numbers that no lesson names and every figure stands on: body, muscles, drawing, proof."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from hinge_tutor.body import (
    anthropometry,
    limits,
    muscle_groups,
    muscle_tables,
    parts,
    places,
    population,
    specification,
)
from hinge_tutor.check.evidence import repetitions, targets
from hinge_tutor.coaching import draws
from hinge_tutor.located import AuthorError, AuthorErrors
from hinge_tutor.motion import photo_marks
from hinge_tutor.stage.bones_file import bones_table
from hinge_tutor.stage.drawing_file import figure_table

READERS = (
    anthropometry.table,
    parts.spine_table,
    limits.table,
    places.table,
    population.table,
    draws.table,
    specification.presets,
    photo_marks.table,
    partial(muscle_tables.table, "muscles"),
    partial(muscle_tables.table, "trunk_muscles"),
    partial(muscle_tables.table, "passive"),
    muscle_groups.table,
    figure_table,
    bones_table,
    targets.families,
    targets.leg_arms,
    targets.trunk_arms,
    repetitions.leg_curl,
)


def problems() -> Iterator[AuthorError]:
    """Every problem in the tables of `assets/body`, `assets/figure` and `assets/proof`."""
    for read in READERS:
        try:
            read()
        except AuthorErrors as errors:
            yield from errors.errors
