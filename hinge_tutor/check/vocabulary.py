"""words.toml has a word for everything that can appear on screen, and only sentences that fill."""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import get_args

from hinge_tutor import located
from hinge_tutor.body.muscles import GROUPS
from hinge_tutor.body.places import load_places
from hinge_tutor.body.population import RANKED, THIGH_TO_TRUNK
from hinge_tutor.body.specification import ENTRIES, Sex, presets
from hinge_tutor.check.sentences import AMONG, FINDING, SENTENCES, SIGHT
from hinge_tutor.coaching.dowel import CONTACTS
from hinge_tutor.coaching.measures import MEASURES
from hinge_tutor.coaching.parameters import PARAMETERS
from hinge_tutor.coaching.rules import Rules
from hinge_tutor.coaching.sights import SIGHTS
from hinge_tutor.coaching.strengths import STRENGTHS
from hinge_tutor.coaching.technique import CORNERS, DISC, MOMENTS
from hinge_tutor.lessons.confidence import CONFIDENCES
from hinge_tutor.lessons.deck_words import DAYS
from hinge_tutor.lessons.fill import FORMATS
from hinge_tutor.lessons.lesson import KINDS, REGIONS
from hinge_tutor.lessons.names_apart import LENGTHS, NAMED
from hinge_tutor.lessons.setting_words import ARCHING
from hinge_tutor.lessons.words import FORMAT, Words
from hinge_tutor.located import AuthorError, AuthorErrors, Located
from hinge_tutor.mechanics.efforts import LEVELS, WORK_MODES
from hinge_tutor.mechanics.levers import TOLD
from hinge_tutor.motion.bending import JOINTS
from hinge_tutor.motion.blending import BLEND
from hinge_tutor.motion.fault_rows import faults
from hinge_tutor.motion.handles import HANDLES
from hinge_tutor.motion.movement import TEACHING_PROPS, load_movement, movements
from hinge_tutor.motion.needs import STANCES
from hinge_tutor.motion.photo_marks import MARKS
from hinge_tutor.motion.shared_clock import SYNCS
from hinge_tutor.motion.usual_load import KINDS as LOAD_KINDS
from hinge_tutor.stage.curves import CURVES
from hinge_tutor.stage.options import LAYERS, PRESETS
from hinge_tutor.stage.plot_names import PLOTS

# More than this mean nothing; words take no others.
MOST_DECIMALS = 6

Need = tuple[tuple[str, ...], tuple[str, ...] | None]


def problems(path: Path, rules: Rules | None) -> Iterator[AuthorError]:
    """Everything that a words.toml lacks, and every sentence that asks for what it cannot get."""
    try:
        document = located.read(path)
    except AuthorErrors as errors:
        yield from errors.errors
        return
    if document.data.get("format") != FORMAT:
        yield document.error(f"format is not {FORMAT}; write format = {FORMAT}", "format")
    words = Words(document)
    for place, offered in needs(rules):
        yield from _need(document, place, offered)
    yield from _levels(document)
    yield from _decimals(document)
    yield from _glossary(document, words)


def needs(rules: Rules | None) -> Iterator[Need]:
    """Every place that needs a text; with the placeholders it may use where it is a sentence."""
    yield ("numbers", "decimal"), None
    yield from _movement_words()
    for table, names in _tables():
        for name in names:
            yield (table, name), None
    for group in GROUPS:
        for part in ("plain", "anatomical", "label", "place", "job"):
            yield ("muscles", group, part), None
    for mode in WORK_MODES:
        yield ("modes", mode), None
        yield ("modes", "terms", mode), None
    for measure in MEASURES:
        yield ("measures", measure, "name"), None
    yield from _judging(rules)
    for table, sentences in SENTENCES.items():
        for name, offered in sentences.items():
            yield (table, name), offered
    yield from _differing()
    yield from _bodies()
    yield from _plotted()
    for table, names in (("stances", STANCES), ("loads", LOAD_KINDS)):
        for name in names:
            yield ("needs", table, name), None
    for place in load_places():
        yield ("loads", place), None


def _bodies() -> Iterator[Need]:
    """Words for what is set on a body, and for where it stands among people."""
    for table, names in (("entries", ENTRIES), ("presets", presets()), ("sexes", get_args(Sex))):
        for name in names:
            yield ("bodies", table, name), None
    for sex in get_args(Sex):
        yield ("bodies", "people", sex), None
    for entry in (*RANKED, THIGH_TO_TRUNK):
        yield ("bodies", "among", entry), AMONG


def _plotted() -> Iterator[Need]:
    """Words for plots, for the technique map, and for what a muscle's lever does at a joint."""
    for name in (*DISC, *MOMENTS):
        yield ("technique", "loads", name), None
    for name in PLOTS:
        yield ("plots", name), None
        yield ("plot_notes", name), None
    for name in CURVES:
        yield ("plots", "curves", name), None
    for joint in TOLD:
        for way in ("extension", "flexion"):
            yield ("levers", joint, way), None


