"""The files of a lesson pack, a folder or a zip, read into memory with distrust.

Nothing is unpacked and nothing is written.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from hinge_tutor.lessons.pack_budget import HEAD, Budget, PackError, shown
from hinge_tutor.lessons.pack_folder import read_folder
from hinge_tutor.lessons.pack_names import colliding
from hinge_tutor.lessons.pack_zip import read_zip


def read_files(path: Path) -> dict[str, bytes]:
    """Every text and picture of a pack by its name from the pack's own folder.

    Raises PackError with one sentence.
    """
    budget = Budget(shown(path.name))
    try:
        if path.is_dir():
            read_folder(path, budget)
        elif path.is_file():
            read_zip(path, budget)
        elif path.exists():
            raise budget.refusal("it is neither a folder nor a zip file")
        else:
            raise PackError(f"There is no lesson pack {path}; check its name and folder.")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise budget.refusal(f"it cannot be read ({reason})") from None
    except ValueError:
        raise PackError("This is no name of a lesson pack; name a folder or a zip file.") from None
    if (pair := colliding(budget.files)) is not None:
        raise budget.refusal(
            f"{shown(pair[0])} and {shown(pair[1])} are one file on some systems; rename one"
        )
    return _from_the_top(budget, zipped=path.is_file())


def _from_the_top(budget: Budget, zipped: bool) -> dict[str, bytes]:
    """The files from where the pack's head lies: at the top, or in the only folder there."""
    files = budget.files
    if HEAD in files:
        return files
    # Who makes a zip of a folder has the folder in it; a folder is given by its own name.
    tops = {PurePosixPath(name).parts[0] for name in files}
    top = f"{tops.pop()}/" if zipped and len(tops) == 1 else ""
    if not top or f"{top}{HEAD}" not in files:
        raise budget.refusal(f"there is no {HEAD} in it")
    return {name.removeprefix(top): content for name, content in files.items()}
