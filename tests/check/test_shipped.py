"""What is shipped beside lessons and numbers is looked at as well, and each fault is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import check, shipped

ASSETS = shelf.assets()


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of what is shipped, found in place of the original."""
    copy = tmp_path / "assets"
    shutil.copytree(ASSETS, copy)

    def find(*parts: str) -> Path:
        path = copy.joinpath(*parts)
        if not path.exists():
            raise shelf.MissingFile(f"The file {path} is missing.")
        return path

    monkeypatch.setattr(shelf, "assets", find)
    return copy


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _swap(right: str, wrong: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert right in text
        path.write_text(text.replace(right, wrong, 1), encoding="utf-8")

    return change


@pytest.mark.usefixtures("assets")
def test_what_is_shipped_is_right() -> None:
    assert list(shipped.problems()) == []


@pytest.mark.parametrize(
    ("file", "fault", "said"),
    [
        ("fonts/Inter-Bold.ttf", Path.unlink, "this file is missing"),
        ("fonts/Inter-Bold.ttf", _cut, "no whole TrueType font"),
        ("palettes/dark.toml", Path.unlink, "this file is missing"),
        ("palettes/dark.toml", _swap("skin =", "skni ="), "roles needs a color"),
        ("palettes/dark.toml", _swap("skin =", "skin "), "a name without a value"),
        ("icons/play.svg", Path.unlink, "this file is missing"),
        ("icons/play.svg", _cut, "this is no SVG"),
        ("icons/play.svg", _swap("svg", "sgv"), "SVG"),
        ("licenses.toml", Path.unlink, "this file is missing"),
        ("licenses.toml", _swap("fonts/Inter-Bold.ttf", "fonts/Bold.ttf"), "fonts/Bold.ttf below"),
        ("licenses.toml", _swap(', "fonts/Inter-Bold.ttf"', ""), "Inter-Bold.ttf has no license"),
        ("licenses.toml", _swap('license = "OFL-1.1"', ""), "license is missing"),
    ],
)
def test_a_fault_in_what_is_shipped_is_told(
    file: str, fault: Callable[[Path], None], said: str, assets: Path
) -> None:
    fault(assets / file)
    told = [str(problem) for problem in shipped.problems()]
    assert told
    assert all(Path(file).name in problem for problem in told)
    assert any(said in problem for problem in told), told


@pytest.mark.slow
def test_the_whole_check_looks_at_it(assets: Path) -> None:
    (assets / "icons" / "play.svg").unlink()
    assert [problem.file for problem in check()] == ["assets/icons/play.svg"]


def test_every_icon_that_is_shipped_is_looked_at() -> None:
    assert {path.stem for path in (ASSETS / "icons").glob("*.svg")} == set(shipped.ICONS)
