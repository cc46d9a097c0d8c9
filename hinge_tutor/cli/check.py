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
        help="lesson files, TOML files, folders or lesson packs; everything that is shipped "
        "without it",
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever a file changes; Ctrl+C stops it"
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
    from hinge_tutor.cli.telling import counted, tell

    if arguments.watch:
        from hinge_tutor.cli.watching import watch

        watch(paths or None)
    problems = check(paths or None)
    tell(problems)
    if problems:
        print(f"{counted(problems)}.")
        return WRONG
    print("All content is right.")
    return FINE


COMMAND = Command("check", "Prove that lessons, words and numbers are right.", _options, _run)
