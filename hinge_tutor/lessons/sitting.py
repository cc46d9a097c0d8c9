"""One sitting with the recall deck: the cards that are left, and what is asked once more."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hinge_tutor.lessons.schedule import Due


@dataclass(frozen=True)
class Sitting:
    """`left` begins with the card that is asked now; `again` are those that were not known."""

    left: tuple[Due, ...]
    again: frozenset[tuple[str, str]] = frozenset()

    @property
    def card(self) -> Due | None:
        """The card that is asked now; None at the end."""
        return self.left[0] if self.left else None

    @property
    def repeats(self) -> bool:
        """Whether the card is asked once more: its first answer has counted already."""
        return self.card is not None and self.card.key in self.again

    def answered(self, knew: bool) -> Sitting:
        """The next card; one that is not known comes once more, at the end."""
        if self.card is None:
            return self
        rest = self.left[1:]
        if knew:
            return replace(self, left=rest)
        return Sitting((*rest, self.card), self.again | {self.card.key})

    def passed(self) -> Sitting:
        """The next card, claiming nothing: as one that is not known, but not for a third time.

        Who only ever goes on comes to an end.
        """
        return self.answered(knew=self.repeats)
