"""Whatever is wrong in a file of a movement or of faults is said with its line, before any use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import body
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.fault_rows import read_faults
from hinge_tutor.motion.movement import movements, read_movement
from hinge_tutor.motion.phases import PHASES
from hinge_tutor.motion.repetition import solve

FAULTS = "faults"
FILES = (*movements(), FAULTS)
EVERY_FILE = pytest.mark.parametrize("name", FILES)
# Mistakes of one kind are read alike; one in so many of a file is tried, another in each file.
MANY = 5

_STRING_OR_NOTE = re.compile(r'"[^"\n]*"|#[^\n]*')
_NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?(?![\w.])")
_KEY = re.compile(r"(?<![\w.])[a-z][a-z_A-Z0-9]{3,}(?= = )")
_SAID = re.compile(r"\.toml:\d+: \S.* \S")


def text_of(name: str) -> str:
    parts = (f"{name}.toml",) if name == FAULTS else ("movements", f"{name}.toml")
    return shelf.lessons(*parts).read_text(encoding="utf-8")


def said_of(folder: Path, name: str, content: bytes) -> tuple[str, ...]:
    """Every sentence about a file with that content."""
    file = folder / f"{name}.toml"
    file.write_bytes(content)
    read: Callable[[Path], object] = read_faults if name == FAULTS else read_movement
    try:
        read(file)
    except AuthorErrors as errors:
        return tuple(str(error) for error in errors.errors)
    return ()


def found(pattern: re.Pattern[str], name: str, text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and line of some of what is found outside strings and notes."""
    plain = _STRING_OR_NOTE.sub(lambda one: "_" * len(one.group()), text)
    every = [*pattern.finditer(plain)]
    for one in every[FILES.index(name) % MANY :: MANY]:
        yield one.start(), one.end(), text.count("\n", 0, one.start()) + 1


@EVERY_FILE
def test_a_mistyped_name_is_said_with_the_right_one(tmp_path: Path, name: str) -> None:
    text = text_of(name)
    for start, end, line in found(_KEY, name, text):
        key = text[start:end]
        wrong = f"{key[0]}{key[2]}{key[1]}{key[3:]}" if key[1] != key[2] else f"{key[:-1]}"
        said = said_of(tmp_path, name, (text[:start] + wrong + text[end:]).encode())
        here = [sentence for sentence in said if f"{name}.toml:{line}: " in sentence]
        assert here, (line, wrong, said)
        assert any(key in sentence for sentence in here), (line, wrong, here)


@EVERY_FILE
def test_no_number_may_be_absurd_or_something_else(tmp_path: Path, name: str) -> None:
    text = text_of(name)
    others = cycle(("nan", "-inf", "-1e9", '"much"', "true", "[]", "{}", "1979-05-27"))
    for start, end, line in found(_NUMBER, name, text):
        for wrong in ("1e9", next(others)):
            said = said_of(tmp_path, name, (text[:start] + wrong + text[end:]).encode())
            assert any(f"{name}.toml:{line}: " in sentence for sentence in said), (line, wrong)


@EVERY_FILE
def test_no_word_may_be_another(tmp_path: Path, name: str) -> None:
    text = text_of(name)
    free = ("reason", "id", "rule") if name == FAULTS else ()
    for one in [*re.finditer(r'^(\w+) = "[^"]+"$', text, re.MULTILINE)]:
        if one.group(1) in free:
            continue
        line = text.count("\n", 0, one.start()) + 1
        for wrong in ('"nothing of the kind"', '""', "7"):
            changed = f"{text[: one.start()]}{one.group(1)} = {wrong}{text[one.end() :]}"
            said = said_of(tmp_path, name, changed.encode())
            assert any(f"{name}.toml:{line}: " in sentence for sentence in said), (line, wrong)


@EVERY_FILE
def test_a_missing_line_is_said_or_means_something(tmp_path: Path, name: str) -> None:
    rows = text_of(name).splitlines(keepends=True)
    for number in range(FILES.index(name) % MANY, len(rows), MANY):
        said = said_of(tmp_path, name, "".join(rows[:number] + rows[number + 1 :]).encode())
        assert all(_SAID.search(sentence) for sentence in said), (number + 1, said)


@EVERY_FILE
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2].rpartition("=")[0] + "= [",
        lambda text: text.replace("format = 1", "format = 2"),
        lambda text: text.replace("format = 1", ""),
        lambda text: "colour = 1\n" + text,
        lambda text: text[:0],
        lambda text: text[:0] + "# later\n",
    ],
    ids=("half-written", "another format", "no format", "a stranger", "empty", "only a note"),
)
def test_a_broken_file_is_said_with_file_and_line(
    tmp_path: Path, name: str, spoil: Callable[[str], str]
) -> None:
    said = said_of(tmp_path, name, spoil(text_of(name)).encode())
    assert said
    assert all(_SAID.search(sentence) for sentence in said), said


