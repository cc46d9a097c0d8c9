"""Reads the `stage` block of a step or a build: which figures stand there, and how they play."""

from __future__ import annotations

from typing import Any, TypeVar

from hinge_tutor.body.places import load_places
from hinge_tutor.lessons.lesson import PLAYS, Cast, StagePlan
from hinge_tutor.lessons.lines import lines, raw
from hinge_tutor.located import Reader, did_you_mean
from hinge_tutor.motion.depth import LEAST, MOST
from hinge_tutor.motion.faults import FaultError, parse_faults
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.motion.phases import PHASES, parse_tempo

# Real time is 1; below a twentieth nothing seems to move, above 2 nobody can follow.
SPEED = (0.05, 2.0)
LOAD_KG = (0.0, 400.0)
DEPTH_PERCENT = (100 * LEAST, 100 * MOST)
MOST_FIGURES = 3
# A third thing that answers would be looked at by nobody.
MOST_PROPS = 2

# Names of the block whose lines problems are told by.
WITH_LINES = (
    "bodies",
    "faults",
    "load_places",
    "tempos",
    "layers",
    "props",
    "highlight",
    "play",
    "quiet",
)

Value = TypeVar("Value")
Faults = tuple[tuple[str, float], ...]
Tempo = tuple[float, float, float, float] | None


def stage(reader: Reader, inherited: StagePlan | None) -> StagePlan:
    """What stands on the stage; what the block leaves out is as in the step's own block.

    Highlight, stop, difference and quiet belong to one build and are never inherited.
    """
    base = inherited or StagePlan(())
    cast = _cast(reader, base)
    if not cast:
        reader.problem('no figure on the stage; write movements = ["hip-hinge"]', "movements")
    if len(cast) > MOST_FIGURES:
        reader.problem(f"{len(cast)} figures; at most {MOST_FIGURES} fit", "movements")
    names = [figure.name for figure in cast]
    if len(set(names)) < len(names):
        reader.problem("two figures have one name; give each its own in names", "movements")
    return StagePlan(
        movements=cast,
        same_height=reader.flag("same_height", base.same_height),
        layers=reader.texts("layers", base.layers),
        highlight=reader.text("highlight", "") or None,
        speed=reader.number("speed", *SPEED, default=base.speed),
        play=reader.choice("play", PLAYS, base.play),
        at=_moment(reader, "at", base.at),
        stop_at=reader.choice("stop_at", PHASES) if reader.has("stop_at") else None,
        difference=reader.flag("difference", False),
        quiet=reader.text("quiet", ""),
        props=_props(reader, base),
        hidden=reader.flag("hidden", base.hidden),
        line=reader.line(),
        lines={**base.lines, **lines(reader, *WITH_LINES)},
    )


def _props(reader: Reader, base: StagePlan) -> tuple[str, ...]:
    """The teaching props of the block, or those of the step, which were judged there."""
    if not reader.has("props"):
        return base.props
    props = reader.choices("props", TEACHING_PROPS)
    if len(props) > MOST_PROPS:
        reader.problem(f"{len(props)} props; at most {MOST_PROPS} can be watched", "props")
    return props


def _cast(reader: Reader, base: StagePlan) -> tuple[Cast, ...]:
    """The figures from parallel lists: one movement, body, load and name for each."""
    movements = reader.texts("movements", tuple(cast.movement for cast in base.movements))
    count = len(movements)
    own = reader.has("movements")
    inherited = base.movements if not own else ()
    bodies = _each(reader, "bodies", tuple(cast.body for cast in inherited), count, "default")
    names = _each(reader, "names", tuple(cast.name for cast in inherited), count, "")
    loads = _loads(reader, inherited, count)
    places = _places(reader, tuple(cast.load_at for cast in inherited), count)
    faults = _faults(reader, tuple(cast.faults for cast in inherited), count)
    tempos = _tempos(reader, inherited, count)
    depths = _depths(reader, inherited, count)
    rows = [reader.line("movements")] * count if own else [cast.line for cast in inherited]
    return tuple(
        Cast(name or movement, movement, body, load, place, fault, tempo, depth, line=line)
        for movement, body, name, load, place, fault, tempo, depth, line in zip(
            movements, bodies, names, loads, places, faults, tempos, depths, rows, strict=True
        )
    )


