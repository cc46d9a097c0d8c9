"""The shelf finds what is shipped and says in one sentence what is not there."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor import shelf


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder with nothing in it yet, which the shelf takes for its own."""
    package = tmp_path / "hinge_tutor"
    package.mkdir()
    monkeypatch.setattr(shelf, "_PACKAGE", package)
    return package


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x = 1\n", encoding="utf-8")
    return path


def test_a_checkout_has_its_files_beside_the_package(installed: Path) -> None:
    beside = write(installed.parent / "assets" / "body" / "spine.toml")
    assert shelf.assets("body", "spine.toml") == beside
    assert shelf.assets() == installed.parent / "assets"


def test_a_checkout_is_not_misled_by_the_module_named_lessons(installed: Path) -> None:
    write(installed / "lessons" / "course.py")
    write(installed.parent / "lessons" / "course.toml")
    assert shelf.lessons() == installed.parent / "lessons"


def test_an_installed_package_has_its_files_inside(installed: Path) -> None:
    write(installed.parent / "lessons" / "course.toml")
    write(installed / "assets" / "licenses.toml")
    inside = write(installed / "lessons" / "course.toml")
    assert shelf.lessons("course.toml") == inside
    assert shelf.lessons() == installed / "lessons"


def test_a_missing_file_is_one_sentence_that_names_it(installed: Path) -> None:
    write(installed.parent / "assets" / "other.toml")
    with pytest.raises(shelf.MissingFile) as caught:
        shelf.assets("fonts", "absent.ttf")
    sentence = str(caught.value)
    assert "assets/fonts/absent.ttf" in sentence
    assert str(installed.parent) in sentence
    assert "\n" not in sentence


def test_the_users_folder_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HINGE_TUTOR_DATA", str(tmp_path))
    assert shelf.user_data() == tmp_path
    assert shelf.user_cache() == tmp_path / "cache"


@pytest.mark.parametrize(
    ("folder", "platform", "variable", "ending"),
    [
        (shelf.user_data, "linux", "XDG_DATA_HOME", "hinge-tutor"),
        (shelf.user_data, "win32", "APPDATA", "hinge-tutor"),
        (shelf.user_data, "darwin", None, "Library/Application Support/hinge-tutor"),
        (shelf.user_cache, "linux", "XDG_CACHE_HOME", "hinge-tutor"),
        (shelf.user_cache, "win32", "LOCALAPPDATA", "hinge-tutor/cache"),
        (shelf.user_cache, "darwin", None, "Library/Caches/hinge-tutor"),
    ],
)
def test_the_users_folders_follow_the_system(
    folder: Callable[[], Path],
    platform: str,
    variable: str | None,
    ending: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.delenv("HINGE_TUTOR_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    if variable is not None:
        monkeypatch.setenv(variable, str(tmp_path))
    assert folder() == tmp_path / ending


def test_a_relative_data_variable_is_ignored(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("HINGE_TUTOR_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", "relative/folder")
    assert shelf.user_data() == tmp_path / ".local" / "share" / "hinge-tutor"


FOLDERS = (shelf.user_data, shelf.user_cache, shelf.desktop_home)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("name", ["mis datos", "Ñandú", "ユーザー", "a'b\"c"])
def test_a_name_of_a_user_may_have_any_letters(
    platform: str, name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / name
    for variable in ("HINGE_TUTOR_DATA", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("APPDATA", str(home / "Roaming"))
    monkeypatch.setenv("LOCALAPPDATA", str(home / "Local"))
    found = [folder() for folder in FOLDERS]
    assert not home.exists(), "asking makes no folder"
    assert len({*found}) == len(found)
    for each in found:
        assert home in each.parents
        each.mkdir(parents=True, exist_ok=True)
        (each / "file").write_text("here", encoding="utf-8")


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_empty_and_relative_variables_are_as_none(
    platform: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("HINGE_TUTOR_DATA", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for value in ("", ".", "some/where"):
        for variable in ("XDG_DATA_HOME", "XDG_CACHE_HOME", "APPDATA", "LOCALAPPDATA"):
            monkeypatch.setenv(variable, value)
        for folder in FOLDERS:
            assert tmp_path in folder().parents


@pytest.mark.skipif(sys.platform == "win32", reason="there the system always knows one")
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_without_a_home_one_sentence_says_what_to_do(
    platform: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody(_number: int) -> object:
        raise KeyError("nobody has this number")

    for variable in ("HINGE_TUTOR_DATA", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr("pwd.getpwuid", nobody)
    for folder in FOLDERS:
        with pytest.raises(shelf.NoFolder, match="name a folder of yours by HINGE_TUTOR_DATA"):
            folder()


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_data_and_what_can_be_made_again_lie_apart(
    platform: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("HINGE_TUTOR_DATA", raising=False)
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.delenv("APPDATA", raising=False)
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    data, cache = shelf.user_data(), shelf.user_cache()
    assert data not in (cache, *cache.parents)
    assert cache not in data.parents
