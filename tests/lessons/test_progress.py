"""What two windows know becomes one, in whatever order, and nothing that was learned is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.lessons.lesson import Build, Lesson, StagePlan, Step
from hinge_tutor.lessons.progress import (
    Answer,
    LessonProgress,
    Place,
    Progress,
    Recalled,
    Tally,
    builds_seen,
    merge,
)
from tests.lessons.some_progress import some_progress

TODAY, TOMORROW = date(2026, 3, 1), date(2026, 3, 2)


# ── merging ──────────────────────────────────────────────────────────────────────────────────────


@given(some_progress(), some_progress())
def test_it_does_not_matter_who_comes_first(one: Progress, other: Progress) -> None:
    assert merge(one, other) == merge(other, one)


@given(some_progress(), some_progress(), some_progress())
def test_it_does_not_matter_which_two_are_merged_first(
    one: Progress, two: Progress, three: Progress
) -> None:
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


@given(some_progress(), some_progress())
def test_it_does_not_matter_how_often_it_is_done(one: Progress, other: Progress) -> None:
    merged = merge(one, other)
    assert merge(one, one) == one
    assert merge(merged, one) == merge(merged, other) == merged


@given(some_progress(), some_progress())
def test_nothing_that_one_of_them_knows_is_lost(one: Progress, other: Progress) -> None:
    one, other = replace(one, forgotten=0), replace(other, forgotten=0)
    merged = merge(one, other)
    for each in (one, other):
        assert merged.placed_ms >= each.placed_ms
        for id_, done in each.lessons.items():
            now = merged.of(id_)
            assert done.seen <= now.seen
            assert done.finished is None or (now.finished or date.max) <= done.finished
            # The first answer stays, the last state of a card counts.
            assert all(now.answers[where] <= answer for where, answer in done.answers.items())
            assert all(now.cards[card] >= put for card, put in done.cards.items())
        assert all(merged.clinic[run] >= tally for run, tally in each.clinic.items())


@given(some_progress(), some_progress())
def test_nothing_is_made_up(one: Progress, other: Progress) -> None:
    one, other = replace(one, forgotten=0), replace(other, forgotten=0)
    merged = merge(one, other)
    assert (merged.placed_ms, merged.place) in [(p.placed_ms, p.place) for p in (one, other)]
    assert merged.lessons.keys() == one.lessons.keys() | other.lessons.keys()
    for id_, now in merged.lessons.items():
        known = [each.of(id_) for each in (one, other)]
        assert now.seen == known[0].seen | known[1].seen
        assert now.finished in [done.finished for done in known]
        for where, answer in now.answers.items():
            assert answer in [done.answers.get(where) for done in known]
        for card, put in now.cards.items():
            assert put in [done.cards.get(card) for done in known]


def test_the_place_is_the_one_of_the_later_stamp() -> None:
    early = Progress().at(Place("hinge", 3, 2), 1_000)
    late = Progress().at(Place("squat", 1, 1), 2_000)
    assert merge(early, late).place == merge(late, early).place == Place("squat", 1, 1)


def test_what_one_window_has_forgotten_no_other_brings_back() -> None:
    before = Progress().with_seen("hinge", 1, 1)
    other = before.with_seen("hinge", 1, 2).at(Place("hinge", 1, 2), 5_000)
    gone = before.forget()
    assert merge(gone, other) == merge(other, gone) == gone
    # What is done from then on counts, of whoever has heard of it.
    assert merge(gone.with_seen("hinge", 2, 1), merge(gone, other)).of("hinge").seen == {(2, 1)}


Change = Callable[[Progress], Progress]
CHANGES: Sequence[Change] = (
    lambda p: p.with_seen("hinge", 1, 1),
    lambda p: p.with_seen("hinge", 1, 2),
    lambda p: p.with_seen("squat", 1, 1),
    lambda p: p.with_finished("hinge", TODAY),
    lambda p: p.with_answer("hinge", 1, 2, True, 1_000),
    lambda p: p.with_card("hinge", "back", 1, TOMORROW, 2_000),
    lambda p: p.with_card("hinge", "shin", 2, TOMORROW, 2_000),
    lambda p: p.at(Place("squat", 1, 1), 3_000),
)


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(range(len(CHANGES))))))
def test_two_windows_on_one_file_end_with_what_one_alone_would_know(
    happened: list[tuple[bool, int]],
) -> None:
    file, windows, alone = Progress(), [Progress(), Progress()], Progress()
    for which, number in happened:
        windows[which] = CHANGES[number](windows[which])
        file = windows[which] = merge(windows[which], file)
        alone = CHANGES[number](alone)
    known = merge(windows[0], windows[1])
    assert known == file
    assert {id_: done.seen for id_, done in known.lessons.items()} == {
        id_: done.seen for id_, done in alone.lessons.items()
    }
    for id_, done in alone.lessons.items():
        assert known.of(id_).answers == done.answers
        assert known.of(id_).cards.keys() == done.cards.keys()
        assert known.of(id_).finished == done.finished
    assert known.place == alone.place


@given(st.lists(st.tuples(st.booleans(), st.booleans())))
def test_no_round_of_the_clinic_is_lost_or_counted_twice(rounds: list[tuple[bool, bool]]) -> None:
    file, windows = Progress(), [Progress(), Progress()]
    for which, right in rounds:
        windows[which] = windows[which].with_round(f"run {which}", right)
        # Only one of them reads what the other has written.
        if which:
            windows[which] = merge(windows[which], file)
        file = merge(file, windows[which])
    assert file.rounds == Tally(len(rounds), sum(right for _, right in rounds))


# ── what happens ─────────────────────────────────────────────────────────────────────────────────


def test_the_first_answer_and_the_first_end_count() -> None:
    progress = Progress().with_answer("hinge", 3, 2, False, 5_000)
    progress = progress.with_answer("hinge", 3, 2, True, 1_000)
    progress = progress.with_finished("hinge", TODAY).with_finished("hinge", date(2025, 1, 1))
    assert progress.of("hinge") == LessonProgress(
        answers={(3, 2): Answer(5_000, False)}, finished=TODAY
    )


@pytest.mark.parametrize("now_ms", [0, 4_999, 5_000, 5_001])
def test_a_clock_that_was_set_back_does_not_make_what_is_new_the_older(now_ms: int) -> None:
    written = Progress().at(Place("hinge"), 5_000).with_card("hinge", "back", 1, TODAY, 5_000)
    later = written.at(Place("squat"), now_ms).with_card("hinge", "back", 2, TOMORROW, now_ms)
    merged = merge(written, later)
    assert merged.place == Place("squat")
    assert merged.of("hinge").cards["back"] == Recalled(5_001, 2, TOMORROW)


def test_who_stays_at_a_place_does_not_go_there_again() -> None:
    progress = Progress().at(Place("hinge", 2, 1), 1_000)
    assert progress.at(Place("hinge", 2, 1), 9_000) is progress


def lesson_of(*builds: int) -> Lesson:
    steps = tuple(
        Step(str(n), "show", "", "", "", "", "", None, (Build("", StagePlan(()), ""),) * count)
        for n, count in enumerate(builds)
    )
    return Lesson("hinge", 1, "", 5, "", "", steps, (), "")


@pytest.mark.parametrize(
    ("seen", "count"),
    [
        ([], 0),
        ([(1, 1)], 1),
        ([(1, 1), (2, 1), (2, 2), (2, 3)], 4),
        # Builds that the lesson had once and has no more.
        ([(1, 1), (1, 7), (9, 1)], 1),
    ],
)
def test_how_far_somebody_is_counts_the_builds_there_are(
    seen: list[tuple[int, int]], count: int
) -> None:
    progress = Progress()
    for step, build in seen:
        progress = progress.with_seen("hinge", step, build)
    assert builds_seen(progress, lesson_of(1, 3)) == count
