"""The habits of the house that ruff and mypy do not know."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from hinge_tutor import __version__

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted(
    [*(ROOT / "hinge_tutor").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "start.py"]
)
# Written apart so that this file does not hold them.
OPT_OUTS = re.compile("|".join(("type: " + "ignore", "no" + "qa", "TO" + "DO", "FIX" + "ME")))
HAZY = {"utils", "util", "common", "manager", "helper", "helpers", "misc"}
# Past 250 lines a file is usually two ideas; this far past, always.
MOST_LINES = 320


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_source_file_keeps_the_habits_of_the_house(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    opt_outs = [n for n, line in enumerate(text.splitlines(), 1) if OPT_OUTS.search(line)]
    assert opt_outs == [], "an opt-out or a promise instead of the thing itself"
    assert ast.get_docstring(ast.parse(text)), "a module opens with one plain sentence"
    assert path.stem not in HAZY, "a name that could hold anything"
    if "tests" not in path.parts:
        assert len(text.splitlines()) <= MOST_LINES or path.name == "start.py"


def test_the_changelog_and_the_version_belong_together() -> None:
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in changes or f"## [{__version__}]" in changes
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)


def test_the_broken_releases_are_excluded_where_we_install_from() -> None:
    from hinge_tutor.preflight import BROKEN_PYSIDE

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    (pyside,) = (line for line in project["dependencies"] if line.startswith("PySide6"))
    assert all(f"!={release}" in pyside for release in BROKEN_PYSIDE)
