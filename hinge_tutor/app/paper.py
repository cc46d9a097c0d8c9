"""Which paper is usual where the user lives."""

from __future__ import annotations

from PySide6.QtCore import QLocale

A4, LETTER = "a4", "letter"
# Where printers hold Letter (CLDR, paperSize: 001 is A4, these are US-Letter).
LETTER_LANDS = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)


def usual_paper(locale: QLocale | None = None) -> str:
    """The paper of a locale, the system's own without one."""
    here = locale or QLocale.system()
    land = QLocale.territoryToCode(here.territory())
    return LETTER if land in LETTER_LANDS else A4
