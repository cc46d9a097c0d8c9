"""`install-desktop`: an entry in the menus of a Linux desktop, with its icons, for this user."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from hinge_tutor import safely, shelf
from hinge_tutor.cli import given
from hinge_tutor.cli.command import FINE, Command, UsageError
from hinge_tutor.cli.offscreen import draw_off_screen
from hinge_tutor.identity import APP_ID

# As the icon theme specification names them.
SIZES_PX = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# Between the quotes of a word of an `Exec` line these stand behind a backslash.
ESCAPED = ("\\", '"', "`", "$")


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--remove", action="store_true", help="take the entry away again")


def _run(arguments: argparse.Namespace) -> int:
    if sys.platform in ("win32", "darwin"):
        raise UsageError("install-desktop is for the desktops of Linux; this one has none.")
    home = shelf.desktop_home()
    if arguments.remove:
        return _remove(home)
    places = _places(home)
    try:
        for source, place in places.items():
            text = source.read_text(encoding="utf-8").replace("@exec@", exec_line())
            _write(place, text.encode())
        _write(_drawing(home), shelf.assets("icons", "app.svg").read_bytes())
        draw_off_screen()
        from hinge_tutor.app.icons import program_png

        for size in SIZES_PX:
            _write(_icon(home, size), program_png(size))
    except OSError as error:
        raise given.unwritable(Path(error.filename or home), error) from None
    print(f"The entry of Hinge Tutor is in {_entry(home)}")
    print("hinge-tutor install-desktop --remove takes it away again.")
    return FINE


def _remove(home: Path) -> int:
    there = [path for path in written(home) if path.exists()]
    for path in there:
        try:
            path.unlink()
        except OSError as error:
            raise given.unwritable(path, error) from None
    said = "The entry of Hinge Tutor is gone." if there else "There was no entry of Hinge Tutor."
    print(said)
    return FINE


def written(home: Path) -> Iterator[Path]:
    """Every file that is written below a folder of the user's data."""
    yield from _places(home).values()
    yield _drawing(home)
    for size in SIZES_PX:
        yield _icon(home, size)


def exec_line() -> str:
    """What starts this very program: its own script, or the interpreter that runs it."""
    script = Path(sys.executable).with_name("hinge-tutor")
    found = shutil.which(str(script))
    words = [found] if found else [sys.executable, "-m", "hinge_tutor"]
    return " ".join(map(_quoted, words))


def _quoted(word: str) -> str:
    """A word of an `Exec` line, as the desktop entry specification has it."""
    for sign in ESCAPED:
        word = word.replace(sign, f"\\{sign}")
    # The file's own reading takes one layer of backslashes away, and % stands for what is opened.
    return f'"{word}"'.replace("\\", "\\\\").replace("%", "%%")


def _entry(home: Path) -> Path:
    return home / "applications" / f"{APP_ID}.desktop"


def _places(home: Path) -> dict[Path, Path]:
    """The files that are shipped, and where they go."""
    about = f"{APP_ID}.metainfo.xml"
    return {
        shelf.assets("desktop", f"{APP_ID}.desktop"): _entry(home),
        shelf.assets("desktop", about): home / "metainfo" / about,
    }


def _drawing(home: Path) -> Path:
    return home / "icons" / "hicolor" / "scalable" / "apps" / f"{APP_ID}.svg"


def _icon(home: Path, size: int) -> Path:
    return home / "icons" / "hicolor" / f"{size}x{size}" / "apps" / f"{APP_ID}.png"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    safely.write(path, content)


COMMAND = Command(
    "install-desktop", "Put the tutor into the menus of a Linux desktop.", _options, _run
)
