"""Progress as the table of a JSON file, and back; a sum in it tells when a bit of it has changed.

    {"format": "hinge-tutor/progress-2", "forgotten": 0,
     "place": {"lesson": "what-is-a-hinge", "step": 3, "build": 2, "at_ms": 1767261600000},
     "lessons": {"what-is-a-hinge": {"seen": ["1.1", "1.2"], "finished": "2026-01-01",
        "answers": {"3.2": {"right": true, "at_ms": …}},
        "cards": {"back": {"box": 1, "due": "2026-01-02", "at_ms": …}}}},
     "clinic": {"5f0c…": {"rounds": 4, "right": 3}}, "sum": "crc32:…"}

`seen` and `answers` name a build by its step and itself. A later version of this format keeps `sum`
as it is here, so that a newer file can be told from a damaged one. Format 1 had the place alone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from hinge_tutor.lessons.progress import (
    Answer,
    LessonProgress,
    Place,
    Progress,
    Recalled,
    Tally,
    Where,
)

NAME, NUMBER = "hinge-tutor/progress-", 2
FORMAT = f"{NAME}{NUMBER}"
KEYS = ("format", "forgotten", "place", "lessons", "clinic", "sum")
# Before, the place was the whole file.
OLD_FORMAT, OLD_KEYS = 1, ("format", "lesson", "step", "build")

Value = TypeVar("Value")
Table = Mapping[str, Any]


class Damaged(ValueError):
    """The table is not what the program has written."""


class Newer(Exception):
    """The table was written by a newer version of the program."""


def table(progress: Progress, others: Table | None = None) -> dict[str, Any]:
    """Progress as a table; `others` is what else stood in the file, and stays in it."""
    made = {
        **{key: value for key, value in (others or {}).items() if key not in KEYS},
        "format": FORMAT,
        "forgotten": progress.forgotten,
        "place": {**_place(progress.place), "at_ms": progress.placed_ms},
        "lessons": {id_: _lesson(done) for id_, done in sorted(progress.lessons.items())},
        "clinic": {
            run: {"rounds": tally.rounds, "right": tally.right}
            for run, tally in sorted(progress.clinic.items())
        },
    }
    return {**made, "sum": checksum(made)}


def checksum(found: Table) -> str:
    """What `sum` says of all the rest of a table."""
    rest = {key: value for key, value in found.items() if key != "sum"}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return f"crc32:{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"


def others(found: Table) -> dict[str, Any]:
    """What else stands in a table than what this version reads."""
    known = KEYS if found.get("format") == FORMAT else OLD_KEYS
    return {key: value for key, value in found.items() if key not in known}


def progress(found: Table) -> Progress:
    """The progress in a table of this format or the one before; raises Damaged, Newer."""
    form = found.get("format")
    if form == OLD_FORMAT and type(form) is int:
        return Progress(place=_read_place(found))
    if "sum" in found and found["sum"] != checksum(found):
        raise Damaged("sum")
    if form != FORMAT and isinstance(form, str) and _is_newer(form):
        raise Newer(form)
    if form != FORMAT or "sum" not in found:
        raise Damaged("format")
    place = _table(found, "place")
    return Progress(
        place=_read_place(place),
        placed_ms=_whole(place, "at_ms"),
        lessons={id_: _read_lesson(done) for id_, done in _tables(found, "lessons")},
        clinic={
            run: Tally(_whole(each, "rounds"), _whole(each, "right"))
            for run, each in _tables(found, "clinic")
        },
        forgotten=_whole(found, "forgotten"),
    )


def _is_newer(form: str) -> bool:
    number = form.removeprefix(NAME)
    return form.startswith(NAME) and number.isascii() and number.isdigit() and int(number) > NUMBER


# ── writing ──────────────────────────────────────────────────────────────────────────────────────


def _place(place: Place) -> dict[str, Any]:
    return {"lesson": place.lesson, "step": place.step, "build": place.build}


def _lesson(done: LessonProgress) -> dict[str, Any]:
    made: dict[str, Any] = {"seen": [_dotted(where) for where in sorted(done.seen)]}
    if done.finished is not None:
        made["finished"] = done.finished.isoformat()
    made["answers"] = {
        _dotted(where): {"right": answer.right, "at_ms": answer.at_ms}
        for where, answer in sorted(done.answers.items())
    }
    made["cards"] = {
        card: {"box": put.box, "due": put.due.isoformat(), "at_ms": put.at_ms}
        for card, put in sorted(done.cards.items())
    }
    return made


def _dotted(where: Where) -> str:
    return "{}.{}".format(*where)


# ── reading ──────────────────────────────────────────────────────────────────────────────────────


def _read_place(found: Table) -> Place:
    place = Place(
        _of(found, "lesson", str, ""), _of(found, "step", int, 1), _of(found, "build", int, 1)
    )
    if not place.valid():
        raise Damaged("place")
    return place


def _read_lesson(found: Table) -> LessonProgress:
    seen, finished = found.get("seen"), found.get("finished")
    if not isinstance(seen, list):
        raise Damaged("seen")
    return LessonProgress(
        seen=frozenset(_where(each) for each in seen),
        finished=None if finished is None else _day(finished),
        answers={
            _where(where): Answer(_whole(each, "at_ms"), _of(each, "right", bool))
            for where, each in _tables(found, "answers")
        },
        cards={
            card: Recalled(_whole(each, "at_ms"), _whole(each, "box", 1), _day(each.get("due")))
            for card, each in _tables(found, "cards")
        },
    )


def _of(found: Table, key: str, kind: type[Value], otherwise: Value | None = None) -> Value:
    """A value of exactly this kind: True is no number."""
    value = found.get(key, otherwise)
    if type(value) is kind:
        return value
    raise Damaged(key)


def _whole(found: Table, key: str, least: int = 0) -> int:
    value = _of(found, key, int)
    if value < least:
        raise Damaged(key)
    return value


def _table(found: Table, key: str) -> Table:
    value: dict[str, Any] = _of(found, key, dict)
    return value


def _tables(found: Table, key: str) -> list[tuple[str, Table]]:
    rows = _table(found, key)
    if not all(isinstance(row, dict) for row in rows.values()):
        raise Damaged(key)
    return list(rows.items())


def _where(found: object) -> Where:
    parts = found.split(".") if isinstance(found, str) else []
    if len(parts) != 2 or not all(part.isascii() and part.isdigit() for part in parts):
        raise Damaged("build")
    return int(parts[0]), int(parts[1])


def _day(found: object) -> date:
    try:
        return date.fromisoformat(found if isinstance(found, str) else "")
    except ValueError as problem:
        raise Damaged("day") from problem
