"""The guide for authors explains the whole format, on a lesson that passes every check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from hinge_tutor import shelf
from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.places import load_places
from hinge_tutor.check import check, reading_level
from hinge_tutor.check.teaching import STEPS
from hinge_tutor.check.wording import MOST_WORDS, most_words
from hinge_tutor.cli.commands import COMMANDS
from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.lessons import asked_blocks, blocks, stage_block, template
from hinge_tutor.lessons.bounds import LONGEST_LESSON, MOST_BUILDS, MOST_FIGURES, MOST_STEPS
from hinge_tutor.lessons.by_hand import SIDES_OF_TRUTH
from hinge_tutor.lessons.document import parse
from hinge_tutor.lessons.languages import languages
from hinge_tutor.lessons.lesson import KINDS, PLAYS, REGIONS
from hinge_tutor.lessons.markdown import BLOCKS
from hinge_tutor.lessons.pack import MOST_LESSONS
from hinge_tutor.lessons.pack_budget import LARGEST_PACK, LARGEST_PICTURE, MOST_FILES, PICTURES
from hinge_tutor.lessons.pack_pictures import LARGEST_SIDE
from hinge_tutor.located import Located, Reader
from hinge_tutor.motion.handles import HANDLES
from hinge_tutor.stage.options import LAYERS

REST = {"en": "Writing a movement", "es": "Escribir un movimiento"}
_EXCERPT = re.compile(r"^~~~~\n(.*?)^~~~~$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Guide:
    """The part of the page that is about lessons, and the lesson that it explains."""

    language: str
    lesson: str
    example: str

    @property
    def excerpts(self) -> list[str]:
        return _EXCERPT.findall(self.lesson)

    @property
    def spoken(self) -> str:
        return _EXCERPT.sub("", self.lesson)


@pytest.fixture(params=[language.code for language in languages() if language.complete])
def guide(request: pytest.FixtureRequest) -> Guide:
    """The guide of each language that is complete."""
    page = shelf.lessons(request.param, "reference", "authors-guide.md")
    text = page.read_text(encoding="utf-8")
    # The rest of the page is about movements, faults, families and rules.
    end = text.index(f"\n# {REST[request.param]}\n")
    example = shelf.lessons(request.param, template.FILE).read_text(encoding="utf-8")
    return Guide(request.param, text[:end], example)


def test_its_example_is_the_lesson_that_new_ones_begin_with(guide: Guide) -> None:
    assert len(guide.excerpts) >= 10
    for excerpt in guide.excerpts:
        assert excerpt in guide.example, excerpt
    assert check([shelf.lessons(guide.language, template.FILE)]) == []


def test_its_excerpts_show_every_block(guide: Guide) -> None:
    shown = {block for block in BLOCKS if any(f"```{block}\n" in each for each in guide.excerpts)}
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
def test_every_name_of_a_block_is_explained(block: str, guide: Guide) -> None:
    for name in FORMAT[block]:
        row = re.compile(rf"^(\[\[)?{name}( =|\]\])", re.MULTILINE)
        shown = any(row.search(each) for each in guide.excerpts)
        assert f"`{name}`" in guide.spoken or f"`{name} = " in guide.spoken or shown, name


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
def test_every_word_that_can_be_written_is_listed(kind: str, guide: Guide) -> None:
    assert [word for word in WORDS[kind] if f"`{word}`" not in guide.spoken] == []


def test_words_of_a_few_are_listed_as_well(guide: Guide) -> None:
    assert all(f'`"{play}"`' in guide.spoken for play in PLAYS)
    assert all(side in guide.example for side in SIDES_OF_TRUTH)
    assert all(f"`{ending}`" in guide.spoken for ending in PICTURES)


# What the guide says of limits; thousands are written as people write them in its language.
LIMITS = {
    "en": (
        "{least} to {most} steps",
        (
            "Titles have at most {title} words, prompts {prompt}, texts and notes {text}, a `why` "
            "{why}, cues {cue}, choices {choice}, explanations {explanation}."
        ),
        "no sentence has more than {sentence} words",
        "{files} files and folders, {pack} MB in all",
        "a picture {picture} MB and 3,000 points each way",
        "a lesson 100,000 letters",
        (
            "{lessons} lessons; in one of them {steps} steps, {builds} builds in a step, "
            "{figures} different figures"
        ),
    ),
    "es": (
        "de {least} a {most} pasos",
        (
            "un título tiene como mucho {title} palabras; una indicación, {prompt}; un texto, "
            "{text}; unas `notes`, {notes}; un `why`, {why}; una consigna, {cue}; una respuesta, "
            "{choice}; una explicación, {explanation}."
        ),
        "ninguna frase tiene más de {sentence} palabras",
        "{files} archivos y carpetas, {pack} MB en total",
        "una imagen, {picture} MB y 3000 puntos por lado",
        "una lección, 100 000 letras",
        (
            "{lessons} lecciones; en cada una, {steps} pasos, {builds} partes por paso y "
            "{figures} figuras distintas"
        ),
    ),
}


def test_its_numbers_are_those_of_the_program(guide: Guide) -> None:
    assert (LARGEST_SIDE, LONGEST_LESSON) == (3000, 100_000)
    said = " ".join(guide.lesson.split())
    numbers = {
        "least": STEPS[0],
        "most": STEPS[1],
        "sentence": reading_level.MOST_WORDS,
        "files": MOST_FILES,
        "pack": LARGEST_PACK // 10**6,
        "picture": LARGEST_PICTURE // 10**6,
        "lessons": MOST_LESSONS,
        "steps": MOST_STEPS,
        "builds": MOST_BUILDS,
        "figures": MOST_FIGURES,
    }
    lesson = parse("+++\n+++\n", f"{guide.language}/01-x.md").lesson
    words = {part: most_words(lesson, english) for part, english in MOST_WORDS.items()}
    for sentence in LIMITS[guide.language]:
        assert sentence.format(**numbers, **words) in said, sentence


def test_its_commands_are_commands(guide: Guide) -> None:
    typed = set(re.findall(r"hinge-tutor ([a-z][a-z-]*)", guide.lesson))
    assert typed <= {command.name for command in COMMANDS}
    assert {"new-lesson", "check", "list"} <= typed


def test_its_pack_is_the_one_that_is_written(guide: Guide) -> None:
    head = template.pack_head("lean-over-the-sink", guide.language)
    rows = [row for row in head.splitlines() if not row.startswith("#")]
    assert "\n".join(f"    {row}" for row in rows) in guide.lesson
