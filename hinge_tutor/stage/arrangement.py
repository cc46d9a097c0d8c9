"""How the figures of a stage are arranged: one small frozen value that screen, projector and export
share, as they share the layers.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hinge_tutor.motion.shared_clock import PHASE, SYNCS

BESIDE, STACKED, OVERLAY = "side by side", "stacked", "overlay"
VIEWS = (BESIDE, STACKED, OVERLAY)
# One turn of the opacity is a tenth; a half shows both figures at once.
TURNS, USUAL_OPACITY = 10, 0.5


@dataclass(frozen=True)
class Arrangement:
    """Where figures stand, by their places in the scene: 0 is the first.

    `order` is the order from left to right, empty for the scene's own; `hidden` are left out.
    `opacity` (0…1) is that of what fills all figures but the first where they lie over each other;
    their outlines stay. `difference` shows what two figures differ in, `signed` the muscle roll as
    the second figure's efforts minus the first one's.
    """

    view: str = BESIDE
    order: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    mirrored: bool = False
    opacity: float = USUAL_OPACITY
    sync: str = PHASE
    difference: bool = False
    signed: bool = False

    def __post_init__(self) -> None:
        assert self.view in VIEWS, self.view
        assert self.sync in SYNCS, self.sync
        assert 0.0 <= self.opacity <= 1.0, self.opacity

    def shown(self, count: int) -> tuple[int, ...]:
        """The figures to show out of so many, from left to right; never nobody."""
        order = [place for place in self.order if place < count]
        order += [place for place in range(count) if place not in order]
        kept = tuple(place for place in order if place not in self.hidden)
        return kept or tuple(order[:1])

    def next_view(self, step: int = 1) -> Arrangement:
        """The next way to place the figures."""
        return replace(self, view=VIEWS[(VIEWS.index(self.view) + step) % len(VIEWS)])

    def next_sync(self) -> Arrangement:
        """The next way to share a clock."""
        return replace(self, sync=SYNCS[(SYNCS.index(self.sync) + 1) % len(SYNCS)])

    def swapped(self, count: int) -> Arrangement:
        """The last figure that is shown first, and the others after it."""
        shown = self.shown(count)
        rest = [place for place in range(count) if place not in shown]
        return replace(self, order=(*shown[-1:], *shown[:-1], *rest))

    def next_solo(self, count: int) -> Arrangement:
        """From all figures to each alone, in turn, and back to all."""
        everybody = replace(self, hidden=frozenset()).shown(count)
        shown = self.shown(count)
        alone = everybody.index(shown[0]) + 1 if len(shown) < count else 0
        if alone >= count:
            return replace(self, hidden=frozenset())
        return replace(self, hidden=frozenset(everybody) - {everybody[alone]})

    def turned(self, steps: int) -> Arrangement:
        """More or less opacity, in tenths."""
        tenths = min(max(round(self.opacity * TURNS) + steps, 0), TURNS)
        return replace(self, opacity=tenths / TURNS)

    def reticent(self) -> Arrangement:
        """The same as far as it gives nothing away while somebody still has to answer."""
        view = BESIDE if self.view == OVERLAY else self.view
        return replace(self, view=view, difference=False, signed=False)

    def for_others(self, difference: bool = False) -> Arrangement:
        """The same for other figures: nobody is hidden and all stand where they come."""
        return replace(self, order=(), hidden=frozenset(), difference=difference)


# All figures beside each other, in the scene's order, by phase.
AS_IT_COMES = Arrangement()
