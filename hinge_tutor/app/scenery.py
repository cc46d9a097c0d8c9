"""The picture of the moment for a widget of some size: the session's figures through the scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSize

from hinge_tutor.app.calling import called
from hinge_tutor.app.session import Session
from hinge_tutor.coaching.repetition import Repetition
from hinge_tutor.lessons.confidence import efforts_of
from hinge_tutor.lessons.figure_names import badge
from hinge_tutor.motion.movement import Movement
from hinge_tutor.stage import scene
from hinge_tutor.stage.actors import needed
from hinge_tutor.stage.arrangement import STACKED
from hinge_tutor.stage.options import Options
from hinge_tutor.stage.picture import Picture
from hinge_tutor.stage.plan import Column, Extent, Plan

# A column this wide and a stage this high carry letters of 100 %; larger ones need more of both.
COLUMN_PX, HEIGHT_PX = 190, 320
SHORT_BELOW_PX = 240
# Room that was kept is given up where figures need this much less of it, in width or height.
TOO_MUCH_ROOM = 1.3
# Each movement, and whether a pose of it is held.
_Who = tuple[tuple[Movement, bool], ...]
# Size, letters, text scale, whether a question is open, figures beside and under each other, who,
# what they are called where that is not their movement, and the room that is kept for them.
_Key = tuple[
    int, int, float, float, tuple[bool, bool], tuple[int, int], _Who, tuple[str, ...], Extent
]


def carried(scale: float, column_px: float, row_px: float) -> float:
    """The text scale that one figure's part of a sheet carries of the one that is asked for."""
    return min(scale, max(min(column_px / COLUMN_PX, row_px / HEIGHT_PX), 1.0))


class Scenery:
    """Keeps one plan as long as size and letters stay, because the camera belongs to it."""

    def __init__(
        self, session: Session, letters: Callable[[], float], sparse: bool = False
    ) -> None:
        """A `sparse` one has a line of angles only while angles are shown at the joints."""
        self._session = session
        self._sparse = sparse
        self._letters = letters
        self._key: _Key | None = None
        self._plan: Plan | None = None
        # Who the room is kept for, and how much it is.
        self._kept: tuple[object, Extent] | None = None

    def picture(self, size: QSize, fraction: float) -> Picture:
        """The stage at a fraction of the repetition, `size` px large; empty without figures."""
        session = self._session
        width, height = max(size.width(), 1), max(size.height(), 1)
        if not session.repetitions:
            return Picture(float(width), float(height), ())
        shown = tuple((each.take.movement, bool(each.moving)) for each in session.repetitions)
        scale, pending = session.options.text_scale, session.pending
        arranged = session.arrangement
        count = len(session.shown)
        across, rows = (1, count) if arranged.view == STACKED else (count, 1)
        quiet = (pending, self._angles())
        room = self._room()
        names = (*(called(session) if session.plan.lettered else ()), *self._repaired())
        key = (width, height, self._letters(), scale, quiet, (across, rows), shown, names, room)
        if self._plan is None or key != self._key:
            self._key = key
            plan = self._made_plan(width, height, (across, rows), session.repetitions)
            self._plan = replace(plan, room=room)
        return scene.picture(session.repetitions, self._plan, self._options(), fraction)

    def columns(self) -> tuple[Column, ...]:
        """Where the shown figures of the last picture stand, from left to right, mm of it."""
        if self._plan is None:
            return ()
        return scene.columns(self._session.repetitions, self._plan, self._options())

    def _options(self) -> Options:
        """How the figures are shown; while a question is open, so that nothing answers it."""
        session = self._session
        return replace(
            session.options.reticent() if session.pending else session.options,
            anatomical=session.settings.anatomical_names,
            disputed=frozenset() if session.pending else self._disputed(),
        )

    def _room(self) -> Extent:
        """The room for figures that may be changed: nothing shrinks while a hand is on a dial, and
        later only where much of it stays empty.
        """
        session = self._session
        names = tuple(each.take.movement.id for each in session.repetitions)
        who = (session.build, session.trying, session.shown, names)
        need = needed([session.repetitions[number] for number in session.shown])
        room = need
        if self._kept is not None and self._kept[0] == who:
            room = self._kept[1].joined(need)
            spare = max(kept / own for kept, own in zip(room.size, need.size, strict=True))
            if spare > TOO_MUCH_ROOM and not session.options.in_hand:
                room = need
        self._kept = (who, room)
        return room

    def _made_plan(
        self, width: int, height: int, placed: tuple[int, int], figures: Sequence[Repetition]
    ) -> Plan:
        """The sheet of figures of which so many stand beside and under each other.

        On a small sheet letters grow less, names are short and badges stay away. These say what
        folds, so they also stay away while a question is open.
        """
        words, scale = self._session.words, self._session.options.text_scale
        column, row = width / placed[0], height / placed[1]
        letters = self._letters() * carried(scale, column, row) / scale
        bare = ("",) * len(figures)
        small = column < SHORT_BELOW_PX * scale or row < SHORT_BELOW_PX * scale
        if not small:
            badges = bare if self._session.pending else self._repaired()
            own = called(self._session) if self._session.plan.lettered else ()
            return Plan(width, height, words, own, badges, letters, angles=self._angles())
        titles = called(self._session, short=True)
        return Plan(width, height, words, titles, bare, letters, angles=self._angles())

    def _repaired(self) -> tuple[str, ...]:
        """The badges where one figure is repaired; none where all wear those of their movements."""
        session = self._session
        if not session.repaired or session.repair is None or session.options.in_hand:
            return ()
        repaired = session.words.repair("badge")
        return tuple(
            repaired if number == session.repair.figure else badge(each, session.words)
            for number, each in enumerate(session.repetitions)
        )

    def _disputed(self) -> frozenset[tuple[int, str]]:
        """The figures and muscles of which a claim of the build is disputed."""
        if not self._session.disputed:
            return frozenset()
        numbers = {name: number for number, name in enumerate(self._session.figures)}
        return frozenset(
            (numbers[figure], group)
            for claim in self._session.disputed
            for figure, group in efforts_of(claim)
            if figure in numbers
        )

    def _angles(self) -> bool:
        """Whether there is a line of angles; over hidden figures it would be the answer."""
        if self._session.veiled:
            return False
        return not self._sparse or self._session.options.shows("angles")
