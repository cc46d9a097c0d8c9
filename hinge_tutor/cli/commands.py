"""All commands of the program, in the order in which help lists them."""

from __future__ import annotations

from hinge_tutor.cli import (
    analyze,
    bench,
    body,
    bundle,
    check,
    compare,
    content,
    data,
    handout,
    install_desktop,
    new_lesson,
    prove,
    render,
    shot,
    tour,
)

COMMANDS = (
    content.COMMAND,
    check.COMMAND,
    new_lesson.COMMAND,
    analyze.COMMAND,
    compare.COMMAND,
    body.COMMAND,
    render.COMMAND,
    shot.COMMAND,
    handout.COMMAND,
    tour.COMMAND,
    bundle.COMMAND,
    data.COMMAND,
    prove.COMMAND,
    bench.COMMAND,
    install_desktop.COMMAND,
)
