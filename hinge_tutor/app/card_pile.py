"""Cards that lie over a window, one on top: kept by their names, dressed alike, taken away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from hinge_tutor.app.chrome import Look
from hinge_tutor.app.overlay import Overlay

Card = TypeVar("Card", bound=Overlay)


class CardPile:
    """Each card is made once, when it is first asked for."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._look: Look | None = None
        self._cards: dict[str, Overlay] = {}
        self._putting_away = False

    def set_look(self, look: Look) -> None:
        self._look = look
        for card in self._cards.values():
            card.set_look(look)

    def top(self) -> Overlay | None:
        """The card that lies on top."""
        shown = [card for card in self._cards.values() if card.isVisible()]
        return max(shown, key=self._window.children().index) if shown else None

    def shows(self, name: str) -> bool:
        """Whether the card of that name is open."""
        card = self._cards.get(name)
        return card is not None and card.isVisible()

    def close_all(self) -> None:
        """Takes every card away; a note that was put away like this counts as unread."""
        self._putting_away = True
        try:
            while (card := self.top()) is not None:
                card.dismiss()
        finally:
            self._putting_away = False

    def _card(self, name: str, kind: type[Card], make: Callable[[], Card]) -> Card:
        card = self._cards.get(name)
        if not isinstance(card, kind):
            card = make()
            self._cards[name] = card
            if self._look is not None:
                card.set_look(self._look)
        return card
