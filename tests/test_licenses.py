"""What others made and we ship or need is named with its license, and the text is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from hinge_tutor.licenses import FILE, NEEDED, OPTIONAL, PROGRAM, SHIPPED, Work, works
from hinge_tutor.shelf import assets

ROOT = Path(__file__).resolve().parent.parent
WORKS = works(assets(FILE))
# What we make ourselves, kind by kind; whatever else lies there needs an entry of its own.
OURS = {".toml", ".svg", ".qm", ".ts", ".png", ".desktop", ".xml"}
# Whoever passes these on has to pass their text on.
IN_FULL = ("MIT", "OFL-1.1", "LGPL-3.0-only", "GPL-3.0-only", "BSD-3-Clause", "MIT-CMU")
OPENING = {
    "MIT": "Permission is hereby granted, free of charge",
    "OFL-1.1": "SIL OPEN FONT LICENSE Version 1.1",
    "LGPL-3.0-only": "GNU LESSER GENERAL PUBLIC LICENSE",
    "BSD-3-Clause": "Redistribution and use in source and binary forms",
    "MIT-CMU": "Permission to use, copy, modify and distribute this software",
}


def normal(package: str) -> str:
    """A package's name without what differs between its ways of being written."""
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!;\[ ]", package)[0]).lower()


def test_every_file_that_is_not_ours_has_an_entry() -> None:
    entered = {assets(file) for work in WORKS for file in (*work.files, *work.texts)}
    strangers = [
        path
        for path in assets().rglob("*")
        if path.is_file() and path.suffix not in OURS and path not in entered
    ]
    assert strangers == []


@pytest.mark.parametrize("work", [w for w in WORKS if w.kind != OPTIONAL], ids=lambda w: w.name)
def test_what_is_shipped_or_needed_has_its_license_in_full(work: Work) -> None:
    assert work.license in IN_FULL
    text = assets(*work.texts[0].split("/")).read_text(encoding="utf-8")
    assert OPENING[work.license] in " ".join(text.split())
    assert work.kind == PROGRAM or work.home.startswith("https://")
    if work.kind == SHIPPED:
        assert work.holder.split(",")[0] in text
        assert work.name in text


def test_the_lesser_license_brings_the_one_it_refers_to() -> None:
    (qt,) = (work for work in WORKS if work.license == "LGPL-3.0-only")
    assert "GNU GENERAL PUBLIC LICENSE" in assets(*qt.texts[1].split("/")).read_text(
        encoding="utf-8"
    )


def test_our_own_license_is_the_one_of_the_project() -> None:
    (ours,) = (work for work in WORKS if work.kind == PROGRAM)
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert assets(*ours.texts[0].split("/")).read_text(encoding="utf-8") == own
    assert ours.holder.split(",")[0] in own


def test_every_package_that_is_installed_with_us_has_an_entry() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {normal(line) for line in project["dependencies"]}
    extras = project["optional-dependencies"]
    optional = {normal(line) for name, lines in extras.items() if name != "test" for line in lines}
    assert {normal(work.package) for work in WORKS if work.kind == NEEDED} == needed
    assert optional <= {normal(work.package) for work in WORKS if work.kind == OPTIONAL}
