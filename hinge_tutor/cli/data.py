"""`data`: all of the user's own data into one file, or out of one."""

from __future__ import annotations

import argparse
from pathlib import Path

from hinge_tutor.cli import given, reporting
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.export.progress import Progress
from hinge_tutor.shelf import user_data

ENDING = ".zip"


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="FILE", help=f"save settings, progress and client cards; ends in {ENDING}"
    )
    parser.add_argument("--in", dest="in_", metavar="FILE", help="bring such a file in")
    parser.add_argument("--folder", metavar="FOLDER", help="whose data; your own without it")
    reporting.add_progress(parser)


def _run(arguments: argparse.Namespace) -> int:
    if (arguments.out is None) == (arguments.in_ is None):
        raise UsageError("Give --out or --in, one of both.")
    folder = Path(arguments.folder) if arguments.folder else user_data()
    tell = reporting.progress(arguments)
    draw_off_screen()
    said = _in(arguments, folder, tell) if arguments.out is None else _out(arguments, folder, tell)
    if not arguments.progress:
        print(said)
    return FINE


def _out(arguments: argparse.Namespace, folder: Path, tell: Progress) -> str:
    """Saves, and says what is in the file."""
    from hinge_tutor.app.own_data import CLIENTS, save_data

    out = given.file("--out", arguments.out)
    if out.suffix.lower() != ENDING:
        raise UsageError(f"--out is {out}; its name must end in {ENDING}.")
    reporting.need_folder(arguments, out)
    if arguments.folder and not folder.is_dir():
        raise UsageError(f"--folder is {folder}, and there is no such folder.")
    try:
        saved = save_data(folder, out, progress=tell)
    except OSError as error:
        reporting.tell_errno(arguments, error)
        raise given.unwritable(out, error) from None
    cards = sum(name.startswith(f"{CLIENTS}/") for name in saved.names)
    parts = [f"client cards: {cards}"]
    parts += [name for name in saved.names if not name.startswith(f"{CLIENTS}/")]
    left = f" Left out, since it cannot be read: {', '.join(saved.left_out)}."
    return f"{out}: {', '.join(parts)}.{left if saved.left_out else ''}"


def _in(arguments: argparse.Namespace, folder: Path, tell: Progress) -> str:
    """Brings in, and says what has come and where the data is that was there before."""
    from hinge_tutor.app.own_data_file import DataError
    from hinge_tutor.app.own_data_in import bring_in
    from hinge_tutor.app.settings import here_and_now

    try:
        arrived = bring_in(folder, Path(arguments.in_).absolute(), here_and_now(), tell)
    except DataError as refusal:
        raise UsageError(str(refusal)) from None
    except OSError as error:
        reporting.tell_errno(arguments, error)
        raise given.unwritable(folder, error) from None
    parts = [f"client cards: {arrived.cards}"]
    parts += ["settings"] if arrived.settings else []
    parts += ["progress"] if arrived.progress else []
    kept = f" What was here before is kept in {arrived.backup}." if arrived.backup else ""
    return f"Brought in: {', '.join(parts)}.{kept}"


COMMAND = Command("data", "Save all of your own data, or bring it in.", _options, _run)
