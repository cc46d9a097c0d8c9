"""On which side of a figure each of its names stands, settled once for a whole repetition.

What a name would choose at some moments, each for itself, is counted; it then belongs on the side
that it chose most, so that it does not go to and fro while the figure moves. The picture of a
moment still depends on nothing but that moment.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from hinge_tutor.stage.picture import Label, Shape

# As many moments as a repetition has phases or so: between two of them nothing else is chosen.
MOMENTS = 9
# The layers whose texts stand beside the figure at the end of a leader.
LED = ("labels", "trails")


def settled(draw: Callable[[float], Sequence[Shape]], moments: int = MOMENTS) -> Mapping[str, int]:
    """The side of each name, -1 left or 1 right; `draw` gives a figure at t, 0…1."""
    votes: Counter[str] = Counter()
    for number in range(moments):
        for name, side in _chosen(draw(number / (moments - 1))):
            votes[name] += side
    return {name: 1 if count > 0 else -1 for name, count in votes.items()}


def _chosen(shapes: Iterable[Shape]) -> Iterable[tuple[str, int]]:
    """The name and the side of every text at the end of a leader, by how it is aligned."""
    for shape in shapes:
        if isinstance(shape, Label) and shape.layer in LED:
            yield shape.name, -1 if shape.align == "right" else 1