@pytest.mark.parametrize("name", ["hip-hinge", FAULTS])
@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\xff" * 4,
        b"junk " * 2_000_000,
        b"[[phase]]\n" * 1_000_000,
        b"[" * 100_000,
        b'x = "' + b"a" * 10_000_000,
        "format = 1".encode("utf-16"),
    ],
    ids=("a picture", "10 MB of words", "10 MB of tables", "brackets", "one string", "utf-16"),
)
def test_junk_of_any_size_is_one_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    said = said_of(tmp_path, name, content)
    assert len(said) == 1
    assert _SAID.search(said[0])
    assert len(said[0]) < 400


def test_two_phases_of_one_name_and_phases_of_no_time_are_said(tmp_path: Path) -> None:
    text = text_of("hip-hinge")
    twice = said_of(tmp_path, "hip-hinge", text.replace('"turn"', '"descent"', 1).encode())
    line = next(n for n, row in enumerate(text.splitlines(), 1) if 'id = "turn"' in row)
    (said,) = (sentence for sentence in twice if "two phases have one id" in sentence)
    assert f"hip-hinge.toml:{line}: " in said
    still = re.sub(r"(?m)^(seconds = .*|tempo = \"\w+\")$", 'tempo = "bottom"', text)
    still = still.replace('tempo = "3-1-1-1"', 'tempo = "3-0-1-1"')
    assert any("take no time" in one for one in said_of(tmp_path, "hip-hinge", still.encode()))


def test_phases_without_end_are_told_in_a_few_lines(tmp_path: Path) -> None:
    endless = text_of("hip-hinge") + '\n[[phase]]\nid = "breathe"\n' * 10_000
    said = said_of(tmp_path, "hip-hinge", endless.encode())
    assert any("rows of one kind; write at most" in sentence for sentence in said)
    assert len(said) < 3 * len(PHASES)


@pytest.mark.parametrize(
    ("right", "wrong", "row", "said"),
    [
        ('rules = ["arms-hang"', 'rules = ["", "arms-hang"', "rules = ", "rules[0] is empty"),
        ('rules = ["weight-mid-foot-to-heel"]', "rules = []", "rules = []", "name a form rule"),
        ('phases = ["descent"]', "phases = []", "phases = []", "name the phases"),
        ('phases = ["descent"]', 'phases = ["descent", "descent"]', "phases = ", "twice"),
    ],
)
def test_a_fault_breaks_something_in_some_phase(
    tmp_path: Path, right: str, wrong: str, row: str, said: str
) -> None:
    text = text_of(FAULTS)
    assert right in text
    changed = text.replace(right, wrong, 1)
    (sentence,) = said_of(tmp_path, FAULTS, changed.encode())
    line = int(re.findall(r"\.toml:(\d+): ", sentence)[0])
    assert said in sentence
    assert changed.splitlines()[line - 1].startswith(row)


ANGLE = re.compile(r"(?<=_deg = )-?\d+(?:\.\d+)?$", re.MULTILINE)


@pytest.mark.parametrize("name", movements())
def test_an_angle_at_the_end_of_what_may_be_written_can_be_solved(
    tmp_path: Path, name: str
) -> None:
    text = text_of(name)
    every = [*ANGLE.finditer(text)]
    one, number = every[len(name) % len(every)], FILES.index(name)

    def written(angle: str) -> str:
        return text[: one.start()] + angle + text[one.end() :]

    (refused,) = said_of(tmp_path, name, written("1e9").encode())
    ends = re.findall(r"write a number in (\S+) … (\S+)$", refused)[0]
    file = tmp_path / f"{name}.toml"
    file.write_text(written(ends[number % 2]), encoding="utf-8")
    take = solve(read_movement(file), body())
    assert np.isfinite(take.q).all()
    assert take.status == "ok" or take.reason is not None


@pytest.mark.parametrize(
    ("right", "wrong", "allowed"),
    [
        ("add = { knee_flexion_deg = 55,", "add = { knee_flexion_deg = 550,", "-180 … 180"),
        ("toward = { knee_flexion_deg = 0 }", "toward = { knee_flexion_deg = -90 }", "-25 … 170"),
    ],
)
def test_a_fault_bends_no_joint_to_where_none_is(
    tmp_path: Path, right: str, wrong: str, allowed: str
) -> None:
    text = text_of(FAULTS)
    assert right in text
    (said,) = said_of(tmp_path, FAULTS, text.replace(right, wrong, 1).encode())
    assert said.endswith(f"write a number in {allowed}")
