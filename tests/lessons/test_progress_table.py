"""Progress comes out of its file as it went in, and a file that was changed is told from one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from hinge_tutor.lessons.progress import Place, Progress
from hinge_tutor.lessons.progress_table import (
    FORMAT,
    Damaged,
    Newer,
    checksum,
    others,
    progress,
    table,
)
from tests.lessons.some_progress import some_progress

DONE = (
    Progress()
    .at(Place("what-is-a-hinge", 3, 2), 1_767_261_600_000)
    .with_seen("what-is-a-hinge", 1, 1)
    .with_seen("what-is-a-hinge", 3, 2)
    .with_answer("what-is-a-hinge", 3, 2, True, 1_767_261_600_000)
    .with_card("what-is-a-hinge", "back", 1, date(2026, 1, 2), 1_767_261_600_000)
    .with_finished("what-is-a-hinge", date(2026, 1, 1))
    .with_round("5f0c", True)
)


@given(some_progress())
def test_what_goes_in_comes_out(done: Progress) -> None:
    assert progress(json.loads(json.dumps(table(done)))) == done


def test_a_table_reads_as_its_description_says() -> None:
    made = table(DONE)
    stamp = 1_767_261_600_000
    assert made == {
        "format": "hinge-tutor/progress-2",
        "forgotten": 0,
        "place": {"lesson": "what-is-a-hinge", "step": 3, "build": 2, "at_ms": stamp},
        "lessons": {
            "what-is-a-hinge": {
                "seen": ["1.1", "3.2"],
                "finished": "2026-01-01",
                "answers": {"3.2": {"right": True, "at_ms": stamp}},
                "cards": {"back": {"box": 1, "due": "2026-01-02", "at_ms": stamp}},
            }
        },
        "clinic": {"5f0c": {"rounds": 1, "right": 1}},
        "sum": checksum(made),
    }


def test_what_else_stands_in_the_file_stays_there() -> None:
    made = table(DONE, {"window": [3, 4], "sum": "of something else"})
    assert others(made) == {"window": [3, 4]}
    assert progress(made) == DONE


# As the program wrote it before there was more than a place.
FORMAT_1 = b"""{
  "format": 1,
  "lesson": "what-is-a-hinge",
  "step": 3,
  "build": 2
}
"""


def test_a_file_of_the_format_before_keeps_its_place() -> None:
    found = json.loads(FORMAT_1)
    assert progress(found) == Progress(place=Place("what-is-a-hinge", 3, 2))
    assert others({**found, "window": 1}) == {"window": 1}
    # Whoever goes anywhere goes there later.
    assert progress(found).at(Place("squat"), 0).placed_ms == 1


def test_whichever_bit_is_flipped_it_is_noticed() -> None:
    content = bytearray(json.dumps(table(DONE), indent=2).encode())
    for at in range(len(content)):
        for bit in range(8):
            content[at] ^= 1 << bit
            with pytest.raises((json.JSONDecodeError, UnicodeDecodeError, Damaged)):
                progress(json.loads(bytes(content)))
            content[at] ^= 1 << bit


def summed(found: dict[str, Any]) -> dict[str, Any]:
    return {**found, "sum": checksum(found)}


def changed(**values: Any) -> dict[str, Any]:
    """A table that says something else and has the sum of it."""
    return summed({**table(DONE), **values})


def in_lesson(**values: Any) -> dict[str, Any]:
    done: dict[str, Any] = {"seen": [], "answers": {}, "cards": {}}
    return changed(lessons={"what-is-a-hinge": {**done, **values}})


WRONG = {
    "nothing": {},
    "another format": changed(format="hinge-tutor/scene-1"),
    "a format that never was": changed(format=7),
    "a truth for a format": {"format": True, "lesson": "a"},
    "no sum": {key: value for key, value in table(DONE).items() if key != "sum"},
    "another sum": {**table(DONE), "sum": "crc32:00000000"},
    "no place": summed({k: v for k, v in table(DONE).items() if k != "place"}),
    "a place before the first": changed(place={"lesson": "a", "step": 0, "build": 1, "at_ms": 0}),
    "a place of the format before": {"format": 1, "lesson": "a", "step": "2"},
    "a list of lessons": changed(lessons=["a"]),
    "a lesson of another kind": changed(lessons={"a": 7}),
    "nothing seen": in_lesson(seen=None),
    "a build without a step": in_lesson(seen=["7"]),
    "a build of words": in_lesson(seen=["one.two"]),
    "a day that is none": in_lesson(finished="2026-02-30"),
    "an answer that may be": in_lesson(answers={"1.1": {"right": 1, "at_ms": 0}}),
    "an answer before time": in_lesson(answers={"1.1": {"right": True, "at_ms": -1}}),
    "a card without a box": in_lesson(cards={"a": {"box": 0, "due": "2026-01-01", "at_ms": 0}}),
    "a card without a day": in_lesson(cards={"a": {"box": 1, "at_ms": 0}}),
    "half a round": changed(clinic={"a": {"rounds": 0.5, "right": 0}}),
    "forgotten less than never": changed(forgotten=-1),
}


@pytest.mark.parametrize("found", WRONG.values(), ids=WRONG.keys())
def test_what_the_program_never_wrote_is_damaged(found: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        progress(found)


def test_a_newer_file_is_told_from_a_damaged_one() -> None:
    newer = {"format": "hinge-tutor/progress-3", "something": "else"}
    for found in (newer, summed(newer), changed(format="hinge-tutor/progress-12")):
        with pytest.raises(Newer):
            progress(found)
    # One bit makes a 3 of a 2.
    with pytest.raises(Damaged):
        progress({**table(DONE), "format": FORMAT.replace("2", "3")})
