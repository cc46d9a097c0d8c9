"""A curve of a repetition by its name: its values, and the band of what they may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.mechanics.bracing import pressure_kept
from hinge_tutor.mechanics.lumbar import disc_band
from hinge_tutor.stage.plot_names import COMPRESSION, EFFORT, LENGTH, MOMENT, kind_of, subject

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


@dataclass(frozen=True, eq=False)
class Trace:
    """A curve over a take's samples (N,), and the lowest and highest that it may be, where told."""

    id: str
    values: FloatArray
    band: tuple[FloatArray, FloatArray] | None = None


def trace(repetition: Repetition, id_: str) -> Trace | None:
    """The curve of this name; None where a repetition has no such thing."""
    kind, name = kind_of(id_), subject(id_)
    if kind == MOMENT:
        moments = repetition.loads.net_moment_Nm
        return Trace(id_, moments[name]) if name in moments else None
    if kind in (EFFORT, LENGTH):
        return _of_group(repetition, id_, kind, name)
    if kind == COMPRESSION:
        now = repetition.efforts.l5s1_compression_N
        return Trace(id_, now, disc_band(now, pressure_kept(repetition.take)))
    if name not in repetition.measures:
        return None
    values = np.asarray(repetition.measures[name], dtype=np.float64)
    return Trace(id_, np.broadcast_to(values, repetition.take.time_s.shape))


def _of_group(repetition: Repetition, id_: str, kind: str, group: str) -> Trace | None:
    efforts = repetition.efforts
    if group not in efforts.groups:
        return None
    table = efforts.effort if kind == EFFORT else efforts.group_length
    return Trace(id_, 100.0 * table[:, efforts.groups.index(group)])
