"""The `[[band]]` and `[[cable]]` rows of a movement file: what pulls the body, and whereto.

on               a landmark of the body; with side near, far or both where it has two
to               another landmark, or a fixed place by ahead (in leg lengths) and
height (in the same) or height_m
stiffness_N_m    of a band, with rest_length (in leg lengths) or rest_length_m
stack_kg         of a cable: the weights that it lifts
"""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.body.limits import SIDES
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.motion.pulls import Pull
from hinge_tutor.motion.support_rows import FARTHEST, HIGHEST, HIGHEST_M, MOST_ROWS
from hinge_tutor.problems import did_you_mean
from hinge_tutor.reader import Reader

# A thick power band has about 1,000 N/m; anything stiffer is a rope.
STIFFEST_N_M = 5000.0
# The stack of a cable machine.
HEAVIEST_STACK_KG = 200.0


@dataclass(frozen=True)
class Tether:
    """One band or cable of a movement, for bodies of any size: lengths in leg lengths or in m."""

    name: str
    on: str
    to: str
    ahead: float
    height: float
    height_m: float
    stiffness_N_m: float
    rest_length: float
    rest_length_m: float
    stack_kg: float

    def pull(self, body: Body) -> Pull:
        """What it is on one body."""
        leg = leg_length(body)
        fixed = (self.ahead * leg, self.height * leg + self.height_m)
        return Pull(
            self.name,
            self.on,
            self.to or fixed,
            self.stiffness_N_m,
            self.rest_length * leg + self.rest_length_m,
            self.stack_kg,
        )


def leg_length(body: Body) -> float:
    """Thigh and shank, m: what movement files measure lengths in."""
    return float(body.lengths_m["thigh"] + body.lengths_m["shank"])


def read_pulls(reader: Reader, symmetric: bool) -> tuple[Tether, ...]:
    """All bands and cables of a movement file; what is wrong is noted in `reader`."""
    found = []
    for kind in ("band", "cable"):
        rows = reader.tables(kind, optional=True, most=MOST_ROWS)
        for number, row in enumerate(rows, 1):
            name = f"{kind}_{number}" if len(rows) > 1 else kind
            tethers = _tethers(row, kind, name)
            if symmetric and len(tethers) == 1 and tethers[0].on.endswith(SIDES):
                row.problem(
                    'a symmetric movement is pulled at both sides; write side = "both"', "on"
                )
            found += tethers
    return tuple(found)


def _tethers(row: Reader, kind: str, name: str) -> list[Tether]:
    on, sides = landmark(row, "on", sides_of(row))
    to = ""
    if row.has("to"):
        to, there = landmark(row, "to", SIDES)
        if there and not sides:
            row.problem(f'to is "{to}", which has two sides; write {to}_near or {to}_far', "to")
        for given in ("ahead", "height", "height_m"):
            if row.has(given):
                row.problem(f"it already goes to a landmark; delete {given}, or to", given)
        ends = [(on_side(on, side), on_side(to, side)) for side in sides or SIDES[:1]]
        if any(first == second for first, second in ends):
            row.problem("it goes from a place to itself; name another place", "to")
    elif not (row.has("ahead") and (row.has("height") or row.has("height_m"))):
        row.problem(
            f"this {kind} has no other end; give to = a landmark, or ahead and height", "on"
        )
    ahead = row.number("ahead", -FARTHEST, FARTHEST) if row.has("ahead") else 0.0
    height = row.number("height", 0.0, HIGHEST) if row.has("height") else 0.0
    height_m = row.number("height_m", 0.0, 2 * HIGHEST_M) if row.has("height_m") else 0.0
    if row.has("height") and row.has("height_m"):
        row.problem("height and height_m are two answers to one question; keep one", "height_m")
    stiffness, rest, rest_m, stack = 0.0, 0.0, 0.0, 0.0
    if kind == "band":
        stiffness = row.number("stiffness_N_m", 1.0, STIFFEST_N_M)
        rest = row.number("rest_length", 0.0, FARTHEST) if row.has("rest_length") else 0.0
        rest_m = row.number("rest_length_m", 0.0, HIGHEST_M) if row.has("rest_length_m") else 0.0
    else:
        stack = row.number("stack_kg", 0.1, HEAVIEST_STACK_KG)
    numbers = (ahead, height, height_m, stiffness, rest, rest_m, stack)
    if not sides:
        return [Tether(name, on, to, *numbers)]
    return [
        Tether(f"{name}_{side}", on_side(on, side), on_side(to, side), *numbers) for side in sides
    ]


def sides_of(row: Reader) -> tuple[str, ...]:
    """The sides that a row is about: both, where it does not say."""
    if not row.has("side"):
        return SIDES
    side = row.choice("side", (*SIDES, "both"), "both")
    return SIDES if side == "both" else (side,)


def landmark(row: Reader, key: str, sides: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A landmark's name as written, and the sides it stands for (none where it says its own)."""
    name = row.text(key)
    places = body().places
    if name in places:
        return name, ()
    if all(f"{name}_{side}" in places for side in SIDES):
        return name, sides
    if name:
        plain = dict.fromkeys(_plain(place) for place in places)
        near = did_you_mean(name, plain)
        row.problem(
            f'{key} is "{name}", which is no landmark; allowed: {", ".join(plain)}{near}', key
        )
    return name, ()


def on_side(name: str, side: str) -> str:
    """A landmark's name with the side it has; one without sides stays."""
    return f"{name}_{side}" if name and name not in body().places else name


def _plain(name: str) -> str:
    return name.removesuffix("_near").removesuffix("_far")
