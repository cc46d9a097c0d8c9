"""Random clicks, drags, keys and sizes: nothing breaks, is complained of or piles up."""

from __future__ import annotations

from pathlib import Path

from hinge_tutor.app.settings import Memory

from .conftest import READ, Hands, Opened
from .monkey import Monkey

EVENTS, CHECK_EVERY, SEED = 1500, 250, 7
# What caches of solved figures and laid out stages hold once they are full, over a fresh window:
# a dozen thousand objects on a long run. A leak of one widget an event would make ten times this.
GROWTH = 20_000


def test_nothing_breaks_whatever_is_clicked(opened: Opened, hands: Hands, tmp_path: Path) -> None:
    memory = Memory(None)
    memory.settings = READ
    window = opened(memory=memory)

    def tick(by: float) -> None:
        hands.seconds += by

    found = Monkey(window, SEED, tick).play(EVENTS, CHECK_EVERY)
    window.session.timeline.play(False)
    assert found.problems == []
    assert list(tmp_path.rglob("*.log")) == []
    assert sum(found.done.values()) == EVENTS
    assert min(found.done.values()) > EVENTS / 50
    assert max(found.alive) - min(found.alive) < GROWTH
