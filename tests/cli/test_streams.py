"""A start in odd surroundings: closed streams, missing packages, Ctrl+C before anything."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# A program that says one sentence and has not ended by then waits for something.
HANGS_S = 120
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="shells of POSIX")


def run(program: str, *arguments: str, shell: str = "") -> subprocess.CompletedProcess[str]:
    """Our program, begun by `program` in a fresh Python; with a redirection if that is given."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    command: list[str] = [sys.executable, *program.split(), *arguments]
    if shell:
        command = ["sh", "-c", f'exec "$@" {shell}', "sh", *command]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=HANGS_S
    )


@posix_only
@pytest.mark.parametrize("closed", [">&-", ">&- 2>&-"])
def test_closed_streams_are_no_problem(closed: str, tmp_path: Path) -> None:
    done = run("-m hinge_tutor", "list", shell=closed)
    assert (done.returncode, done.stderr) == (0, "")
    file = tmp_path / "a.json"
    assert run("-m hinge_tutor", "body", "--json", str(file), shell=closed).returncode == 0
    assert file.read_text(encoding="utf-8").startswith("{")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", ["list", "--version", "--help", "body --json -"])
def test_output_that_does_not_arrive_is_one_sentence(arguments: str) -> None:
    done = run("-m hinge_tutor", *arguments.split(), shell=">/dev/full")
    assert done.returncode == 2
    assert done.stderr == "The output: no space left on device.\n"


EARLY = """
import signal, sys
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "numpy":
            {}
sys.meta_path.insert(0, Finder())
from hinge_tutor.__main__ import start
sys.exit(start())
"""


@pytest.mark.parametrize(
    ("problem", "code", "said"),
    [
        ("signal.raise_signal(signal.SIGINT)", 130, "Stopped.\n"),
        ("raise ModuleNotFoundError('No module', name=name)", 2, "numpy is missing or damaged in "),
    ],
)
def test_what_happens_while_we_are_loaded_is_one_sentence(
    problem: str, code: int, said: str, tmp_path: Path
) -> None:
    (tmp_path / "early.py").write_text(EARLY.format(problem), encoding="utf-8")
    done = run(str(tmp_path / "early.py"))
    assert done.returncode == code
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
