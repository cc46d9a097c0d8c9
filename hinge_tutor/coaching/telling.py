"""When a repetition shows most: at the deepest moment, or where its fault does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor.motion.fault_rows import faults

if TYPE_CHECKING:
    from hinge_tutor.coaching.repetition import Repetition


def telling_s(repetition: Repetition) -> float:
    """Where the rules of its first fault are broken for longest, or else the deepest moment, s."""
    take = repetition.take
    ids = [id_ for id_, share in take.movement.faults if share > 0.0]
    rules = faults()[ids[0]].rules if ids else ()
    own = [finding for finding in repetition.findings if finding.rule in rules]
    if not own:
        return take.turn_s
    longest = max(own, key=lambda finding: finding.to_s - finding.from_s)
    inside = longest.from_s <= take.turn_s <= longest.to_s
    return take.turn_s if inside else (longest.from_s + longest.to_s) / 2
