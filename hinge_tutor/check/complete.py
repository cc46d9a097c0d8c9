"""A lesson of the course has everything that the course promises of each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hinge_tutor.check.wording import builds, count, most_words
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.fill import placeholders, shown
from hinge_tutor.lessons.lesson import Card, Lesson
from hinge_tutor.lessons.quantity import UnknownQuantity
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError

# How many there are of each, and the most words that each has.
OBJECTIVES, OBJECTIVE_WORDS = (2, 4), 15
KEY_POINTS, KEY_POINT_WORDS = (3, 5), 20
CARDS, ASK_WORDS, ANSWER_WORDS = (4, 6), 25, 40
QUESTIONS = 2

# What was measured or published was so in a year.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
DATED = ("measured", "mixed")


def problems(lesson: Lesson, words: Words) -> Iterator[AuthorError]:
    """What a lesson of the course lacks."""
    yield from _told(lesson)
    yield from _cards(lesson, words)
    yield from _asking(lesson)
    yield from _references(lesson)
    for _, build in builds(lesson):
        if build.cue and not build.inner_cue:
            problem = 'a cue in one wording; add internal = "…", the same said of the body'
            yield AuthorError(lesson.file, build.lines.get("cue", build.line), problem)


def _told(lesson: Lesson) -> Iterator[AuthorError]:
    for name, texts, (low, high), english in (
        ("objectives", lesson.objectives, OBJECTIVES, OBJECTIVE_WORDS),
        ("key_points", lesson.key_points, KEY_POINTS, KEY_POINT_WORDS),
    ):
        line = lesson.lines.get(name, 1)
        if not low <= len(texts) <= high:
            problem = f"{len(texts)} {name}; a lesson of the course has {low} to {high}"
            yield AuthorError(lesson.file, line, problem)
        most = most_words(lesson, english)
        for place, text in enumerate(texts):
            if count(text) > most:
                problem = f"{name}[{place}] has {count(text)} words; at most {most}; cut it"
                yield AuthorError(lesson.file, lesson.lines.get(f"{name}[{place}]", line), problem)


def _cards(lesson: Lesson, words: Words) -> Iterator[AuthorError]:
    low, high = CARDS
    if not low <= len(lesson.cards) <= high:
        problem = f"{len(lesson.cards)} cards; a lesson of the course has {low} to {high}"
        yield AuthorError(lesson.file, 1, problem)
    for card in lesson.cards:
        for name, text, english in (
            ("ask", card.ask, ASK_WORDS),
            ("answer", card.answer, ANSWER_WORDS),
        ):
            most = most_words(lesson, english)
            if count(text) > most:
                problem = f"this {name} has {count(text)} words; at most {most}; cut it"
                yield AuthorError(lesson.file, card.line, problem)
        yield from _moment(lesson, card, words)


def _moment(lesson: Lesson, card: Card, words: Words) -> Iterator[AuthorError]:
    """The moment that answers a card is there, and fills its numbers."""
    place = lesson.moment(card.shows)
    if place is None:
        named = ", ".join(step.id for step in lesson.steps)
        problem = f'shows is "{card.shows}"; write step or step/Build; steps here: {named}'
        yield AuthorError(lesson.file, card.line, problem)
        return
    step, build = place
    stage = figures(lesson.steps[step].builds[build].stage)
    for text in (card.ask, card.answer):
        for placeholder in placeholders(text):
            try:
                shown(placeholder, stage, words)
            except UnknownQuantity as problem:
                yield AuthorError(lesson.file, card.line, str(problem))


def _asking(lesson: Lesson) -> Iterator[AuthorError]:
    asked = [build for _, build in builds(lesson) if build.question or build.drag]
    if len(asked) < QUESTIONS:
        problem = f"{len(asked)} questions; a lesson of the course asks at least {QUESTIONS}"
        yield AuthorError(lesson.file, 1, problem)
    for build in asked:
        for choice in build.question.choices if build.question else ():
            if not choice.right and choice.replay is None:
                problem = "no moment disproves this choice; write replay = { … } of stage names"
                yield AuthorError(lesson.file, choice.line, problem)


def _references(lesson: Lesson) -> Iterator[AuthorError]:
    used = {step.reference.id for step in lesson.steps if step.reference is not None}
    for reference in lesson.references:
        if reference.id not in used:
            problem = f'no step names the reference "{reference.id}"; name it, or delete it'
            yield AuthorError(lesson.file, reference.line, problem)
        if reference.strength in DATED and not _YEAR.search(reference.text):
            problem = f'"{reference.id}" is {reference.strength}, and nobody can look it up; name'
            yield AuthorError(lesson.file, reference.line, f"{problem} who published it and when")
