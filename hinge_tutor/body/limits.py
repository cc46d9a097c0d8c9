"""How far the joints of a body go, as linear bounds on its coordinates.

low ≤ q ≤ high for every coordinate; Σ share-coordinates within the lumbar and thoracic ranges;
hip flexion - c · knee flexion ≤ hamstring limit, c from `assets/body/ranges.toml`.
Radians. Source of each number: `assets/body/ranges.toml`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from hinge_tutor import shelf
from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.specification import Specification
from hinge_tutor.shape import SOURCED, Disagreement, Number, Numbers, Table, read_shaped

SIDES = ("near", "far")
GROUPED = ("lumbar_flexion", "thoracic_flexion")
SIDED = (
    "hip_flexion",
    "knee_flexion",
    "ankle_dorsiflexion",
    "toe_extension",
    "shoulder_flexion",
    "elbow_flexion",
    "wrist_flexion",
)
# The joints that share each of `GROUPED`, from below.
_PARTS = {
    "lumbar_flexion": ("l5s1_flexion", "l3l4_flexion", "l1l2_flexion"),
    "thoracic_flexion": ("thoracic_lower_flexion", "thoracic_upper_flexion"),
}
# The same joints by themselves, from below.
SPINE_JOINTS = tuple(joint for joints in _PARTS.values() for joint in joints)
_SHAPE = Table(
    {
        **dict.fromkeys(
            (*SIDED, *GROUPED, "neck_flexion", "head_flexion"),
            Table({"range_deg": Numbers(-180.0, 180.0, 2, rising=True), **SOURCED}),
        ),
        "hamstrings": Table({"per_knee_degree": Number(0.0, 3.0), **SOURCED}),
        "share": Table(
            {
                group: Table({**dict.fromkeys(parts, Number(0.01, 1.0)), **SOURCED})
                for group, parts in _PARTS.items()
            }
        ),
    }
)
_SHARES_ROUNDED = 1e-6


@dataclass(frozen=True)
class Bound:
    """Σ weight · coordinate ≤ limit (rad); `name` says which limit this is, for sentences.

    `upper` is False where the bound is the lower end of a range, written as -value ≤ -low.
    """

    name: str
    terms: Mapping[str, float]
    limit: float
    upper: bool = True


@dataclass(frozen=True)
class Limits:
    """A body's limits: `ranges` per coordinate (rad), and every bound in one list."""

    ranges: Mapping[str, tuple[float, float]]
    hamstrings: float
    per_knee: float
    bounds: tuple[Bound, ...]

    def hamstring_limit(self, knee_flexion: FloatArray) -> FloatArray:
        """Hip flexion (…), rad, at which the hamstrings stop this body at knee flexion (…), rad."""
        return self.hamstrings + self.per_knee * knee_flexion


@cache
def table() -> dict[str, Any]:
    """`assets/body/ranges.toml` as it stands; raises AuthorErrors."""
    return read_shaped(shelf.assets("body", "ranges.toml"), _SHAPE, _agree)


def _agree(data: dict[str, Any]) -> Iterator[Disagreement]:
    for group, parts in _PARTS.items():
        whole = sum(data["share"][group][part] for part in parts)
        if abs(whole - 1.0) > _SHARES_ROUNDED:
            yield ("share", group), f"the joints share {whole:g} of it; let the shares sum to 1"
    for name, row in data.items():
        # Every solving starts from standing, where each joint is at 0.
        if name not in ("format", "hamstrings", "share") and not _holds_standing(row["range_deg"]):
            place = (name, "range_deg")
            yield place, f"{name} excludes 0, where it is in standing; let the range hold 0"


def _holds_standing(range_deg: list[float]) -> bool:
    return range_deg[0] <= 0.0 <= range_deg[1]


@cache
def shares(group: str) -> dict[str, float]:
    """How a grouped coordinate (`lumbar_flexion`) is shared over its joints; the parts sum to 1.

    Raises AuthorErrors, as `limits` does, when `ranges.toml` cannot be read.
    """
    row = table()["share"][group]
    return {part: row[part] for part in _PARTS[group]}


def range_deg(name: str) -> tuple[float, float] | None:
    """How far a joint of that name goes, without its side, in degrees; None where it is no joint.

    Of the ankle it is the usual range, and not that of a body. Raises AuthorErrors.
    """
    row = table().get(name)
    if not isinstance(row, dict) or "range_deg" not in row:
        return None
    low, high = row["range_deg"]
    return float(low), float(high)


def _ranges(specification: Specification) -> dict[str, tuple[float, float]]:
    rows = table()
    found: dict[str, tuple[float, float]] = {}
    for name, row in rows.items():
        if not isinstance(row, dict) or "range_deg" not in row:
            continue
        low, high = (math.radians(value) for value in row["range_deg"])
        if name == "ankle_dorsiflexion":
            high = math.radians(specification.ankle_deg)
        found[name] = (low, high)
    return found


def limits(specification: Specification) -> Limits:
    """The limits of a body; the far and the near side are alike."""
    ranges: dict[str, tuple[float, float]] = {}
    bounds: list[Bound] = []
    for name, (low, high) in _ranges(specification).items():
        if name in GROUPED:
            terms = dict.fromkeys(shares(name), 1.0)
            bounds += _between(name, terms, low, high)
            for part, share in shares(name).items():
                ranges[part] = (low * share, high * share)
                bounds += _between(part, {part: 1.0}, *ranges[part])
        else:
            for coordinate in _sided(name):
                ranges[coordinate] = (low, high)
                bounds += _between(coordinate, {coordinate: 1.0}, low, high)
    hamstrings = math.radians(specification.hamstrings_deg)
    per_knee = float(table()["hamstrings"]["per_knee_degree"])
    for side in SIDES:
        terms = {f"hip_flexion_{side}": 1.0, f"knee_flexion_{side}": -per_knee}
        bounds.append(Bound(f"hamstrings_{side}", terms, hamstrings))
    return Limits(ranges, hamstrings, per_knee, tuple(bounds))


def _sided(name: str) -> Iterable[str]:
    return [f"{name}_{side}" for side in SIDES] if name in SIDED else [name]


def _between(name: str, terms: dict[str, float], low: float, high: float) -> list[Bound]:
    opposite = {coordinate: -weight for coordinate, weight in terms.items()}
    return [Bound(name, terms, high), Bound(name, opposite, -low, upper=False)]
