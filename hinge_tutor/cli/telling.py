"""Problems of files, printed as a person reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hinge_tutor.check import Problem


def tell(problems: Sequence[Problem]) -> None:
    """Prints each problem with its place."""
    for problem in problems:
        print(f"{_near(problem.file)}:{problem.line}: {problem.problem}")


def counted(problems: Sequence[Problem]) -> str:
    """How many problems there are, in words."""
    return f"{len(problems)} problem{'s' * (len(problems) > 1)}"


def _near(file: str) -> str:
    """A path from where the user is, if it lies below; else as it stands."""
    path = Path(file)
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else file
