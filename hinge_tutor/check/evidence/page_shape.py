"""What the file of the proof's words must hold, and whether it fits the targets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Any

from hinge_tutor.check.evidence.naming import offered
from hinge_tutor.check.evidence.row import SECTIONS, Family
from hinge_tutor.check.evidence.targets import families
from hinge_tutor.shape import Disagreement, Shape, Table, Text

LIMITS = "limits"
# What can be named in every sentence about figures.
EVERYWHERE = ("least_effort",)
# More names than this are not listed where one of them is wrong.
MOST_LISTED = 12

# What each sentence with values is given.
SENTENCES: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("page", "caution"): EVERYWHERE,
    ("page", "section_line"): ("section", "counts"),
    ("page", "open_row"): ("title", "verdict"),
    ("page", "not_installed"): ("count", "rows"),
    ("page", "source"): ("source",),
    ("page", "known"): ("source",),
    ("counts", "met"): ("count",),
    ("counts", "missed"): ("count",),
    ("counts", "reported"): ("count",),
    ("counts", "open"): ("count",),
    ("counts", "not_installed"): ("count",),
    ("page", "written"): ("file",),
    ("verdicts", "missed"): ("amount",),
    ("verdicts", "reported_beside"): ("beside",),
    ("targets", "between"): ("low", "high"),
    ("targets", "at_least"): ("low",),
    ("targets", "at_most"): ("high",),
    ("targets", "near"): ("aim", "band"),
    ("targets", "published"): ("aim",),
    ("targets", "measured"): ("range",),
    ("notes", "engine"): ("version", "count", "movement", "body", "load_kg"),
    ("notes", "worst_arm"): ("muscle", "joint"),
    ("notes", "second"): ("group",),
    ("notes", "lacking"): ("joint", "lacking_Nm"),
}
_PLAIN = {
    "page": (
        "title",
        "intro",
        "what",
        "computed",
        "target",
        "verdict",
        "means",
        "missed",
        "open",
        "differences",
        "differences_none",
        "command_done",
        "command_broken",
    ),
    "counts": (),
    "beside": ("below", "within", "above"),
    "room": ("inside", "edge", "outside"),
    "sizes": ("close", "far"),
    "verdicts": ("met", "order_missed", "reported", "no_answer", "not_installed", "not_computed"),
    "targets": ("none",),
    "notes": (),
}


def _texts(table: str) -> Table:
    names = (*_PLAIN[table], *(path[1] for path in SENTENCES if path[0] == table))
    return Table({name: Text() for name in names})


_TITLED: Mapping[str, Shape] = {"title": Text(), "text": Text()}
SHAPE = Table(
    {
        "language": Text(),
        **{name: _texts(name) for name in _PLAIN},
        "sections": Table({name: Table(_TITLED) for name in (*SECTIONS, LIMITS)}),
        "parts": Table(others=Text()),
        "units": Table(others=Text()),
        "tiny": Table(others=Text()),
        "differences": Table(others=Table({"below": Text(), "above": Text()})),
        "rows": Table(
            others=Table(
                {
                    "title": Text(),
                    "together?": Text(),
                    "meaning": Text(),
                    "source?": Text(),
                    "cases?": Table(others=Text()),
                }
            )
        ),
    }
)


def agree(data: Mapping[str, Any]) -> Iterator[Disagreement]:
    for path, given in SENTENCES.items():
        yield from _fields(path, data[path[0]][path[1]], given)
    known, found = families(), data["rows"]
    for id_ in known.keys() - found.keys():
        yield ("rows",), f"rows has no words for {id_}; write [rows.{id_}]"
    for id_ in found.keys() - known.keys():
        yield ("rows", id_), f"there is no row {id_} in the targets; delete it or correct its name"
    for family in known.values():
        if family.id in found:
            yield from _row(family, found[family.id])
    yield from _differences(data["differences"])
    for name in {part for family in known.values() for part in _parts(family)}:
        if name not in data["parts"]:
            yield ("parts",), f'parts has no word for {name}; write {name} = "…"'


def _differences(found: Mapping[str, Any]) -> Iterator[Disagreement]:
    held = {family.id for family in families().values() if compared(family)}
    for id_ in sorted(held - found.keys()):
        text = f"{id_} stands beside what people showed; write [differences.{id_}]"
        yield ("differences",), text
    every = tuple(name for family in families().values() for name in offered(family))
    for id_, sentences in found.items():
        if id_ not in held:
            yield ("differences", id_), f"{id_} stands beside nothing that was measured; delete it"
            continue
        for side, sentence in sentences.items():
            yield from _fields(("differences", id_, side), sentence, (*every, *EVERYWHERE))


def compared(family: Family) -> bool:
    """Whether some of its figures stand beside what people showed."""
    return any(target.people is not None for target in family.targets.values())


def _row(family: Family, row: Mapping[str, Any]) -> Iterator[Disagreement]:
    place = ("rows", family.id)
    every = tuple(name for each in families().values() for name in offered(each))
    yield from _fields((*place, "meaning"), row["meaning"], (*every, *EVERYWHERE))
    cases = {case for case in family.targets if case}
    several = bool(cases) or bool(family.each)
    yield from _fields((*place, "title"), row["title"], ("case",) if several else ())
    if several != ("together" in row):
        yield place, f"{family.id}: together names the rows of a family that has several"
    if several and "{case}" not in row["title"]:
        yield (*place, "title"), f"the rows of {family.id} need {{case}} in their title"
    for case in sorted(cases - row.get("cases", {}).keys()):
        yield place, f'{family.id} has no word for its case {case}; write {case} = "…"'
    for case in sorted(row.get("cases", {}).keys() - cases):
        yield (*place, "cases", case), f"{family.id} has no case {case}; delete it"


def _parts(family: Family) -> tuple[str, ...]:
    return tuple(name for target in family.targets.values() for name in target.falling)


def _fields(
    place: tuple[str, ...], sentence: str, known: tuple[str, ...]
) -> Iterator[Disagreement]:
    try:
        named = {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}
    except ValueError:
        yield place, f"{place[-1]} has a brace that is not closed; allowed: {_listed(known)}"
        return
    for name in sorted(named - {*known}):
        near = get_close_matches(name, known, 1) if len(known) > MOST_LISTED else []
        hint = f"did you mean {{{near[0]}}}" if near else f"allowed: {_listed(known)}"
        yield place, f"{{{name}}} is not offered to this sentence; {hint}"


def _listed(known: tuple[str, ...]) -> str:
    if len(known) > MOST_LISTED:
        return "the names of figures, as in naming.py"
    return ", ".join(f"{{{each}}}" for each in known) or "none"
