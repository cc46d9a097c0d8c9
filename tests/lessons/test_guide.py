"""The guide for authors explains the whole format, on a lesson that passes every check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from hinge_tutor import shelf
from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.places import load_places
from hinge_tutor.check import check
from hinge_tutor.check.teaching import STEPS
from hinge_tutor.check.wording import MOST_WORDS
from hinge_tutor.cli.commands import COMMANDS
from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.lessons import asked_blocks, blocks, stage_block, template
from hinge_tutor.lessons.bounds import LONGEST_LESSON, MOST_BUILDS, MOST_FIGURES, MOST_STEPS
from hinge_tutor.lessons.lesson import KINDS, PLAYS, REGIONS, SIDES_OF_TRUTH
from hinge_tutor.lessons.markdown import BLOCKS
from hinge_tutor.lessons.pack import MOST_LESSONS
from hinge_tutor.lessons.pack_budget import LARGEST_PACK, LARGEST_PICTURE, MOST_FILES, PICTURES
from hinge_tutor.lessons.pack_pictures import LARGEST_SIDE
from hinge_tutor.located import Located, Reader
from hinge_tutor.motion.handles import HANDLES
from hinge_tutor.stage.options import LAYERS

GUIDE = shelf.lessons("en", "reference", "authors-guide.md").read_text(encoding="utf-8")
# The rest of the page is about movements, faults, families and rules.
LESSON = GUIDE[: GUIDE.index("\n# Writing a movement")]
EXAMPLE = shelf.lessons("en", template.FILE).read_text(encoding="utf-8")
EXCERPTS = re.findall(r"^~~~~\n(.*?)^~~~~$", LESSON, re.DOTALL | re.MULTILINE)
SPOKEN = re.sub(r"^~~~~\n.*?^~~~~$", "", LESSON, flags=re.DOTALL | re.MULTILINE)


def test_its_example_is_the_lesson_that_new_ones_begin_with() -> None:
    assert len(EXCERPTS) >= 10
    for excerpt in EXCERPTS:
        assert excerpt in EXAMPLE, excerpt
    assert check([shelf.lessons("en", template.FILE)]) == []


def test_its_excerpts_show_every_block() -> None:
    shown = {block for block in BLOCKS if any(f"```{block}\n" in each for each in EXCERPTS)}
    assert shown == {*BLOCKS}


def names(read: Callable[[Reader], Any], rows: str = "") -> Iterator[str]:
    """Every name that a block may have, and every name of its rows."""
    reader = Reader(Located("", {rows: [{}]} if rows else {}, {}))
    read(reader)
    for each in (reader, *reader._children):
        yield from each._asked


FORMAT = {
    "front matter": sorted(
        {*names(blocks.front_matter, "reference"), *names(blocks.front_matter, "card")}
    ),
    "step": sorted(names(blocks.step_head)),
    "build": sorted(names(blocks.build_head)),
    "cue": sorted(names(blocks.cue)),
    "practice": sorted(names(blocks.practice)),
    "stage": sorted(names(lambda reader: stage_block.stage(reader, None))),
    "question": sorted(names(lambda reader: asked_blocks.question(reader, None), "choice")),
    "drag": sorted(names(asked_blocks.drag, "miss")),
    "fix": sorted(names(asked_blocks.fix)),
}


def test_what_is_asked_of_the_format_is_all_of_it() -> None:
    assert "hidden" in FORMAT["stage"]
    assert "replay" in FORMAT["question"]
    assert "where" in FORMAT["drag"]
    assert {"shows", "strength", "key_points"} <= {*FORMAT["front matter"]}


@pytest.mark.parametrize("block", FORMAT)
def test_every_name_of_a_block_is_explained(block: str) -> None:
    for name in FORMAT[block]:
        shown = any(re.search(rf"^(\[\[)?{name}( =|\]\])", each, re.MULTILINE) for each in EXCERPTS)
        assert f"`{name}`" in SPOKEN or f"`{name} = " in SPOKEN or shown, name


WORDS = {
    "kinds": KINDS,
    "blocks": BLOCKS,
    "layers": LAYERS,
    "muscle groups": GROUPS,
    "regions": REGIONS,
    "places of a load": tuple(load_places()),
    "handles": tuple(handle.name for handle in HANDLES),
    "strengths": STRENGTHS,
}


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_that_can_be_written_is_listed(kind: str) -> None:
    assert [word for word in WORDS[kind] if f"`{word}`" not in SPOKEN] == []


def test_words_of_a_few_are_listed_as_well() -> None:
    assert all(f'`"{play}"`' in SPOKEN for play in PLAYS)
    assert all(side in EXAMPLE for side in SIDES_OF_TRUTH)
    assert all(f"`{ending}`" in SPOKEN for ending in PICTURES)


def test_its_numbers_are_those_of_the_program() -> None:
    for said in (
        f"{STEPS[0]} to {STEPS[1]} steps",
        (
            f"Titles have at most {MOST_WORDS['title']} words, prompts {MOST_WORDS['prompt']}, "
            f"texts {MOST_WORDS['text']}, a `why` {MOST_WORDS['why']}, cues {MOST_WORDS['cue']}, "
            f"choices {MOST_WORDS['choice']}, explanations {MOST_WORDS['explanation']}."
        ),
        f"{MOST_FILES} files and folders, {LARGEST_PACK // 10**6} MB in all",
        f"a picture {LARGEST_PICTURE // 10**6} MB and {LARGEST_SIDE:,} points each way",
        f"a lesson {LONGEST_LESSON:,} letters",
        (
            f"{MOST_LESSONS} lessons; in one of them {MOST_STEPS} steps, {MOST_BUILDS} builds in a "
            f"step, {MOST_FIGURES} different figures"
        ),
    ):
        assert said in LESSON, said


def test_its_commands_are_commands() -> None:
    typed = set(re.findall(r"hinge-tutor ([a-z][a-z-]*)", LESSON))
    assert typed <= {command.name for command in COMMANDS}
    assert {"new-lesson", "check", "list"} <= typed


def test_its_pack_is_the_one_that_is_written() -> None:
    head = template.pack_head("lean-over-the-sink")
    rows = [row for row in head.splitlines() if not row.startswith("#")]
    assert "\n".join(f"    {row}" for row in rows) in LESSON
