"""Every word of the window is translated, and what Qt reads says the same as what people edit."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QTranslator

from hinge_tutor import shelf
from hinge_tutor.app.language import FOLDER, OURS
from hinge_tutor.lessons.languages import ENGLISH, languages

APP = Path(__file__).resolve().parents[2] / "hinge_tutor" / "app"
OTHERS = [language.code for language in languages() if language.code != ENGLISH]
AGAIN = "renew the words of the window, as CONTRIBUTING.md says"

# A word by the class it stands in, "" outside of any, and as it stands in the source.
Word = tuple[str, str]


@cache
def in_source() -> frozenset[Word]:
    """Every word of the window that the source marks as one."""
    return frozenset(
        word
        for path in sorted(APP.glob("*.py"))
        for word in _marked(ast.parse(path.read_text("utf-8")))
    )


def _marked(tree: ast.AST, inside: str = "") -> Iterator[Word]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            called = node.func
            own = isinstance(called, ast.Attribute) and called.attr == "tr"
            if own or (isinstance(called, ast.Name) and called.id == "tr"):
                (text,) = node.args
                assert isinstance(text, ast.Constant), f"line {node.lineno}: a word is no text"
                yield inside if own else "", str(text.value)
        yield from _marked(node, node.name if isinstance(node, ast.ClassDef) else inside)


@cache
def translated(language: str) -> dict[Word, str]:
    """The words of a language's file; those that are unfinished are not among them."""
    root = ET.parse(shelf.assets(FOLDER, f"{OURS}_{language}.ts")).getroot()
    found = {}
    for context in root.iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None:
                found[name, message.findtext("source") or ""] = translation.text or ""
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_every_word_of_the_window_is_translated_and_no_other(language: str) -> None:
    assert len(in_source()) > 250
    assert in_source() - translated(language).keys() == set(), AGAIN
    assert translated(language).keys() - in_source() == set(), AGAIN


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_keeps_what_the_program_needs_of_a_word(language: str) -> None:
    for (_, source), said in translated(language).items():
        assert said.strip(), source
        assert sorted(re.findall(r"%\d", said)) == sorted(re.findall(r"%\d", source)), source
        assert said.count("&") == source.count("&"), source
        assert said.endswith("…") == source.endswith("…"), source
        for cut in (str.lstrip, str.rstrip):
            assert (cut(said) == said) == (cut(source) == source), source


@pytest.mark.parametrize("language", OTHERS)
def test_no_two_menus_have_the_same_letter(language: str) -> None:
    # The one that holds all others where there is no room stands alone.
    pairs = ((source, said) for (_, source), said in translated(language).items())
    menus = [said for source, said in pairs if "&" in source and source != "&Menu"]
    letters = Counter(said[said.index("&") + 1].casefold() for said in menus)
    assert len(menus) >= 5
    assert set(letters.values()) == {1}, letters


@pytest.mark.parametrize("language", OTHERS)
def test_what_qt_reads_says_the_same(language: str) -> None:
    translator = QTranslator()
    assert translator.load(f"{OURS}_{language}", str(shelf.assets(FOLDER)))
    said = {word: translator.translate(*word) for word in translated(language)}
    assert said == translated(language), AGAIN
