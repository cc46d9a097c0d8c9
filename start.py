#!/usr/bin/env python3
"""Set up hinge-tutor beside this file when that is needed, and run it.

    python3 start.py            open the tutor
    python3 start.py test       run everything a change must pass
    python3 start.py COMMAND    any command of hinge-tutor, for example: check, list, analyze squat

Only the standard library is used. An older Python must be able to read this file in order to say
that it is too old: no syntax newer than 3.6, and type hints that nobody evaluates.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import types
from pathlib import Path
from typing import Dict, List, Optional, Tuple

OLDEST_PYTHON = (3, 11)

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
# Written last, so that an installation that was cut off is done again.
STAMP = ENVIRONMENT / "installed.txt"
TOUR = ROOT / "tour"
# What is asked of hinge_tutor/preflight.py; the last one ends it, so that it was not cut off.
ASKED_OF_PREFLIGHT = (
    "DRAWING_LIBRARIES",
    "WINDOW_LIBRARIES",
    "has_display",
    "install_line",
    "missing",
    "needs_x11",
    "unreadable_path",
    "_connects",
)
# So long a silence makes people wonder; then a line says that work goes on.
SILENCE_S = 30

# What hinge-tutor imports, and what its tests are run with.
NEEDED = ("hinge_tutor", "numpy", "PIL", "PySide6", "shiboken6")
NEEDED_BY_TESTS = ("pytest", "pytestqt", "xdist", "hypothesis", "mypy", "ruff")

# Asked inside .venv: whether Python is new enough and has pip, and then whether each package that
# is named is there whole; a folder that lost its files is still found, but nowhere.
QUESTION = """
import sys, pip
from importlib.util import find_spec
sys.exit(sys.version_info < {!r} or not all(getattr(find_spec(n), "origin", 0) for n in {!r}))
"""

# What pip says when it cannot reach anything, through a proxy or by itself, or may not. The last
# is for every system there is, so only an index that is out of reach can lack it.
NO_NETWORK = (
    "NameResolutionError",
    "NewConnectionError",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "No route to host",
    "ConnectTimeout",
    "ReadTimeout",
    "timed out",
    "Connection refused",
    "connection broken",
    "getaddrinfo failed",
    "ProxyError",
    "Invalid proxy URL",
    "Proxy URL had no",
    "Max retries exceeded",
    "No matching distribution found for hatchling",
)
# ... and when it reaches everything but finds no build for this system.
NO_BUILD = "No matching distribution found"

WITHOUT_A_SCREEN = """Without a screen these work as well:
  python3 start.py list                            lessons, movements, bodies
  python3 start.py analyze hip-hinge               the loads and efforts of a movement
  python3 start.py render squat --out squat.gif    a movement as a clip or a picture
  python3 start.py check                           proves that the content is right
  python3 start.py test                            runs the tests"""


class Refusal(Exception):
    """What stands in the way, as one sentence for the user."""


def main(arguments: List[str]) -> int:
    """Set up what is missing, then do what was asked; the exit code for the shell."""
    if sys.version_info < OLDEST_PYTHON:
        found = "{}.{}".format(*sys.version_info[:2])
        say(
            "hinge-tutor needs Python 3.11 or newer and this is Python " + found + "; "
            "install a newer one and run it with: " + newer_python() + " start.py"
        )
        return 1
    try:
        return run(arguments)
    except Refusal as refusal:
        say(str(refusal))
        return 1
    except OSError as error:
        what = error.filename or "Setting up"
        say("{}: {}.".format(what, (error.strerror or str(error)).lower()))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130


def newer_python() -> str:
    """The name of a Python that is new enough: one that is here, if any is."""
    names = ["python3.{}".format(minor) for minor in range(OLDEST_PYTHON[1], 20)]
    return next((name for name in names if shutil.which(name)), names[0])


def run(arguments: List[str]) -> int:
    """What `main` does once the Python is new enough."""
    testing = arguments[:1] == ["test"]
    preflight = load_preflight()
    problem = preflight.unreadable_path(str(ENVIRONMENT))
    if problem:
        raise Refusal(problem)
    opening = not arguments or arguments[0].startswith("-")
    displayed = preflight.has_display()
    provide_system_packages(preflight, window=opening and displayed)
    if testing and preflight.missing(preflight.DRAWING_LIBRARIES):
        raise Refusal("The tests draw with Qt, so they cannot run before that.")
    provide_environment(testing)
    if testing:
        return test(arguments[1:])
    if not arguments and not displayed:
        return tour_instead()
    return tutor(arguments)


def say(sentence: str) -> None:
    """One line to the user, apart from what the command itself prints."""
    print(sentence, file=sys.stderr, flush=True)


def load_preflight() -> types.ModuleType:
    """The package's own check of libraries and display, before the package can be imported."""
    path = ROOT / "hinge_tutor" / "preflight.py"
    spec = importlib.util.spec_from_file_location("preflight", str(path))
    if spec is None or spec.loader is None or not path.is_file():
        raise Refusal("hinge_tutor/preflight.py is missing; get a whole copy of hinge-tutor.")
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:
        lacks = True
    else:
        lacks = not all(hasattr(module, name) for name in ASKED_OF_PREFLIGHT)
    if lacks:
        raise Refusal("hinge_tutor/preflight.py is damaged; get a whole copy of hinge-tutor.")
    return module


