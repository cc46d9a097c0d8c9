"""What a recording's file holds, as it stands there: marker positions or joint angles over time."""

from __future__ import annotations

from dataclasses import dataclass

from hinge_tutor.body.arrays import FloatArray

# Longer or fuller than any exercise: 20 minutes at 100 a second, four marker sets at once.
MOST_FRAMES, MOST_COLUMNS = 120_000, 400
# A fold takes a second or more; of less than this nothing can be told.
FEWEST_FRAMES = 10
# Frames a second: of fewer a fold cannot be told from noise, and no laboratory films folds at more.
FEWEST_HZ, MOST_HZ = 12.0, 1_000.0


class RecordingError(ValueError):
    """A file that cannot be used as a recording: which sentence says why, and its values.

    The sentences are in `lessons/<language>/words.toml`.
    """

    def __init__(self, piece: str, /, **values: float | str) -> None:
        super().__init__(piece, values)
        self.piece = piece
        self.values = values


@dataclass(frozen=True, eq=False)
class Points:
    """Markers over time: `xyz` (N, M, 3) in the file's own units and axes, NaN where one is lost.

    `units` is what the file says, empty where it says nothing.
    """

    format: str
    time_s: FloatArray
    names: tuple[str, ...]
    xyz: FloatArray
    units: str = ""


@dataclass(frozen=True, eq=False)
class Angles:
    """Coordinates over time (N, K), as the file has them.

    `in_degrees` is what the file says, None where it says nothing.
    """

    format: str
    time_s: FloatArray
    names: tuple[str, ...]
    values: FloatArray
    in_degrees: bool | None = None
