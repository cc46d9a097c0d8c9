"""The settings of a shared scene: how each is read and written, one row each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.lessons.lesson import PLAYS, REGIONS, StagePlan
from hinge_tutor.lessons.scene_error import SceneError, number_within
from hinge_tutor.lessons.scene_text import PERCENT, percent
from hinge_tutor.lessons.stage_block import SPEED
from hinge_tutor.motion.movement import TEACHING_PROPS
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.motion.shared_clock import SYNCS
from hinge_tutor.problems import did_you_mean
from hinge_tutor.stage.arrangement import AS_IT_COMES, VIEWS, Arrangement
from hinge_tutor.stage.options import LAYERS, PRESETS

NONE = "none"
# What a scene shows that says nothing of it: muscles with their names, over and over.
USUAL_LAYERS = tuple(layer for layer in LAYERS if layer in PRESETS["muscles"])
USUAL_PLAN = StagePlan((), layers=USUAL_LAYERS, play="loop")


@dataclass(frozen=True)
class Setting:
    """One setting: its form, and both its ways.

    `read` makes fields of its text and of how many figures there are, of the arrangement where it
    `arranges` and of the plan where not; raises SceneError. `write` gives the text, "" for a `flag`
    that is on, None where all is as usual.
    """

    form: str
    read: Callable[[str, int], Mapping[str, Any]]
    write: Callable[[StagePlan, Arrangement], str | None]
    arranges: bool = False
    flag: bool = False


def _one(name: str, field: str, allowed: tuple[str, ...], usual: str, arranges: bool) -> Setting:
    """One of some words; a space in them is typed as a hyphen."""
    typed = {word.replace(" ", "-"): word for word in allowed}

    def read(text: str, _count: int) -> Mapping[str, Any]:
        return {field: typed[_known(name, text, tuple(typed))]}

    def write(plan: StagePlan, arrangement: Arrangement) -> str | None:
        value = getattr(arrangement if arranges else plan, field)
        return None if value == usual else str(value).replace(" ", "-")

    return Setting(", ".join(typed), read, write, arranges)


def _some(name: str, field: str, allowed: tuple[str, ...], usual: tuple[str, ...]) -> Setting:
    """Any of some words, parted by commas, or `none`."""

    def read(text: str, _count: int) -> Mapping[str, Any]:
        if text == NONE:
            return {field: ()}
        words = tuple(_known(name, word.strip(), allowed) for word in text.split(","))
        return {field: tuple(dict.fromkeys(words))}

    def write(plan: StagePlan, _arrangement: Arrangement) -> str | None:
        value = tuple(getattr(plan, field))
        return None if set(value) == set(usual) else ",".join(value) or NONE

    return Setting(", ".join((*allowed, NONE)), read, write)


def _flag(field: str, arranges: bool) -> Setting:
    """Something that is on where it is said."""

    def read(_text: str, _count: int) -> Mapping[str, Any]:
        return {field: True}

    def write(plan: StagePlan, arrangement: Arrangement) -> str | None:
        return "" if getattr(arrangement if arranges else plan, field) else None

    return Setting("", read, write, arranges, flag=True)


def _share(name: str, field: str, span: tuple[float, float], usual: float, on: bool) -> Setting:
    """A share, written in percent."""
    low, high = (PERCENT * end for end in span)

    def read(text: str, _count: int) -> Mapping[str, Any]:
        return {field: _number(name, text.removesuffix("%"), low, high) / PERCENT}

    def write(plan: StagePlan, arrangement: Arrangement) -> str | None:
        value = getattr(arrangement if on else plan, field)
        return None if value == usual else percent(value)

    return Setting(f"{low:g} to {high:g} %", read, write, on)


def _read_moment(text: str, _count: int) -> Mapping[str, Any]:
    if text in PHASES:
        return {"at": text}
    if text[:1].isalpha() and text != "nan":
        return {"at": _known("at", text, PHASES)}
    return {"at": _number("at", text, 0.0, 1.0)}


def _write_moment(plan: StagePlan, _arrangement: Arrangement) -> str | None:
    if plan.at is None or isinstance(plan.at, str):
        return plan.at
    # A thousandth of a repetition is a few milliseconds.
    return f"{round(plan.at, 3):g}"


def _read_highlight(text: str, _count: int) -> Mapping[str, Any]:
    return {"highlight": _known("highlight", text, (*GROUPS, *REGIONS))}


def _places(text: str, count: int) -> tuple[int, ...]:
    """Figures by their numbers from the left, counted from 1."""
    words = text.split("-")
    found = [int(word) - 1 for word in words if word.isdecimal() and len(word) == 1]
    if len(found) < len(words) or len(set(found)) < len(found):
        raise SceneError(f'"{text}" does not name figures by their numbers, such as 2-1.')
    if not all(0 <= place < count for place in found):
        raise SceneError(f'"{text}" names a figure that is not there; there are {count}.')
    return tuple(found)


def _read_hidden(text: str, count: int) -> Mapping[str, Any]:
    hidden = frozenset(_places(text, count))
    if len(hidden) == count:
        raise SceneError("Everybody is hidden; leave one figure on the stage.")
    return {"hidden": hidden}


def _written(places: tuple[int, ...]) -> str | None:
    return "-".join(str(place + 1) for place in places) or None


def _known(name: str, word: str, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        near = did_you_mean(word, allowed) or "."
        raise SceneError(f'{name} has "{word}"; allowed: {", ".join(allowed)}{near}')
    return word


def _number(name: str, text: str, low: float, high: float) -> float:
    return number_within(text, f'{name} is "{text}"', low, high)


SETTINGS: Mapping[str, Setting] = {
    "layers": _some("layers", "layers", LAYERS, USUAL_LAYERS),
    "props": _some("props", "props", TEACHING_PROPS, ()),
    "highlight": Setting(
        "a muscle group or a joint", _read_highlight, lambda plan, _arrangement: plan.highlight
    ),
    "view": _one("view", "view", VIEWS, AS_IT_COMES.view, arranges=True),
    "sync": _one("sync", "sync", SYNCS, AS_IT_COMES.sync, arranges=True),
    "order": Setting(
        "figures by their numbers, such as 2-1",
        lambda text, count: {"order": _places(text, count)},
        lambda _plan, arrangement: _written(arrangement.order),
        arranges=True,
    ),
    "hide": Setting(
        "figures by their numbers, such as 2",
        _read_hidden,
        lambda _plan, arrangement: _written(tuple(sorted(arrangement.hidden))),
        arranges=True,
    ),
    "opacity": _share("opacity", "opacity", (0.0, 1.0), AS_IT_COMES.opacity, on=True),
    "speed": _share("speed", "speed", SPEED, USUAL_PLAN.speed, on=False),
    "play": _one("play", "play", PLAYS, USUAL_PLAN.play, arranges=False),
    "at": Setting("0 to 1, or a phase: its end", _read_moment, _write_moment),
    "mirror": _flag("mirrored", arranges=True),
    "difference": _flag("difference", arranges=True),
    "signed": _flag("signed", arranges=True),
    "same-height": _flag("same_height", arranges=False),
}
