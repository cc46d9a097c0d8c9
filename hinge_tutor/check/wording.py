"""Words are few, plain and free of threat, and every term is explained before it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hinge_tutor.lessons.by_hand import Miss
from hinge_tutor.lessons.fill import placeholders
from hinge_tutor.lessons.lesson import Build, Choice, Lesson, Step
from hinge_tutor.lessons.terms import Term
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import AuthorError, did_you_mean

# The most words each part may have: a title is read at a glance, a prompt while watching, a text in
# the half minute that a build takes (about 2.5 words a second, with time left to look).
MOST_WORDS = {"title": 5, "prompt": 25, "text": 60, "why": 40, "cue": 25, "choice": 12}
# Feedback is read like a why: once, with the picture beside it.
MOST_WORDS["explanation"] = MOST_WORDS["why"]
# A note is read at a glance down from the room, as a text is read beside the picture.
MOST_WORDS["notes"] = MOST_WORDS["text"]
# The belief behind an answer is one sentence, and said before its explanation.
MOST_WORDS["misconception"] = MOST_WORDS["cue"]

# How many words a language takes to say what English says in one; Spanish needs a fifth more, most
# of them articles and prepositions that are read at a glance.
PER_ENGLISH_WORD = {"es": 1.2}

# On a projector a prompt is the caption: two rows of sixty characters.
LONGEST_PROMPT = 120

_WORD = re.compile(r"[^\W_](?:[\w'’°-]*[^\W_°])?")


def problems(lesson: Lesson, words: Words, known: frozenset[str]) -> Iterator[AuthorError]:
    """Everything in a lesson's wording; `known` are the terms that earlier lessons introduced."""
    first = lesson.lines.get("title", 1)
    yield from _length(lesson, first, "title", lesson.title)
    yield from _threat(lesson, first, "title", lesson.title, words)
    for step in lesson.steps:
        yield from _length(lesson, step.line, "title", step.title)
        yield from _threat(lesson, step.line, "title", step.title, words)
        for build in step.builds:
            yield from _build(lesson, build, words)
    yield from _terms(lesson, words, known)


def introduced(lesson: Lesson) -> frozenset[str]:
    """The terms that a lesson introduces."""
    return frozenset(term for _, build in builds(lesson) for term in build.introduces)


def builds(lesson: Lesson) -> Iterator[tuple[Step, Build]]:
    """Every build of a lesson with its step, in the order of the screen."""
    for step in lesson.steps:
        for build in step.builds:
            yield step, build


def count(text: str) -> int:
    """The words of a text; a placeholder is one, marks of Markdown are none."""
    return len(_WORD.findall(plain(text)))


def most_words(lesson: Lesson, english: int) -> int:
    """How many words a part may have in a lesson's language that may have so many in English."""
    return round(english * PER_ENGLISH_WORD.get(language_of(lesson), 1.0))


def language_of(lesson: Lesson) -> str:
    """The code of a lesson's language: its pack's, or the name of its folder, which may be none."""
    return lesson.language or Path(lesson.file).parent.name


def plain(text: str) -> str:
    """A text with a number in place of each placeholder."""
    for placeholder in placeholders(text):
        form = f":{placeholder.format}" if placeholder.format else ""
        text = text.replace(f"{{{placeholder.name}{form}}}", "0", 1)
    return text


def _build(lesson: Lesson, build: Build, words: Words) -> Iterator[AuthorError]:
    yield from _length(lesson, build.line, "title", build.name)
    for part, line, text in (*_own(build), *_asked(build)):
        yield from _length(lesson, line, part, text)
        if part not in ("text", "why", "notes"):
            yield from _threat(lesson, line, part, text, words)
    if not build.prompt and build.question is None and build.drag is None:
        yield AuthorError(lesson.file, build.line, "a build without a prompt; write > before one")


def _length(lesson: Lesson, line: int, part: str, text: str) -> Iterator[AuthorError]:
    size, most = count(text), most_words(lesson, MOST_WORDS[part])
    if size > most:
        problem = f"this {part} has {size} words; at most {most}; cut it"
        yield AuthorError(lesson.file, line, problem)
    elif part == "prompt" and len(plain(text)) > LONGEST_PROMPT:
        size = len(plain(text))
        problem = f"this prompt has {size} characters; at most {LONGEST_PROMPT}; cut it"
        yield AuthorError(lesson.file, line, problem)


