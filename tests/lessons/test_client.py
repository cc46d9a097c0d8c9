"""A client's card: what two windows know of it becomes one, and its table says all of it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import Any

import pytest

from hinge_tutor.body.specification import Specification, parse_specification
from hinge_tutor.lessons.client import Client, Person, Visit, merge
from hinge_tutor.lessons.client_table import FORMAT, Damaged, Newer, client, table
from hinge_tutor.motion.toe_touch import reach_m

ONE = Visit(
    "a" * 16,
    5,
    date(2026, 11, 1),
    Person(parse_specification("height=1.72,femur=8%,torso=-7%"), 0.08, 0.1),
    fault="rounded-back",
    share=0.7,
    cue="Long back.",
    drill="hip-distraction",
    tempo=(4.0, 1.0, 1.0, 1.0),
    note="left knee",
)
TWO = Visit("b" * 16, 9, date(2026, 11, 20), fault="knees-first", share=0.3)
CARD = Client("c" * 16, 14, "Ann", 7, {ONE.id: ONE, TWO.id: TWO})


def test_a_card_comes_back_as_it_was() -> None:
    again = client(json.loads(json.dumps(table(CARD))))
    for visit in CARD.by_day:
        kept = again.visits[visit.id]
        assert kept.person.body.text == visit.person.body.text
        named = replace(kept, person=replace(kept.person, own=visit.person.own))
        assert named == visit
    assert (again.number, again.name, again.named_ms) == (14, "Ann", 7)
    assert table(again) == table(CARD)


def test_what_a_later_version_wrote_stays() -> None:
    found = table(CARD)
    found["color"] = "green"
    found["visits"][0]["mood"] = ["good"]
    again = table(client(found))
    assert (again["color"], again["visits"][0]["mood"]) == ("green", ["good"])


def changed(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    found = json.loads(json.dumps(table(CARD)))
    at: Any = found
    for part in path[:-1]:
        at = at[part]
    at[path[-1]] = value
    made: dict[str, Any] = found
    return made


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), None),
        (("format",), "hinge-tutor/progress-2"),
        (("id",), "../../etc/passwd"),
        (("id",), 3),
        (("number",), 0),
        (("number",), True),
        (("name",), ["Ann"]),
        (("name",), "x" * 81),
        (("visits",), {}),
        (("visits",), [{}] * 2000),
        (("visits", 0), "visit"),
        (("visits", 0, "id"), "b" * 16),
        (("visits", 0, "day"), "2026-02-31"),
        (("visits", 0, "body"), "height=9"),
        (("visits", 0, "body"), "height=nan"),
        (("visits", 0, "percent"), 101),
        (("visits", 0, "percent"), float("nan")),
        (("visits", 0, "percent"), "70"),
        (("visits", 0, "percent"), 10**400),
        (("visits", 0, "fingertips_cm"), 1e9),
        (("visits", 0, "tempo"), [3, 1, 1]),
        (("visits", 0, "tempo"), [0, 1, 1, 1]),
        (("visits", 0, "note"), "x" * 2001),
        (("visits", 0, "fault"), "heels-up"),
    ],
    ids=lambda part: str(part)[:40],
)
def test_what_we_would_not_have_written_is_damaged(
    path: tuple[str | int, ...], value: object
) -> None:
    with pytest.raises(Damaged):
        client(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "hinge-tutor/client-2"),
        (("visits", 0, "movement"), "moon-walk"),
        (("visits", 0, "fault"), "tail-wags"),
    ],
)
def test_what_a_later_version_knows_is_newer(path: tuple[str | int, ...], value: object) -> None:
    with pytest.raises(Newer):
        client(changed(path, value))


def test_the_format_is_the_one_that_is_told() -> None:
    assert table(CARD)["format"] == FORMAT == "hinge-tutor/client-1"


def test_in_whatever_order_windows_write_the_same_comes_out() -> None:
    later = replace(ONE, at_ms=8, note="right knee")
    cards = (
        Client("c" * 16, 14, "Ann", 7, {ONE.id: ONE}),
        Client("c" * 16, 15, "Bea", 9, {ONE.id: later}),
        Client("c" * 16, 14, "", 0, {TWO.id: TWO}),
    )
    whole = merge(merge(*cards[:2]), cards[2])
    assert merge(whole, whole) == whole
    assert whole.visits[ONE.id].note == "right knee"
    assert (whole.name, whole.number, len(whole.visits)) == ("Bea", 14, 2)
    for a, b, c in permutations(cards):
        assert merge(merge(a, b), c) == whole
        assert merge(a, merge(b, c)) == whole


def test_what_was_measured_stays_when_the_height_changes() -> None:
    person = Person(Specification(), fingertips_m=0.08, knee_to_wall_m=0.1)
    taller = replace(person, own=replace(person.own, height_m=1.95))
    assert person.body.hamstrings_deg != taller.body.hamstrings_deg
    for each in (person, taller):
        assert reach_m(each.body) == pytest.approx(0.08, abs=0.005)
