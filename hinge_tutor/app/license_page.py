"""A card with the licenses of everything that is shipped or used, each of them to be read."""

from __future__ import annotations

from hinge_tutor import licenses, shelf
from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.reference_page import ENDING, ReferencePage
from hinge_tutor.licenses import NEEDED, OPTIONAL, PROGRAM, SHIPPED, Work
from hinge_tutor.located import AuthorErrors, read_text

OVERVIEW = "licenses"
LGPL = "LGPL"


class LicensePage(ReferencePage):
    """A table first; a license leads to its text, and Alt+Left back."""

    def words(self, name: str) -> str:
        try:
            found = licenses.works(shelf.assets(licenses.FILE))
            if name == OVERVIEW:
                return _overview(found)
            work = next((each for each in found if page_name(each) == name), None)
            return _text(work) if work is not None else ""
        except (shelf.MissingFile, AuthorErrors, OSError):
            return ""


def page_name(work: Work) -> str:
    """The name of the page with a work's license."""
    return "".join(sign if sign.isalnum() else "-" for sign in work.name.lower())


def _overview(works: tuple[Work, ...]) -> str:
    headings = {
        PROGRAM: "",
        SHIPPED: tr("Comes with it"),
        NEEDED: tr("Is needed by it"),
        OPTIONAL: tr("Is used by some commands where it is there"),
    }
    title = tr("Licenses")
    parts = [
        f"# {title}",
        tr("Hinge Tutor is free software. So is everything that it is made of."),
    ]
    for kind, heading in headings.items():
        rows = [work for work in works if work.kind == kind]
        if rows:
            parts += [f"## {heading}"] if heading else []
            parts.append("\n".join((_heading(), *map(_row, rows))))
    return "\n\n".join(parts)


def _heading() -> str:
    what, by, under = tr("What"), tr("By"), tr("License")
    return f"| {what} | {by} | {under} |\n|---|---|---|"


def _row(work: Work) -> str:
    named = f"[{work.license}]({page_name(work)}{ENDING})" if work.texts else work.license
    return f"| {work.name} | {work.holder} | {named} |"


def _text(work: Work) -> str:
    """A work's license in full, as it was written."""
    parts = [f"# {work.name}: {work.license}", f"© {work.holder}"]
    if work.home:
        parts.append(f"`{work.home}`")
    if work.license.startswith(LGPL):
        parts.append(
            tr(
                "Qt and PySide6 are libraries of their own, which this program uses unchanged. "
                "Whoever has the program may put another build of them in their place."
            )
        )
    for path in work.texts:
        text = read_text(shelf.assets(*path.split("/")))
        parts.append(f"```\n{text.strip()}\n```")
    return "\n\n".join(parts)
