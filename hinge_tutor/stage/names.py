"""The parts of a figure that are named: the strongest muscles, or the places that fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hinge_tutor.lessons.confidence import COMPUTED, DISPUTED, MEASURED
from hinge_tutor.lessons.words import Words
from hinge_tutor.stage.fitting import JOINTS, Fitting, Placed
from hinge_tutor.stage.labels import Callout
from hinge_tutor.stage.options import Options

# As many names as can be read beside one figure; the strongest efforts come first.
# In a narrow column fewer: one for each stretch of this many letter heights of its width.
LEAST_NAMES, MOST_NAMES, NAME_EM = 2, 6, 4.5
# How leaders are dashed by the confidence in what they name, in letter heights; 0 is solid.
DASHES_EM = {MEASURED: 0.0, COMPUTED: 0.34, DISPUTED: 0.11}
# The places where a body can fold, and the point at which each is named.
FOLDING = (("hip", "mid_hip"), ("knee", "knee_near"), ("ankle", "ankle_near"), ("spine", "l1l2"))


@dataclass(frozen=True)
class Name:
    """A text for a part, and the two of the figure's points between which the part is."""

    name: str
    text: str
    role: str
    points: tuple[int, int]
    dash_em: float = 0.0

    def callout(self, placed: Placed) -> Callout:
        """The name beside the part where it is now."""
        at = middle(placed, self.points)
        return Callout(self.name, self.text, at, self.role, dash_em=self.dash_em)


def names(
    fit: Fitting,
    options: Options,
    words: Words,
    ranked: Callable[[], Sequence[str]],
    room_em: float,
    sure: Callable[[str], str],
) -> list[Name]:
    """What is named in a column of some width in letter heights.

    `ranked` gives the muscles with the strongest of the whole motion first, so that names do not
    come and go; it is asked only where muscles are shown, as efforts are worked out then. `sure`
    gives the confidence in what a muscle does, which its leader tells.
    """
    marked = options.highlight

    def role(name: str) -> str:
        return "highlight" if name == marked else "text"

    if not options.shows("muscles"):
        return [
            Name(f"label.{name}", words.region(name), role(name), (joint(fit, point),) * 2)
            for name, point in FOLDING
        ]
    return [
        Name(
            f"label.{name}",
            words.muscle_label(name, options.anatomical),
            role(name),
            belly(fit, name),
            DASHES_EM[sure(name)],
        )
        for name in _chosen(options, ranked(), room_em)
    ]


def _chosen(options: Options, ranked: Sequence[str], room_em: float) -> list[str]:
    """The strongest muscles that the column has room for, and the highlighted one."""
    if options.solo in ranked:
        return [str(options.solo)]
    chosen = list(ranked[: min(max(round(room_em / NAME_EM), LEAST_NAMES), MOST_NAMES)])
    if options.highlight in ranked and options.highlight not in chosen:
        chosen = [*chosen[:-1], str(options.highlight)]
    # What is pointed at has the first right to a place.
    return sorted(chosen, key=lambda name: name != options.highlight)


def joint(fit: Fitting, point: str) -> int:
    """The number of a joint among a figure's points."""
    return fit.runs["joints"][0] // 2 + JOINTS.index(point)


def belly(fit: Fitting, muscle: str) -> tuple[int, int]:
    """The middle of a muscle: half-way between its rails, half-way along them."""
    start, stop = (place // 2 for place in fit.runs[f"muscle.{muscle}"])
    # On-curve points follow each other every third control: origin, rail, insertion, other rail.
    count = (stop - start) // 3
    half = (count - 2) // 4
    return start + 3 * (1 + half), start + 3 * (count - 1 - half)


def middle(placed: Placed, points: tuple[int, int]) -> complex:
    """Half-way between two of a figure's points."""
    one, two = points
    return complex(placed.z[one] + placed.z[two]) / 2
