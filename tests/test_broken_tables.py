"""Whatever is wrong in a file of the body or the figure is said with its line before it is used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.body import (
    anthropometry,
    limits,
    muscle_tables,
    parts,
    places,
    population,
    specification,
)
from hinge_tutor.coaching import draws
from hinge_tutor.located import AuthorErrors
from hinge_tutor.stage.bones_file import bones_table
from hinge_tutor.stage.drawing_file import figure_table

READERS: dict[str, Callable[[], object]] = {
    "anthropometry": anthropometry.table.__wrapped__,
    "spine": parts.spine_table.__wrapped__,
    "ranges": limits.table.__wrapped__,
    "presets": specification.presets.__wrapped__,
    "muscles": partial(muscle_tables.table.__wrapped__, "muscles"),
    "trunk_muscles": partial(muscle_tables.table.__wrapped__, "trunk_muscles"),
    "passive": partial(muscle_tables.table.__wrapped__, "passive"),
    "places": places.table.__wrapped__,
    "population": population.table.__wrapped__,
    "spread": draws.table.__wrapped__,
    "figure": figure_table,
    "bones": bones_table,
}
EVERY_FILE = pytest.mark.parametrize("name", READERS)

# What a row may do without: nothing counts on it, or its lack has a meaning.
OPTIONAL = {
    "kind",
    "reason",
    "fit_error_mm",
    "shoulder_source",
    "shoulder_mm",
    "table_mm.hip",
    "surface_mm",
    "table_mm.knee",
    "table_mm.ankle",
    "l1l2",
    "l3l4",
    "l5s1",
}

# Drawings have a thousand points that are read alike; one in so many numbers is tried.
DRAWN, MANY = ("figure", "bones"), 13

_STRING_OR_NOTE = re.compile(r'"[^"\n]*"|#[^\n]*')
_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")
Broken = Callable[[str, bytes], tuple[str, ...]]


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Broken:
    """Reads a file with other content; every sentence about it."""
    shipped = shelf.assets
    wrong: dict[str, Path] = {}

    def assets(*at: str) -> Path:
        return wrong.get(at[-1], shipped(*at))

    def read(name: str, content: bytes) -> tuple[str, ...]:
        wrong[f"{name}.toml"] = path = tmp_path / f"{name}.toml"
        path.write_bytes(content)
        try:
            READERS[name]()
        except AuthorErrors as errors:
            return tuple(str(error) for error in errors.errors)
        return ()

    monkeypatch.setattr(shelf, "assets", assets)
    return read


def text_of(name: str) -> str:
    folder = "figure" if name in DRAWN else "body"
    return shelf.assets(folder, f"{name}.toml").read_text(encoding="utf-8")


def numbers(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and line of every number of a file."""
    plain = _STRING_OR_NOTE.sub(lambda found: "_" * len(found.group()), text)
    for found in _NUMBER.finditer(plain):
        yield found.start(), found.end(), text.count("\n", 0, found.start()) + 1


