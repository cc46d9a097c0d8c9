"""What a page of SVG by Qt still lacks where Inter is not installed: other typefaces, and widths.

Each text is told how wide it is, so that one set in another typeface fills the same place: on its
plate, and beside its line.
"""

from __future__ import annotations

import re
from html import unescape

from PySide6.QtGui import QFont, QFontMetricsF

from hinge_tutor.paint import FONT_FAMILY

FALLBACKS = "Inter, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', 'Noto Sans', sans-serif"
_SIZE = re.compile(r'<svg width="[^"]*" height="[^"]*"')
_FONT = re.compile(r'font-family="([^"]*)" font-size="([\d.]+)" font-weight="(\d+)"')
_TEXT = re.compile(r"<text ([^>]*)>(.*?)</text>", re.DOTALL)


def tidied(page: str, size: tuple[int, int]) -> str:
    """The same page, `size` px large, which looks alike with or without Inter."""

    def told(found: re.Match[str]) -> str:
        attributes, text = found.groups()
        named = _FONT.search(attributes)
        if named is None:
            return found[0]
        family, px, weight = named.groups()
        font = QFont(family)
        font.setPixelSize(max(round(float(px)), 1))
        font.setWeight(QFont.Weight(int(weight)))
        wide = QFontMetricsF(font).horizontalAdvance(unescape(text))
        fit = f'textLength="{wide:.2f}" lengthAdjust="spacingAndGlyphs"'
        return f"<text {attributes.rstrip()} {fit}>{text}</text>"

    width, height = size
    page = _SIZE.sub(f'<svg width="{width}" height="{height}"', page, count=1)
    return _TEXT.sub(told, page).replace(
        f'font-family="{FONT_FAMILY}"', f'font-family="{FALLBACKS}"'
    )
