"""`--language`: the language of what a command says of movements, measures and lessons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hinge_tutor.cli.command import UsageError
from hinge_tutor.lessons.languages import ENGLISH, languages
from hinge_tutor.problems import did_you_mean

if TYPE_CHECKING:
    import argparse

    from hinge_tutor.lessons.words import Words


def add_language(parser: argparse.ArgumentParser, default: str | None = ENGLISH) -> None:
    """Declare `--language`."""
    parser.add_argument(
        "--language", metavar="CODE", type=_language, default=default, help="en, es"
    )


def said(arguments: argparse.Namespace) -> Words:
    """The words of the language that was asked for."""
    from hinge_tutor.lessons.words import words

    return words(arguments.language)


def _language(code: str) -> str:
    known = [language.code for language in languages()]
    if code not in known:
        near = did_you_mean(code, known) or "."
        raise UsageError(f'There are no lessons in "{code}"; there are: {", ".join(known)}{near}')
    return code
