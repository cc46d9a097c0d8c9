"""Where files are: the shipped assets and lessons, and the folder of the user's own data."""

from __future__ import annotations

import os
import sys
from pathlib import Path

# In an installed package both folders lie inside it; in a checkout they lie beside it.
_PACKAGE = Path(__file__).resolve().parent
_PROGRAM = "hinge-tutor"


class MissingFile(Exception):
    """A shipped file is not where it must be; the message is one sentence for the user."""


class NoFolder(Exception):
    """There is no place for the user's own data; the message is one sentence for the user."""


def assets(*parts: str) -> Path:
    """The path of a shipped asset, for example `assets("palettes", "light.toml")`."""
    return _find("assets", parts)


def lessons(*parts: str) -> Path:
    """The path of a lesson file, for example `lessons("en", "words.toml")`."""
    return _find("lessons", parts)


def in_checkout() -> bool:
    """Whether the program runs from its source, whose lessons are somebody's to change."""
    return not (_PACKAGE / "assets").is_dir()


def user_data() -> Path:
    """The folder for settings and progress; it need not exist yet.

    `HINGE_TUTOR_DATA` names another one. Otherwise the custom of the system is followed: the XDG
    base directories, `Library/Application Support` on macOS, `%APPDATA%` on Windows. Raises
    NoFolder where that leads to the home of somebody who has none.
    """
    if (chosen := _chosen()) is not None:
        return chosen
    if sys.platform == "win32":
        return _from_environment("APPDATA", "~/AppData/Roaming") / _PROGRAM
    if sys.platform == "darwin":
        return _from_environment("", "~/Library/Application Support") / _PROGRAM
    return _from_environment("XDG_DATA_HOME", "~/.local/share") / _PROGRAM


def user_cache() -> Path:
    """The folder for what can be made again at any time; it need not exist yet.

    Inside the folder that `HINGE_TUTOR_DATA` names, or where the system has such things. Raises
    NoFolder as `user_data` does.
    """
    if (chosen := _chosen()) is not None:
        return chosen / "cache"
    if sys.platform == "win32":
        return _from_environment("LOCALAPPDATA", "~/AppData/Local") / _PROGRAM / "cache"
    if sys.platform == "darwin":
        return _from_environment("", "~/Library/Caches") / _PROGRAM
    return _from_environment("XDG_CACHE_HOME", "~/.cache") / _PROGRAM


def desktop_home() -> Path:
    """Where the desktops of Linux look for entries and icons of this user; raises NoFolder."""
    return _from_environment("XDG_DATA_HOME", "~/.local/share")


def _chosen() -> Path | None:
    chosen = os.environ.get("HINGE_TUTOR_DATA")
    if not chosen:
        return None
    return _expanded(
        chosen, f'HINGE_TUTOR_DATA is "{chosen}" and there is no such user; name a folder.'
    )


def _from_environment(name: str, otherwise: str) -> Path:
    # A relative path in these variables is invalid by the XDG rules and is to be ignored.
    value = Path(os.environ.get(name, ""))
    if value.is_absolute():
        return value
    return _expanded(
        otherwise, "You have no home folder here; name a folder of yours by HINGE_TUTOR_DATA."
    )


def _expanded(path: str, problem: str) -> Path:
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise NoFolder(problem) from None


def _find(shelf: str, parts: tuple[str, ...]) -> Path:
    # `lessons` alone would not tell: the package has a module of that name as well.
    home = _PACKAGE if (_PACKAGE / "assets").is_dir() else _PACKAGE.parent
    path = home.joinpath(shelf, *parts)
    if path.exists():
        return path
    wanted = "/".join((shelf, *parts))
    raise MissingFile(f"The file {wanted} is missing from {home}; install hinge-tutor again.")
