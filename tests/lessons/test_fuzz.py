"""Whatever a lesson file holds, it is read to a lesson or to problems with their lines."""

from __future__ import annotations

import random

from hypothesis import example, given, settings
from hypothesis import strategies as st

from hinge_tutor import shelf
from hinge_tutor.lessons import playable
from hinge_tutor.lessons.bounds import MOST_PROBLEMS, MOST_STEPS
from hinge_tutor.lessons.document import Draft, parse
from hinge_tutor.lessons.markdown import BLOCKS
from hinge_tutor.located import AuthorErrors, decode

from .watchdog import no_hang

# A lesson of the course, and the one with every kind of step and block.
SHIPPED = tuple(
    shelf.lessons("en", name).read_bytes() for name in ("01-what-is-a-hinge.md", "template.md")
)
FRONT = '+++\nformat = 1\ntitle = "T"\nminutes = 5\ncorrect = "hip-hinge"\ngoal = "G"\n+++\n'
STEP = '## A step\n\n> Look.\n\n```step\nkind = "show"\n```\n'
STAGE = '```stage\nmovements = ["hip-hinge"]\n```\n'


def read(content: bytes) -> Draft | None:
    """What is made of a file's bytes; nothing where they are no text."""
    try:
        text = decode(content, "01-a.md")
    except AuthorErrors:
        return None
    return judged(text)


def judged(text: str) -> Draft:
    """A draft whose every problem has a line of the text, and whose values can be looked at."""
    with no_hang():
        draft = parse(text, "01-a.md")
        problems = (*draft.errors, *playable.problems(draft.lesson))
    rows = text.count("\n") + 2
    assert len(draft.errors) <= MOST_PROBLEMS + 1
    assert all(1 <= problem.line <= rows for problem in problems)
    assert all(str(problem).isprintable() for problem in problems)
    assert len(draft.lesson.steps) <= MOST_STEPS
    return draft


@settings(max_examples=60)
@given(st.sampled_from(SHIPPED), st.floats(0, 1))
def test_a_lesson_cut_off_anywhere_is_problems_or_a_shorter_lesson(
    whole: bytes, share: float
) -> None:
    draft = read(whole[: round(share * len(whole))])
    full = read(whole)
    assert full is not None
    assert full.errors == ()
    if draft is not None and not draft.errors:
        assert 1 <= len(draft.lesson.steps) <= len(full.lesson.steps)


@settings(max_examples=120)
@given(st.sampled_from(SHIPPED), st.integers(0, 2**32), st.integers(1, 40))
def test_a_lesson_with_flipped_bits_is_problems_or_a_lesson(
    whole: bytes, seed: int, flips: int
) -> None:
    chance, content = random.Random(seed), bytearray(whole)
    for _ in range(flips):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    read(bytes(content))


@settings(max_examples=60)
@given(st.sampled_from(SHIPPED), st.integers(0, 2**32), st.integers(1, 12))
def test_a_lesson_with_rows_moved_and_lost_is_problems_or_a_lesson(
    whole: bytes, seed: int, moves: int
) -> None:
    chance, rows = random.Random(seed), whole.decode().split("\n")
    for _ in range(moves):
        row = rows.pop(chance.randrange(len(rows)))
        if chance.random() < 0.7:
            rows.insert(chance.randrange(len(rows)), row)
    judged("\n".join(rows))


NAMES = st.sampled_from(
    (
        *("kind", "why", "reference", "introduces", "proof", "brings", "movements", "bodies"),
        *("faults", "loads_kg", "load_places", "tempos", "depths_percent", "layers", "highlight"),
        *("at", "stop_at", "speed", "play", "same_height", "hidden", "props", "quiet", "names"),
        *("difference", "prompt", "reveal", "choice", "text", "internal", "id", "figure"),
        *("handle", "close_cm", "explanation", "miss", "where", "controls", "count", "mirror"),
        *("replay", "right", "misconception", "format", "title", "minutes", "objectives", "card"),
    )
)
WORDS = st.sampled_from(
    (
        *("hip-hinge", "squat", "show", "turn", "still", "rounded-back=60", "3-1-1-1", "hands"),
        *("height=9", "height=1e9,mass=nan", "tall", "0-0-0-0", "=-", "model", "", "hip", "depth"),
        *("hip-hinge.hip_back_cm > 1", "{a.b:99999d}", "{hip-hinge.hip_back_cm:.0f}", "../../x"),
    )
)
LETTERS = st.characters(codec="utf-8", exclude_characters='"\\')
TEXTS = st.one_of(WORDS, st.text(LETTERS, max_size=30)).map(
    lambda text: '"' + "".join(letter for letter in text if letter.isprintable()) + '"'
)
NUMBERS = st.sampled_from(
    ("0", "-1", "1", "0.5", "1e308", "1e999", "-1e999", "nan", "9" * 400, "0x" + "f" * 90, "1_0")
)
PLAIN = st.one_of(TEXTS, NUMBERS, st.sampled_from(("true", "false", "1979-05-27", "''", "x")))
VALUES = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5).map(lambda each: f"[{', '.join(each)}]"),
        st.lists(st.tuples(NAMES, inner), max_size=4, unique_by=lambda pair: pair[0]).map(
            lambda each: "{" + ", ".join(f"{name} = {value}" for name, value in each) + "}"
        ),
    ),
    max_leaves=12,
)
ROWS = st.one_of(
    st.tuples(NAMES, VALUES).map(" = ".join),
    NAMES.map(lambda name: f"[[{name}]]"),
    NAMES.map(lambda name: f"[{name}]"),
)
TABLES = st.lists(ROWS, max_size=10).map("\n".join)


@settings(max_examples=250)
@given(st.sampled_from((*BLOCKS, "front")), TABLES)
@example("question", "[[choice]]\nreplay = {movements = [1]}\nright = 1")
@example("stage", 'movements = ["hip-hinge", "hip-hinge", "squat", "squat"]\nnames = [1]')
@example("drag", 'handle = "hip"\n[[miss]]\n[[miss]]\nwhere = "above"')
def test_any_table_in_any_block_is_problems_or_a_lesson(block: str, table: str) -> None:
    if block == "front":
        judged(f"+++\n{table}\n+++\n{STEP}{STAGE}")
        return
    for around in (STEP + STAGE, STEP, STEP + STAGE + "### Build\n"):
        judged(f"{FRONT}{around}```{block}\n{table}\n```\n{STEP}{STAGE}")


UNSEEN = "\x00\x07\x1b\x7f\u200b\u200e\u202e\u2066\ufeff\ufffe\u00ad\U000e0041\u0085\u2028\r"


@settings(max_examples=100)
@given(st.sampled_from(SHIPPED), st.integers(0, 2**32), st.text(UNSEEN, min_size=1, max_size=20))
def test_letters_that_nobody_sees_are_problems_or_do_no_harm(
    whole: bytes, seed: int, unseen: str
) -> None:
    chance, letters = random.Random(seed), list(whole.decode())
    for letter in unseen:
        letters.insert(chance.randrange(len(letters)), letter)
    judged("".join(letters))


@settings(max_examples=100)
@given(st.text(max_size=300), st.integers(0, 3))
def test_any_text_behind_any_beginning_is_problems_or_a_lesson(text: str, begun: int) -> None:
    judged(("", "+++\n", FRONT, FRONT + STEP + STAGE)[begun] + text)


@settings(max_examples=60)
@given(st.binary(max_size=400))
def test_any_bytes_are_problems(content: bytes) -> None:
    draft = read(content)
    assert draft is None or draft.errors
