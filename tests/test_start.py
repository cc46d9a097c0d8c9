"""start.py says what stands in the way in one sentence, and installs again only when it must."""

from __future__ import annotations

import ast
import contextlib
import errno
import importlib.util
import os
import shutil
import sys
import types
from pathlib import Path

import pytest

import start
from hinge_tutor import preflight

ROOT = Path(__file__).resolve().parent.parent
# Cut off between two functions, it is still a module.
CUT_OFF = (ROOT / "hinge_tutor" / "preflight.py").read_text(encoding="utf-8").rpartition("def ")[0]
# The fixture puts another in its place.
REAL_MAKE = start.make_environment
SOURCE = (ROOT / "start.py").read_text(encoding="utf-8")


class Shell:
    """Stands in for every process that start.py would run: it notes them and gives codes back."""

    def __init__(self) -> None:
        self.commands: list[str] = []
        self.codes: dict[str, int] = {}
        self.said = ""
        self.gone: set[str] = set()
        self.environments = 0

    def has(self, packages: tuple[str, ...]) -> bool:
        """Whether .venv is there with these packages."""
        return start.ENVIRONMENT.is_dir() and not self.gone & set(packages)

    def make(self) -> None:
        """A fresh .venv."""
        start.ENVIRONMENT.mkdir(exist_ok=True)
        self.gone.clear()
        self.environments += 1

    def answer(self, command: list[str], *_: object, **__: object) -> int:
        """The code set for the first known word in the command."""
        line = " ".join(command)
        self.commands.append(line)
        return next((code for word, code in self.codes.items() if word in line), 0)

    def heard(self, command: list[str]) -> tuple[int, str]:
        """The same for a command whose output is wanted."""
        return self.answer(command), self.said


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    """A copy of the project's outside in an empty folder, on a system where nothing is real."""
    made = Shell()
    (tmp_path / "hinge_tutor").mkdir()
    shutil.copy(ROOT / "hinge_tutor" / "preflight.py", tmp_path / "hinge_tutor")
    (tmp_path / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(start, "STAMP", tmp_path / ".venv" / "installed.txt")
    monkeypatch.setattr(start, "TOUR", tmp_path / "tour")
    monkeypatch.setattr(start, "call", made.answer)
    monkeypatch.setattr(start, "quiet", made.answer)
    monkeypatch.setattr(start, "heard", made.heard)
    monkeypatch.setattr(start, "environment_runs", made.has)
    monkeypatch.setattr(start, "make_environment", made.make)
    monkeypatch.setattr(start, "load_preflight", lambda: checks(missing=(), display=True))
    return made


def checks(missing: tuple[str, ...], display: bool) -> types.SimpleNamespace:
    """A preflight that finds these packages missing and this display."""
    return types.SimpleNamespace(
        DRAWING_LIBRARIES=preflight.DRAWING_LIBRARIES,
        WINDOW_LIBRARIES=preflight.WINDOW_LIBRARIES,
        missing=lambda libraries: tuple(name for name in missing if name in libraries),
        has_display=lambda: display,
        needs_x11=lambda: True,
        install_line=preflight.install_line,
        unreadable_path=preflight.unreadable_path,
    )


def test_an_older_python_can_read_it() -> None:
    ast.parse(SOURCE, feature_version=(3, 6))
    assert "from __future__" not in SOURCE


@pytest.mark.parametrize("minor", [6, 8, 10])
def test_an_older_python_says_that_it_is_too_old(
    minor: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, minor, 1))
    assert start.main([]) == 1
    said = capsys.readouterr().err
    assert f"needs Python 3.11 or newer and this is Python 3.{minor}" in said
    assert said.count("\n") == 1


def test_the_first_run_installs_and_the_second_does_not(shell: Shell) -> None:
    assert start.main(["list"]) == 0
    assert [("pip" in line, "-m hinge_tutor list" in line) for line in shell.commands] == [
        (True, False),
        (False, True),
    ]
    shell.commands.clear()
    assert start.main(["list"]) == 0
    assert not any("pip" in line for line in shell.commands)


