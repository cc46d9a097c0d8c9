"""TOML with line numbers: every value knows its line, and every problem is said at once."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hinge_tutor.located import (
    LARGEST_FILE_BYTES,
    AuthorErrors,
    Located,
    Reader,
    TomlPath,
    leaves,
    nearest,
    parse,
    read,
)

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = sorted(path for shelf in ("assets", "lessons") for path in (ROOT / shelf).rglob("*.toml"))


def problems(text: str, first_line: int = 1) -> list[str]:
    """What the parser says about `text`, as `line: problem`."""
    with pytest.raises(AuthorErrors) as caught:
        parse(text, "f", first_line)
    return [f"{error.line}: {error.problem}" for error in caught.value.errors]


# ── lines ────────────────────────────────────────────────────────────────────────────────────────

EVERY_SHAPE = """\
# a note with = and [brackets]
plain = 1
"quoted name" = "text # no note"
dotted.deep.name = 'a \\ b'
many = [
    1, # one
    [2, 3],

    { x = 4, y = [5,
        6] },
]
long = \"\"\"
text with "quotes" and \\\"""
x = 1 is no key\"\"\"\"
raw = '''
[no.header]
'''
when = 1979-05-27 07:32:00
last = true

[table] # note
inside = {a.b = 1, "c]" = "}"}
[table.'sub.table']
value = 1

[[rows]]
name = "first"
[rows.part]
size = 1
[[rows]]
name = "second"
  [[rows.leaf]]
  tip = 1
  [[rows.leaf]]
  tip = 2
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("plain",), 2),
        (("quoted name",), 3),
        (("dotted",), 4),
        (("dotted", "deep", "name"), 4),
        (("many",), 5),
        (("many", 0), 6),
        (("many", 1, 1), 7),
        (("many", 2, "x"), 9),
        (("many", 2, "y", 0), 9),
        (("many", 2, "y", 1), 10),
        (("long",), 12),
        (("raw",), 15),
        (("when",), 18),
        (("last",), 19),
        (("table",), 21),
        (("table", "inside", "a", "b"), 22),
        (("table", "inside", "c]"), 22),
        (("table", "sub.table"), 23),
        (("table", "sub.table", "value"), 24),
        (("rows", 0), 26),
        (("rows", 0, "name"), 27),
        (("rows", 0, "part", "size"), 29),
        (("rows", 1, "name"), 31),
        (("rows", 1, "leaf", 0, "tip"), 33),
        (("rows", 1, "leaf", 1, "tip"), 35),
    ],
)
def test_every_shape_of_value_has_its_line(path: TomlPath, line: int) -> None:
    assert parse(EVERY_SHAPE, "f").line(*path) == line


def test_lines_count_from_where_the_text_begins() -> None:
    assert parse("a = 1\nb = 2", "lesson.md", first_line=40).line("b") == 41
    assert problems("a = 1\na = 2", first_line=40)[0].startswith("41: ")


def test_windows_line_ends_do_not_shift_lines() -> None:
    assert parse("a = '''\r\nx\r\n'''\r\nb = 1\r\n", "f").line("b") == 4


def test_an_unknown_path_has_the_line_of_its_nearest_ancestor() -> None:
    located = parse(EVERY_SHAPE, "f")
    assert located.line("rows", 1, "absent", "deeper") == 30
    assert located.line("nowhere") == 1


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_value_of_every_shipped_file_has_its_line(path: Path) -> None:
    located = read(path)
    rows = path.read_text(encoding="utf-8").split("\n")
    for leaf, value in leaves(located.data):
        assert leaf in located.lines, f"{path}: {leaf} has no line"
        names = [part for part in leaf if isinstance(part, str)]
        row = rows[located.line(*leaf) - 1]
        said = names[-1] in row or _shown_in(value, row)
        assert said, f"{path}:{located.line(*leaf)} does not hold {leaf}"


def _shown_in(value: object, row: str) -> bool:
    """Whether a list's element can be seen in its row, as text or as an equal number."""
    if isinstance(value, str):
        return any(part in row for part in (value[:12], '"', "'"))
    if isinstance(value, bool):
        return str(value).lower() in row
    if isinstance(value, int | float):
        return any(float(n) == value for n in re.findall(r"[-+]?[\d.]+(?:e[-+]?\d+)?", row))
    return False


# ── text that is not TOML ────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 1\na = 2", '2: "a" is given twice in one table; keep one of the two'),
        ("[a]\n[a]", "2: this table is given twice; keep one of the two headers"),
        ("\na = [1,\n2", "2: a list is not closed before this; end it with ]"),
        ('a = 1\nb = "half', '2: a text is not closed; end it with "'),
        ('a = 1\nb = """half\n\n\n', '2: a text is not closed; end it with "'),
        ("just words", "1: a name without a value; write name = value"),
        ("a = hello", '1: this value is not TOML; words stand in "quotes", numbers without'),
        ("a = " + "9" * 5000 + "\nb = 1", "1: a number with more digits than can be read"),
        ("a = " + "[" * 5000, "1: brackets are nested too deep to be meant"),
    ],
)
def test_text_that_is_not_toml_is_one_sentence(text: str, said: str) -> None:
    found = problems(text)
    assert len(found) == 1
    assert found[0].startswith(said)


