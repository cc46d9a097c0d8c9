"""A repetition told in a page of text."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np

from hinge_tutor.body.muscle_names import LEG
from hinge_tutor.body.muscles import LUMBAR
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.terms import unsided
from hinge_tutor.lessons.words import Words
from hinge_tutor.mechanics.bracing import pressure_kept
from hinge_tutor.mechanics.efforts import WORK_MODES
from hinge_tutor.mechanics.lumbar import disc_band
from hinge_tutor.mechanics.tissue_share import passive_shares
from hinge_tutor.motion.take import Take

# At least so wide are the columns of names, numbers and ways of working.
NAME, NUMBER, MODE, MEASURE, VALUE = 34, 9, 21, 44, 12


def summary(
    repetition: Repetition,
    words: Words,
    more: Sequence[str] = (),
    *,
    asked: bool = True,
    silent: Collection[str] = (),
) -> list[str]:
    """What was asked, whether it could be done, the measures, the efforts, the findings.

    `more` are lines about what was asked for besides. Without `asked` it was done, by somebody, and
    its `silent` measures are not known.
    """
    return [
        *_heading(repetition.take, words, asked),
        *(_too_heavy(repetition, words) if asked else _too_much(repetition, words, silent)),
        "",
        *_measures(repetition, words, silent),
        "",
        *_efforts(repetition, words),
        "",
        *_joints(repetition, words),
        *_findings(repetition, words),
        *(["", *more] if more else []),
    ]


def _heading(take: Take, words: Words, asked: bool) -> list[str]:
    body = take.body
    values: dict[str, float | str] = {
        "movement": words.movement(take.movement.id),
        "body": body.name,
        "sex": words.sex(body.sex).lower(),
        "height_m": body.height_m,
        "mass": words.number(body.mass_kg, "g"),
        "load": words.load(take.load.mass_kg, take.load.at),
    }
    lines = [words.summary("who", values)]
    if warning := words.movement_warning(take.movement.id):
        lines.append(warning)
    if take.reason is None:
        lines += [words.summary("as_asked")] if asked else []
    else:
        lines.append(words.summary("nearest", {"reason": words.reason(take.reason)}))
    if len(take.time_s) > 1:
        times: dict[str, float | str] = {"seconds": take.duration_s, "deepest_s": take.turn_s}
        lines.append(words.summary("times", times))
    return lines


def _too_heavy(repetition: Repetition, words: Words) -> list[str]:
    lacking = repetition.efforts.lacking_Nm
    if not lacking:
        return []
    joint = max(lacking, key=lambda name: lacking[name])
    return [f"{words.too_heavy(joint, lacking[joint])} {words.beyond_strength()}"]


def _too_much(repetition: Repetition, words: Words, silent: Collection[str]) -> list[str]:
    """The same of what somebody did: then the model is wrong, or the recording trembles.

    What the ankles give follows from where the weight is, so it is not known where that is not.
    """
    unknown = ("ankle_near", "ankle_far") if "cop_foot_percent" in silent else ()
    found = repetition.efforts.lacking_Nm
    lacking = {joint: lack for joint, lack in found.items() if joint not in unknown}
    if not lacking:
        return []
    joint = max(lacking, key=lambda name: lacking[name])
    return [words.too_much(joint, lacking[joint])]


def _measures(repetition: Repetition, words: Words, silent: Collection[str]) -> list[str]:
    deepest = repetition.take.index_at(repetition.take.turn_s)
    lines = [words.summary("measures")]
    for name, value in repetition.measures.items():
        if name in silent:
            continue
        if name.endswith("_m") and f"{name[:-2]}_cm" in repetition.measures:
            continue
        said = words.measure(name)
        now = float(np.asarray(value).flat[deepest if np.ndim(value) else 0])
        if not math.isfinite(now):
            continue
        lines.append(f"  {said.name:<{MEASURE}}{said.quantity(now):>{VALUE}}")
    return lines


def _efforts(repetition: Repetition, words: Words) -> list[str]:
    """One row for each group; of a two-sided movement the side that works harder."""
    efforts = repetition.efforts
    deepest = repetition.take.index_at(repetition.take.turn_s)
    hardest = efforts.effort.max(axis=0)
    columns: dict[str, int] = {}
    for column, group in enumerate(efforts.groups):
        plain = unsided(group)
        if plain not in columns or hardest[column] > hardest[columns[plain]]:
            columns[plain] = column
    modes = {
        column: words.mode(WORK_MODES[int(efforts.work_mode[deepest, column])])
        for column in columns.values()
    }
    wide = max(MODE, *(len(mode) + 1 for mode in modes.values()))
    heading = f"{words.summary('effort'):<{NAME + 2}}{words.summary('deepest'):>{NUMBER}}"
    how = f"{words.summary('how'):<{wide}}{words.summary('highest'):>{NUMBER}}"
    lines = [f"{heading}  {how}  {words.summary('level')}"]
    for plain, column in columns.items():
        most = int(efforts.effort[:, column].argmax())
        level = words.level(int(efforts.level[most, column]))
        now, highest = 100 * efforts.effort[deepest, column], 100 * hardest[column]
        name = f"  {words.muscle(plain):<{NAME}}{now:>{NUMBER}.0f}"
        lines.append(f"{name}  {modes[column]:<{wide}}{highest:>{NUMBER}.0f}  {level}")
    return [*lines, *_bracing(repetition, deepest, words)]


def _joints(repetition: Repetition, words: Words) -> list[str]:
    """What the joints are asked for at the deepest moment, and what stretched tissue gives of it.

    Of a two-sided movement the near side.
    """
    loads, efforts = repetition.loads, repetition.efforts
    deepest = repetition.take.index_at(repetition.take.turn_s)
    shares = passive_shares(loads.net_moment_Nm, efforts.passive_moment_Nm)
    heading = f"{words.summary('moment'):<{NAME + 2}}{words.summary('in_all'):>{NUMBER}}"
    lines = [f"{heading}  {words.summary('tissue')}"]
    for joint in (*(f"{name}_near" for name in LEG), *LUMBAR):
        net, share = loads.net_moment_Nm[joint][deepest], 100 * shares[joint][deepest]
        lines.append(f"  {words.joint(joint):<{NAME}}{net:>{NUMBER}.0f}{share:>8.0f} %")
    for name, values, pressure in (
        ("compression", efforts.l5s1_compression_N, pressure_kept(repetition.take)),
        ("shear", efforts.l5s1_shear_N, None),
    ):
        low, high = (float(end[deepest]) for end in disc_band(values, pressure))
        now = float(values[deepest])
        lines.append(f"  {words.disc(name, *(round(each, -1) for each in (now, low, high)))}")
    return lines


def _bracing(repetition: Repetition, deepest: int, words: Words) -> list[str]:
    """What steadies the body at the deepest moment, by rule and without a number."""
    on = [name for name, held in repetition.efforts.bracing.items() if held[deepest]]
    if not on:
        return []
    names = words.pose("list_comma").join(words.bracing(name).lower() for name in on)
    return ["", f"{words.bracing_class()}: {names}.", f"  {words.bracing_note()}"]


def _findings(repetition: Repetition, words: Words) -> list[str]:
    if not repetition.findings:
        return []
    found = (f"  {words.finding(finding)}" for finding in repetition.findings)
    return ["", words.summary("findings"), *found]
