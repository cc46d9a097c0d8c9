"""What is said of the files that one can take away: one plain sentence for each."""

from __future__ import annotations

from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.take_away import moves


def short(ending: str) -> str:
    """What a format is called."""
    return {
        ".png": tr("PNG"),
        ".svg": tr("SVG"),
        ".pdf": tr("PDF"),
        ".gif": tr("GIF"),
        ".webp": tr("WebP"),
        ".mp4": tr("MP4"),
        ".webm": tr("WebM"),
        ".csv": tr("CSV"),
        ".mot": tr("MOT"),
        ".sto": tr("STO"),
        ".trc": tr("TRC"),
    }[ending]


def format_note(ending: str) -> str:
    """What a format is good for."""
    return {
        ".png": tr("PNG: opens everywhere; of fixed size."),
        ".svg": tr("SVG: stays sharp at any size, for drawing programs and web pages."),
        ".pdf": tr("PDF: one page that stays sharp in print; its text can be searched."),
        ".gif": tr("GIF: plays everywhere, also in slides; large, with 256 colors."),
        ".webp": tr("WebP: plays in browsers, over and over, in all colors."),
        ".mp4": tr("MP4: a video that plays nearly everywhere."),
        ".webm": tr("WebM: a free video format, for browsers."),
        ".csv": tr("CSV: angles, moments and efforts of all figures, for spreadsheets."),
        ".mot": tr("MOT: the motion of one figure in degrees, for OpenSim."),
        ".sto": tr("STO: muscle efforts and joint moments of one figure, for OpenSim."),
        ".trc": tr("TRC: the places of one figure's joints, in millimeters."),
    }[ending]


def no_video() -> str:
    """Why videos are gray."""
    words = tr("MP4 and WebM need the extra package “video”: %1")
    return words.replace("%1", "pip install 'hinge-tutor[video]'")


def waits(session: Session) -> str:
    """Why only this moment can be saved now, or nothing."""
    if moves(session):
        return ""
    if session.pending:
        return tr("Answer the question first: a movement or its numbers would tell.")
    return tr("Nobody moves here, so there is only this moment.")


def kinds(ending: str) -> str:
    """The file dialog's filter."""
    words = tr("%1 files (*%2)")
    return words.replace("%1", short(ending)).replace("%2", ending)
