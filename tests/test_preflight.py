"""The preflight finds what Qt lacks before Qt can abort, with loaders and displays made up."""

from __future__ import annotations

import ctypes
import importlib.util
import socket
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hinge_tutor import preflight

linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")
EVERYTHING = {**preflight.DRAWING_LIBRARIES, **preflight.WINDOW_LIBRARIES}


def loader_without(*absent: str) -> Callable[[str], object]:
    """A loader that finds every library but these."""

    def load(library: str) -> object:
        if library in absent:
            raise OSError(f"{library}: cannot open shared object file")
        return object()

    return load


@linux_only
@pytest.mark.parametrize("package", EVERYTHING)
def test_a_missing_library_is_named_with_its_package(package: str) -> None:
    load = loader_without(EVERYTHING[package])
    assert preflight.missing(EVERYTHING, load) == (package,)


@linux_only
def test_the_sentence_about_libraries_has_the_line_to_run() -> None:
    problem = preflight.drawing_problem(loader_without("libGL.so.1", "libEGL.so.1"))
    assert problem is not None
    assert "libGL.so.1, libEGL.so.1" in problem
    assert problem.endswith("sudo apt-get install -y libgl1 libegl1")
    assert "\n" not in problem


def test_nothing_is_missing_where_all_is_there() -> None:
    assert preflight.missing(EVERYTHING, loader_without()) == ()
    assert preflight.drawing_problem(loader_without()) is None


def test_other_systems_bring_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert preflight.missing(EVERYTHING, loader_without(*EVERYTHING.values())) == ()
    assert preflight.has_display({}, loader_without())


@linux_only
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": "nonsense"},
        {"DISPLAY": ":"},
        {"DISPLAY": ":99999"},
        {"DISPLAY": "/no/such/socket:0"},
        {"WAYLAND_DISPLAY": "wayland-77"},
        {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/no/such/folder"},
        {"WAYLAND_DISPLAY": "x" * 300, "XDG_RUNTIME_DIR": "/"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
    ],
    ids=str,
)
def test_a_display_that_does_not_answer_is_none(environment: dict[str, str]) -> None:
    assert not preflight.has_display(environment, loader_without())
    problem = preflight.window_problem(environment, loader_without())
    assert problem == "There is no screen here to open a window on."


@linux_only
def test_a_wayland_socket_that_answers_is_a_display(tmp_path: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)}
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert preflight.has_display(environment, loader_without())
        assert not preflight.needs_x11(environment)
        absent = loader_without("libxcb-cursor.so.0")
        assert preflight.window_problem(environment, absent) is None


@linux_only
def test_an_x_server_needs_the_libraries_of_x(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "launch:0"))
        server.listen()
        environment = {"DISPLAY": f"{tmp_path}/launch:0"}
        assert preflight.window_problem(environment, loader_without()) is None
        problem = preflight.window_problem(environment, loader_without("libxcb-cursor.so.0"))
    assert problem is not None
    assert problem.endswith("sudo apt-get install -y libxcb-cursor0")


class Server:
    """Stands in for libX11: refuses so many times, then takes everybody."""

    def __init__(self, refusals: int) -> None:
        self.asked = 0
        self.refusals = refusals

    def open(self, _display: bytes) -> int:
        """A connection's address, or none."""
        self.asked += 1
        return 0 if self.asked <= self.refusals else 1


@linux_only
@pytest.mark.parametrize(("refusals", "taken"), [(0, True), (2, True), (9, False)])
def test_a_server_that_starts_anew_is_asked_again(
    refusals: int, taken: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(refusals)

    def ask(display: bytes) -> int:
        return server.open(display)

    library = ctypes.CDLL(None)
    monkeypatch.setattr(library, "XOpenDisplay", ask, raising=False)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    assert preflight._x11_lets_in(":0", library) is taken


def test_a_platform_chosen_by_name_needs_no_display() -> None:
    assert preflight.has_display({"QT_QPA_PLATFORM": "offscreen"}, loader_without())
    assert preflight.has_display({"QT_QPA_PLATFORM": "vnc:size=800x600"}, loader_without())


@linux_only
@pytest.mark.parametrize(
    "chosen", ["nope", "eglfs", "linuxfb:fb=/x", "minimalegl", ";", "nope;xcb"]
)
def test_a_platform_that_aborts_is_refused(chosen: str) -> None:
    problem = preflight.window_problem({"QT_QPA_PLATFORM": chosen}, loader_without())
    assert problem is not None
    assert problem.startswith(f'QT_QPA_PLATFORM is "{chosen}", and no window can be opened')
    assert "xcb, wayland, wayland-egl, offscreen" in problem


@linux_only
@pytest.mark.parametrize(
    "chosen", ["offscreen", "vnc:size=800x600", "xcb;offscreen", "OFFSCREEN", ";minimal"]
)
def test_a_platform_that_works_is_not_refused(chosen: str) -> None:
    assert preflight.window_problem({"QT_QPA_PLATFORM": chosen}, loader_without()) is None


@pytest.mark.parametrize("folder", ["/a;b/PySide6", "/a,b/PySide6", '/a"b/PySide6'])
def test_a_folder_that_qt_cannot_work_from_is_refused(folder: str) -> None:
    problem = preflight.unreadable_path(folder)
    assert problem is not None
    assert f"because of the {folder[2]} in its path" in problem
    assert preflight.unreadable_path("/a b/é:#%41$HOME/PySide6") is None


@pytest.mark.parametrize(
    ("pyside", "python", "broken"),
    [
        ("6.11.3", (3, 11), False),
        ("6.12.0", (3, 11), True),
        ("6.12.0", (3, 12), False),
        ("6.10.1", (3, 11), True),
        ("6.10.1", (3, 13), True),
        ("6.9.0", (3, 11), False),
    ],
)
def test_pairs_that_are_known_to_crash_are_refused(
    pyside: str, python: tuple[int, int], broken: bool
) -> None:
    sentence = preflight.broken_pair(pyside, python)
    assert (sentence is not None) == broken
    assert sentence is None or (f"PySide6 {pyside}" in sentence and "\n" not in sentence)


def test_the_release_is_read_without_importing_it(tmp_path: Path) -> None:
    assert preflight._release(tmp_path) == ""
    (tmp_path / "_config.py").write_text('built = []\nversion = "6.12.0"\n', encoding="utf-8")
    assert preflight._release(tmp_path) == "6.12.0"


def test_a_missing_pyside_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    problem = preflight.drawing_problem(loader_without())
    assert problem is not None
    assert problem.startswith("PySide6 is not installed")


def test_this_very_pair_is_not_refused() -> None:
    assert preflight.drawing_problem(loader_without()) is None
