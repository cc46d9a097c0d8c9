"""The sheet of figures that lie over each other: one place for all, a legend of who is who."""

from __future__ import annotations

from hinge_tutor.stage.plan import (
    FOOTER_EM,
    FOOTER_PX,
    LEAST_FIGURE,
    MARGIN_PX,
    SMALLEST_TITLE,
    TEXT_PX,
    TITLE_PX,
    Column,
    Extent,
    Header,
    Layout,
    Plan,
)

# The sample of an outline before a title, in em of the title, with the gap after it.
MARK_EM, MARK_GAP_EM = 1.9, 0.5


def overlap(plan: Plan, extent: Extent, count: int, header: Header, text_scale: float) -> Layout:
    """The largest figures on one ankle, their titles beside or, in a narrow sheet, below each
    other.
    """
    letters = text_scale * plan.letters
    title, small = TITLE_PX * letters, TEXT_PX * letters
    wanted = (header.title_em + MARK_EM + MARK_GAP_EM) * title
    across = plan.width_px / count - 2 * MARGIN_PX
    rows = 1 if wanted * SMALLEST_TITLE <= across else count
    room = across if rows == 1 else max(plan.width_px - 2 * MARGIN_PX, 1.0)
    lines = 1 if header.subtitle_em * small <= room else 2
    foot = max(FOOTER_PX, FOOTER_EM * small)
    most = (1 - LEAST_FIGURE) * plan.height_px - foot
    # A header too high for the sheet gives up its lines of angles.
    while lines and MARGIN_PX + rows * _high(title, small, lines) > most:
        lines -= 1
    each = _high(title, small, lines)
    head = MARGIN_PX + rows * each
    tall = max(plan.height_px - foot - head, 1.0)
    wide = max(plan.width_px - 2 * MARGIN_PX, 1.0)
    scale = max((extent.right - extent.left) / wide, extent.top / tall)
    # Part of the height that is left goes under the ground line.
    ground = foot + 0.3 * max(0.0, tall - extent.top / scale)
    ankle = plan.width_px / 2 * scale - (extent.left + extent.right) / 2
    figure = Column(
        left=0.0,
        inner=0.0,
        right=plan.width_px * scale,
        bottom=0.0,
        top=plan.height_px * scale,
        ground=ground * scale,
        ankle=ankle,
        header=head * scale,
    )
    width = plan.width_px / count if rows == 1 else plan.width_px
    headers = []
    for number in range(count):
        left = number * width if rows == 1 else 0.0
        top = plan.height_px - (0.0 if rows == 1 else number * each)
        headers.append(
            Column(
                left=left * scale,
                inner=left * scale,
                right=(left + width) * scale,
                bottom=0.0,
                top=top * scale,
                ground=ground * scale,
                ankle=ankle,
                header=head * scale,
            )
        )
    return Layout(
        width=plan.width_px * scale,
        height=plan.height_px * scale,
        mm_per_px=scale,
        columns=(figure,) * count,
        headers=tuple(headers),
        subtitle_lines=lines,
        badges=False,
        badge_row=False,
        title_size=min(1.0, max(SMALLEST_TITLE, room / max(wanted, 1.0))),
        mark=True,
    )


def _high(title_px: float, small_px: float, lines: int) -> float:
    """The height of one title with its lines of angles, px."""
    return 1.4 * title_px + 1.5 * lines * small_px
