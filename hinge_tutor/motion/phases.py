"""The phases of a movement file: what each is called, where it ends, how long it takes.

A phase has seconds of its own, or a place in the tempo `down-bottom-up-top`. Its name is one of a
vocabulary, whose words are in `words.toml`; `descent` and `turn` lead to a movement's deepest pose.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hinge_tutor.body.muscle_names import GROUPS
from hinge_tutor.motion.pose_rows import onsets
from hinge_tutor.reader import Reader

TEMPO_PARTS = ("down", "bottom", "up", "top")
PHASES = (
    "set_up",
    "brace",
    "bow",
    "stretch",
    "descent",
    "turn",
    "straighten",
    "ascent",
    "soften",
    "press",
    "sink",
    "swing_back",
    "knee_up",
    "step_back",
    "return",
    "drop",
    "float",
    "flight",
    "pull",
    "lower",
    "landing",
    "lockout",
    "breathe",
)
# A phase shorter than this cannot be seen; one longer is a pause, not a movement.
SHORTEST_PHASE_S, LONGEST_PHASE_S = 0.1, 60.0


@dataclass(frozen=True)
class Phase:
    """One phase: it ends in key pose `pose`; `onset` gives targets that move in a part of it.

    `straight` keeps the near grip's x on an even way from pose to pose; `muscles` are the groups
    that the movement is taught to work in it.
    """

    id: str
    pose: str
    seconds: float
    tempo: str | None
    onset: Mapping[str, tuple[float, float]]
    straight: bool = False
    muscles: tuple[str, ...] = ()


def parse_tempo(text: str) -> tuple[float, float, float, float]:
    """Seconds of the four tempo parts from text such as `3-1-1-1`; raises ValueError."""
    words = text.split("-")
    try:
        down, bottom, up, top = (float(word) for word in words)
    except ValueError:
        raise ValueError(f"tempo '{text}' is not four numbers such as 3-1-1-1") from None
    for part, seconds in zip(TEMPO_PARTS, (down, bottom, up, top), strict=True):
        low = SHORTEST_PHASE_S if part in ("down", "up") else 0.0
        if not (math.isfinite(seconds) and low <= seconds <= LONGEST_PHASE_S):
            raise ValueError(
                f"tempo '{text}': {part} takes {low:g} to {LONGEST_PHASE_S:g} s, not {seconds:g}"
            )
    return down, bottom, up, top


def read_phases(reader: Reader, poses: tuple[str, ...], symmetric: bool) -> tuple[Phase, ...]:
    """All phases of a movement file, in order; what is wrong is noted in `reader`."""
    tempo = dict(zip(TEMPO_PARTS, _tempo(reader), strict=True))
    # Each name may be there once, so that more rows than names are a slip.
    rows = reader.tables("phase", optional=True, most=len(PHASES))
    found = tuple(_phase(row, tempo, poses, symmetric) for row in rows)
    _named_once(rows, found)
    return found


def _named_once(rows: Sequence[Reader], phases: Sequence[Phase]) -> None:
    """What happens in a phase is told by its name, so no two may have one."""
    first: dict[str, Reader] = {}
    for row, phase in zip(rows, phases, strict=True):
        if row.errors():
            continue
        before = first.setdefault(phase.id, row)
        if before is not row:
            problem = f'two phases have one id, "{phase.id}"; the first is on line'
            row.problem(f"{problem} {before.line('id')}; name each phase once", "id")


def _tempo(reader: Reader) -> tuple[float, float, float, float]:
    text = reader.text("tempo")
    if not text.strip():
        # What is missing, empty or no text has been said already.
        return (1.0, 1.0, 1.0, 1.0)
    try:
        return parse_tempo(text)
    except ValueError as error:
        reader.problem(f"{error}; write seconds down, at the bottom, up, at the top", "tempo")
        return (1.0, 1.0, 1.0, 1.0)


def _phase(
    row: Reader, tempo: Mapping[str, float], poses: tuple[str, ...], symmetric: bool
) -> Phase:
    """One phase; what is wrong is noted in `row`."""
    part = row.choice("tempo", TEMPO_PARTS) if row.has("tempo") else None
    seconds = tempo[part] if part else row.number("seconds", SHORTEST_PHASE_S, LONGEST_PHASE_S)
    return Phase(
        row.choice("id", PHASES),
        row.choice("pose", poses),
        seconds,
        part,
        onsets(row.table("onset", optional=True), symmetric),
        straight=row.flag("straight", False),
        muscles=row.choices("muscles", GROUPS, ()),
    )