# -- what is run --------------------------------------------------------------------------------


def tutor(arguments: List[str]) -> int:
    """Hand over to the program itself, in the folder the user is in."""
    # Without -P a numpy.py that happens to lie in that folder would be run in numpy's place.
    return finished(call([python(), "-P", "-m", "hinge_tutor", *arguments]))


def tour_instead() -> int:
    """The main job without a screen: the first lesson as pictures with an index page."""
    say("There is no screen to open a window on; the first lesson is written as pictures instead.")
    folder = TOUR if is_writable(ROOT) else Path(tempfile.mkdtemp(prefix="hinge-tutor-"))
    code = tutor(["tour", "--out", str(folder)])
    if code == 0:
        say("Open this page in any browser: " + str(folder / "index.html"))
        say(WITHOUT_A_SCREEN)
    return code


def test(arguments: List[str]) -> int:
    """Lint, types and tests; with arguments, only the tests they choose. pytest speaks last."""
    failed = []
    if not arguments:
        for name, command in (
            ("ruff check", ["ruff", "check", "."]),
            ("ruff format", ["ruff", "format", "--check", "."]),
            ("mypy", ["mypy"]),
        ):
            say("== " + name)
            if call([python(), "-m", *command], ROOT) != 0:
                failed.append(name)
    if failed:
        say("These have something to say above: " + ", ".join(failed) + ".")
    say("== pytest")
    code = finished(call([python(), "-m", "pytest", "-n", "2", *arguments], ROOT))
    return code or int(bool(failed))


def call(command: List[str], folder: Optional[Path] = None) -> int:
    """Run a command with our own input and output; on Ctrl+C let it end by itself."""
    with subprocess.Popen(command, cwd=folder and str(folder), env=environment()) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            # The child was told as well and is closing its files.
            child.wait()
            raise


def heard(command: List[str]) -> Tuple[int, str]:
    """Run a command in our folder and in silence; its exit code and all it said."""
    with subprocess.Popen(
        command,
        cwd=str(ROOT),
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        universal_newlines=True,
        errors="replace",
    ) as child:
        while True:
            try:
                said = child.communicate(timeout=SILENCE_S)[0]
            except subprocess.TimeoutExpired:
                say("... still at it")
            else:
                return child.returncode, said


def finished(code: int) -> int:
    """The exit code to give back; a child that was killed gets a sentence."""
    if code < 0:
        say("hinge-tutor was ended by signal {}.".format(-code))
        return 128 - code
    return code


def environment() -> Dict[str, str]:
    """The environment for what is run in .venv, without settings that would lead out of it."""
    foreign = ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "__PYVENV_LAUNCHER__")
    elsewhere = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX")
    return {name: value for name, value in os.environ.items() if name not in foreign + elsewhere}


# -- the virtual environment --------------------------------------------------------------------


def python() -> str:
    """The Python inside .venv."""
    if os.name == "nt":
        return str(ENVIRONMENT / "Scripts" / "python.exe")
    return str(ENVIRONMENT / "bin" / "python")


def provide_environment(testing: bool) -> None:
    """Make .venv and install the project there, unless that has been done for this version."""
    wanted = fingerprint()
    told = STAMP.read_bytes().decode("utf-8", "replace") if STAMP.is_file() else ""
    installed = told.split()
    tested = installed[1:] == ["test"]
    done = installed[:1] == [wanted] and (tested or not testing)
    needed = NEEDED + NEEDED_BY_TESTS * testing
    if done and environment_runs(needed):
        return
    if not is_writable(ROOT):
        raise Refusal(
            "hinge-tutor cannot set itself up because " + str(ROOT) + " cannot be written to; "
            "copy it to a folder of your own and run start.py there."
        )
    if STAMP.is_file():
        STAMP.unlink()
    if done:
        say("Something is gone from " + str(ENVIRONMENT) + ", so it is made again.")
    extra = "[test]" if testing or tested else ""
    fresh = done or not environment_runs(())
    if fresh:
        make_environment()
    install(extra)
    if not fresh and not environment_runs(needed):
        # What was installed and is gone leaves traces that pip takes for the thing itself.
        make_environment()
        install(extra)
    STAMP.write_text(wanted + (" test" if extra else "") + "\n", encoding="utf-8")


