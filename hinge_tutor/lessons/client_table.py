"""A client's card as the table of a JSON file, and back.

    {"format": "hinge-tutor/client-1", "id": "8f0c…", "number": 14, "name": "", "named_ms": 0,
     "visits": [{"id": "…", "at_ms": 1767261600000, "day": "2026-01-01", "body": "height=1.72",
        "fingertips_cm": 8.0, "knee_to_wall_cm": null, "movement": "hip-hinge",
        "fault": "rounded-back", "percent": 70, "cue": "…", "drill": "hip-distraction",
        "tempo": [3, 1, 1, 1], "note": ""}]}

What else stands in a table, as a later version may write it, stays in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from hinge_tutor.body.specification import BodyError, parse_specification
from hinge_tutor.lessons.client import Client, Person, Tempo, Visit
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.movement import movements
from hinge_tutor.motion.phases import LONGEST_PHASE_S, SHORTEST_PHASE_S, TEMPO_PARTS

NAME, NUMBER = "hinge-tutor/client-", 1
FORMAT = f"{NAME}{NUMBER}"
KEYS = ("format", "id", "number", "name", "named_ms", "visits")
VISIT_KEYS = (
    *("id", "at_ms", "day", "body", "fingertips_cm", "knee_to_wall_cm", "movement"),
    *("fault", "percent", "cue", "drill", "tempo", "note"),
)
# What is longer was typed by nobody.
LONGEST_NAME, LONGEST_TEXT = 80, 2000
MOST_VISITS = 1000
# No arm reaches further, m.
FARTHEST_M = 1.5
CM_M = 0.01

Table = Mapping[str, Any]


class Damaged(ValueError):
    """The table is not what the program has written."""


class Newer(Exception):
    """The table was written by a newer version of the program."""


def table(client: Client) -> dict[str, Any]:
    """A card as a table."""
    return {
        **{key: value for key, value in client.others.items() if key not in KEYS},
        "format": FORMAT,
        "id": client.id,
        "number": client.number,
        "name": client.name,
        "named_ms": client.named_ms,
        "visits": [_visit_table(visit) for visit in client.by_day],
    }


def _visit_table(visit: Visit) -> dict[str, Any]:
    person = visit.person
    return {
        **{key: value for key, value in visit.others.items() if key not in VISIT_KEYS},
        "id": visit.id,
        "at_ms": visit.at_ms,
        "day": visit.day.isoformat(),
        "body": person.own.text,
        "fingertips_cm": _cm(person.fingertips_m),
        "knee_to_wall_cm": _cm(person.knee_to_wall_m),
        "movement": visit.movement,
        "fault": visit.fault,
        "percent": round(100 * visit.share, 1),
        "cue": visit.cue,
        "drill": visit.drill,
        "tempo": None if visit.tempo is None else list(visit.tempo),
        "note": visit.note,
    }


def _cm(meters: float | None) -> float | None:
    return None if meters is None else round(meters / CM_M, 1)


def client(found: Table) -> Client:
    """The card in a table; raises Damaged, Newer."""
    format_ = found.get("format")
    if format_ != FORMAT:
        if isinstance(format_, str) and re.fullmatch(re.escape(NAME) + "[1-9][0-9]{0,3}", format_):
            raise Newer(format_)
        raise Damaged("format")
    visits = found.get("visits")
    if not isinstance(visits, list) or len(visits) > MOST_VISITS:
        raise Damaged("visits")
    read = [_visit(each) for each in visits]
    if len({visit.id for visit in read}) < len(read):
        raise Damaged("visits")
    return Client(
        _id(found),
        _whole(found, "number", least=1),
        _text(found, "name", LONGEST_NAME),
        _whole(found, "named_ms"),
        {visit.id: visit for visit in read},
        {key: value for key, value in found.items() if key not in KEYS},
    )


def _visit(found: object) -> Visit:
    if not isinstance(found, dict):
        raise Damaged("visits")
    try:
        day = date.fromisoformat(_text(found, "day", 10))
        body = parse_specification(_text(found, "body", LONGEST_TEXT))
    except (BodyError, ValueError) as problem:
        raise Damaged("visits") from problem
    movement, fault = _text(found, "movement", 80), _text(found, "fault", 80)
    drill = _text(found, "drill", 80)
    # A movement or a fault that this version lacks would stop the stage.
    if movement not in movements() or (fault and fault not in faults()):
        raise Newer("visits")
    if fault and movement not in faults()[fault].on:
        raise Damaged("fault")
    return Visit(
        _id(found),
        _whole(found, "at_ms"),
        day,
        Person(body, _meters(found, "fingertips_cm"), _meters(found, "knee_to_wall_cm")),
        movement,
        fault,
        _number(found, "percent", 0.0, 100.0) / 100,
        _text(found, "cue", LONGEST_TEXT),
        drill,
        _tempo(found),
        _text(found, "note", LONGEST_TEXT),
        {key: value for key, value in found.items() if key not in VISIT_KEYS},
    )


def _id(found: Table) -> str:
    id_ = found.get("id")
    if not isinstance(id_, str) or not re.fullmatch("[0-9a-f]{8,40}", id_):
        raise Damaged("id")
    return id_


def _text(found: Table, key: str, most: int) -> str:
    value = found.get(key, "")
    if not isinstance(value, str) or len(value) > most:
        raise Damaged(key)
    return value


def _whole(found: Table, key: str, least: int = 0) -> int:
    value = found.get(key, 0)
    # True is a number, too.
    if type(value) is not int or not least <= value < 10**15:
        raise Damaged(key)
    return value


def _number(found: Table, key: str, low: float, high: float) -> float:
    value = found.get(key, 0.0)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Damaged(key)
    # Which holds of nothing that is not a number.
    if not low <= value <= high:
        raise Damaged(key)
    return float(value)


def _meters(found: Table, key: str) -> float | None:
    if found.get(key) is None:
        return None
    most = FARTHEST_M / CM_M
    return _number(found, key, -most, most) * CM_M


def _tempo(found: Table) -> Tempo | None:
    value = found.get("tempo")
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 4:
        raise Damaged("tempo")
    down, bottom, up, top = (
        _number({part: seconds}, part, _least(part), LONGEST_PHASE_S)
        for part, seconds in zip(TEMPO_PARTS, value, strict=True)
    )
    return down, bottom, up, top


def _least(part: str) -> float:
    return SHORTEST_PHASE_S if part in ("down", "up") else 0.0
