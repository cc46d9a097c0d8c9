"""The names by which sentences of the page call figures of a family of rows.

`{bend_timing_silent}` is the figure of a case and `{bend_end}` that of a family of one row; of
several cases `{squat_glutes_all}` is from the least to the most. Of an order `{stoop_shear_stoop}`
is one value, `{stoop_shear_apart}` how far two are apart in percent, and `{stoop_shear_size}` a
phrase about that. `…_beside` says where a figure is beside what people showed, `…_people` what that
is, and `…_room` how near a figure is to the ends of its range.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from hinge_tutor.check.evidence.row import Family, Target


def of_case(family: Family, case: str) -> str:
    """The name of a row's figure."""
    return f"{family.id}_{case}" if case else family.id


def offered(family: Family) -> tuple[str, ...]:
    """Every name of a family."""
    return () if family.each else tuple(_names(family))


def is_range(target: Target) -> bool:
    """Whether a target has two ends."""
    return math.isfinite(target.low) and math.isfinite(target.high) and target.high > target.low


def _names(family: Family) -> Iterator[str]:
    for case, target in family.targets.items():
        name = of_case(family, case)
        if target.falling:
            yield from (f"{name}_{part}" for part in target.falling)
            if len(target.falling) == 2:
                yield from (f"{name}_apart", f"{name}_size")
            continue
        yield name
        if target.people is not None:
            yield from (f"{name}_beside", f"{name}_people")
        if is_range(target):
            yield f"{name}_room"
    if len(family.targets) > 1:
        yield f"{family.id}_all"
