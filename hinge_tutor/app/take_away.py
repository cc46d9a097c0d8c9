"""What is on the stage as a file to take away: the wish for it, made a command line of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from hinge_tutor.app.errand import Given, Order
from hinge_tutor.app.scene_files import scene_of
from hinge_tutor.app.session import Session
from hinge_tutor.export.sheet import ANSWER, FIGURES, sheet
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.scene import picture
from hinge_tutor.stage.shared_scene import ENDING, write_shared

MOMENT, MOVEMENT, NUMBERS = "moment", "movement", "numbers"
FORMATS: Mapping[str, tuple[str, ...]] = {
    MOMENT: (".png", ".svg", ".pdf"),
    MOVEMENT: (".gif", ".webp", ".mp4", ".webm"),
    NUMBERS: (".csv", ".mot", ".sto", ".trc"),
}
VIDEOS, ONE_FIGURE = (".mp4", ".webm"), (".mot", ".sto", ".trc")
# A clip stores every frame, so it begins smaller.
SIZES: Mapping[str, tuple[tuple[int, int], ...]] = {
    MOMENT: ((1280, 720), (1920, 1080), (3840, 2160)),
    MOVEMENT: ((640, 360), (1280, 720), (1920, 1080)),
    NUMBERS: (),
}
# Of figures of whom nothing may be told, nor by the name of a file.
UNNAMED = "hinge-tutor"
SPEEDS, PAUSES_S = (0.25, 0.5, 1.0), (0.0, 0.5, 1.0, 2.0)


@dataclass(frozen=True)
class Wish:
    """What somebody wants to take away; `figure` counts from 0 in the scene's order."""

    what: str = MOMENT
    ending: str = ".png"
    size: tuple[int, int] = SIZES[MOMENT][0]
    theme: str = "light"
    speed: float = 1.0
    pause_s: float = 0.0
    figure: int = 0

    def of(self, what: str) -> Wish:
        """The same of another kind, with that kind's first format and size."""
        if what == self.what:
            return self
        sizes = SIZES[what]
        return replace(
            self,
            what=what,
            ending=FORMATS[what][0],
            size=sizes[0] if sizes else self.size,
        )


def kept(session: Session) -> str | None:
    """What a file keeps untold, as the stage does while a question is open."""
    if session.veiled:
        return FIGURES
    return ANSWER if session.pending else None


def moves(session: Session) -> bool:
    """Whether there is more than one moment, and all of them may be seen."""
    return session.timeline.clock.duration_s > 0 and not session.pending


def shown(session: Session) -> Options:
    """How the figures are shown in a file: as on the stage, with letters of usual size."""
    options = replace(
        session.options,
        text_scale=1.0,
        in_hand=False,
        anatomical=session.settings.anatomical_names,
    )
    return options.reticent() if session.pending else options


def preview(session: Session, size: tuple[int, int]) -> Picture:
    """The moment on the stage as a file shows it."""
    cast = session.repetitions
    page = sheet(session.words, size, cast, kept(session))
    return picture(cast, page, shown(session), session.timeline.fraction)


def name_of(session: Session, wish: Wish) -> str:
    """What a file is called unless somebody names it."""
    if session.veiled:
        return UNNAMED + wish.ending
    movements = [cast.movement for cast in session.plan.movements]
    if wish.ending in ONE_FIGURE:
        movements = movements[wish.figure : wish.figure + 1]
    return "-".join(movements) + wish.ending


def order(session: Session, wish: Wish, target: Path) -> Order:
    """The command line that makes it."""
    words: list[str | Given] = ["render", Given(f"scene{ENDING}", write_shared(scene_of(session)))]
    words += ["--out", str(target), "--language", session.words.language or "en"]
    if wish.what == NUMBERS:
        if wish.ending in ONE_FIGURE:
            words += ["--figure", str(wish.figure + 1)]
        return Order(tuple(words), target)
    words += ["--size", "x".join(map(str, wish.size)), "--theme", wish.theme, *_looked(session)]
    if wish.what == MOMENT:
        words += ["--at", repr(session.timeline.fraction)]
    else:
        words += ["--speed", f"{100 * wish.speed:g}", "--pause", f"{wish.pause_s:g}"]
    return Order(tuple(words), target)


def _looked(session: Session) -> list[str]:
    """What a scene's own text does not say of how it is shown."""
    options = shown(session)
    words: list[str] = []
    if options.anatomical:
        words.append("--anatomical")
    if options.solo is not None:
        words += ["--solo", options.solo]
    if not options.camera.whole:
        camera = options.camera
        words += ["--camera", ",".join(map(repr, (camera.zoom, camera.x, camera.y)))]
    if (untold := kept(session)) is not None:
        words += ["--untold", untold]
    return words
