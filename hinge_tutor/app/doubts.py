"""Weighs the claims of the build that is shown, a little at a time, and tells which are disputed.

Every rerun with other numbers takes about as long as a frame; between two of them everything else
goes on. The timer stops with the last one, and a build is weighed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hinge_tutor.app.session import Session
from hinge_tutor.app.spare_work import SpareWork
from hinge_tutor.app.trouble import REFUSALS, sentence
from hinge_tutor.lessons.lesson import Build, StagePlan

if TYPE_CHECKING:
    from hinge_tutor.lessons.doubt import Weighed

# Two frames at 60 a second lie between two reruns.
REST_MS = 32
# The first rerun waits until the picture of another build is there, and of a start as well.
BEGIN_MS = 250

Key = tuple[StagePlan, tuple[str, ...]]


class Doubts(SpareWork):
    """Sets the session's disputed claims some time after another build is shown."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(BEGIN_MS, parent)
        self._session = session
        self._known: dict[Key, tuple[str, ...]] = {}
        self._weighing: Iterator[tuple[Weighed, ...] | None] = iter(())
        self._build: Build | None = None
        session.step_changed.connect(self.on_step_changed)
        self.on_step_changed()

    def on_step_changed(self) -> None:
        build = self._session.build
        if build is self._build:
            return
        self._build = build
        known = self._known.get(_key(build))
        self._session.set_disputed(known or ())
        self._left = known is None and bool(build.claims and self._session.figures)
        if self._left:
            self._weighing = _weigh(build)
        self._go_on()

    def on_rest(self) -> None:
        """One more rerun; with the last one the claims are told."""
        self._timer.setInterval(REST_MS)
        build = self._build
        try:
            weighed = next(self._weighing, ())
        except REFUSALS as refusal:
            # What cannot be weighed must not look certain; said once for a build.
            self._session.say(sentence(refusal))
            weighed = ()
        if weighed is None or build is None:
            return
        self._left = False
        self._go_on()
        disputed = tuple(claim.condition for claim in weighed if claim.disputed)
        self._known[_key(build)] = disputed
        self._session.set_disputed(disputed)


def _key(build: Build) -> Key:
    return build.stage, build.claims


def _weigh(build: Build) -> Iterator[tuple[Weighed, ...] | None]:
    """What weighing needs is imported by its first step, when the picture is there."""
    from hinge_tutor.lessons.doubt import weigh

    yield from weigh(build.claims, build.stage)