@pytest.mark.parametrize(
    "deep",
    ["[" + "a." * 5000 + "a]", "a." * 5000 + "a = 1", "a = " + "[" * 60 + "]" * 60],
    ids=["header", "key", "list"],
)
def test_what_is_nested_too_deep_is_one_sentence(deep: str) -> None:
    (said,) = problems(f"x = 1.5\n{deep}\n[b.c]\n")
    assert said.startswith("2: tables or lists are nested more than 40 deep")


@pytest.mark.parametrize(
    "deep",
    [
        "[" + "a." * 240_000 + "a]",
        "a." * 240_000 + "a = 1",
        "x = { " + "a." * 240_000 + "a = 1 }",
        "x = [{ b = 1, " + "a . 'a' . " * 40_000 + '"a" = 1 }]',
    ],
    ids=("a header", "a name", "inside a table", "inside a list"),
)
def test_a_name_without_end_is_refused_before_it_is_read(deep: str) -> None:
    (said,) = problems(f"{deep}\n")
    assert said.startswith("1: tables or lists are nested more than 40 deep")


def test_a_list_given_twice_is_told_by_its_name_where_it_begins() -> None:
    said = problems('[t]\nfaults = ["a"]\nfaults = [\n    "b",\n    "c",\n]\n')
    assert said == ['3: "faults" is given twice in one table; keep one of the two']


