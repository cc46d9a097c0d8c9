"""Commands that look closer at the stage, and move over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from hinge_tutor.app.command import Command
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.reasons import nobody, unless
from hinge_tutor.app.session import Session
from hinge_tutor.stage.camera import CLOSEST, SHIFT, WHOLE, Camera


def camera_commands(session: Session) -> Iterator[Command]:
    """Closer, farther, the whole stage, and four ways to move."""
    menu = tr("&View")

    def look(change: Callable[[Camera], Camera]) -> Callable[[], None]:
        def run() -> None:
            camera = change(session.options.camera)
            session.set_options(replace(session.options, camera=camera))

        return run

    def near() -> bool:
        return not session.options.camera.whole

    def far() -> bool:
        return bool(session.figures) and session.options.camera.zoom < CLOSEST

    all_seen = unless(near, tr("The whole stage is seen already."))
    for id_, words, key, change, possible, why in (
        ("closer", tr("Closer"), "Alt+=", lambda c: c.closer(1), far, nobody(session)),
        ("farther", tr("Farther"), "Alt+-", lambda c: c.closer(-1), near, all_seen),
        ("whole", tr("The whole stage"), "Alt+0", lambda _c: WHOLE, near, all_seen),
    ):
        yield Command(id_, menu, words, (key,), look(change), possible, reason=why)
    for id_, words, key, dx, dy in (
        ("look_left", tr("Look to the left"), "Alt+Left", -SHIFT, 0.0),
        ("look_right", tr("Look to the right"), "Alt+Right", SHIFT, 0.0),
        ("look_up", tr("Look up"), "Alt+Up", 0.0, -SHIFT),
        ("look_down", tr("Look down"), "Alt+Down", 0.0, SHIFT),
    ):
        yield Command(id_, menu, words, (key,), look(_shift(dx, dy)), near, reason=all_seen)


def _shift(dx: float, dy: float) -> Callable[[Camera], Camera]:
    return lambda camera: camera.moved(dx, dy)
