"""The languages of the course, and which of them somebody is spoken to in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hinge_tutor import located, shelf
from hinge_tutor.located import Reader

COURSE = "course.toml"
ENGLISH = "en"
# A code names a folder below `lessons`, so it holds nothing that could lead out of there.
_CODE = re.compile(r"[a-z]{2,3}(-[a-z]{2,8})?")


@dataclass(frozen=True)
class Language:
    """`name` is what its own speakers call it; `complete` says that nothing of it is missing."""

    code: str
    name: str
    complete: bool


@lru_cache(maxsize=4)
def languages() -> tuple[Language, ...]:
    """Every language of the course, in the order of its file; raises AuthorErrors."""
    whole = Reader(located.read(shelf.lessons(COURSE)))
    table = whole.table("languages")
    found = tuple(_language(table, code) for code in table.names())
    if ENGLISH not in [language.code for language in found]:
        whole.problem(f"languages lacks {ENGLISH}, which every other stands on", "languages")
    whole.names()
    whole.finish()
    return found


def _language(table: Reader, code: str) -> Language:
    if not _CODE.fullmatch(code):
        table.problem(f'"{code}" is no language; write a code such as es', code)
    row = table.table(code)
    return Language(code, row.text("name"), row.flag("complete"))


def spoken(chosen: str, system: Sequence[str], known: Sequence[Language]) -> str:
    """The language chosen; without one, the first of the system's, such as `es-MX`, that is there
    whole; English where there is neither.
    """
    if chosen in [language.code for language in known]:
        return chosen
    whole = [language.code for language in known if language.complete]
    plain = (code.partition("-")[0] for code in system)
    return next((code for code in plain if code in whole), ENGLISH)
