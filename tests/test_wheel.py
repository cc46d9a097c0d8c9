"""The wheel holds what it must and nothing else, and works from any folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# What a checkout may hold and nobody may receive.
STRAYS = (
    "assets/.hidden.toml",
    "assets/body/.DS_Store",
    "assets/body/measurements.xlsx",
    "lessons/en/.draft.md.swp",
    "lessons/en/.private.md",
    "lessons/en/notes~",
    "lessons/.git/config.toml",
    "hinge_tutor/.env.py",
    "hinge_tutor/secret.env",
    "hinge_tutor/body/__pycache__/stale.cpython-311.pyc",
    "hinge_tutor/body/__pycache__/stale.py",
    "tour/index.html",
)
SUFFIXES = {
    ".py",
    ".typed",
    ".toml",
    ".svg",
    ".ttf",
    ".txt",
    ".md",
    ".pack",
    ".qm",
    ".desktop",
    ".xml",
}


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with strays in it."""
    folder = tmp_path_factory.mktemp("checkout")
    outside = ("pyproject.toml", "README.md", "LICENSE", ".gitignore")
    for name in ("hinge_tutor", "assets", "lessons"):
        shutil.copytree(ROOT / name, folder / name)
    for name in outside:
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, folder)
    for stray in STRAYS:
        (folder / stray).parent.mkdir(parents=True, exist_ok=True)
        (folder / stray).write_text("stray = 1\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from that copy."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, checkout)
    (made,) = out.glob("hinge_tutor-*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that the wheel is installed in, without what it depends on."""
    target = tmp_path_factory.mktemp("installed")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", "--target", target, wheel)
    return target


def run(*command: object, **settings: object) -> str:
    """The output of a command that must succeed."""
    folder, environment = settings.get("folder"), settings.get("environment")
    done = subprocess.run(
        [str(word) for word in command],
        cwd=folder if isinstance(folder, Path) else None,
        env=environment if isinstance(environment, dict) else None,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def expected() -> set[str]:
    """The shipped files of the real tree as they are named inside a wheel."""
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "hinge_tutor").rglob("*")
        if path.suffix in {".py", ".typed"} and "__pycache__" not in path.parts
    }
    for shelf in ("assets", "lessons"):
        found |= {
            "hinge_tutor/" + path.relative_to(ROOT).as_posix()
            for path in (ROOT / shelf).rglob("*")
            if path.suffix in SUFFIXES and not path.name.startswith(".")
        }
    return found


@pytest.mark.slow
def test_the_wheel_holds_all_that_is_shipped_and_no_stray(wheel: Path) -> None:
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert names == expected()


@pytest.mark.slow
def test_no_asset_has_a_suffix_that_would_be_left_behind() -> None:
    # The pictures of the README are for its readers only; a .ts is what its .qm is made of.
    for shelf in ("assets", "lessons"):
        left = [
            path
            for path in (ROOT / shelf).rglob("*")
            if path.is_file()
            and path.suffix not in {*SUFFIXES, ".ts"}
            and not path.name.startswith(".")
            and path.parent != ROOT / "assets" / "pictures"
        ]
        assert left == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "said"),
    [("check", "All content is right."), ("list", "hip-hinge"), ("--version", "hinge-tutor ")],
)
def test_the_installed_program_works_from_any_folder(
    command: str, said: str, installed: Path, tmp_path: Path
) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    python = (sys.executable, "-c")
    place = run(*python, "import hinge_tutor; print(hinge_tutor.__file__)", environment=environment)
    assert str(installed) in place
    out = run(
        *(sys.executable, "-m", "hinge_tutor", command), folder=tmp_path, environment=environment
    )
    assert said in out


@pytest.mark.slow
def test_the_installed_program_has_its_command(installed: Path) -> None:
    assert any((installed / "bin").glob("hinge-tutor*"))
