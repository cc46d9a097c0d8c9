"""What a new lesson begins with: a whole lesson that passes every check, with notes beside it."""

from __future__ import annotations

import re

from hinge_tutor import located, shelf
from hinge_tutor.lessons.words import words

# The lesson that new ones are copies of; the guide for authors explains this very text.
FILE = "template.md"
# What lies beside it in a new pack.
PACK = "template.pack"
# A file name of this length can be kept everywhere.
LONGEST_ID = 60

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"(?:(\d+)-)?(.+)\.md")
_EXAMPLE = "lean-and-reach"
_TITLE = re.compile(r'^title = ".*"', re.MULTILINE)
# As many as a title may have (hinge_tutor/check/wording.py).
_TITLE_WORDS = 5


def wrong_id(id_: str) -> str:
    """Why a text is no id of a lesson; empty where it is one."""
    if len(id_) > LONGEST_ID:
        return f"it has {len(id_)} characters; at most {LONGEST_ID}"
    if not _ID.fullmatch(id_):
        return "write small letters a to z, digits and single hyphens, such as lean-and-reach"
    if not any(letter.isalpha() for letter in id_):
        return "a number alone tells nothing; write a few words, such as lean-and-reach"
    return ""


def numbered(name: str) -> tuple[int, str]:
    """The number and the id of a lesson's file name; 0 where it has no number."""
    found = _NAME.fullmatch(name)
    return (int(found.group(1) or 0), found.group(2)) if found else (0, "")


def lesson(id_: str, language: str = "en") -> str:
    """The text of a new lesson; its title is its id in words."""
    text = located.read_text(shelf.lessons(language, FILE))
    parts = id_.split("-")[:_TITLE_WORDS]
    if set(parts) & set(words(language).avoided()):
        # A title that frightens is not right; the author has to word it.
        return text
    return _TITLE.sub(f'title = "{" ".join(parts).capitalize()}"', text, count=1)


def pack_head(id_: str, language: str = "en") -> str:
    """The `pack.toml` of a pack with this one lesson."""
    return located.read_text(shelf.lessons(language, PACK)).replace(_EXAMPLE, id_)
