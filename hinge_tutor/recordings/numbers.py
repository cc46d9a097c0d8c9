"""Numbers in the rows of a text file, and what is wrong with one of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from hinge_tutor.recordings.tracks import RecordingError

# Nobody is a thousand kilometers away, in any unit.
FARTHEST = 1e9


def cells(line: str) -> list[str]:
    """The cells of a row: between tabs where it has any, so that empty ones count."""
    return line.rstrip("\r\n").split("\t") if "\t" in line else line.split()


def row_of(name: str, number: int, words: Sequence[str], gaps: bool) -> list[float]:
    """A row's numbers; with `gaps` an empty cell or `nan` is NaN. Raises RecordingError."""
    try:
        row = [float(word) if word.strip() else math.nan for word in words]
    except ValueError:
        wrong = next(word for word in words if not _is_number(word))
        raise RecordingError("no_number", name=name, line=number, word=wrong.strip()[:20]) from None
    for value in row:
        if math.isnan(value):
            if not gaps:
                raise RecordingError("nan", name=name, line=number)
        elif abs(value) > FARTHEST:
            raise RecordingError("too_far", name=name, line=number)
    return row


def _is_number(word: str) -> bool:
    try:
        float(word)
    except ValueError:
        return not word.strip()
    return True


def whole_of(name: str, number: int, key: str, text: str, most: int) -> int:
    """A count in a header, from 1 to `most`; raises RecordingError."""
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not (1 <= value <= most and value == int(value)):
        raise RecordingError(
            "no_count", name=name, line=number, key=key, word=text.strip()[:20], most=most
        )
    return int(value)


def check_times(name: str, times: Sequence[float], first_line: int) -> None:
    """Refuses times that do not go on; raises RecordingError."""
    for row, (before, after) in enumerate(pairwise(times)):
        if not after > before:
            raise RecordingError(
                "time_back", name=name, line=first_line + row + 1, before=before, after=after
            )
