"""The rows of the lists of Train: the clients that are known, and the days of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from hinge_tutor.app.chooser import Option
from hinge_tutor.app.lesson_commands import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.train_words import card_in_words
from hinge_tutor.app.training import Training
from hinge_tutor.lessons.client import Visit
from hinge_tutor.lessons.training import MOVEMENT


def client_rows(session: Session, training: Training) -> Sequence[Option]:
    """Who was here last first."""
    training.clients.read()
    if said := training.clients.take_complaints():
        session.say(said)
    rows = [
        Option(
            card_in_words(card),
            "",
            partial(training.open, card.id),
            note=visit_in_words(card.by_day[-1], session) if card.visits else "",
        )
        for card in training.clients.in_order
    ]
    nobody = tr("Nobody yet. “Keep” makes a card of whoever is on the screen.")
    return rows or [Option(nobody, "", lambda: None, possible=False)]


def day_rows(session: Session, training: Training) -> Sequence[Option]:
    """Every day but the last one, which each of them is compared with."""
    card = training.trainee.card
    if card is None:
        return []
    *before, last = card.by_day
    return [
        Option(visit_in_words(visit, session), "", partial(training.compare, visit, last))
        for visit in reversed(before)
    ]


def visit_in_words(visit: Visit, session: Session) -> str:
    """`November 27, 2026 · Rounded back 70 %`; what is no hip hinge is named."""
    words = session.words
    said = [words.day_of(visit.day)]
    if visit.movement != MOVEMENT:
        said.append(words.movement(visit.movement))
    if visit.fault:
        said.append(f"{words.fault(visit.fault)} {100 * visit.share:.0f} %")
    return " · ".join(said)
