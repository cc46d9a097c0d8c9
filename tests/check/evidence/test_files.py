"""Files of targets and words with one fault each say which line and what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hinge_tutor import shelf
from hinge_tutor.check import check
from hinge_tutor.check.evidence import targets
from hinge_tutor.check.evidence.page_words import page_words, read_page_words
from hinge_tutor.check.evidence.rows import COMPUTED, rows
from hinge_tutor.located import AuthorErrors

TARGETS = shelf.assets("proof", "targets.toml")
WORDS = shelf.lessons("en", "proof.toml")


@pytest.fixture
def assets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A place for targets, read in place of the original."""
    (tmp_path / "proof").mkdir()
    monkeypatch.setattr(shelf, "assets", tmp_path.joinpath)
    targets.families.cache_clear()
    yield tmp_path / "proof" / "targets.toml"
    targets.families.cache_clear()


def swapped(path: Path, right: str, wrong: str) -> tuple[str, int]:
    """A file's text with one change, and the line of that change."""
    text = path.read_text(encoding="utf-8")
    assert right in text
    return text.replace(right, wrong, 1), text[: text.index(right)].count("\n") + 1


@pytest.mark.parametrize(
    ("right", "wrong", "further", "said"),
    [
        ("at_most = 0.30", 'at_most = "low"', 0, "write a number"),
        ("at_most = 0.30", "at_most = 0.30\nwithin = 1", -5, "held against one of them"),
        ("at_most = 0.30", "at_most = 0.30\naim = 0.2", -5, "keep one of the two"),
        ("at_most = 0.30", "at_mots = 0.30", 0, 'did you mean "at_most"'),
        ("at_least = 0.20", "at_least = 0.90", 0, "at_least is above at_most"),
        ("within_percent = 8", "within_percent = 800", 0, "write a number in 0 … 100"),
        ("aims = { 25 = 57, 30 = 45, 35 = 35, 40 = 27 }\n", "", -4, "nothing that it is near to"),
        ("at_most = 0.30", "at_most = 0.30\nmeasured = { 25 = [0, 1] }", -5, "no measured"),
        ("{ glutes = [0.1, 0.3] }", "{ glutse = [0.1, 0.3] }", 0, "no case glutse"),
        ("{ glutes = [0.1, 0.3] }", "{ glutes = [0.3, 0.1] }", 0, "does not rise"),
        ('falling = ["soft", "bent"]', 'falling = ["soft"]', 0, "at least two names"),
        ('section = "independent"', 'section = "independant"', 0, 'did you mean "independent"'),
        ('source = "Isear 1997"', 'source = ""', 0, "source is empty"),
    ],
)
def test_a_wrong_target_is_told_with_its_line(
    right: str, wrong: str, further: int, said: str, assets: Path
) -> None:
    text, line = swapped(TARGETS, right, wrong)
    assets.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorErrors) as told:
        targets.families()
    problems = told.value.errors
    assert any(said in problem.problem for problem in problems), problems
    problem = next(each for each in problems if said in each.problem)
    assert problem.file == str(assets)
    assert problem.line == line + further


@pytest.mark.parametrize(
    ("right", "wrong", "line_kept", "said"),
    [
        ('what = "What"', 'waht = "What"', True, 'did you mean "what"'),
        ('what = "What"', "what = 3", True, "write a text"),
        ('missed = "missed by {amount}"', 'missed = "missed by {much}"', True, "{amount}"),
        ('missed = "missed by {amount}"', 'missed = "missed by {amount"', True, "not closed"),
        ("[rows.sharing]", "[rows.shraing]", True, "no row shraing"),
        ("[rows.sharing]", "[rows.shraing]", False, "no words for sharing"),
        ('mujoco = "MuJoCo"\n', "", False, "no word for its case mujoco"),
        ('mujoco = "MuJoCo"', 'mojuco = "MuJoCo"', True, "no case mojuco"),
        ("against {case}", "against it", True, "{case} in their title"),
        ('soft = "soft knee"\n', "", False, "no word for soft"),
        ("[differences.bend_timing]", "[differences.sharing]", True, "nothing that was measured"),
        ("[differences.bend_timing]", "[differences.sharing]", False, "[differences.bend_timing]"),
        ("{stoop_shear_stoop}", "{stoop_shear_stop}", True, "did you mean {stoop_shear_"),
        ("from {bend_timing_silent} of", "from {silent} of", True, "is not offered"),
        ('together = "Standing still"\n', "", False, "together names the rows"),
    ],
)
def test_a_wrong_word_is_told_with_its_line(
    right: str, wrong: str, line_kept: bool, said: str, tmp_path: Path
) -> None:
    text, line = swapped(WORDS, right, wrong)
    path = tmp_path / "proof.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AuthorErrors) as told:
        read_page_words(path)
    problem = next(each for each in told.value.errors if said in each.problem)
    assert problem.file == str(path)
    assert problem.line == line or not line_kept
    assert said in "\n".join(each.problem for each in check([path]))


@pytest.mark.slow
def test_no_two_rows_have_the_same_title() -> None:
    titles = [page_words().title(row) for row in rows()]
    assert len(titles) == len(set(titles))


def test_only_what_has_targets_is_computed() -> None:
    assert COMPUTED.keys() <= targets.families().keys()
    assert targets.families().keys() == COMPUTED.keys()


def test_the_tables_of_arms_are_those_that_the_arms_are_tested_with() -> None:
    """The program has its own copy, because it is installed without the tests."""
    for file, found, key in (
        ("leg_arms.csv", targets.leg_arms(), "hip_deg"),
        ("trunk_arms.csv", targets.trunk_arms(), "flexion_deg"),
    ):
        text = Path(__file__).parents[2].joinpath("reference", file).read_text(encoding="utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("#")]
        copied = sum(max(map(len, each.values())) for each in found["muscles"].values())
        assert copied == len(lines) - 1
        assert key in next(iter(found["muscles"].values()))