def test_a_problem_is_one_line_whatever_the_file_has(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    endless = "x" * 3000
    file.write_text(f'kind = "a\\nb\\u0000\\u001b"\nname = "{endless}"\n{endless} = 1\n', "utf-8")
    reader = Reader(read(file))
    reader.choice("kind", ("one", "two"))
    reader.choice("name", ("one", "two"))
    with pytest.raises(AuthorErrors) as caught:
        reader.finish()
    assert len(caught.value.errors) == 3
    for error in caught.value.errors:
        assert str(error).isprintable()
        assert len(error.problem) < 250
    assert 'kind is "a\\nb\\x00\\x1b"' in str(caught.value)


def test_numbers_that_are_not_finite_are_refused_all_at_once() -> None:
    assert problems("a = nan\nb = 1\n[c]\nd = [1.0,\n-inf, 1e999]") == [
        "1: a is nan; write a finite number",
        "5: c.d[1] is -inf; write a finite number",
        "5: c.d[2] is inf; write a finite number",
    ]


TOML_PIECES = [*"[]{}=,.#1a \n'\"\\\x00", "b.c", '"q.k"', "[[", "]]", "nan", "1e999", "true", " = "]
TOML_PIECES += ["'''", '"""', "\r\n", "1979-05-27 07:32"]


@given(st.lists(st.sampled_from(TOML_PIECES), max_size=40).map("".join))
def test_no_text_at_all_is_a_crash(text: str) -> None:
    found: Located | None = None
    with contextlib.suppress(AuthorErrors):
        found = parse(text, "f", first_line=5)
    if found is None:
        assert all(int(problem.partition(":")[0]) >= 5 for problem in problems(text, 5))
    else:
        assert all(leaf in found.lines for leaf, _ in leaves(found.data))


# ── files ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "1: the file is empty; fill it in or delete it"),
        (b" \n\n", "1: the file is empty; fill it in or delete it"),
        (b"a = 1\nb = '\xff'\n", "2: byte 0xff is not UTF-8; save the file as UTF-8 text"),
        (b"\x00\x01", "1: "),
        (b"#" * (LARGEST_FILE_BYTES + 1), "1: the file has 0.5 MB and at most 0.5 MB are read"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_one_sentence(
    content: bytes, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "words.toml"
    path.write_bytes(content)
    with pytest.raises(AuthorErrors) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path}:{said}")
    assert len(caught.value.errors) == 1


def test_a_missing_file_and_a_folder_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(AuthorErrors, match="there is no such file"):
        read(tmp_path / "absent.toml")
    with pytest.raises(AuthorErrors, match=r"this is a folder|cannot be read"):
        read(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes exist on POSIX only")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.toml"
    os.mkfifo(path)
    with pytest.raises(AuthorErrors, match="not a file"):
        read(path)


def test_a_byte_order_mark_is_no_problem(tmp_path: Path) -> None:
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert read(path).data == {"a": 1, "b": 2}
    assert read(path).line("b") == 2


# ── nearest words ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("hip-hnige", "hip-hinge"),
        ("Hip Hinge", "hip-hinge"),
        ("hip_hinge", "hip-hinge"),
        ("squats", "squat"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_the_nearest_word_is_found_when_one_is_near(word: str, near: str | None) -> None:
    assert nearest(word, ("hip-hinge", "squat", "forward-bend")) == near


# ── typed reading ────────────────────────────────────────────────────────────────────────────────

GOOD = """\
name = "thigh"
mass = 8
count = 2.0
side = "near"
drawn = true
box = [1, 2.5]
words = ["a", "b"]
[inner]
x = 1
[[rows]]
x = 1
[[rows]]
x = 2
"""


def open_reader(text: str) -> Reader:
    return Reader(parse(text, "f"))


def said_by(reader: Reader) -> list[str]:
    with pytest.raises(AuthorErrors) as caught:
        reader.finish()
    return [f"{error.line}: {error.problem}" for error in caught.value.errors]


def test_a_right_table_is_read_without_a_word() -> None:
    reader = open_reader(GOOD)
    assert reader.text("name") == "thigh"
    assert reader.number("mass", 0, 10) == 8.0
    assert reader.whole("count", 0, 3) == 2
    assert reader.choice("side", ("near", "far")) == "near"
    assert reader.flag("drawn") is True
    assert reader.numbers("box", 0, 3, count=2) == (1.0, 2.5)
    assert reader.choices("words", ("a", "b")) == ("a", "b")
    assert reader.table("inner").number("x", 0, 1) == 1.0
    assert [row.whole("x", 0, 2) for row in reader.tables("rows")] == [1, 2]
    reader.finish()


def test_what_is_not_there_has_its_default() -> None:
    reader = open_reader("")
    assert reader.text("name", "thigh") == "thigh"
    assert reader.number("mass", 0, 10, 5) == 5.0
    assert reader.whole("count", 0, 10, 5) == 5
    assert reader.flag("drawn", False) is False
    assert reader.choice("side", ("near", "far"), "far") == "far"
    assert reader.texts("words", ()) == ()
    assert reader.numbers("box", 0, 1, count=2, default=(0, 1)) == (0.0, 1.0)
    assert reader.table("inner", optional=True).names() == ()
    assert reader.tables("rows", optional=True) == ()
    assert not reader.has("other")
    reader.finish()


def test_all_problems_are_said_at_once_with_line_and_nearest_name() -> None:
    reader = open_reader(
        "name = 3\nmass = 80\ncount = 1.5\nsdie = 'near'\nwork = 'hold'\n"
        "drawn = 1\nbox = [1]\nlist = [1, 'b']\n[inner]\nx = true\n[[rows]]\n[[rows]]\nx = 7\n"
    )
    reader.text("name")
    reader.number("mass", 0, 10)
    reader.whole("count", 0, 3)
    reader.choice("side", ("near", "far"))
    reader.choice("work", ("holding", "stretched"))
    reader.flag("drawn")
    reader.numbers("box", 0, 3, count=2)
    reader.texts("list")
    reader.table("inner").number("x", 0, 1)
    reader.table("absent")
    for row in reader.tables("rows"):
        row.number("x", 0, 1)
    ending = 'rename or delete it; did you mean "side"?'
    known = "absent, box, count, drawn, inner, list, mass, name, rows, side, work"
    assert said_by(reader) == [
        "1: name is 3; write a text",
        "1: side is missing; write side = a text",
        "1: absent is missing; write absent = a table",
        "2: mass is 80; write a number in 0 … 10",
        "3: count is 1.5; write a whole number",
        f'4: "sdie" is not a name known here; known: {known}; {ending}',
        '5: work is "hold"; allowed: holding, stretched; did you mean "holding"?',
        "6: drawn is 1; write true or false",
        "7: box has 1 numbers; write 2",
        "8: list[0] is 1; write a text",
        "10: x is true; write a number",
        "11: x is missing; write x = a number",
        "13: x is 7; write a number in 0 … 1",
    ]


def test_a_value_of_the_wrong_shape_is_a_problem_and_not_a_crash() -> None:
    reader = open_reader("inner = 1\nrows = [1]\nbox = 'wide'\nempty = ''\nlong = 'x'\n")
    reader.table("inner")
    reader.tables("rows")
    reader.numbers("box", 0, 1, count=2)
    reader.text("empty")
    reader.number("long", 0, 1)
    assert [line.partition(":")[0] for line in said_by(reader)] == ["1", "2", "3", "4", "5"]


def test_a_text_of_a_list_is_not_empty_and_a_word_is_named_once() -> None:
    reader = open_reader('texts = [\n"a",\n" "]\nwords = ["one", "two",\n"one"]\n')
    reader.texts("texts")
    reader.choices("words", ("one", "two"))
    assert said_by(reader) == [
        "3: texts[1] is empty; write a text, or delete it",
        '5: words names "one" twice; name it once',
    ]


def test_more_rows_than_there_may_be_are_one_problem_at_the_first_too_many() -> None:
    reader = open_reader("[[rows]]\nx = 1\n" * 9)
    assert [row.whole("x", 0, 2) for row in reader.tables("rows", most=3)] == [1, 1, 1]
    assert said_by(reader) == ["7: 9 rows of one kind; write at most 3"]


def test_a_number_too_large_for_a_float_is_only_out_of_range() -> None:
    reader = open_reader("mass = 1" + "0" * 400)
    reader.number("mass", 0, 10)
    assert said_by(reader)[0].startswith("1: mass is 1000")


def test_an_error_reads_file_line_problem() -> None:
    located = Located("lessons/en/words.toml", {}, {(): 1, ("a",): 7})
    assert str(located.error("wrong", "a")) == "lessons/en/words.toml:7: wrong"
