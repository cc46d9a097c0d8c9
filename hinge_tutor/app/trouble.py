"""What happens when something breaks that should not: a log, one friendly card, and on it goes."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

LOG_NAME = "hinge-tutor.log"
# A log that grows past this is begun anew; the old one stays beside it once.
LARGEST_LOG = 1_000_000


class Trouble:
    """Stands in for sys.excepthook; `tell` gets one sentence and the details."""

    def __init__(self, folder: Path, tell: Callable[[str, str], None]) -> None:
        self.log = folder / LOG_NAME
        self._tell = tell
        self._telling = False

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
        self.report("".join(traceback.format_exception(kind, value, where)))

    def report(self, details: str) -> None:
        """Writes the details down and says so; never raises, never says it twice at once."""
        place = str(self.log) if self._write(details) else ""
        if self._telling:
            return
        self._telling = True
        try:
            self._tell(place, details)
        except Exception:
            self._write(traceback.format_exc())
            print(details, file=sys.stderr)
        finally:
            self._telling = False

    def _write(self, details: str) -> bool:
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            if self.log.exists() and self.log.stat().st_size > LARGEST_LOG:
                self.log.replace(self.log.with_suffix(".old.log"))
            moment = datetime.now(UTC).isoformat(timespec="seconds")
            with self.log.open("a", encoding="utf-8") as file:
                file.write(f"{moment}\n{details}\n")
        except OSError:
            return False
        return True
