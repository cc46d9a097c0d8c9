"""What happens when something breaks: a file's own sentence, or a log and one friendly card."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.body.specification import BodyError
from hinge_tutor.lessons.scene_error import SceneError
from hinge_tutor.located import AuthorErrors
from hinge_tutor.motion.corners import BlendError
from hinge_tutor.motion.faults import FaultError
from hinge_tutor.motion.movement import UnknownMovement
from hinge_tutor.motion.posing import PoseError
from hinge_tutor.motion.pulls import PullError
from hinge_tutor.shelf import MissingFile

LOG_NAME = "hinge-tutor.log"
_OVERRIDE = re.compile(r"^Error calling Python override of \S+\(\): ")
# A log that grows past this is begun anew; the old one stays beside it once.
LARGEST_LOG = 1_000_000
# Ways of breaking that are remembered, so that each is told once; nobody reads more of them.
MOST_KNOWN = 200
# What a file is at fault for, and a person can put right; each says how in a sentence.
REFUSALS = (
    AuthorErrors,
    BlendError,
    BodyError,
    FaultError,
    SceneError,
    PoseError,
    PullError,
    UnknownMovement,
    MissingFile,
)


def sentence(refusal: BaseException) -> str:
    """The first sentence of a refusal, and how many more there are."""
    # Qt puts the name of the override before what was raised inside a callback of its own.
    told = _OVERRIDE.sub("", str(refusal))
    first, *more = told.splitlines() or [""]
    if not more:
        return first
    return tr("%1 (and %2 more)").replace("%2", str(len(more))).replace("%1", first)


class Trouble:
    """Stands in for sys.excepthook; `tell` gets the place of the log and the details.

    `say` gets the sentence of a refusal. What breaks once more in the same way, as a widget does
    that is painted again and again, is neither told nor written a second time.
    """

    def __init__(
        self,
        folder: Path,
        tell: Callable[[str, str], None],
        say: Callable[[str], None] | None = None,
    ) -> None:
        self.log = folder / LOG_NAME
        self._tell = tell
        self._say = say
        self._telling = False
        self._known: set[str] = set()

    def install(self) -> None:
        """From now on exceptions come here."""
        sys.excepthook = self.on_exception

    def on_exception(
        self,
        kind: type[BaseException],
        value: BaseException,
        where: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, where)
            return
        if isinstance(value, REFUSALS) and self._say is not None:
            self._say(sentence(value))
            return
        details = "".join(traceback.format_exception(kind, value, where))
        if details not in self._known:
            if len(self._known) < MOST_KNOWN:
                self._known.add(details)
            self.report(details)

    def report(self, details: str) -> None:
        """Writes the details down and says so; never raises, never says it twice at once."""
        place = str(self.log) if write_down(self.log, details) else ""
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(place, details)
        except Exception:
            write_down(self.log, traceback.format_exc())
            # Without a terminal there is no such stream, and it may not know every letter.
            if sys.stderr is not None:
                print(ascii(details), file=sys.stderr)
        finally:
            self._telling = False


def write_down(log: Path, details: str) -> bool:
    """Adds details to a log; whether that went well. Never raises."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        if log.exists() and log.stat().st_size > LARGEST_LOG:
            log.replace(log.with_suffix(".old.log"))
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        # An exception may quote what no file can hold, such as half a character.
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{moment}\n{details}\n")
    except (OSError, ValueError):
        return False
    return True
