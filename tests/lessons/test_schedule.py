"""Cards come back after one, three and seven days, mixed, and whatever the clock does."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.progress import Progress
from hinge_tutor.lessons.readings import Readings
from hinge_tutor.lessons.schedule import INTERVALS_DAYS, box_of, due, next_day, put_back
from tests.lessons.decks import course

MONDAY = date(2026, 3, 2)


def day(number: int) -> date:
    """So many days after a Monday."""
    return MONDAY + timedelta(days=number)


def finished(*lessons: str, on: int = 0) -> Progress:
    progress = Progress()
    for id_ in lessons:
        progress = progress.with_finished(id_, day(on))
    return progress


def asked(progress: Progress, lessons: Readings, on: int) -> list[str]:
    return ["/".join(each.key) for each in due(progress, lessons, day(on))]


def answered(progress: Progress, card: str, knew: bool, on: int) -> Progress:
    lesson, _, id_ = card.partition("/")
    box, back = put_back(box_of(progress, lesson, id_), knew, day(on))
    return progress.with_card(lesson, id_, box, back, 1_000)


def test_a_card_is_first_due_the_day_after_its_lesson() -> None:
    lessons, progress = course(hinge="a", squat="b"), finished("hinge")
    assert [asked(progress, lessons, on) for on in (0, 1, 2)] == [[], ["hinge/a"], ["hinge/a"]]
    assert next_day(progress, lessons, day(0)) == day(1)


def test_lessons_that_nobody_has_finished_have_no_cards_and_are_not_read() -> None:
    read: list[str] = []

    def reading(id_: str) -> Lesson:
        read.append(id_)
        return course(hinge="a", squat="b")[("hinge", "squat").index(id_)]

    lessons = Readings(("hinge", "squat"), reading)
    assert asked(finished("squat"), lessons, 1) == ["squat/b"]
    assert read == ["squat"]
    assert next_day(Progress(), lessons, day(0)) is None


# Each of these days the card is asked and answered; the last number is the day it comes next.
COURSES = {
    "always known": ([(1, True), (4, True), (11, True), (18, True)], 25),
    "not yet at first": ([(1, False), (2, True), (5, True), (12, True)], 19),
    "forgotten after a week": ([(1, True), (4, True), (11, False), (12, True)], 15),
    "known late": ([(9, True)], 12),
}


@pytest.mark.parametrize(("answers", "then"), COURSES.values(), ids=COURSES.keys())
def test_known_it_goes_on_and_otherwise_back_to_one_day(
    answers: list[tuple[int, bool]], then: int
) -> None:
    lessons, progress = course(hinge="a"), finished("hinge")
    for on, knew in answers:
        assert asked(progress, lessons, on) == ["hinge/a"]
        progress = answered(progress, "hinge/a", knew, on)
        assert asked(progress, lessons, on) == []
    assert asked(progress, lessons, then - 1) == []
    assert asked(progress, lessons, then) == ["hinge/a"]
    assert next_day(progress, lessons, day(answers[-1][0])) == day(then)


def test_a_box_that_there_is_no_more_is_the_last_one() -> None:
    progress = finished("hinge").with_card("hinge", "a", 9, day(3), 1_000)
    assert box_of(progress, "hinge", "a") == len(INTERVALS_DAYS)
    assert asked(progress, course(hinge="a"), 3) == ["hinge/a"]
    assert put_back(9, True, day(0)) == (3, day(7))


def test_cards_of_a_lesson_that_are_new_join_those_that_were_there() -> None:
    progress = answered(finished("hinge"), "hinge/a", True, 1)
    assert asked(progress, course(hinge="ab"), 1) == ["hinge/b"]


# ── the clock ────────────────────────────────────────────────────────────────────────────────────


@given(st.integers(-4000, 4000), st.integers(1, 3))
def test_no_card_waits_for_ever_because_a_clock_was_set_back(ahead: int, box: int) -> None:
    lessons, wait = course(hinge="a"), INTERVALS_DAYS[box - 1]
    progress = finished("hinge", on=ahead)
    put = progress.with_card("hinge", "a", box, day(ahead + wait), 1_000)
    for each in (progress, put):
        days = [on for on in range(10) if asked(each, lessons, on)]
        assert days
        # Where the clock was right or a day ahead, no card comes early.
        if 0 <= ahead <= 1 and each is put:
            assert days[0] == ahead + wait


def test_it_is_asked_once_a_day_also_on_a_day_that_comes_twice() -> None:
    lessons, progress = course(hinge="a"), finished("hinge")
    progress = answered(progress, "hinge/a", True, 1)
    # A day back across the date line: due in four days is due in three and a day of travel.
    assert asked(progress, lessons, 0) == []
    assert asked(progress, lessons, 4) == ["hinge/a"]


# ── the order ────────────────────────────────────────────────────────────────────────────────────

MANY = course(hinge="abcd", squat="efgh", bend="ijkl")
DONE = finished("hinge", "squat", "bend")


def test_the_order_of_a_day_is_always_the_same() -> None:
    assert asked(DONE, MANY, 1) == asked(DONE, MANY, 1)
    assert sorted(asked(DONE, MANY, 1)) == sorted(asked(DONE, MANY, 2))


def test_it_is_another_one_on_every_day_and_never_that_of_the_lessons() -> None:
    in_order = [f"{lesson.id}/{card.id}" for lesson in MANY for card in lesson.cards]
    orders = [asked(DONE, MANY, on) for on in range(1, 15)]
    assert len({tuple(order) for order in orders}) == len(orders)
    assert in_order not in orders


@given(
    st.dictionaries(
        st.sampled_from(["hinge", "squat", "bend"]),
        st.sets(st.sampled_from("abcdef"), min_size=1).map("".join),
        min_size=1,
    ),
    st.integers(1, 30),
)
def test_two_cards_of_one_lesson_follow_each_other_only_where_they_must(
    cards: dict[str, str], on: int
) -> None:
    order = asked(finished(*cards), course(**cards), on)
    lessons = [key.partition("/")[0] for key in order]
    assert sorted(order) == sorted(f"{id_}/{card}" for id_, ids in cards.items() for card in ids)
    # With so many of one lesson, the others cannot stand between all of them.
    most = max(len(ids) for ids in cards.values())
    must = max(2 * most - 1 - len(order), 0)
    assert sum(one == other for one, other in pairwise(lessons)) == must
