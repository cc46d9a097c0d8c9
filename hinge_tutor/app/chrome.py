"""The colors of the window around the stage, by what they are for, from the palette in use."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QMargins
from PySide6.QtGui import QColor, QPalette

from hinge_tutor.paint import Palette
from hinge_tutor.stage.palette import contrast


@dataclass(frozen=True)
class Chrome:
    """Colors of panes, text and controls; each is a role of the palette."""

    window: QColor
    surface: QColor
    card: QColor
    line: QColor
    track: QColor
    track_line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_strong: QColor
    accent_soft: QColor
    on_accent: QColor
    good: QColor
    other: QColor
    on_other: QColor
    focus: QColor

    def names(self) -> dict[str, str]:
        """Every role with its color as `#rrggbb`."""
        return {field.name: getattr(self, field.name).name() for field in fields(self)}


def chrome(palette: Palette) -> Chrome:
    """The window's colors out of the roles that a palette has."""
    role = {name: QColor(palette.color(name)) for name in _ROLES}
    accent, plate, text = role["accent"], role["plate"], role["text"]
    strong = contrast(palette.color("divider"), palette.color("plate")) > OUTLINED_FROM
    return Chrome(
        window=role["ground"],
        surface=plate,
        card=_mixed(role["ground"], plate, 0.5),
        line=role["plate_line"],
        # Where dividers are strokes, an empty track is an outline.
        track=plate if strong else role["divider"],
        track_line=text if strong else role["divider"],
        text=text,
        muted=role["text_quiet"],
        accent=accent,
        accent_strong=_mixed(accent, text, 0.2),
        accent_soft=_mixed(accent, plate, 0.85),
        on_accent=_readable_on(accent, plate, text),
        good=accent,
        other=role["pressure"],
        on_other=_readable_on(role["pressure"], plate, text),
        focus=role["highlight"],
    )


# A non-text contrast that everybody sees (WCAG 2.2, 1.4.11).
OUTLINED_FROM = 3.0
_ROLES = (
    "ground",
    "plate",
    "plate_line",
    "divider",
    "text",
    "text_quiet",
    "accent",
    "pressure",
    "highlight",
)


def _mixed(first: QColor, second: QColor, share: float) -> QColor:
    """`first` with a share of `second`."""
    pairs = zip(
        (first.red(), first.green(), first.blue()),
        (second.red(), second.green(), second.blue()),
        strict=True,
    )
    return QColor(*(round(a + (b - a) * share) for a, b in pairs))


def _readable_on(ground: QColor, *inks: QColor) -> QColor:
    """The ink with the strongest contrast."""
    return max(inks, key=lambda ink: contrast(ink.name(), ground.name()))


def qt_palette(colors: Chrome) -> QPalette:
    """What Qt paints by itself (selections, disabled text, menus) in the same colors."""
    made = QPalette()
    role = QPalette.ColorRole
    for where, color in (
        (role.Window, colors.window),
        (role.WindowText, colors.text),
        (role.Base, colors.surface),
        (role.AlternateBase, colors.card),
        (role.Text, colors.text),
        (role.Button, colors.card),
        (role.ButtonText, colors.text),
        (role.BrightText, colors.on_accent),
        (role.Highlight, colors.accent),
        (role.HighlightedText, colors.on_accent),
        (role.Link, colors.accent),
        (role.LinkVisited, colors.accent),
        (role.ToolTipBase, colors.card),
        (role.ToolTipText, colors.text),
        (role.PlaceholderText, colors.muted),
        (role.Mid, colors.line),
        (role.Light, colors.card),
        (role.Dark, colors.line),
        (role.Shadow, colors.line),
    ):
        made.setColor(where, color)
    for where in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, where, colors.muted)
    return made


# Twice the text makes an icon this much of the way to twice its size.
CONTROL_SHARE = 0.4


@dataclass(frozen=True)
class Look:
    """What a widget that paints itself needs: the palette, the window's colors, the text scale.

    `growth` is the part of the scale that comes from a large window, in which everything grows.
    """

    palette: Palette
    colors: Chrome
    scale: float
    growth: float = 1.0

    def px(self, size: float) -> int:
        """A size of the reference picture at this text scale."""
        return round(size * self.scale)

    def target(self, size: float) -> int:
        """A size of a control without words: it grows less than text, so that both keep room."""
        return round(size * self.control)

    @property
    def control(self) -> float:
        """The scale of controls without words."""
        return self.growth * (1 + CONTROL_SHARE * (self.scale / self.growth - 1))

    def margins(self, left: int, top: int, right: int, bottom: int) -> QMargins:
        """Margins in a large window; a larger text alone leaves them as they are."""
        return QMargins(*(round(side * self.growth) for side in (left, top, right, bottom)))

    def gap(self, size: float) -> int:
        """A distance in a large window."""
        return round(size * self.growth)
