"""Works out the technique map of a body a little at a time, between the window's own frames.

Poses are judged as arrays, some at once, in a few milliseconds; a frame lies between two parts. A
coarse map comes first. What is asked anew takes the place of what was asked before, the timer ends
with the last part, and nothing is worked out while nobody sees it. The last maps are kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from hinge_tutor.app.spare_work import SpareWork
from hinge_tutor.app.trouble import REFUSALS, sentence
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.technique import COARSE, FINE, TechniqueMap, technique_map
from hinge_tutor.motion.take import Load

# A frame at 60 a second lies between two parts.
REST_MS = 16
# Bodies and loads that somebody goes back and forth between; a map takes a tenth of a megabyte.
MOST_KEPT = 8

Asked = tuple[Body, Load]


class HeatWork(SpareWork):
    """Holds the map of the body that was asked for last, as far as it is."""

    # Another map is there, or it is known why there is none.
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(REST_MS, parent)
        self.map: TechniqueMap | None = None
        self.problem = ""
        self._asked: Asked | None = None
        self._parts: Iterator[TechniqueMap | None] = iter(())
        self._kept: dict[Asked, TechniqueMap] = {}

    def ask(self, body: Body, load: Load) -> None:
        """The map of this body with this load from now on; what was asked before is given up."""
        if self._asked == (body, load):
            return
        self._asked = (body, load)
        self.problem = ""
        known = self._kept.get(self._asked)
        self._left = known is None
        self._parts = iter(()) if known else _coarse_then_fine(body, load)
        if known is not None:
            self.map = known
        self._go_on()
        self.changed.emit()

    def on_rest(self) -> None:
        """One more part."""
        try:
            found = next(self._parts)
        except StopIteration:
            self._left = False
            self._keep()
        except REFUSALS as refusal:
            self._left, self.map, self.problem = False, None, sentence(refusal)
        else:
            if found is None:
                return
            self.map = found
        self._go_on()
        self.changed.emit()

    def _keep(self) -> None:
        if self._asked is None or self.map is None:
            return
        while len(self._kept) >= MOST_KEPT:
            self._kept.pop(next(iter(self._kept)))
        self._kept[self._asked] = self.map


def _coarse_then_fine(body: Body, load: Load) -> Iterator[TechniqueMap | None]:
    for steps in (COARSE, FINE):
        yield from technique_map(body, load, steps)
