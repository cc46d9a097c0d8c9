"""The benchmark's table says what was promised, what was measured, and whether it was kept."""

from __future__ import annotations

import pytest

from hinge_tutor.cli.bench.row import Row, milliseconds, table


@pytest.mark.parametrize(
    ("row", "ratio", "kept"),
    [
        (Row("a frame", 6.0, 3.0, "ms"), 0.5, True),
        (Row("a frame", 6.0, 9.0, "ms"), 1.5, False),
        (Row("re-solved", 30.0, 60.0, "per s", floor=True), 0.5, True),
        (Row("re-solved", 30.0, 20.0, "per s", floor=True), 1.5, False),
        (Row("re-solved", 30.0, 0.0, "per s", floor=True), float("inf"), False),
        (Row("wake-ups", 0, 0, ""), 0.0, True),
        (Row("wake-ups", 0, 60, ""), 61.0, False),
    ],
)
def test_a_promise_is_kept_when_its_ratio_is_at_most_one(
    row: Row, ratio: float, kept: bool
) -> None:
    assert row.ratio == pytest.approx(ratio)
    assert row.kept is kept


def test_the_table_has_a_line_for_each_row_in_columns() -> None:
    lines = table([Row("a frame", 6.0, 9.0, "ms"), Row("solved", 30.0, 60.0, "per s", floor=True)])
    assert lines[0].split() == ["what", "limit", "measured", "ratio", "verdict"]
    assert lines[1].split() == ["a", "frame", "≤", "6", "ms", "9", "ms", "1.50", "missed"]
    assert lines[2].split()[-2:] == ["0.50", "kept"]
    assert len({len(line) for line in lines}) == 1


def test_work_is_done_once_more_than_it_is_measured() -> None:
    done: list[int] = []
    assert milliseconds(done.append, 3) >= 0.0
    assert done == [0, 0, 1, 2]
