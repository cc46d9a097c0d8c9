"""Shipped content is right and teaches; what is faulty is told with file and line, at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hinge_tutor import shelf
from hinge_tutor.check import check
from hinge_tutor.check.of_lesson import draft_problems
from hinge_tutor.check.proof import broken, standing
from hinge_tutor.lessons import course
from hinge_tutor.lessons.document import parse
from hinge_tutor.lessons.figures import figures
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.words import words

LESSONS = Path(__file__).resolve().parent.parent / "lessons"
GOOD = LESSONS / "good" / "small.md"
GUESSING = LESSONS / "good" / "guessing.md"
REPAIRS = LESSONS / "good" / "repair.md"
BAD = LESSONS / "bad"

# Each file in `bad` has one fault and is named for it: on this line it is said with these words.
FAULTS = {
    "address-in-the-text": (81, "an address does not open"),
    "empty-placeholder": (81, "{} is no placeholder"),
    "link-to-elsewhere": (81, '"javascript:alert(1" does not open'),
    "link-to-no-lesson": (81, 'did you mean "what-is-a-hinge"?'),
    "picture-from-elsewhere": (81, "put it beside the lesson"),
    "picture-that-is-missing": (81, 'there is no picture "back.png"'),
    "placeholder-of-wild-format": (81, '"99999999d" is no format'),
    "placeholder-without-measure": (81, "{hip-hinge} is no placeholder"),
    "body-that-cannot-do-it": (130, "squat cannot be done as asked"),
    "contrast-of-two-differences": (48, "differ in movement and load"),
    "drag-beside-a-question": (58, "something else is asked in this step"),
    "drag-of-a-phase-of-others": (58, 'squat has no phase "flight"'),
    "drag-of-nobody": (59, 'did you mean "squat"'),
    "drag-of-what-is-fixed": (58, "what moves is: hip, knee, back"),
    "drag-of-what-stays": (58, "the knee ends 21 cm from where it begins"),
    "drag-out-of-reach": (58, "the ghost stays 30 cm from where it really ends"),
    "drag-placeholder-of-nobody": (64, '"bend" is not on the stage'),
    "drag-proof-that-fails": (65, "proof fails"),
    "drag-that-is-no-prediction": (58, "this step is recall"),
    "drag-that-moves": (53, "predict before seeing"),
    "drag-that-nobody-tells": (58, "nothing tells where it really is"),
    "drag-told-of-another": (63, '"Slowly" does not show squat'),
    "drag-told-of-another-body": (63, "ends 6 cm from where it was asked for"),
    "drag-told-too-early": (63, "does not come to rest at the end of turn"),
    "drag-with-one-miss": (58, "1 [[miss]]"),
    "ends-in-slow-motion": (158, "a lesson ends on the correct movement"),
    "ends-on-a-fault": (159, "nobody beside it does hip-hinge right"),
    "fault-shown-alone": (115, "nobody beside it does hip-hinge right"),
    "findings-that-answer": (60, "findings would answer the question"),
    "fact-without-reference": (103, "this explain step states facts"),
    "fix-before-its-term": (121, '"Pelvis" is used before it is introduced (in this explanation)'),
    "fix-in-another-step": (119, 'a fix block in a step of kind "explain"'),
    "fix-of-another-fault": (120, 'did you mean "squatty-hinge"?'),
    "fix-of-nobody": (119, 'did you mean "yours"?'),
    "fix-of-nothing": (120, "the form rules find nothing in yours"),
    "fix-placeholder-of-nobody": (121, '"squat" is not on the stage here'),
    "fix-prompt-too-long": (118, "this prompt has 28 words"),
    "fix-that-is-missing": (99, "this fix_it step repairs nothing"),
    "fix-that-leaves-something": (120, "yours still leaves hinge-knees-quiet"),
    "fix-that-threatens": (121, '"dangerous" threatens (in this explanation)'),
    "hidden-by-nobody": (38, "this find_fault step hides nothing"),
    "hidden-fault-of-another": (78, "find the fault in figure 1"),
    "hidden-fault-too-small": (49, "find something in nobody"),
    "hidden-faults-of-two": (49, "find something in b, c"),
    "hidden-figure-alone": (65, "nobody to be told from"),
    "hidden-figures-of-two-movements": (66, "hidden figures do one movement"),
    "hidden-with-findings": (59, "findings would tell who has the fault"),
    "hidden-with-too-few-choices": (71, 'write the choices "Figure A", "Figure B", "Figure C"'),
    "highlight-of-a-resting-muscle": (118, '"quadriceps" rests in hip-hinge'),
    "highlight-without-its-layer": (117, "is not seen without its layer"),
    "impossible-body": (131, "9"),
    "inner-cue-of-threat": (29, '"hurt" threatens (in this cue)'),
    "misconception-of-nobody": (123, '"hinge" is not on the stage'),
    "misconception-too-long": (134, "this misconception has 32 words"),
    "miss-of-threat": (75, '"dangerous" threatens (in this misconception)'),
    "miss-too-long": (69, "this explanation has 45 words"),
    "missing-title": (2, "title is missing"),
    "misspelled-kind": (108, 'did you mean "explain"'),
    "no-right-choice": (136, "0 choices have right = true"),
    "placeholder-of-nobody": (81, '"forward-bend" is not on the stage'),
    "prompt-too-long": (149, "this prompt has 26 words"),
    "prompt-too-wide": (149, "this prompt has 154 characters"),
    "practice-that-is-missing": (175, "write a practice block with count"),
    "proof-that-fails": (66, "proof fails"),
    "proof-that-is-none": (66, "is no condition"),
    "raw-html": (26, "no HTML"),
    "replay-of-a-fault-alone": (172, "nobody beside it does hip-hinge right"),
    "replay-of-a-resting-muscle": (172, '"quadriceps" rests in hip-hinge'),
    "replay-of-no-layer": (135, 'did you mean "angles"'),
    "replay-of-the-question": (135, "the picture on which the question was asked"),
    "replay-of-the-right-answer": (167, "the right choice needs no replay"),
    "replay-that-cannot-be-done": (172, "squat cannot be done as asked"),
    "replay-with-three-layers": (124, "3 layers in a replay"),
    "replay-without-its-layer": (172, "is not seen without its layer"),
    "sandbox-without-words": (134, "does not say what to try"),
    "shown-before-predicted": (59, "predict before seeing"),
    "term-before-its-introduction": (64, '"Squat" is used before it is introduced'),
    "text-too-long": (155, "this text has 65 words"),
    "three-new-layers": (84, "3 new layers at once"),
    "title-too-long": (121, "this title has 6 words"),
    "two-cues": (96, "a second cue"),
    "unclosed-block": (151, "not closed"),
    "unknown-highlight": (118, 'did you mean "hamstrings"'),
    "unknown-key": (5, '"level" is not a name known here'),
    "unknown-layer": (117, '"muscle" is no layer'),
    "unknown-movement": (114, 'did you mean "hip-hinge"'),
    "unknown-placeholder": (81, 'did you mean "hip_back_cm"'),
    "unknown-reference": (109, "is not in the front matter"),
    "why-too-long": (110, "this why has 45 words"),
    "word-of-threat": (92, '"dangerous" threatens (in this cue)'),
    "wrong-choice-without-explanation": (141, "explanation is missing"),
    "wrong-choice-without-misconception": (141, "names no misconception"),
}


@pytest.mark.slow
def test_everything_that_is_shipped_is_right() -> None:
    assert check() == []


@pytest.mark.parametrize("good", [GOOD, GUESSING])
def test_a_small_lesson_can_be_right(good: Path) -> None:
    assert check([good]) == []


def test_a_lesson_that_hides_and_repairs_can_be_right() -> None:
    assert check([REPAIRS]) == []


@pytest.mark.parametrize(
    ("movements", "faults", "told"),
    [
        (["hip-hinge", "hip-hinge"], ["", "rounded-back=60"], False),
        (["hip-hinge", "hip-hinge"], ["rounded-back=0", "rounded-back=60"], False),
        (["hip-hinge"], ["rounded-back=0"], False),
        (["squat", "hip-hinge"], ["", "rounded-back=60"], True),
        (["hip-hinge", "hip-hinge"], ["rounded-back=30", "rounded-back=60"], True),
    ],
)
def test_a_fault_is_only_seen_beside_the_same_movement_done_right(
    movements: list[str], faults: list[str], told: bool, tmp_path: Path
) -> None:
    names = ["one", "other"][: len(movements)]
    rows = f"movements = {movements}\nnames = {names}\nfaults = {faults}\n".replace("'", '"')
    lesson = GOOD.read_text(encoding="utf-8").replace(
        'movements = ["hip-hinge"]\nplay = "still"\nat = "turn"\n',
        f'{rows}play = "still"\nat = "turn"\n',
    )
    file = tmp_path / "small.md"
    file.write_text(lesson, encoding="utf-8")
    problems = [str(each) for each in check([file])]
    assert any("shows a fault" in each for each in problems) is told
    assert rows in lesson


@pytest.mark.parametrize(
    ("stage", "prompt", "told"),
    [
        ('movements = ["vertical-jump"]\nlayers = []\n', "Jump.", False),
        ('movements = ["vertical-jump"]\nlayers = ["muscles"]\n', "Jump.", True),
        (
            'movements = ["vertical-jump"]\nlayers = []\n',
            "Glutes: {vertical-jump.level.glutes@descent}.",
            True,
        ),
        ('movements = ["squat"]\nloads_kg = [200]\nlayers = []\n', "Squat.", True),
    ],
)
def test_without_a_load_muscles_are_weighed_only_where_they_are_looked_at(
    stage: str, prompt: str, told: bool, tmp_path: Path
) -> None:
    plain = '> Watch it.\n\n```stage\nmovements = ["hip-hinge"]\n'
    lesson = GOOD.read_text(encoding="utf-8") + "\n### More\n\n" + plain
    lesson += 'play = "once"\n```\n'
    lesson = lesson.replace(plain, f"> {prompt}\n\n```stage\n{stage}")
    file = tmp_path / "small.md"
    file.write_text(lesson, encoding="utf-8")
    problems = [str(each) for each in check([file])]
    assert any("lacks" in each for each in problems) is told


def test_a_movement_without_the_moment_of_others_is_judged_all_the_same(tmp_path: Path) -> None:
    """A deadlift has no phase of its own that is called the turn, and none called the stretch."""
    for moment in ("turn", "stretch"):
        stage = (
            f'movements = ["deadlift"]\nlayers = ["muscles"]\nplay = "still"\nat = "{moment}"\n'
            'highlight = "glutes"\n'
        )
        plain = '> Watch it.\n\n```stage\nmovements = ["hip-hinge"]\nplay = "once"\n```\n'
        lesson = (
            GOOD.read_text(encoding="utf-8") + f"\n### More\n\n> Look.\n\n```stage\n{stage}```\n"
        )
        file = tmp_path / "small.md"
        file.write_text(lesson + "\n### Again\n\n" + plain, encoding="utf-8")
        assert not [each for each in check([file]) if "rests" in each.problem]


@pytest.mark.parametrize("asking", ["question", "drag"])
def test_a_prediction_asks_for_an_answer_or_for_a_place(asking: str, tmp_path: Path) -> None:
    question = GOOD.read_text(encoding="utf-8").split("```question\n")[2].split("```")[0]
    drag = 'prompt = "Where?"\nfigure = "hip-hinge"\nhandle = "hip"\nat = "turn"\n'
    drag += 'close_cm = 6\nexplanation = "There."\n'
    file = tmp_path / "small.md"
    for block, asks in (
        (f"```{asking}\n{question if asking == 'question' else drag}```", True),
        ("", False),
    ):
        lesson = GOOD.read_text(encoding="utf-8").replace('"recall"', '"predict"')
        file.write_text(lesson.replace(f"```question\n{question}```", block), encoding="utf-8")
        assert any("does not ask" in str(each) for each in check([file])) is not asks


def test_every_bad_lesson_is_tried() -> None:
    assert {path.stem for path in BAD.glob("*.md")} == FAULTS.keys()


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_one_problem_on_its_line(name: str) -> None:
    file = BAD / f"{name}.md"
    line, said = FAULTS[name]
    (problem,) = check([file])
    assert str(problem).startswith(f"{file}:{line}: ")
    assert said in problem.problem


def test_five_faults_are_five_problems_at_once(tmp_path: Path) -> None:
    text = course.files()["what-is-a-hinge"].read_text(encoding="utf-8")
    planted = {
        'kind = "recall"': 'kind = "recal"',
        "## Your turn": "## And now it is your turn",
        "{squat.hip_back_cm:.0f} cm back": "{squat.hip_bakc_cm:.0f} cm back",
        'highlight = "spine"\ndifference': 'highlight = "spin"\ndifference',
        '"squat.hip_down_cm > 2 * hip-hinge.hip_down_cm"': '"squat.hip_down_cm < 2"',
    }
    for right, fault in planted.items():
        assert right in text
        text = text.replace(right, fault, 1)
    lines = [text[: text.index(fault)].count("\n") + 1 for fault in planted.values()]
    file = tmp_path / "01-five-faults.md"
    file.write_text(text, encoding="utf-8")
    problems = check([file])
    assert len(problems) == 5, problems
    assert [problem.line for problem in problems] == sorted(lines)


ROWS = GOOD.read_text(encoding="utf-8").split("\n")


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, len(ROWS) - 1), max_size=6),
    st.lists(st.tuples(st.integers(0, len(ROWS)), st.sampled_from(ROWS)), max_size=6),
)
def test_however_a_lesson_is_mangled_the_check_only_tells_problems(
    lost: list[int], strays: list[tuple[int, str]]
) -> None:
    rows = [row for number, row in enumerate(ROWS) if number not in lost]
    for place, row in strays:
        rows.insert(place, row)
    draft = parse("\n".join(rows), "a.md")
    for problem in draft_problems(draft, words()):
        assert 1 <= problem.line <= len(rows) + 1


def test_a_folder_is_searched_for_lessons(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.md").write_text("nothing", encoding="utf-8")
    (tmp_path / "reference").mkdir()
    (tmp_path / "reference" / "guide.md").write_text("# Not a lesson", encoding="utf-8")
    (problem,) = check([tmp_path])
    assert problem.file.endswith("a.md")


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.md", None, "there is no such file"),
        ("picture.png", b"\x89PNG", "not a file of the course"),
        ("picture.md", b"\x89PNG\x0d\x0a\x1a\x0a", "is not UTF-8"),
        ("words.toml", b"format = ", "TOML"),
        ("rules.toml", b"[[rule]", "TOML"),
        ("empty.md", b"", "the file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(
    tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    (problem,) = check([file])
    assert problem.line == 1
    assert said in problem.problem


def test_words_that_are_missing_are_named(tmp_path: Path) -> None:
    text = shelf.lessons("en", "words.toml").read_text(encoding="utf-8")
    text = text.replace('descent = "Hips back"\n', "", 1)
    text = text.replace("{missed_mm:.0f}", "{missed_km:.0f}", 1)
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8")
    missing, stranger = check([file])
    assert 'write descent = "…" in [movements.hip-hinge.phases]' in missing.problem
    assert "{missed_km} is not offered to this sentence; allowed: {missed_mm}" in stranger.problem


def test_numbers_that_words_cannot_write_are_told(tmp_path: Path) -> None:
    text = shelf.lessons("en", "words.toml").read_text(encoding="utf-8")
    text = text.replace("decimals = 2\n", 'decimals = "two"\n', 1)
    text = text.replace("decimals = 2\n", "decimals = 99\n", 1)
    text = text.replace("{missed_mm:.0f}", "{missed_mm:99999999d}", 1)
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8")
    said = sorted(problem.problem for problem in check([file]))
    assert said[0] == "decimals is 99; write a whole number in 0 … 6"
    assert said[1] == "decimals is two; write a whole number in 0 … 6"
    assert said[2].startswith('{missed_mm} has the format "99999999d"; allowed: ')
    assert len(said) == 3


def test_two_lessons_of_one_name_are_told(tmp_path: Path) -> None:
    for name in ("01-small.md", "02-small.md"):
        shutil.copy(GOOD, tmp_path / name)
    (problem,) = check([tmp_path])
    assert problem.file.endswith("02-small.md")
    assert problem.problem.startswith('a second lesson "small", beside 01-small.md')


def test_a_picture_beside_the_lesson_and_a_link_to_a_lesson_are_right(tmp_path: Path) -> None:
    rows = list(ROWS)
    rows[80] = "![hips](hips.png) [first](lesson:what-is-a-hinge) {hip-hinge.hip_back_cm:.0f} cm."
    (tmp_path / "small.md").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "hips.png").write_bytes(b"")
    assert check([tmp_path]) == []


def test_a_target_that_the_body_misses_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        'format = 1\n\n[[target]]\nmovement = "hip-hinge"\nmeasure = "hip_back_cm"\nlow = 90\n'
        'unit = "cm"\nsource = "a test"\nstrength = "model"\n',
        encoding="utf-8",
    )
    (problem,) = check([file])
    assert problem.line == 3
    assert "the target is at least 90 cm" in problem.problem


def test_a_claim_that_the_bodies_contradict_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        'format = 1\n\n[[claim]]\ncondition = "squat.hip_down_cm < hip-hinge.hip_down_cm"\n'
        'source = "a test"\nstrength = "model"\n',
        encoding="utf-8",
    )
    (problem,) = check([file])
    assert problem.line == 4
    assert "proof fails" in problem.problem


def test_a_rule_that_names_nothing_is_told(tmp_path: Path) -> None:
    file = tmp_path / "rules.toml"
    file.write_text(
        'format = 1\n\n[[target]]\nmovement = "hip-hnige"\nmeasure = "x"\nlow = 1\nunit = "cm"\n'
        'source = "a test"\nstrength = "model"\n\n[[rule]]\nid = "r"\nfault = "rouned-back"\n'
        'movements = ["squat"]\nmeasure = "hip_bakc_cm"\nlow = 1\nunit = "cm"\n'
        'phases = ["turn", "trun"]\nsource = "a test"\nstrength = "model"\n',
        encoding="utf-8",
    )
    said = [problem.problem for problem in check([file])]
    assert len(said) == 4
    assert all("did you mean" in each for each in said)


def test_a_claim_that_fails_shows_both_values() -> None:
    stage = figures(StagePlan((Cast("hip-hinge", "hip-hinge"),)))
    assert broken("hip-hinge.hip_back_cm > 5", stage) == ""
    assert "proof fails" in broken("hip-hinge.hip_back_cm > 500", stage)
    assert "computed: " in broken("hip-hinge.hip_back_cm > 500", stage)


def test_the_default_body_keeps_contacts_and_balance_in_every_shipped_lesson() -> None:
    for entry in course.entries():
        assert entry.lesson is not None
        for step in entry.lesson.steps:
            for build in step.builds:
                for repetition in figures(build.stage).values():
                    assert list(standing(repetition.take)) == []