def _differing() -> Iterator[Need]:
    """Words for what figures differ in, and for what is seen of it."""
    for name in PARAMETERS:
        offered = ("first", "second", *(("what", "name") if name == "fault" else ()))
        yield ("difference", "parameters", name), offered
        # A fault is named by its dial.
        if name != "fault":
            yield ("difference", "names", name), None
        if name not in NAMED:
            yield ("difference", "marks", name), ("value",)
    for name in LENGTHS:
        yield ("difference", "usual", name), None
    for sex in get_args(Sex):
        yield ("difference", "sex", sex), None
    for sight in SIGHTS:
        for way in ("more", "less", *(("past",) if sight in ARCHING else ())):
            yield ("difference", "sights", sight, way), SIGHT


def _judging(rules: Rules | None) -> Iterator[Need]:
    """Words of the form rules, and of the faults that they may be a sign of."""
    for rule in rules.rules if rules else ():
        yield ("findings", rule.id, "name"), None
        yield ("findings", rule.id, "sentence"), FINDING
    for fault in faults():
        for part in ("name", "sight", "effect", "cue", "inner", "dial"):
            yield ("faults", fault, part), None


def _movement_words() -> Iterator[Need]:
    phases = {name: [phase.id for phase in load_movement(name).phases] for name in movements()}
    # A still pose has no movement file; its one moment counts as a turn.
    # Blends have the phases of the movements that they lie between.
    between = {BLEND: phases[CORNERS[0]]} if CORNERS[0] in phases else {}
    for name, ids in {**phases, **between, "pose": ["turn"]}.items():
        for part in ("name", "short", "badge", "sentence"):
            yield ("movements", name, part), None
        for phase in ids:
            yield ("movements", name, "phases", phase), None
            yield ("movements", name, "cues", phase), None


def _tables() -> Iterator[tuple[str, Iterable[str]]]:
    yield "layers", LAYERS
    yield "layer_notes", LAYERS
    yield "presets", PRESETS
    yield "props", TEACHING_PROPS
    yield "prop_notes", TEACHING_PROPS
    yield "props_in_full", TEACHING_PROPS
    yield "contacts", (*CONTACTS, "braced", "free")
    yield "kinds", KINDS
    yield "strengths", STRENGTHS
    yield "confidence", CONFIDENCES
    yield "question", ("predict", "recall", "answer", "yes", "guess")
    yield "sync", SYNCS
    yield "ending", ("heading", "lead", "keep")
    yield "days", DAYS
    yield "regions", ("trunk", *REGIONS)
    yield "joints", ("hip", "knee", "ankle", "spine", "l5s1", "l3l4", "l1l2", "shoulder")
    yield "sides", ("near", "far")
    yield "handles", (handle.name for handle in HANDLES)
    yield "bends", JOINTS
    yield "marks", MARKS
    yield "marks_in_full", MARKS
    yield "mark_hints", MARKS


def _need(
    document: Located, place: tuple[str, ...], offered: tuple[str, ...] | None
) -> Iterator[AuthorError]:
    value: object = document.data
    for part in place:
        value = value.get(part) if isinstance(value, dict) else None
    if not isinstance(value, str) or not value.strip():
        *table, name = place
        yield document.error(
            f'no word for {name}; write {name} = "…" in [{".".join(table)}]', *place
        )
        return
    if offered is None:
        return
    for name, form in _fields(value):
        if name not in offered:
            allowed = ", ".join(f"{{{each}}}" for each in offered) or "none"
            problem = f"{{{name}}} is not offered to this sentence; allowed: {allowed}"
            yield document.error(problem, *place)
        elif form not in FORMATS:
            allowed = ", ".join(f'"{each}"' for each in FORMATS)
            problem = f'{{{name}}} has the format "{form}"; allowed: {allowed}'
            yield document.error(problem, *place)


def _fields(sentence: str) -> Iterator[tuple[str, str]]:
    """The names in a sentence's braces with their formats.

    A sentence that is no format asks for the impossible.
    """
    try:
        for _, name, form, conversion in string.Formatter().parse(sentence):
            if name is not None:
                yield name, f"!{conversion}" if conversion else form or ""
    except ValueError:
        yield "a brace that is not closed", ""


def _decimals(document: Located) -> Iterator[AuthorError]:
    measures = document.data.get("measures")
    for name, measure in measures.items() if isinstance(measures, dict) else ():
        decimals = measure.get("decimals", 0) if isinstance(measure, dict) else 0
        whole = isinstance(decimals, int) and not isinstance(decimals, bool)
        if not whole or not 0 <= decimals <= MOST_DECIMALS:
            problem = (
                f"decimals is {str(decimals)[:40]}; write a whole number in 0 … {MOST_DECIMALS}"
            )
            yield document.error(problem, "measures", name, "decimals")


def _levels(document: Located) -> Iterator[AuthorError]:
    levels = document.data.get("levels")
    names = levels.get("names") if isinstance(levels, dict) else None
    if not isinstance(names, list) or len(names) != len(LEVELS):
        problem = f"levels need {len(LEVELS)} names; write names = [four words] in [levels]"
        yield document.error(problem, "levels", "names")


def _glossary(document: Located, words: Words) -> Iterator[AuthorError]:
    for term in words.glossary():
        if not term.meaning:
            problem = 'a term without its meaning; write meaning = "…"'
            yield document.error(problem, "glossary", term.id)
        if not term.forms:
            problem = 'a term without forms; write forms = ["…"], the ways a text may use it'
            yield document.error(problem, "glossary", term.id)
