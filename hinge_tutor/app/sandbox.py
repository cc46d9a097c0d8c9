"""Figures that somebody makes up on the stage: what they are now, and how they came to be so.

While a slider moves only its latest value is solved, and the stage alone is told; when it rests,
everything is. One timer does both, and it stops with the rest.
"""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from hinge_tutor.app.changing import standing_plan
from hinge_tutor.app.session import Session
from hinge_tutor.app.trouble import REFUSALS
from hinge_tutor.lessons.history import History
from hinge_tutor.lessons.lesson import Cast, StagePlan
from hinge_tutor.lessons.passing import Passing
from hinge_tutor.lessons.trying import Scene, placed

# A key that is held down repeats some thirty times a second; after this long nothing moves.
REST_MS = 150
# What is moved step by step outside: a dial in the lesson, a point on a map, a hand on a joint.
MOVED_ELSEWHERE = ("faults", "mix", "pose")


class Sandbox(QObject):
    """The made-up scene of a session; `changed` says that it is another, or another is chosen."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.chosen = 0
        # Whether all figures have one body: what is set on one is set on all.
        self.one_body = False
        self._history: History[Scene] = History(_standing(session))
        self._passing = Passing()
        # A value that is not solved yet, whether a hand holds the slider, whether all is told.
        self._new = self._held = False
        self._told = True
        self._own = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.on_timeout)
        session.step_changed.connect(self.on_step_changed)

    # ── what there is ────────────────────────────────────────────────────────────────────────────

    @property
    def scene(self) -> Scene:
        """The figures from left to right; nobody where the lesson shows nobody."""
        return self._history.present

    @property
    def cast(self) -> Cast | None:
        """The figure that is chosen."""
        return self.scene[self.chosen] if self.chosen < len(self.scene) else None

    @property
    def plan(self) -> StagePlan:
        """The scene as a plan, shown as the stage is now."""
        return replace(self.session.plan, movements=self.scene)

    @property
    def open(self) -> bool:
        """Whether figures may be made up."""
        return bool(self.scene) and self.session.open

    @property
    def can_undo(self) -> bool:
        return self.open and bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        return self.open and bool(self._history.future)

    @property
    def resting(self) -> bool:
        """Whether nothing waits to be solved or told."""
        return self._told and not self._timer.isActive()

    @property
    def waiting(self) -> bool:
        """Whether its timer is alive."""
        return self._timer.isActive()

    # ── what is done ─────────────────────────────────────────────────────────────────────────────

    def choose(self, figure: int) -> None:
        """Another figure to change."""
        self.chosen = min(max(figure, 0), max(len(self.scene) - 1, 0))
        self._history = self._history.settled()
        self.changed.emit()

    def change(self, cast: Cast, moving: str = "", held: bool = False) -> None:
        """The chosen figure becomes another; `moving` names a slider that may go on moving."""
        self.put(placed(self.scene, self.chosen, cast), moving and f"{moving} {self.chosen}", held)

    def change_body(self, changed: Cast, moving: str = "", held: bool = False) -> None:
        """The chosen figure gets the body of `changed`, or all do where they share one."""
        scene = placed(self.scene, self.chosen, changed)
        if self.one_body:
            scene = tuple(replace(cast, body=changed.body) for cast in scene)
        self.put(scene, moving and f"{moving} {self.chosen}", held)

    def share_body(self, shared: bool) -> None:
        """Whether all figures have the body of the chosen one; if so, they get it now."""
        self.one_body = shared
        if shared and self.cast is not None:
            self.change_body(self.cast)
        self.changed.emit()

    def put(self, scene: Scene, moving: str = "", held: bool = False) -> None:
        """Another scene, at once or, from a slider, as soon as there is time."""
        if not self.open:
            return
        before = self._history
        self._history = before.changed(scene, moving)
        if self._history.present == before.present:
            return
        if not moving:
            self.tell()
            return
        # Who moves the slider shows its value; everything else waits until it rests.
        self._held, self._new, self._told = held, True, False
        self._timer.start(0)

    def release(self) -> None:
        """A hand lets a slider go: what it moved is one change."""
        self._held = False
        self._history = self._history.settled()
        if not self._told:
            self.tell()

    def stop(self) -> None:
        """Nothing that waits comes any more."""
        self._timer.stop()

    def undo(self) -> None:
        self._go(self._history.undone())

    def redo(self) -> None:
        self._go(self._history.redone())

    def reset(self) -> None:
        """The figures of the lesson again; that can be undone, too."""
        self.chosen = 0
        self.put(self.session.build.stage.movements)

    def _go(self, history: History[Scene]) -> None:
        if self.open and history != self._history:
            self._history = history
            self.tell()

    def tell(self) -> None:
        """Solves the scene as it is kept, and tells everybody."""
        self._timer.stop()
        self._new, self._told = False, True
        self._passing.forget()
        self.chosen = min(self.chosen, max(len(self.scene) - 1, 0))
        self._own = True
        try:
            self.session.try_on(self.plan)
        finally:
            self._own = False
        self.changed.emit()

    def go_on_from(self, former: Sandbox) -> None:
        """What another one knew of the same figures: the changes, the figure, whose body it is."""
        self.chosen, self.one_body = former.chosen, former.one_body
        self._history = former._history
        self.changed.emit()

    # ── what happens ─────────────────────────────────────────────────────────────────────────────

    def on_timeout(self) -> None:
        if not self._new:
            self.tell()
            return
        self._new = False
        # Who tells why nobody can be shown is asked when the slider rests.
        with contextlib.suppress(*REFUSALS):
            self.session.pass_by(self._passing.figures(self.plan))
        if not self._held:
            self._timer.start(REST_MS)

    def on_step_changed(self) -> None:
        """Somebody else changed the stage: another build, a fault that is tried, a dial."""
        if self._own:
            return
        self._timer.stop()
        self._new, self._told = False, True
        standing = _standing(self.session)
        if standing != self.scene:
            # What is tried can be undone, whoever tried it; another build is another beginning.
            self._history = (
                self._history.changed(standing, _moving(standing, self.scene))
                if self.session.trying
                else History(standing)
            )
        self.chosen = min(self.chosen, max(len(standing) - 1, 0))
        self.changed.emit()


def _standing(session: Session) -> Scene:
    """The figures on the stage, the one with a dial as far as that is turned."""
    return standing_plan(session).movements


def _moving(one: Scene, other: Scene) -> str:
    """What somebody else goes on moving: the one field in which figures differ alone."""
    for field in MOVED_ELSEWHERE:
        without: dict[str, Any] = {field: ()}
        if [replace(cast, **without) for cast in one] == [replace(c, **without) for c in other]:
            return field
    return ""
