"""`check`: proves content right, and says file, line and problem of everything that is not."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor.cli.command import FINE, WRONG, Command, UsageError


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="lesson files, TOML files or folders; everything that is shipped without it",
    )


def _run(arguments: argparse.Namespace) -> int:
    paths = [Path(path) for path in arguments.paths]
    if "" in arguments.paths:
        raise UsageError("A path is empty; name a lesson, a TOML file or a folder.")
    for path in paths:
        if not path.exists():
            raise UsageError(f"There is no file or folder {path}; check its name.")
    # Its modules are of no use to any other command, and would make every start longer.
    from hinge_tutor.check import check, files

    for path in paths:
        if not files(path):
            raise UsageError(f"There is nothing to check in {path}: no lesson and no TOML file.")
    problems = check(paths or None)
    for problem in problems:
        print(f"{_near(problem.file)}:{problem.line}: {problem.problem}")
    if problems:
        print(f"{len(problems)} problem{'s' * (len(problems) > 1)}.")
        return WRONG
    print("All content is right.")
    return FINE


def _near(file: str) -> str:
    """A path from where the user is, if it lies below; else as it stands."""
    path = Path(file)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file


COMMAND = Command("check", "Prove that lessons, words and numbers are right.", _options, _run)
