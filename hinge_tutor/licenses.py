"""Whose work the program ships and stands on, and under which license."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hinge_tutor import located
from hinge_tutor.reader import Reader

FILE = "licenses.toml"
# In the order in which people read them: ours, what comes with it, what it needs, what it may use.
PROGRAM, SHIPPED, NEEDED, OPTIONAL = ("program", "shipped", "needed", "optional")
KINDS = (PROGRAM, SHIPPED, NEEDED, OPTIONAL)


@dataclass(frozen=True)
class Work:
    """One work of somebody's. `files` and `texts` are paths below assets."""

    kind: str
    name: str
    holder: str
    license: str
    home: str = ""
    # What it is installed as, where that is not part of ours.
    package: str = ""
    files: tuple[str, ...] = ()
    # The license in full, and the one that it refers to.
    texts: tuple[str, ...] = ()


def works(path: Path) -> tuple[Work, ...]:
    """Every work that the file names; raises AuthorErrors with everything that is wrong in it."""
    reader = Reader(located.read(path))
    folder = path.parent
    found = tuple(_work(kind, entry, folder) for kind in KINDS for entry in reader.tables(kind))
    named = {folder / file for work in found for file in work.files}
    for font in sorted((folder / "fonts").glob("*.ttf")):
        if font not in named:
            reader.problem(f"fonts/{font.name} has no license; name it in an entry", SHIPPED)
    reader.finish()
    return found


def _work(kind: str, entry: Reader, folder: Path) -> Work:
    beside = kind in (NEEDED, OPTIONAL)
    whole = kind != OPTIONAL
    files = tuple(entry.texts("files")) if kind == SHIPPED else ()
    texts = (entry.text("text") if whole else "", entry.text("also", "") if whole else "")
    for key, paths in (("files", files), ("text", texts)):
        for file in paths:
            if file and not (folder / file).is_file():
                entry.problem(f"there is no file {file} below assets; correct its name", key)
    return Work(
        kind,
        entry.text("name"),
        entry.text("holder"),
        entry.text("license"),
        "" if kind == PROGRAM else entry.text("home"),
        entry.text("package") if beside else "",
        files,
        tuple(text for text in texts if text),
    )
