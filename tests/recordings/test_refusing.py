"""Whatever refuses a recording has its sentence in every language, with the values it needs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import hinge_tutor.recordings
from hinge_tutor.check.refusals import RECORDING_REFUSALS
from hinge_tutor.recordings import from_angles, from_points
from hinge_tutor.recordings.files import read_recording
from hinge_tutor.recordings.tracks import RecordingError
from tests.recordings.refusing import in_words

FOLDER = Path(hinge_tutor.recordings.__file__).parent
# Names that are put together of what was looked for.
MADE = {
    "from_angles.py": set(from_angles._COLUMNS.values()),
    "from_points.py": {f"no_{places[0]}" for places in from_points.NEEDED},
    "scaling.py": {"no_hip_knee", "no_knee_ankle"},
}


def raised() -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """File, name of the sentence, and values of every refusal in the source."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "RecordingError"
            ):
                values = tuple(str(each.arg) for each in node.keywords)
                first = node.args[0]
                either = (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
                for each in either:
                    plain = [str(each.value)] if isinstance(each, ast.Constant) else None
                    for piece in plain or sorted(MADE[path.name]):
                        yield path.name, piece, values


def test_every_refusal_has_its_sentence_with_its_values() -> None:
    found = list(raised())
    for file, piece, values in found:
        assert set(RECORDING_REFUSALS[piece]) == set(values), (file, piece)
    assert {piece for _, piece, _ in found} == set(RECORDING_REFUSALS)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "table.csv is no recording: its first line is “name,age”; give a file that another "
                "program exported as .trc, .mot, .sto or .c3d."
            ),
        ),
        (
            "es",
            (
                "table.csv no es una grabación: su primera línea es «name,age»; elige un archivo "
                "que otro programa haya exportado como .trc, .mot, .sto o .c3d."
            ),
        ),
    ],
)
def test_a_refusal_is_told_in_the_language_of_its_reader(
    tmp_path: Path, language: str, said: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_text("name,age\nAnn,31\n", encoding="utf-8")
    with pytest.raises(RecordingError) as refusal:
        read_recording(path)
    assert in_words(refusal.value, language) == said
