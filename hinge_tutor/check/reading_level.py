"""How easily a lesson reads: a fourteen-year-old should follow it without help.

    ease = 206.835 - A · (syllables / words) - B · (words / sentences)

A and B belong to a language. English: Flesch 1948, J Appl Psychol 32:221, where 60 to 70 is plain
for somebody of 13 to 15. Spanish: Szigriszt-Pazos 1993, on the INFLESZ scale (Barrio-Cantalejo
2008, An Sist Sanit Navar 31:135), where 55 to 65 is normal for somebody of 12 to 14. A text is
judged as a whole, since one sentence says little; a language without figures is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from hinge_tutor.check.wording import builds, language_of, plain
from hinge_tutor.lessons.lesson import Build, Lesson
from hinge_tutor.located import AuthorError

HIGHEST = 206.835
# A sentence of more words is read twice, whatever its words are.
MOST_WORDS = 25
# Less text than this has no level.
LEAST_WORDS = 100

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# A list's points and a colon's rest are read as sentences of their own.
_SENTENCE = re.compile(r"[.!?:;…]+[\s\"”’)»]*|\n\s*[-*]\s|\n\s*\n")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")

_ENGLISH_VOWELS = re.compile(r"[aeiouyáéíóú]+")
# Silent at the end: the e of "hinge" and of "moved"; not that of "muscle" and "added".
_SILENT = re.compile(r"(?<=[^aeiouyl])e$|(?<=[aeiouy]l)e$|(?<=[^aeiouytd])ed$")
# Two strong vowels, or a weak one with an accent, are two syllables; all others flow together.
_SPANISH_VOWELS = re.compile(r"[iuü]?[aeoáéó][iuy]?(?![aeiouáéíóúü])|[aeoáéó]|[íú]|[iuüy]+")


@dataclass(frozen=True)
class Scale:
    """The two factors of a language, its way of counting syllables, and the least ease."""

    per_syllable: float
    per_word: float
    least: float
    syllables: Callable[[str], int]


def english_syllables(word: str) -> int:
    """The syllables of an English word, by its groups of vowels; at least one."""
    return max(len(_ENGLISH_VOWELS.findall(_SILENT.sub("", word.casefold()))), 1)


def spanish_syllables(word: str) -> int:
    """The syllables of a Spanish word; at least one."""
    heard = re.sub(r"qu|gu(?=[eéií])", "g", word.casefold())
    return max(len(_SPANISH_VOWELS.findall(heard)), 1)


SCALES: Mapping[str, Scale] = {
    "en": Scale(84.6, 1.015, 60.0, english_syllables),
    "es": Scale(62.3, 1.0, 55.0, spanish_syllables),
}


def sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence of a text; numbers are no words."""
    whole = _LINK.sub(r"\1", plain(text))
    found = (tuple(_WORD.findall(part)) for part in _SENTENCE.split(whole))
    return tuple(words for words in found if words)


def ease(text: str, scale: Scale) -> float:
    """How easily a text reads, about 0 to 100; HIGHEST for one without words."""
    said = sentences(text)
    words = [word for sentence in said for word in sentence]
    if not words:
        return HIGHEST
    syllables = sum(scale.syllables(word) for word in words)
    per_word, per_sentence = syllables / len(words), len(words) / len(said)
    return HIGHEST - scale.per_syllable * per_word - scale.per_word * per_sentence


def problems(lesson: Lesson) -> Iterator[AuthorError]:
    """A lesson that is too hard to read, and each sentence that is too long."""
    texts = [part for _, build in builds(lesson) for part in _read(build)]
    for line, text in texts:
        longest = max((len(words) for words in sentences(text)), default=0)
        if longest > MOST_WORDS:
            problem = f"a sentence of {longest} words; at most {MOST_WORDS}; make it two"
            yield AuthorError(lesson.file, line, problem)
    scale = SCALES.get(language_of(lesson))
    whole = "\n\n".join(text for _, text in texts)
    if scale is None or sum(map(len, sentences(whole))) < LEAST_WORDS:
        return
    found = ease(whole, scale)
    if found < scale.least:
        problem = (
            f"this lesson reads with an ease of {found:.0f}; at least {scale.least:.0f}, so that "
            "a fourteen-year-old follows; use shorter sentences and words"
        )
        yield AuthorError(lesson.file, 1, problem)


def _read(build: Build) -> Iterator[tuple[int, str]]:
    """What is read of a build, with the line it stands on."""
    for part in ("prompt", "text", "why", "cue"):
        yield build.lines.get(part, build.line), str(getattr(build, part))
    if build.question is not None:
        yield build.question.line, build.question.prompt
        for choice in build.question.choices:
            yield choice.line, choice.explanation
