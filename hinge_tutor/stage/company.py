"""What the layers over one figure take from the others on the stage at a moment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hinge_tutor.coaching.verdicts import Verdict
    from hinge_tutor.stage.contrast import Contrast


@dataclass(frozen=True, eq=False)
class Company:
    """The figure that this one is compared with, if any, how long an arrow of one newton is, and
    what the form rules say of this figure beside the others.
    """

    contrast: Contrast | None = None
    newton_mm: float = 0.0
    verdicts: tuple[Verdict, ...] = ()


ALONE = Company()
