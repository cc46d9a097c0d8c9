"""Every table that figures stand on is checked, and all of their problems are told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import check, tables

ASSETS = shelf.assets()
FOLDERS = ("body", "figure", "proof")
FILES = [path for folder in FOLDERS for path in sorted((ASSETS / folder).glob("*.toml"))]


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the tables, read in place of the original."""
    for folder in FOLDERS:
        shutil.copytree(ASSETS / folder, tmp_path / folder)
    monkeypatch.setattr(shelf, "assets", tmp_path.joinpath)
    _forget()
    yield tmp_path
    _forget()


def _forget() -> None:
    for read in tables.READERS:
        clear = getattr(getattr(read, "func", read), "cache_clear", None)
        if clear is not None:
            clear()


@pytest.mark.parametrize("file", FILES, ids=lambda path: str(path.stem))
def test_a_table_that_is_cut_off_is_told(assets: Path, file: Path) -> None:
    path = assets / file.parent.name / file.name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert {problem.file for problem in tables.problems()} == {str(path)}


def test_everything_that_is_shipped_has_these_tables_in_it(
    assets: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hinge_tutor.check.content._shipped", lambda: iter(()))
    monkeypatch.setattr("hinge_tutor.check.content.shipped.problems", lambda: iter(()))
    broken = [assets / "body" / "spine.toml", assets / "figure" / "figure.toml"]
    for path in broken:
        path.write_bytes(b"")
    assert [problem.file for problem in check()] == [str(path) for path in broken]