def fingerprint() -> str:
    """What an installation depends on: the project file and this folder."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), os.fsencode(str(ROOT))]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def environment_runs(packages: Tuple[str, ...]) -> bool:
    """Whether .venv has a Python that starts and is new enough, and these packages."""
    if not (ENVIRONMENT / "pyvenv.cfg").is_file() or not Path(python()).exists():
        return False
    try:
        return heard([python(), "-P", "-c", QUESTION.format(OLDEST_PYTHON, packages)])[0] == 0
    except OSError:
        return False


def make_environment() -> None:
    """A fresh .venv in place of a broken one; never in place of something that is not one."""
    if os.path.lexists(str(ENVIRONMENT)):
        # To clear what a link leads to would empty a folder somewhere else.
        ours = ENVIRONMENT.is_dir() and ENVIRONMENT.resolve() == ROOT.resolve() / ENVIRONMENT.name
        filled = not ours or any(ENVIRONMENT.iterdir())
        if filled and not (ours and (ENVIRONMENT / "pyvenv.cfg").is_file()):
            raise Refusal(
                str(ENVIRONMENT) + " is not a virtual environment of this folder; "
                "move it away and start again."
            )
    try:
        str(ROOT).encode("utf-8")
    except UnicodeEncodeError:
        raise Refusal(
            "No virtual environment can be made in this folder, because its name {!r} is not "
            "UTF-8; rename it and start again.".format(str(ROOT))
        ) from None
    provide_venv_module()
    say("Making a virtual environment in " + str(ENVIRONMENT) + " ...")
    command = [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    code, said = heard(command)
    if code != 0:
        last = (said.strip().splitlines() or ["no reason given"])[-1]
        raise Refusal("The virtual environment cannot be made: " + last)


def provide_venv_module() -> None:
    """Debian leaves out what `venv` needs; install it, or say how."""
    if all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        return
    package = "python{}.{}-venv".format(*sys.version_info[:2])
    if not (has_apt() and install_system_packages([package])):
        raise Refusal(
            "This Python cannot make virtual environments; on Debian or Ubuntu run "
            "sudo apt-get install -y " + package + " and start again."
        )


def install(extra: str) -> None:
    """Install the project and what it needs, in place, so that edits to the source are seen."""
    what = "what hinge-tutor and its tests need" if extra else "what hinge-tutor needs"
    say("Installing " + what + ", once (a few minutes and about 150 MB) ...")
    command = [python(), "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
    code, said = heard([*command, "--editable", "." + extra])
    if code == 0:
        return
    if any(sign in said for sign in NO_NETWORK):
        raise Refusal(
            "The network cannot be reached, and it is needed once to install "
            + what
            + "; connect (and check the settings of proxy and pip, if there are any) "
            "and start again."
        )
    log = ENVIRONMENT / "install-log.txt"
    log.write_text(said, encoding="utf-8", errors="replace")
    if NO_BUILD in said:
        raise Refusal(
            "Something hinge-tutor needs is not made for this system and Python (see "
            + str(log)
            + "); "
            "it runs on Windows 10, macOS 13, and Linux with glibc 2.34 (Debian 12), or newer."
        )
    errors = [line for line in said.splitlines() if line.startswith("ERROR: ")]
    reason = errors[-1][len("ERROR: ") :].rstrip(".") if errors else "pip does not say why"
    raise Refusal(
        "The installation did not succeed: {}; start again to retry, all that was said is in "
        "{}".format(reason, log)
    )


def is_writable(folder: Path) -> bool:
    """Whether a file can really be made there; rights alone do not tell for root."""
    try:
        with tempfile.TemporaryFile(dir=str(folder)):
            return True
    except OSError:
        return False


# -- system packages ----------------------------------------------------------------------------


def provide_system_packages(preflight: types.ModuleType, window: bool) -> None:
    """Install the system libraries Qt needs where that is possible, otherwise say the line."""
    libraries = dict(preflight.DRAWING_LIBRARIES)
    if window and preflight.needs_x11():
        libraries.update(preflight.WINDOW_LIBRARIES)
    packages = list(preflight.missing(libraries))
    if packages and has_apt() and install_system_packages(packages):
        packages = list(preflight.missing(libraries))
    if not packages:
        return
    if has_apt():
        say("Qt needs system libraries; to install them run: " + preflight.install_line(packages))
    else:
        names = ", ".join(libraries[package] for package in packages)
        say("Qt needs system libraries; install those that hold: " + names)


def has_apt() -> bool:
    """Whether this is Debian, Ubuntu or kin."""
    return sys.platform.startswith("linux") and shutil.which("apt-get") is not None


def install_system_packages(packages: List[str]) -> bool:
    """Install Debian packages as root or with sudo that asks no password; whether it worked."""
    if sys.platform == "win32":
        return False
    prefix = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None or quiet(["sudo", "-n", "true"]) != 0:
            return False
        prefix = ["sudo", "-n"]
    say("Installing with apt-get: " + " ".join(packages))
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    quiet([*apt, "update"])
    if quiet([*apt, "install", "-y", "--no-install-recommends", *packages]) == 0:
        return True
    say("apt-get could not install them.")
    return False


def quiet(command: List[str]) -> int:
    """Run a command without its output; its exit code."""
    nowhere = subprocess.DEVNULL
    try:
        return subprocess.call(command, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    except OSError:
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
