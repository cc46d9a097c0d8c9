"""Lessons are read when somebody asks for them, once, and a place means the same for all."""

from __future__ import annotations

import pytest

from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.readings import Readings

IDS = ("first", "second", "third")


def lesson(id_: str) -> Lesson:
    return Lesson(id_, 1, id_.title(), 5, "", "", (), (), f"{id_}.md")


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def readings(asked: list[str]) -> Readings:
    def read(id_: str) -> Lesson:
        asked.append(id_)
        return lesson(id_)

    return Readings(IDS, read)


def test_nothing_is_read_before_it_is_asked_for(readings: Readings, asked: list[str]) -> None:
    assert (len(readings), readings.ids, asked) == (3, IDS, [])
    assert readings[1].id == "second"
    assert asked == ["second"]
    assert readings.known() == (lesson("second"),)


def test_a_lesson_is_read_once_until_it_is_forgotten(readings: Readings, asked: list[str]) -> None:
    assert readings[2] is readings[-1]
    assert asked == ["third"]
    readings.forget("third")
    readings.forget("nobody")
    assert readings[2].id == "third"
    assert asked == ["third", "third"]


def test_whoever_walks_through_reads_them_all(readings: Readings, asked: list[str]) -> None:
    assert [each.id for each in readings] == list(IDS)
    assert [each.id for each in readings[1:]] == ["second", "third"]
    assert asked == list(IDS)
    with pytest.raises(IndexError):
        readings[3]


def test_lessons_that_are_read_already_are_taken_as_they_are() -> None:
    given = lesson("first")
    assert Readings.of((given,))[0] is given