@EVERY_FILE
def test_what_is_shipped_is_right_also_as_some_editors_save_it(broken: Broken, name: str) -> None:
    content = text_of(name).encode()
    assert broken(name, content) == ()
    assert broken(name, b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n")) == ()


WHOLE_FILES: dict[str, Callable[[str], bytes]] = {
    "half-written": lambda text: text.encode()[: len(text) // 2].rpartition(b"=")[0] + b"= [",
    "cut between rows": lambda text: text.encode()[: text.rindex("\n[")],
    "in another code": lambda text: text.encode("utf-16"),
    "another format": lambda text: text.replace("format = 1", "format = 2").encode(),
    "a name nobody knows": lambda text: b"colour = 1\n" + text.encode(),
}
CONTENTS = {"empty": b"", "only a note": b"# later\n", "a picture": b"\x89PNG\r\n\x1a\n\x00\xff"}


def is_sentence(said: str, name: str) -> bool:
    """Whether it names file and line, what is wrong and what to do."""
    return re.search(rf"{name}\.toml:\d+: \S.*[;:] \S", said) is not None


@EVERY_FILE
@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS.keys())
def test_another_content_is_said_with_file_and_line(
    broken: Broken, name: str, content: bytes
) -> None:
    said = broken(name, content)
    assert said
    assert all(is_sentence(sentence, name) for sentence in said), said


@EVERY_FILE
@pytest.mark.parametrize("fault", WHOLE_FILES)
def test_a_broken_file_is_said_with_file_and_line(broken: Broken, name: str, fault: str) -> None:
    said = broken(name, WHOLE_FILES[fault](text_of(name)))
    # A preset or a load's place fewer is no fault.
    whole = name in ("presets", "places") and fault == "cut between rows"
    assert bool(said) != whole
    assert all(is_sentence(sentence, name) for sentence in said), said


@EVERY_FILE
def test_no_number_may_be_absurd_or_something_else(broken: Broken, name: str) -> None:
    text = text_of(name)
    others = cycle(("nan", "-inf", "-1e9", '"much"', "true", "[]", "{}", "1979-05-27"))
    every = MANY if name in DRAWN else 1
    for start, end, line in [*numbers(text)][::every]:
        for wrong in ("1e9", next(others)):
            said = broken(name, (text[:start] + wrong + text[end:]).encode())
            assert said, f"{name}.toml:{line} may be {wrong}"
            assert f"{name}.toml:{line}: " in said[0], (wrong, said)


@EVERY_FILE
def test_no_line_may_be_missing_unless_its_lack_has_a_meaning(broken: Broken, name: str) -> None:
    rows = text_of(name).splitlines(keepends=True)
    header = ""
    for number, row in enumerate(rows):
        header = row.strip() if row.startswith("[") else header
        key = row.partition(" = ")[0]
        if header == "[female]" or key == row or row.startswith(("#", " ")):
            continue
        said = broken(name, "".join(rows[:number] + rows[number + 1 :]).encode())
        assert said or key in OPTIONAL, f"{name}.toml:{number + 1} {key} may be missing"


DISAGREEMENTS = {
    "a ball ahead of the tip": ("anthropometry", "ball = 0.4808", "ball = 0.79", "toe tip"),
    "more than all of a part": ("spine", "lower = 1.0", "lower = 0.5", "sum to 1"),
    "a landmark on nothing": ("spine", 'on = "pelvis"', 'on = "pelvic"', "pelvis"),
    "shares of more than one": ("ranges", "l1l2_flexion = 0.255", "l1l2_flexion = 0.3", "sum to 1"),
    "a range that falls": ("ranges", "[-40, 70]", "[70, -40]", "smaller number first"),
    "a range without standing": ("ranges", "[-40, 70]", "[10, 70]", "standing"),
    "three ends of a range": ("ranges", "[-40, 70]", "[-40, 0, 70]", "write 2"),
    "a body that cannot be": ("presets", "femur=+8%", "femur=+80%", "-20 to 20"),
    "a body of unknown words": ("presets", "femur=+8%", "thigh=+8%", "thigh"),
    "a group that is none": ("muscles", 'group = "shin"', 'group = "skin"', '"shin"'),
    "a group without muscles": ("muscles", 'group = "shin"', 'group = "calf"', "group shin"),
    "a surface of too few terms": ("muscles", "-0.664, -0.058]", "-0.664]", "6"),
    "a power that is a fraction": ("muscles", "[[1, 1],", "[[1.5, 1],", "whole numbers"),
    "a surface over one joint": ("muscles", '["hip", "knee"]', '["hip"]', "write 2"),
    "more force than there is": ("trunk_muscles", "crossing_N = 649,", "crossing_N = 700,", "649"),
    "a point of nobody": ("figure", '[-67, 1526, "neck:.75', '[-67, 1526, "nick:.75', '"nick"'),
    "a point of half a bone": ("figure", "neck:.75 upper_thorax:.25", "neck:.75", "sum to 1"),
    "a point twice": ("figure", "[-67, 1526,", "[-62, 1560,", "the same"),
    "rails of unequal length": (
        "figure",
        'front = [[-40, 1030, "pelvis"], ',
        "front = [",
        "as many",
    ),
    "a knee above the hip": ("figure", "thigh = [0, 934]", "thigh = [0, 400]", "not above"),
    "an arm without fingers": ("figure", "below = 850", "below = 10", "one piece"),
    "a note after the bones": ("figure", '"head"], [-96', '"head", "edge"], [-96', "corner"),
    "a vertebra below the one under it": (
        "bones",
        "at = [-9.3, 1097.5]",
        "at = [-9.3, 1040]",
        "not above",
    ),
    "a bone of three points": (
        "bones",
        'kind = "line"\non = "thigh"\npoints = [\n  [-12,',
        'on = "thigh"\npoints = [\n  [-12,',
        "4 points",
    ),
    "a bone on nobody": ("bones", 'on = "thigh"', 'on = "thai"', '"thai"'),
    "a bone of no part": ("bones", 'part = "pelvis"', 'part = "pelvic"', "pelvis"),
    "a vertebra of another kind": ("bones", 'shape = "atlas"', 'shape = "atlant"', "atlas"),
    "a vertebra's edge": ("bones", '12.5, "corner"]', '12.5, "edge"]', "corner"),
    "a bone's point alone": ("bones", "[-17, 1014]", "[-17]", "write [forward, up]"),
    "a place on nothing": ("places", 'on = "pelvis"', 'on = "pelvic"', "pelvis"),
    "a load on nothing": ("places", '["bar_high"]', '["bar_hihg"]', "bar_high"),
    "a load without a place": ("places", '["bar_high"]', "[]", "at least one"),
    "a psoas of no force": ("trunk_muscles", "crossing_N = 2235", "crossing_N = 0", "1 … 20000"),
    "a psoas of nobody": ("trunk_muscles", 'muscle = "psoas"', 'muscle = "soas"', "psoas"),
    "an arm too few": ("muscles", "adduction_mm = [-10.89, ", "adduction_mm = [", "write 15"),
}


@pytest.mark.parametrize("fault", DISAGREEMENTS)
def test_values_that_disagree_are_said(broken: Broken, fault: str) -> None:
    name, right, wrong, said = DISAGREEMENTS[fault]
    text = text_of(name)
    assert right in text
    sentences = broken(name, text.replace(right, wrong, 1).encode())
    assert len(sentences) == 1
    assert said in sentences[0]
