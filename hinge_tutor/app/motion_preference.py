"""Whether the system asks programs for less motion, where Qt can tell."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


def system_prefers_stillness() -> bool:
    """Newer releases of Qt know it; with older ones the answer is no, and there is a setting."""
    accessibility = getattr(QGuiApplication.styleHints(), "accessibility", None)
    hints = accessibility() if callable(accessibility) else None
    preference = getattr(hints, "motionPreference", None)
    answer = preference() if callable(preference) else None
    return "reduced" in str(answer).casefold()
