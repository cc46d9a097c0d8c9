"""Progress of every shape, for tests that try many: few names, so that two often speak of one."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from hinge_tutor.lessons.progress import (
    Answer,
    LessonProgress,
    Place,
    Progress,
    Recalled,
    Tally,
)

NAMES = st.sampled_from(["hinge", "squat", "años"])
NUMBERS = st.integers(1, 3)
STAMPS = st.integers(0, 4)
DAYS = st.dates(date(2026, 2, 27), date(2026, 3, 2))
WHERE = st.tuples(NUMBERS, NUMBERS)


def lesson_progress() -> st.SearchStrategy[LessonProgress]:
    """What was done of one lesson."""
    return st.builds(
        LessonProgress,
        seen=st.frozensets(WHERE, max_size=4),
        finished=st.none() | DAYS,
        answers=st.dictionaries(WHERE, st.builds(Answer, STAMPS, st.booleans()), max_size=3),
        cards=st.dictionaries(NAMES, st.builds(Recalled, STAMPS, NUMBERS, DAYS), max_size=3),
    )


def some_progress() -> st.SearchStrategy[Progress]:
    """What was done of the course."""
    return st.builds(
        Progress,
        place=st.builds(Place, NAMES, NUMBERS, NUMBERS),
        placed_ms=STAMPS,
        lessons=st.dictionaries(NAMES, lesson_progress(), max_size=3),
        clinic=st.dictionaries(
            NAMES, st.builds(Tally, st.integers(0, 3), st.integers(0, 3)), max_size=3
        ),
        forgotten=st.integers(0, 1),
    )
