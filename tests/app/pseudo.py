"""A language made from English that nobody speaks: what is not in it was not in any file.

Every letter wears a mark, every text is longer by two fifths and stands in brackets. So a plain
letter on screen is a word that no translator can reach, a missing bracket one that was cut off.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from hinge_tutor.lessons.lesson import Lesson
from hinge_tutor.lessons.words import Words
from hinge_tutor.located import Located

# From the codes that are free for private use.
PSEUDO = "qps"
LONGER = 0.4
_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_MARKED = "àƀċđëƒĝĥïĵķļṁñöþɋŕšţüṽŵẋÿžÀƁĊĐËƑĜĤÏĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊŸŽ"
_MARKS = str.maketrans(_PLAIN, _MARKED)
# What a text holds and a translator leaves alone: placeholders, code, and where links lead.
_KEPT = re.compile(r"\{[^{}]*\}|%\d|`[^`]*`|\]\([^)]*\)")
# A point of a list in Markdown is a text of its own.
_POINT = re.compile(r"(\s*(?:[-*]|\d+\.)\s+)(.*)", re.DOTALL)
# Fields of a lesson that are read by people; in `text` there may be paragraphs and lists.
_READ = {
    *("title", "goal", "objectives", "key_points", "ask", "answer", "limit", "prompt"),
    *(
        "cue",
        "inner_cue",
        "why",
        "aloud",
        "notes",
        "name",
        "explanation",
        "misconception",
        "quiet",
        "reveal",
    ),
}
_MARKDOWN = {"text"}
# In these values a name is how the program calls something, not a word.
_NAMED_BY_PROGRAM = {"Cast"}
# Words that are no words: how a language is called, its sign before decimals, units.
_NO_WORDS = {"language", "decimal", "unit", "forms", "avoid"}

Value = TypeVar("Value")


def pseudo(text: str) -> str:
    """`[Ĥïþ ĥïñĝë …]`: a text in brackets; blanks around it stay outside."""
    bare = text.strip()
    if not any(letter.isalpha() for letter in _KEPT.sub("", bare)):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}[{marked(bare)}{_longer(bare)}]{after}"


def marked(text: str) -> str:
    """A text whose letters wear marks, as long as before; placeholders stay as they are."""
    parts, end = [], 0
    for kept in _KEPT.finditer(text):
        parts += [text[end : kept.start()].translate(_MARKS), kept.group()]
        end = kept.end()
    return "".join([*parts, text[end:].translate(_MARKS)])


def _longer(text: str) -> str:
    """What makes a text so much longer, in words that a line can be broken between."""
    count = round(LONGER * len(_KEPT.sub("", text)))
    filler = "".join("·" if place % 7 else " " for place in range(1, count + 1))
    return filler.rstrip() or "·"


def pseudo_words(words: Words) -> Words:
    """The words of a language, all of them in brackets."""
    data = _table(words.document.data)
    data["language"] = PSEUDO
    return Words(Located(words.document.file, data, words.document.lines))


def _table(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _table(inner, key) for key, inner in value.items()}
    if name in _NO_WORDS:
        return [marked(str(each)) for each in value] if isinstance(value, list) else value
    if isinstance(value, list):
        return [_table(each) for each in value]
    return pseudo(value) if isinstance(value, str) else value


def pseudo_lesson(lesson: Lesson) -> Lesson:
    """A lesson with everything that a learner reads in brackets."""
    return _changed(lesson)


def _changed(value: Value) -> Value:
    """A value of a lesson with what is read in it, however deep that lies."""
    if isinstance(value, tuple):
        return type(value)(_changed(each) for each in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    kept = type(value).__name__ in _NAMED_BY_PROGRAM
    changed = {
        field.name: getattr(value, field.name)
        if kept
        else _field(field.name, getattr(value, field.name))
        for field in fields(value)
    }
    return replace(value, **changed)


def _field(name: str, value: Any) -> Any:
    if name == "shows" and isinstance(value, str) and "/" in value:
        step, _, build = value.partition("/")
        return f"{step}/{pseudo(build)}"
    if name in _MARKDOWN and isinstance(value, str):
        return _markdown(value)
    if name in _READ:
        return tuple(map(pseudo, value)) if isinstance(value, tuple) else pseudo(value)
    return _changed(value)


def _markdown(text: str) -> str:
    """Paragraphs and points of lists, each in brackets of its own."""
    return "\n\n".join(_paragraph(each) for each in text.split("\n\n"))


def _paragraph(text: str) -> str:
    if _POINT.match(text) is None:
        return pseudo(text)
    rows = (_POINT.fullmatch(row) for row in text.split("\n"))
    return "\n".join(f"{row.group(1)}{pseudo(row.group(2))}" for row in rows if row)