def test_a_changed_project_file_is_installed_again(shell: Shell) -> None:
    start.main(["list"])
    (start.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    shell.commands.clear()
    start.main(["list"])
    assert any("pip install" in line for line in shell.commands)


def test_an_installation_that_was_cut_off_is_done_again(shell: Shell) -> None:
    shell.codes = {"pip install": 1}
    assert start.main(["list"]) == 1
    assert not any("-m hinge_tutor" in line for line in shell.commands)
    shell.codes = {}
    assert start.main(["list"]) == 0
    assert shell.commands[-1].endswith("-m hinge_tutor list")


def test_tests_install_their_extra_once_and_keep_it(shell: Shell) -> None:
    start.main(["list"])
    shell.commands.clear()
    assert start.main(["test"]) == 0
    assert "[test]" in shell.commands[0]
    assert "pytest -n 2" in shell.commands[-1]
    (start.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    shell.commands.clear()
    start.main(["list"])
    assert "[test]" in shell.commands[0]


def test_test_runs_all_four_and_fails_if_one_does(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.codes = {"mypy": 1}
    assert start.main(["test"]) == 1
    for tool in ("ruff check", "ruff format --check", "mypy", "pytest"):
        assert any(tool in line for line in shell.commands)
    assert shell.commands[-1].endswith("pytest -n 2")
    # The closing line of pytest stays the last one.
    said = capsys.readouterr().err
    assert said.endswith("These have something to say above: mypy.\n== pytest\n")


def test_arguments_of_test_go_to_pytest_alone(shell: Shell) -> None:
    start.main(["test", "-k", "hinge"])
    assert shell.commands[-1].endswith("-m pytest -n 2 -k hinge")
    assert not any("mypy" in line for line in shell.commands)


def test_without_a_screen_the_lesson_is_written_as_pictures(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "load_preflight", lambda: checks(missing=(), display=False))
    assert start.main([]) == 0
    assert f"-m hinge_tutor tour --out {start.TOUR}" in shell.commands[-1]
    said = capsys.readouterr().err
    assert "There is no screen to open a window on" in said
    assert str(start.TOUR / "index.html") in said
    assert "python3 start.py analyze" in said


@pytest.mark.parametrize("broken", ["pip install", "-m hinge_tutor"])
def test_a_failed_step_gives_its_code_on(shell: Shell, broken: str) -> None:
    shell.codes = {broken: 3}
    assert start.main(["list"]) != 0


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("NewConnectionError: [Errno -3]", "The network cannot be reached"),
        ("ERROR: No matching distribution found for x", "is not made for this system"),
        ("ERROR: disk is full", "did not succeed: disk is full; start again"),
        ("something else", "pip does not say why"),
        ("ERROR: No matching distribution found for hatchling>=1.26", "network cannot be reached"),
        ("ProxyError('Cannot connect to proxy.')", "network cannot be reached"),
    ],
)
def test_an_installation_that_fails_says_why(
    said: str, sentence: str, shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    shell.codes, shell.said = {"pip install": 1}, said
    assert start.main(["list"]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert sentence in lines[-1]
    # What pip says is kept in a file, never poured out.
    assert not any(line.startswith(("ERROR", "something")) for line in lines)


def test_a_folder_that_cannot_be_written_to_is_one_sentence(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "is_writable", lambda _: False)
    assert start.main(["list"]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert shell.commands == []


def test_root_installs_missing_libraries_and_says_which(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = checks(missing=("libgl1", "libxcb-cursor0"), display=True)
    monkeypatch.setattr(start, "load_preflight", lambda: found)
    monkeypatch.setattr(start, "has_apt", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    start.main([])
    assert "Installing with apt-get: libgl1 libxcb-cursor0" in capsys.readouterr().err
    assert any("apt-get -qq install -y" in line for line in shell.commands)
    shell.commands.clear()
    start.main(["list"])
    assert not any("libxcb-cursor0" in line for line in shell.commands)


@pytest.mark.parametrize(
    ("apt", "said"),
    [
        (True, "to install them run: sudo apt-get install -y libgl1"),
        (False, "install those that hold: libGL.so.1"),
    ],
)
def test_who_may_not_install_is_told_the_line(
    apt: bool,
    said: str,
    shell: Shell,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = checks(missing=("libgl1",), display=True)
    monkeypatch.setattr(start, "load_preflight", lambda: found)
    monkeypatch.setattr(start, "has_apt", lambda: apt)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/sudo")
    shell.codes = {"sudo -n true": 1}
    assert start.main(["list"]) == 0
    assert said in capsys.readouterr().err
    assert shell.commands[-1].endswith("-m hinge_tutor list")


def test_tests_are_not_begun_without_the_libraries_they_draw_with(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = checks(missing=("libgl1",), display=False)
    monkeypatch.setattr(start, "load_preflight", lambda: found)
    monkeypatch.setattr(start, "has_apt", lambda: False)
    assert start.main(["test"]) == 1
    assert shell.commands == []
    assert capsys.readouterr().err.count("\n") == 2


@pytest.mark.parametrize("holds", ["precious", "bin", "Scripts"])
def test_what_is_not_an_environment_is_never_cleared(
    holds: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    precious = tmp_path / ".venv" / holds / "precious"
    precious.parent.mkdir(parents=True)
    precious.write_text("mine", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "ENVIRONMENT", tmp_path / ".venv")
    with pytest.raises(start.Refusal, match="is not a virtual environment"):
        start.make_environment()
    assert precious.read_text(encoding="utf-8") == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_what_a_link_leads_to_is_never_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere" / "bin").mkdir(parents=True)
    cfg = tmp_path / "elsewhere" / "pyvenv.cfg"
    cfg.write_text("mine", encoding="utf-8")
    (tmp_path / ".venv").symlink_to(tmp_path / "elsewhere")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    monkeypatch.setattr(start, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(start, "heard", lambda _: pytest.fail("something was run"))
    with pytest.raises(start.Refusal, match="is not a virtual environment of this folder"):
        start.make_environment()
    assert cfg.read_text(encoding="utf-8") == "mine"


def test_a_package_that_was_removed_by_hand_is_installed_again(
    shell: Shell, capsys: pytest.CaptureFixture[str]
) -> None:
    start.main(["list"])
    shell.commands.clear()
    shell.gone = {"numpy"}
    assert start.main(["list"]) == 0
    assert shell.environments == 2
    assert any("pip install" in line for line in shell.commands)
    assert "Something is gone from" in capsys.readouterr().err


def test_traces_that_pip_takes_for_a_package_are_cleared(shell: Shell) -> None:
    start.main(["list"])
    (start.ROOT / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    shell.gone = {"PySide6"}
    assert start.main(["list"]) == 0
    assert shell.environments == 2
    assert start.environment_runs(start.NEEDED)


@pytest.mark.parametrize(
    ("packages", "runs"),
    [((), True), (("numpy", "PIL"), True), (("numpy", "no_such_package"), False)],
)
def test_an_environment_is_asked_for_its_packages(
    packages: tuple[str, ...], runs: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pyvenv.cfg").write_text("", encoding="utf-8")
    monkeypatch.setattr(start, "ENVIRONMENT", tmp_path)
    monkeypatch.setattr(start, "python", lambda: sys.executable)
    assert start.environment_runs(packages) is runs


def test_what_lies_in_the_users_folder_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("numbers.py", "pip.py", "hinge_tutor/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("raise SystemExit(7)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(start, "python", lambda: sys.executable)
    assert start.tutor(["list", "movements"]) != 7
    assert "PYTHONPATH" not in start.environment()


@pytest.mark.parametrize("stamp", [b"\xff\xfe", b"", b"nonsense test"])
def test_a_damaged_stamp_is_one_installation_more(shell: Shell, stamp: bytes) -> None:
    start.main(["list"])
    start.STAMP.write_bytes(stamp)
    shell.commands.clear()
    assert start.main(["list"]) == 0
    assert any("pip install" in line for line in shell.commands)


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
def test_a_folder_whose_name_is_not_utf_8_has_a_fingerprint(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del shell
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe9"))
    odd.mkdir()
    (odd / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", odd)
    assert len(start.fingerprint()) == 64
    monkeypatch.setattr(start, "ENVIRONMENT", odd / ".venv")
    with pytest.raises(start.Refusal, match="rename it"):
        REAL_MAKE()


def test_nothing_is_installed_where_qt_could_not_work(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "ENVIRONMENT", start.ROOT / "a;b" / ".venv")
    assert start.main([]) == 1
    assert "because of the ; in its path" in capsys.readouterr().err
    assert shell.commands == []


@pytest.mark.parametrize(
    "text", ["", CUT_OFF, "def missing(", "import no_such_module", "1 / 0"], ids=len
)
def test_a_damaged_preflight_is_one_sentence(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hinge_tutor").mkdir()
    (tmp_path / "hinge_tutor" / "preflight.py").write_text(text, encoding="utf-8")
    monkeypatch.setattr(start, "ROOT", tmp_path)
    assert start.main(["list"]) == 1
    said = capsys.readouterr().err
    assert "preflight.py is damaged" in said
    assert said.count("\n") == 1


def test_a_long_silence_is_broken(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "SILENCE_S", 0.05)
    code = "import sys, time; time.sleep(0.5); print('done'); sys.exit(3)"
    assert start.heard([sys.executable, "-c", code]) == (3, "done\n")
    assert "still at it" in capsys.readouterr().err


def test_a_python_without_venv_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(start, "has_apt", lambda: False)
    with pytest.raises(start.Refusal, match=r"apt-get install -y python3\.\d+-venv"):
        start.provide_venv_module()


def test_a_full_disk_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_: list[str]) -> int:
        raise OSError(errno.ENOSPC, "No space left on device", "installed.txt")

    monkeypatch.setattr(start, "run", full)
    assert start.main([]) == 1
    assert capsys.readouterr().err == "installed.txt: no space left on device.\n"


def test_interrupting_is_quiet(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(start, "run", interrupted)
    assert start.main([]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_a_child_that_dies_of_a_signal_gets_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with contextlib.suppress(start.Refusal):
        assert start.finished(-6) == 134
    assert "ended by signal 6" in capsys.readouterr().err
