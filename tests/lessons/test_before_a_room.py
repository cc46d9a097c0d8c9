"""Before a room: a teacher has notes on every page, and no audience is asked to use the mouse."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from hinge_tutor.lessons import course
from hinge_tutor.lessons.languages import languages
from hinge_tutor.lessons.lesson import Build, Lesson, Step

COMPLETE = tuple(language.code for language in languages() if language.complete)
# What one person has at a screen, and a room has not.
AT_A_SCREEN: Mapping[str, frozenset[str]] = {
    "en": frozenset(
        {"drag", "click", "dial", "dials", "slider", "sandbox", "key", "keys", "shift", "space"}
    ),
    "es": frozenset(
        {
            "arrastra",
            "clic",
            "control",
            "controles",
            "taller",
            "tecla",
            "teclas",
            "mayús",
            "espacio",
        }
    ),
}
# Orders of the mouse that a prompt may mean otherwise: a heel presses, and a joint turns.
ORDERS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"press", "scroll", "open", "drop"}),
    "es": frozenset({"pulsa", "presiona", "gira", "abre", "mueve", "suelta"}),
}


@pytest.fixture(
    params=[(code, id_) for code in COMPLETE for id_ in course.order()],
    ids="-".join,
)
def place(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The language and id of every shipped lesson in every complete language."""
    code, id_ = request.param
    return code, id_


@pytest.fixture
def lesson(place: tuple[str, str]) -> Lesson:
    code, id_ = place
    assert id_ in course.files(code)
    return course.load_lesson(id_, code)


def words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold()))


def read_by_a_room(build: Build) -> str:
    """The captions of a build: what is said aloud, or each prompt that stands in its place."""
    asked = (build.question, build.drag, build.fix)
    prompts = (build.prompt, *(each.prompt for each in asked if each is not None))
    return build.aloud or "\n".join(prompts)


def by_hand(step: Step, build: Build) -> bool:
    """Whether one does something with the figure, which a room only watches."""
    return build.drag is not None or build.fix is not None or step.kind == "sandbox"


def test_the_words_of_a_screen_are_known_in_every_complete_language() -> None:
    assert set(COMPLETE) == set(AT_A_SCREEN) == set(ORDERS)


def test_a_teacher_has_notes_on_every_page(lesson: Lesson) -> None:
    without = [
        (step.title, build.name)
        for step in lesson.steps
        for build in step.builds
        if not build.notes.strip()
    ]
    assert without == []


def test_no_two_steps_have_the_same_notes(lesson: Lesson) -> None:
    met: set[str] = set()
    for step in lesson.steps:
        notes = {build.notes for build in step.builds}
        assert not notes & met, step.title
        met |= notes


def test_what_is_done_by_hand_is_said_aloud_in_other_words(lesson: Lesson) -> None:
    silent = [
        (step.title, build.name)
        for step in lesson.steps
        for build in step.builds
        if by_hand(step, build) and not build.aloud.strip()
    ]
    assert silent == []


def test_nothing_that_a_room_reads_asks_for_a_mouse_or_keys(
    place: tuple[str, str], lesson: Lesson
) -> None:
    code, _ = place
    asked = [
        (step.title, build.name, word)
        for step in lesson.steps
        for build in step.builds
        for word in AT_A_SCREEN[code] & words_of(read_by_a_room(build))
        | ORDERS[code] & words_of(build.aloud)
    ]
    assert asked == []
