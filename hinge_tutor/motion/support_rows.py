"""The `[[support]]` rows of a movement file: what touches where, in which phases.

    kind     one of `motion/kinds.py`
    side     near, far or both; not given for a part of the trunk
    ahead    how far ahead the surface touches, in lengths of this body's leg (thigh and shank)
    height   how high, in the same lengths; or height_m in m
    share    how much of the weight the row carries, both its sides together
    phases   in which it touches; all of them where it is left out
A foot's place is where its ankle is while the foot is flat.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from hinge_tutor.body.limits import SIDES
from hinge_tutor.motion.kinds import KINDS, Kind
from hinge_tutor.reader import Reader

# Farther than four leg lengths nothing of a body reaches; a block or bench is lower than a person.
FARTHEST, HIGHEST, HIGHEST_M = 4.0, 2.0, 2.0
# A body has fewer parts that touch, or are pulled; more rows are a slip, and would take for ever.
MOST_ROWS = 24
# Shares are written with two decimals.
ROUNDED = 0.015
NOT_GIVEN = -1.0


@dataclass(frozen=True)
class Touch:
    """One support of a movement, on one side, for bodies of any size.

    `ahead` and `height` in leg lengths, `height_m` in m; what is None is found in the first pose
    that touches. `share` is that of the whole weight; `phases` is empty where it always touches.
    """

    name: str
    kind: str
    side: str
    ahead: float | None
    height: float | None
    height_m: float | None
    share: float
    phases: tuple[str, ...]

    @property
    def of(self) -> Kind:
        """Its kind."""
        return KINDS[self.kind]

    def touches(self, phase: str) -> bool:
        """Whether it touches in a phase."""
        return not self.phases or phase in self.phases

    def sided(self, name: str) -> str:
        """A landmark or segment of this side; parts of the trunk have none."""
        return f"{name}_{self.side}" if self.side else name


def flat_feet() -> tuple[Touch, ...]:
    """Both feet flat, side by side, as a person stands."""
    return tuple(
        Touch(f"ground_{side}", "flat_foot", side, 0.0, 0.0, None, 0.5, ()) for side in SIDES
    )


def read_supports(reader: Reader, symmetric: bool, phases: Sequence[str]) -> tuple[Touch, ...]:
    """All supports of a movement file; what is wrong is noted in `reader`."""
    rows = reader.tables("support", optional=True, most=MOST_ROWS)
    if not rows and (reader.is_empty("support") or not reader.has("support")):
        reader.problem("a movement needs at least one [[support]]; write one", "support")
    touches = [touch for row in rows for touch in _touches(row, symmetric, phases)]
    touches = _shared(touches, phases)
    if touches and not any(row.errors() for row in rows):
        fullest = max(_sums(touches, phases), default=1.0)
        if abs(fullest - 1.0) > ROUNDED:
            reader.problem(
                f"what touches together carries {fullest:.2f} of the weight; "
                "let the shares of each phase sum to 1, or to less in some",
                "support",
            )
        else:
            _apart(reader, touches, phases)
    return _named(touches)


def _touches(row: Reader, symmetric: bool, phases: Collection[str]) -> list[Touch]:
    """The one or two supports of a row; a share below 0 stands for one that is not given."""
    kind_name = row.choice("kind", KINDS)
    kind = KINDS[kind_name]
    sides: tuple[str, ...] = ("",)
    if kind.sided:
        side = row.choice("side", (*SIDES, "both"))
        sides = SIDES if side == "both" else (side,)
        if symmetric and row.has("side") and side != "both":
            row.problem('a symmetric movement touches with both sides; write side = "both"', "side")
    elif row.has("side"):
        row.problem(f"{kind_name} is of the trunk and has no side; delete it", "side")
    ahead = row.number("ahead", -FARTHEST, FARTHEST) if row.has("ahead") else None
    height = row.number("height", 0.0, HIGHEST) if row.has("height") else None
    height_m = row.number("height_m", 0.0, HIGHEST_M) if row.has("height_m") else None
    if height is not None and height_m is not None:
        row.problem("height and height_m are two answers to one question; keep one", "height_m")
    share = row.number("share", 0.0, 1.0) if row.has("share") else _usual_share(kind)
    touching = row.choices("phases", phases) if row.has("phases") else ()
    if row.has("phases") and not touching and not row.errors():
        row.problem("phases is empty; name one, or delete it where it always touches", "phases")
    if ahead is None and kind.lies:
        ahead = 0.0
    if height is None and height_m is None and not kind.wall:
        height = 0.0
    return [
        Touch(kind.prefix, kind_name, side, ahead, height, height_m, share / len(sides), touching)
        for side in sides
    ]


def _apart(reader: Reader, touches: Sequence[Touch], phases: Sequence[str]) -> None:
    """One part of one side cannot be carried at two places at once."""
    for phase in phases:
        seen: set[tuple[str, str]] = set()
        for touch in touches:
            if touch.touches(phase) and (touch.name, touch.side) in seen:
                part = touch.sided(touch.name)
                problem = f"{part} has two rows in {phase}; keep one, or give them other phases"
                reader.problem(problem, "support")
                return
            if touch.touches(phase):
                seen.add((touch.name, touch.side))


def _usual_share(kind: Kind) -> float:
    """A wall carries no weight; others share evenly what is left, which is settled later."""
    return 0.0 if kind.wall else NOT_GIVEN


def _sums(touches: Sequence[Touch], phases: Sequence[str]) -> list[float]:
    """The shares of what touches, phase by phase."""
    return [sum(touch.share for touch in touches if touch.touches(phase)) for phase in phases]


def _shared(touches: list[Touch], phases: Sequence[str]) -> list[Touch]:
    """Supports without a share have the same part each of what those with one leave."""
    given = [touch for touch in touches if touch.share >= 0.0]
    rest = max(0.0, 1.0 - max(_sums(given, phases), default=0.0))
    together = max(
        (sum(t.share < 0.0 and t.touches(phase) for t in touches) for phase in phases), default=1
    )
    even = rest / max(together, 1)
    return [touch if touch.share >= 0.0 else replace(touch, share=even) for touch in touches]


def _named(touches: list[Touch]) -> tuple[Touch, ...]:
    """Each with a name of its own: `ground_near`, and `ground_near_2` for its second row."""
    counts: dict[str, int] = {}
    named = []
    for touch in touches:
        name = touch.sided(touch.name)
        counts[name] = counts.get(name, 0) + 1
        again = f"_{counts[name]}" if counts[name] > 1 else ""
        named.append(replace(touch, name=name + again))
    return tuple(named)
