"""A guess by hand beside the stage: what is asked, two sliders that lead the ghost, the answer."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hinge_tutor.app.cards import wrapped
from hinge_tutor.app.guessing import Guessing
from hinge_tutor.app.session import Session
from hinge_tutor.app.told import NOTHING, Told, told
from hinge_tutor.app.told_card import ToldCard
from hinge_tutor.app.way_row import WayRow
from hinge_tutor.app.wrapping import WrappingButton
from hinge_tutor.lessons.by_hand import Drag
from hinge_tutor.lessons.guess_words import across_in_words, up_in_words

# As far as anybody reaches from where he stands, cm; what the legs carry rises only a little.
ACROSS_CM, LIMB_UP_CM, TRUNK_UP_CM = 100, 130, 30
LIMBS = ("knee", "ankle", "toes", "elbow", "hand")
CM = 100.0


class GuessCard(QWidget):
    """Open, it leads the ghost; kept, it waits; told, it says how far off the guess was.

    `told` says what became of it, for whoever scrolls as far as that.
    """

    def __init__(self, session: Session, guessing: Guessing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._guessing = guessing
        self._heading = wrapped("heading")
        self._prompt = wrapped("body")
        self._how = wrapped("quiet")
        self._across = WayRow(self.tr("One centimeter back"), self.tr("One centimeter forward"))
        self._height = WayRow(self.tr("One centimeter down"), self.tr("One centimeter up"))
        self._across.moved.connect(self.on_across)
        self._height.moved.connect(self.on_height)
        self._keep = WrappingButton()
        self._keep.clicked.connect(self.on_keep)
        self.told = ToldCard(session.show_again)
        self._lead = QFrame()
        self._lead.setObjectName("inset")
        inside = QVBoxLayout(self._lead)
        inside.setContentsMargins(16, 10, 16, 12)
        inside.setSpacing(8)
        lead: tuple[QWidget, ...] = (self._how, self._across, self._height, self._keep)
        for widget in lead:
            inside.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        whole: tuple[QWidget, ...] = (self._heading, self._prompt, self._lead, self.told)
        for widget in whole:
            column.addWidget(widget)
        guessing.moved.connect(self.on_moved)
        session.options_changed.connect(self.on_options_changed)

    @property
    def asking(self) -> tuple[QWidget, ...]:
        """What has to be seen to guess, each piece of it more important than the one before."""
        return (self, self._prompt)

    def show_drag(self, drag: Drag | None) -> None:
        """What is asked to drag, with its numbers filled in; nothing without it."""
        self.setVisible(drag is not None)
        if drag is None:
            return
        session, words = self._session, self._session.words
        self._heading.setText(words.question("answer" if session.explained else "predict"))
        self._prompt.setText(drag.prompt)
        self._how.setText(words.guess("how", {"handle": words.handle(drag.handle)}))
        self._across.show_name(words.guess("across"))
        self._height.show_name(words.guess("height"))
        self._keep.setText(words.guess("keep"))
        start = self._guessing.start
        self._lead.setVisible(start is not None)
        if start is not None:
            up = LIMB_UP_CM if drag.handle in LIMBS else TRUNK_UP_CM
            self._across.set_ends(-ACROSS_CM, ACROSS_CM)
            self.on_options_changed()
            self._height.set_ends(-round(CM * start.at_m[1]), up)
        self.on_moved()
        self.told.show_told(self._what_is_told(drag))

    def _what_is_told(self, drag: Drag) -> Told:
        if self._session.explained:
            return told(self._session, drag)
        guess = self._session.guess
        kept = guess is not None and guess.kept
        return Told(self.tr("Kept. Next shows it.")) if kept else NOTHING

    @property
    def answered(self) -> tuple[QWidget, ...]:
        """There are no choices."""
        return ()

    @property
    def layouts(self) -> tuple[QWidget, ...]:
        """What has to be laid out before this card, from the inside out."""
        return (self._across, self._height, self._lead, self.told)

    def begin(self) -> None:
        """The arrows lead the ghost at once."""
        self._across.slider.setFocus()

    def on_moved(self) -> None:
        """The ghost stands elsewhere."""
        ahead, above = self._guessing.way_cm
        words = self._session.words
        self._across.show_way(ahead, across_in_words(ahead, words))
        self._height.show_way(above, up_in_words(above, words))
        self._keep.setEnabled(self._session.guessing and self._session.guess is not None)

    def on_options_changed(self) -> None:
        """Figures may face the other way now."""
        self._across.set_turned(self._session.arrangement.mirrored)

    def on_across(self, way_cm: int, rests: bool) -> None:
        self._guessing.lead_by(way_cm, self._guessing.way_cm[1], rests)

    def on_height(self, way_cm: int, rests: bool) -> None:
        self._guessing.lead_by(self._guessing.way_cm[0], way_cm, rests)

    def on_keep(self) -> None:
        self._session.keep_guess()
