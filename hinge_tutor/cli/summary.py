"""A repetition told in a page of text."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import LUMBAR
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.words import words
from hinge_tutor.mechanics.bracing import pressure_kept
from hinge_tutor.mechanics.efforts import WORK_MODES
from hinge_tutor.mechanics.lumbar import disc_band
from hinge_tutor.mechanics.tissue_share import passive_shares
from hinge_tutor.motion.take import Take


def summary(repetition: Repetition, more: Sequence[str] = ()) -> list[str]:
    """What was asked, whether it could be done, the measures, the efforts, the findings.

    `more` are lines about what was asked for besides.
    """
    return [
        *_heading(repetition.take),
        *_too_heavy(repetition),
        "",
        *_measures(repetition),
        "",
        *_efforts(repetition),
        "",
        *_joints(repetition),
        *_findings(repetition),
        *(["", *more] if more else []),
    ]


def _heading(take: Take) -> list[str]:
    body = take.body
    held = words().load(take.load.mass_kg, take.load.at)
    who = f"{body.name} ({body.sex}, {body.height_m:.2f} m, {body.mass_kg:g} kg)"
    lines = [f"{words().movement(take.movement.id)}: {who}, {held}"]
    if warning := words().movement_warning(take.movement.id):
        lines.append(warning)
    if take.reason is None:
        lines.append("The body can do this as asked.")
    else:
        lines.append(f"The nearest that stands: {words().reason(take.reason)}")
    if len(take.time_s) > 1:
        lines.append(f"{take.duration_s:.1f} s; the deepest moment is at {take.turn_s:.1f} s.")
    return lines


def _too_heavy(repetition: Repetition) -> list[str]:
    lacking = repetition.efforts.lacking_Nm
    if not lacking:
        return []
    joint = max(lacking, key=lambda name: lacking[name])
    return [f"{words().too_heavy(joint, lacking[joint])} {words().beyond_strength()}"]


def _measures(repetition: Repetition) -> list[str]:
    deepest = repetition.take.index_at(repetition.take.turn_s)
    lines = ["Measures, at the deepest moment where they change"]
    for name, value in repetition.measures.items():
        if name.endswith("_m") and f"{name[:-2]}_cm" in repetition.measures:
            continue
        said = words().measure(name)
        now = float(np.asarray(value).flat[deepest if np.ndim(value) else 0])
        if not math.isfinite(now):
            continue
        lines.append(f"  {said.name:<44}{said.quantity(now):>12}")
    return lines


def _efforts(repetition: Repetition) -> list[str]:
    """One row for each group; of a two-sided movement the side that works harder."""
    efforts = repetition.efforts
    deepest = repetition.take.index_at(repetition.take.turn_s)
    hardest = efforts.effort.max(axis=0)
    columns: dict[str, int] = {}
    for column, group in enumerate(efforts.groups):
        plain = unsided(group)
        if plain not in columns or hardest[column] > hardest[columns[plain]]:
            columns[plain] = column
    heading = f"{'Effort, % of what the muscle could':<36}{'deepest':>9}  {'and how':<21}"
    lines = [f"{heading}{'highest':>9}  level"]
    for plain, column in columns.items():
        most = int(efforts.effort[:, column].argmax())
        level = words().level(int(efforts.level[most, column]))
        mode = words().mode(WORK_MODES[int(efforts.work_mode[deepest, column])])
        now, highest = 100 * efforts.effort[deepest, column], 100 * hardest[column]
        name = words().muscle(plain)
        lines.append(f"  {name:<34}{now:>9.0f}  {mode:<21}{highest:>9.0f}  {level}")
    return [*lines, *_bracing(repetition, deepest)]


def _joints(repetition: Repetition) -> list[str]:
    """What the joints are asked for at the deepest moment, and what stretched tissue gives of it.

    Of a two-sided movement the near side.
    """
    loads, efforts = repetition.loads, repetition.efforts
    deepest = repetition.take.index_at(repetition.take.turn_s)
    shares = passive_shares(loads.net_moment_Nm, efforts.passive_moment_Nm)
    lines = [f"{'Moment then, N·m (of each leg)':<36}{'in all':>9}  from stretched tissue"]
    for joint in (*(f"{name}_near" for name in LEG), *LUMBAR):
        net, share = loads.net_moment_Nm[joint][deepest], 100 * shares[joint][deepest]
        lines.append(f"  {words().joint(joint):<34}{net:>9.0f}{share:>8.0f} %")
    for name, values, pressure in (
        ("compression", efforts.l5s1_compression_N, pressure_kept(repetition.take)),
        ("shear", efforts.l5s1_shear_N, None),
    ):
        low, high = (float(end[deepest]) for end in disc_band(values, pressure))
        now = float(values[deepest])
        lines.append(f"  {words().disc(name, *(round(each, -1) for each in (now, low, high)))}")
    return lines


def _bracing(repetition: Repetition, deepest: int) -> list[str]:
    """What steadies the body at the deepest moment, by rule and without a number."""
    on = [name for name, held in repetition.efforts.bracing.items() if held[deepest]]
    if not on:
        return []
    names = ", ".join(words().bracing(name).lower() for name in on)
    return ["", f"{words().bracing_class()}: {names}.", f"  {words().bracing_note()}"]


def _findings(repetition: Repetition) -> list[str]:
    if not repetition.findings:
        return []
    return ["", "Findings", *(f"  {words().finding(found)}" for found in repetition.findings)]
