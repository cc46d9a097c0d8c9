"""Check: proves that shipped content is right and that it teaches.

`check(None)` reads everything that is shipped; `check(paths)` reads the files and folders given,
and `Again` does so time and again.
Each problem reads `file:line: problem`, and all of them come at once.
"""

from __future__ import annotations

from hinge_tutor.check.again import Again
from hinge_tutor.check.content import check, files
from hinge_tutor.located import AuthorError as Problem

__all__ = ["Again", "Problem", "check", "files"]