def _threat(lesson: Lesson, line: int, part: str, text: str, words: Words) -> Iterator[AuthorError]:
    said = {word.casefold() for word in _WORD.findall(text)}
    for word in words.avoided():
        if word in said:
            problem = f'"{word}" threatens (in this {part}); say what happens instead'
            yield AuthorError(lesson.file, line, problem)


# ── terms ────────────────────────────────────────────────────────────────────────────────────────


def _terms(lesson: Lesson, words: Words, known: frozenset[str]) -> Iterator[AuthorError]:
    glossary = words.glossary()
    ids = [term.id for term in glossary]
    met = set(known)
    here: set[str] = set()
    for _, build in builds(lesson):
        line = build.lines.get("introduces", build.line)
        for id_ in build.introduces:
            if id_ not in ids:
                near = did_you_mean(id_, ids)
                problem = f'"{id_}" is not in the glossary of words.toml; add it there{near}'
                yield AuthorError(lesson.file, line, problem)
            elif id_ in here:
                problem = f'"{id_}" was introduced before in this lesson; delete it here'
                yield AuthorError(lesson.file, line, problem)
            elif not _uses(said(build), words.term(id_)):
                problem = f'"{id_}" is introduced here but does not occur; use it or delete it'
                yield AuthorError(lesson.file, line, problem)
        here.update(build.introduces)
        met.update(build.introduces)
        for part, start, text in parts(build):
            for term in glossary:
                if term.id not in met and _uses(text, term):
                    problem = (
                        f'"{term.term}" is used before it is introduced (in this {part}); '
                        "name it in introduces of this build or of an earlier one"
                    )
                    yield AuthorError(lesson.file, start, problem)
                    met.add(term.id)


def parts(build: Build) -> Iterator[tuple[str, int, str]]:
    """Every text of a build with what it is and the line it begins on."""
    yield "title", build.line, build.name
    yield from _own(build)
    question = build.question
    replays = [choice.replay for choice in question.choices] if question else []
    for stage in (build.stage, *replays):
        if stage is not None and stage.quiet:
            yield "quiet", stage.lines.get("quiet", stage.line), stage.quiet
    yield from _asked(build)


def _own(build: Build) -> Iterator[tuple[str, int, str]]:
    """What a build says by itself; a cue has a second wording, a prompt one for a room."""
    for part in ("prompt", "text", "why", "cue"):
        yield part, build.lines.get(part, build.line), str(getattr(build, part))
    yield "cue", build.lines.get("cue", build.line), build.inner_cue
    yield "prompt", build.lines.get("aloud", build.line), build.aloud
    yield "notes", build.lines.get("notes", build.line), build.notes


def _asked(build: Build) -> Iterator[tuple[str, int, str]]:
    """What a build asks, by choices, by hand or to repair, and what it says of the answers."""
    asked, drag, fix = build.question, build.drag, build.fix
    if fix is not None:
        for part in ("prompt", "explanation"):
            yield part, fix.lines.get(part, fix.line), str(getattr(fix, part))
    if asked is not None:
        yield "prompt", asked.lines.get("prompt", asked.line), asked.prompt
        for choice in asked.choices:
            yield "choice", choice.lines.get("text", choice.line), choice.text
            yield from _told(choice)
    if drag is not None:
        yield "prompt", drag.lines.get("prompt", drag.line), drag.prompt
        yield "explanation", drag.lines.get("explanation", drag.line), drag.explanation
        for miss in drag.misses:
            yield from _told(miss)


def _told(answer: Choice | Miss) -> Iterator[tuple[str, int, str]]:
    """What is told of an answer."""
    for part in ("explanation", "misconception"):
        yield part, answer.lines.get(part, answer.line), str(getattr(answer, part))


def said(build: Build) -> str:
    """All words of a build."""
    return "\n".join(text for _, _, text in parts(build))


def _uses(text: str, term: Term) -> bool:
    said = plain(text)
    return any(re.search(rf"\b{re.escape(form)}\b", said, re.IGNORECASE) for form in term.forms)