def _loads(reader: Reader, inherited: tuple[Cast, ...], count: int) -> tuple[float | None, ...]:
    """The load of each figure, None for what its movement is usually done with."""
    if not reader.has("loads_kg"):
        return tuple(cast.load_kg for cast in inherited) or (None,) * count
    return _fitted(reader, "loads_kg", reader.numbers("loads_kg", *LOAD_KG), count, 0.0)


def _places(reader: Reader, inherited: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Where each figure has its load, empty for its movement's own place."""
    found = _each(reader, "load_places", inherited, count, "")
    if not reader.has("load_places"):
        return found
    allowed = tuple(load_places())
    for place, name in enumerate(found[:MOST_FIGURES]):
        if name and name not in allowed:
            near = did_you_mean(name, allowed)
            problem = f'load_places[{place}] is "{name}"; allowed: {", ".join(allowed)}{near}'
            reader.problem(problem, "load_places", place)
    return tuple(name if name in allowed else "" for name in found)


def _tempos(reader: Reader, inherited: tuple[Cast, ...], count: int) -> tuple[Tempo, ...]:
    """The tempo of each figure, from texts such as `3-1-1-1`; empty for its movement's own."""
    if not reader.has("tempos"):
        return tuple(cast.tempo for cast in inherited) or (None,) * count
    found: list[Tempo] = []
    for place, text in enumerate(reader.texts("tempos", empty=True)):
        try:
            found.append(parse_tempo(text) if text else None)
        except ValueError as error:
            reader.problem(str(error), "tempos", place)
            found.append(None)
    return _fitted(reader, "tempos", tuple(found), count, None)


def _depths(reader: Reader, inherited: tuple[Cast, ...], count: int) -> tuple[float | None, ...]:
    """How deep each figure goes, as a share of its own way down; None for all of it."""
    if not reader.has("depths_percent"):
        return tuple(cast.depth for cast in inherited) or (None,) * count
    shares = [percent / 100 for percent in reader.numbers("depths_percent", *DEPTH_PERCENT)]
    return _fitted(reader, "depths_percent", tuple(shares), count, None)


def _faults(reader: Reader, inherited: tuple[Faults, ...], count: int) -> tuple[Faults, ...]:
    """The faults of each figure, from texts such as `rounded-back=60`; empty for none."""
    given = reader.texts("faults", (), empty=True)
    if not reader.has("faults"):
        return inherited or ((),) * count
    found = []
    for place, text in enumerate(given[:MOST_FIGURES]):
        try:
            found.append(parse_faults(text))
        except FaultError as error:
            reader.problem(str(error), "faults", place)
            found.append(())
    surplus = ((),) * (len(given) - len(found))
    return _fitted(reader, "faults", (*found, *surplus), count, ())


def _each(
    reader: Reader, key: str, default: tuple[str, ...], count: int, otherwise: str
) -> tuple[str, ...]:
    return _fitted(reader, key, reader.texts(key, default, empty=True), count, otherwise)


def _fitted(
    reader: Reader, key: str, values: tuple[Value, ...], count: int, otherwise: Value
) -> tuple[Value, ...]:
    if len(values) not in (0, count):
        reader.problem(f"{key} has {len(values)} entries for {count} figures; write {count}", key)
    return values if len(values) == count else (otherwise,) * count


def _moment(reader: Reader, key: str, default: float | str | None) -> float | str | None:
    """A number 0 to 1 of the repetition, or the name of a phase, which means its end."""
    if not reader.has(key):
        return default
    value: Any = raw(reader.located, (*reader.path, key))
    if isinstance(value, str):
        return reader.choice(key, PHASES)
    return reader.number(key, 0.0, 1.0)
