"""What the recall deck says: how many cards are left, and when the next ones come."""

from __future__ import annotations

from datetime import date, timedelta

from hinge_tutor.lessons.words import Words

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def counted(piece: str, count: int, words: Words) -> str:
    """A sentence with a number of cards; one card has a sentence of its own."""
    return words.deck(f"{piece}_one" if count == 1 else piece, {"count": count})


def next_in_words(day: date | None, today: date, words: Words) -> str:
    """`Next cards on Thursday.`; without a day, when there will be cards at all."""
    if day is None:
        return words.deck("first")
    if day - today <= timedelta(days=1):
        return words.deck("tomorrow")
    if day - today >= timedelta(days=len(DAYS)):
        # That day of the week is today's.
        return words.deck("in_a_week")
    return words.deck("on_day", {"day": words.day(DAYS[day.weekday()])})
