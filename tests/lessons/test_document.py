"""Lesson documents become values, or every problem at once with its line; never anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hinge_tutor.lessons.document import parse, read_draft, read_lesson
from hinge_tutor.lessons.lesson import Cast
from hinge_tutor.located import AuthorError, AuthorErrors

HERE = Path(__file__).parent
GOOD = (HERE / "good" / "small.md").read_text(encoding="utf-8")
FRONT = '+++\nformat = 1\ntitle = "T"\nminutes = 5\ncorrect = "hip-hinge"\ngoal = "G"\n+++\n'
STEP = '## A step\n\n> Look.\n\n```step\nkind = "show"\n```\n'
STAGE = '```stage\nmovements = ["hip-hinge"]\n```\n'


def lines_of(text: str) -> list[tuple[int, str]]:
    return [(error.line, error.problem) for error in parse(text, "a.md").errors]


def test_a_good_document_has_no_problems() -> None:
    assert lines_of(GOOD) == []


def test_the_number_and_the_id_come_from_the_file_name() -> None:
    lesson = parse(GOOD, "some/folder/07-a-name.md").lesson
    assert (lesson.number, lesson.id, lesson.file) == (7, "a-name", "some/folder/07-a-name.md")


def test_a_file_name_without_a_number_is_the_id() -> None:
    lesson = parse(GOOD, "a-name.md").lesson
    assert (lesson.number, lesson.id) == (0, "a-name")


def test_builds_inherit_from_their_step() -> None:
    step = parse(GOOD, "a.md").lesson.steps[1]
    predict, slowly, again = step.builds
    assert step.prompt == predict.prompt == slowly.prompt == "Watch where each one folds."
    assert [cast.movement for cast in slowly.stage.movements] == ["hip-hinge", "squat"]
    assert predict.stage.same_height
    assert slowly.stage.same_height
    assert not again.stage.same_height
    assert again.stage.movements == (Cast("hip-hinge", "hip-hinge"),)
    assert again.cue == ""


def test_highlight_stop_and_difference_are_not_inherited() -> None:
    stage = STAGE.replace("]\n", ']\nhighlight = "hip"\nstop_at = "turn"\ndifference = true\n')
    text = FRONT + STEP + stage + '### One\n\n```stage\nplay = "loop"\n```\n'
    plan = parse(text, "a.md").lesson.steps[0].builds[0].stage
    assert (plan.highlight, plan.stop_at, plan.difference) == (None, None, False)
    assert plan.play == "loop"


def test_props_are_inherited_and_at_most_two() -> None:
    stage = STAGE.replace("]\n", ']\nlayers = ["props"]\nprops = ["dowel", "wall"]\n')
    text = FRONT + STEP + stage + '### One\n\n```stage\nplay = "loop"\n```\n'
    assert parse(text, "a.md").lesson.steps[0].builds[0].stage.props == ("dowel", "wall")
    for props, said in (
        ('["dowel", "wall", "board"]', "3 props; at most 2"),
        ('["dovel"]', 'did you mean "dowel"?'),
    ):
        ((_, problem),) = lines_of(text.replace('["dowel", "wall"]', props))
        assert said in problem


def test_a_step_without_builds_is_its_own_build() -> None:
    lesson = parse(FRONT + STEP + STAGE + "\nWords.\n", "a.md").lesson
    (build,) = lesson.steps[0].builds
    assert (build.name, build.prompt, build.text) == ("A step", "Look.", "Words.")


def test_figures_of_one_movement_are_told_apart_by_name_body_and_load() -> None:
    stage = (
        '```stage\nmovements = ["hip-hinge", "hip-hinge"]\nnames = ["light", "heavy"]\n'
        'bodies = ["default", "femur=+8%"]\nloads_kg = [0, 20]\n```\n'
    )
    draft = parse(FRONT + STEP + stage, "a.md")
    assert draft.errors == ()
    assert draft.lesson.steps[0].builds[0].stage.movements == (
        Cast("light", "hip-hinge", "default", 0.0),
        Cast("heavy", "hip-hinge", "femur=+8%", 20.0),
    )


def test_figures_have_faults_where_the_stage_gives_them_and_builds_inherit_those() -> None:
    stage = (
        '```stage\nmovements = ["hip-hinge", "hip-hinge"]\nnames = ["right", "round"]\n'
        'faults = ["", "rounded-back=60"]\n```\n'
    )
    draft = parse(FRONT + STEP + stage + '### One\n\n```stage\nplay = "loop"\n```\n', "a.md")
    assert draft.errors == ()
    plan = draft.lesson.steps[0].builds[0].stage
    assert [cast.faults for cast in plan.movements] == [(), (("rounded-back", 0.6),)]
    assert [cast.load_kg for cast in plan.movements] == [None, None]


@pytest.mark.parametrize(
    ("faults", "said"),
    [
        ('["rounded-bak"]', 'did you mean "rounded-back"?'),
        ('["rounded-back=200"]', "a percentage from 0 to 100"),
        ('["", ""]', "faults has 2 entries for 1 figures"),
    ],
)
def test_a_wrong_fault_on_the_stage_is_named_with_its_line(faults: str, said: str) -> None:
    stage = f'```stage\nmovements = ["hip-hinge"]\nfaults = {faults}\n```\n'
    ((line, problem),) = lines_of(FRONT + STEP + stage)
    assert said in problem
    assert (FRONT + STEP + stage).split("\n")[line - 1].startswith("faults")


def test_lines_are_those_of_the_file() -> None:
    lesson = parse(GOOD, "a.md").lesson
    rows = GOOD.split("\n")
    for step in lesson.steps:
        assert rows[step.line - 1] == f"## {step.title}"
        for build in step.builds:
            assert rows[build.line - 1].endswith(build.name)
            assert rows[build.lines["prompt"] - 1] == f"> {build.prompt}"
            if build.cue:
                assert build.cue in rows[build.lines["cue"] - 1]
            if build.text:
                assert rows[build.lines["text"] - 1] == build.text.split("\n")[0]
            for choice in build.question.choices if build.question else ():
                assert rows[choice.line - 1] == "[[choice]]"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("", 1, "the file is empty"),
        ("\n\n  \n", 1, "the file is empty"),
        ("# A title\n", 1, "begins with a line +++"),
        ("+++\ntitle = 1\n", 1, "not closed"),
        ("+++\n+++\n", 2, "the front matter is empty"),
        (FRONT, 2, "a lesson without steps"),
        (FRONT + "Words before.\n", 8, "before the first step"),
        (FRONT + "# One\n", 8, 'a heading with 1 "#"'),
        (FRONT + "##\n", 8, "a heading without words"),
        (FRONT + "## A\n" + STAGE, 8, "no step block"),
        (FRONT + STEP, 8, "nothing on the stage"),
        (FRONT + STEP + STAGE + "```stgae\n```\n", 18, 'did you mean "stage"?'),
        (FRONT + STEP + STAGE + "```cue\n", 18, "not closed"),
        (FRONT + STEP + STAGE.replace('"hip-hinge"', ""), 16, "no figure on the stage"),
        (FRONT + STEP + STAGE.replace("]\n", "]\nspeed = 9\n"), 17, "0.05 … 2"),
        (FRONT + STEP + STAGE.replace("]\n", ']\nplay = "twice"\n'), 17, "still, once, loop"),
        (FRONT + STEP + STAGE.replace("]\n", ']\nat = "trun"\n'), 17, 'did you mean "turn"?'),
        (FRONT + STEP + STAGE.replace("]\n", "]\nat = 1.5\n"), 17, "0 … 1"),
        (FRONT + STEP + STAGE.replace("]\n", "]\nloads_kg = [1, 2]\n"), 17, "2 entries for 1"),
        (FRONT + STEP + STAGE.replace('"]', '", "hip-hinge"]'), 16, "two figures have one name"),
        (FRONT + STEP + STAGE + "x" * 2000 + "\n", 18, "a row of 2000 characters"),
        (FRONT + STEP + STAGE + "Zero\u200b\x00\n", 18, "invisible control character"),
        (FRONT.replace("format = 1", "format = 2") + STEP + STAGE, 2, "this program reads 1"),
        (FRONT + STEP + STAGE + "> Again.\n", 18, "a second prompt"),
    ],
)
def test_a_faulty_document_says_what_and_where(text: str, line: int, said: str) -> None:
    found = lines_of(text)
    assert len(found) == 1, found
    assert found[0][0] == line
    assert said in found[0][1]


def test_all_problems_come_at_once_in_the_order_of_the_lines() -> None:
    text = GOOD.replace('kind = "explain"', 'kind = "x"').replace("minutes = 5", "minutes = 99")
    lines = [line for line, _ in lines_of(text)]
    assert len(lines) == 2
    assert lines == sorted(lines)


def test_a_question_may_only_be_answered_in_a_later_build_of_its_step() -> None:
    ((_, problem),) = lines_of(GOOD.replace('reveal = "Slowly"', 'reveal = "Slowy"'))
    assert 'did you mean "Slowly"?' in problem


REPLAY = 'misconception = "The back folds."\n'


@pytest.mark.parametrize(
    ("given", "play", "speed", "at"),
    [
        # Whoever is asked sees a still: what disproves an answer then moves, slowly.
        ('stop_at = "turn"', "once", 0.5, None),
        ("speed = 1", "once", 1.0, None),
        ('play = "still", at = "turn"', "still", 0.5, "turn"),
    ],
)
def test_a_replay_is_laid_over_the_stage_on_which_it_was_asked(
    given: str, play: str, speed: float, at: str | None
) -> None:
    draft = parse(GOOD.replace(REPLAY, f"{REPLAY}replay = {{ {given} }}\n"), "a.md")
    assert not draft.errors
    question = draft.lesson.steps[3].question
    assert question is not None
    replay = question.choices[1].replay
    assert replay is not None
    assert (replay.play, replay.speed, replay.at) == (play, speed, at)
    assert replay.movements == draft.lesson.steps[3].builds[0].stage.movements
    head, stage = GOOD.split("## Say it", 1)
    stage = stage.replace("```stage\n", '```stage\nplay = "loop"\n', 1)
    moving = f"{head}## Say it{stage}".replace(REPLAY, f"{REPLAY}replay = {{ {given} }}\n")
    kept = parse(moving, "a.md").lesson.steps[3].question
    assert kept is not None
    assert kept.choices[1].replay is not None
    assert kept.choices[1].replay.play == (play if "play" in given else "loop")


def test_a_binary_file_is_one_problem(tmp_path: Path) -> None:
    file = tmp_path / "01-picture.md"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(AuthorErrors) as caught:
        read_lesson(file)
    assert len(caught.value.errors) == 1


def test_a_huge_file_is_one_problem(tmp_path: Path) -> None:
    file = tmp_path / "01-huge.md"
    file.write_bytes(b"a" * 5_000_000)
    with pytest.raises(AuthorErrors, match="MB"):
        read_draft(file)


@pytest.mark.parametrize("size", range(0, len(GOOD), 97))
def test_a_half_written_file_is_only_ever_problems(size: int) -> None:
    for error in parse(GOOD[:size], "a.md").errors:
        assert isinstance(error, AuthorError)
        assert 1 <= error.line <= GOOD.count("\n") + 1


BLOCK_PIECES = ("+++\n", "```", "~~~", "stage\n", "step\n", "question\n", "## ", "### ", "> ")
TOML_PIECES = ("[[choice]]\n", "movements = [", '"hip-hinge"', "]\n", "kind = ", '"show"\n', "\n")
ODD_PIECES = ("text = '''", "{", "}", "at = 1e999\n", "a.b = 1\n", "[a]\n", "\x00", "proof = 3\n")
PIECES = st.sampled_from((*BLOCK_PIECES, *TOML_PIECES, *ODD_PIECES))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=40).map("".join))
@example("+++\n[[a]]\n[a]\n+++\n## x\n```step\n```")
@example("+++\nreference = 3\n+++\n## x\n```question\nchoice = 3\n```")
def test_any_text_at_all_is_only_ever_problems(text: str) -> None:
    for source in (text, FRONT + text, FRONT + STEP + text):
        rows = source.count("\n") + 1
        for error in parse(source, "a.md").errors:
            assert isinstance(error, AuthorError)
            assert 1 <= error.line <= rows
