"""A place beside the stage for one guest: made when it is first asked for, opened and closed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from hinge_tutor.app.guest import Guest

Kind = TypeVar("Kind", bound="Guest")


class Row(Protocol):
    """Where the lesson stands with all of its guests."""

    def add(self, guest: Guest) -> None: ...
    def clear(self, leads: bool) -> None: ...
    def share(self) -> None: ...
    def go_back(self) -> None: ...


class StandIn(Generic[Kind]):
    """One guest of a row that shows one at a time."""

    def __init__(
        self, row: Row, make: Callable[[Callable[[], bool]], Kind], leads: bool = True
    ) -> None:
        """`make` is handed what closes the pane. A guest that leads goes on in place of the
        lesson, so that no figures are made up meanwhile.
        """
        self._row, self._make = row, make
        self.leads = leads
        self.made: Kind | None = None

    @property
    def pane(self) -> Kind:
        """The guest, with the look of the window."""
        if self.made is None:
            self.made = self._make(self.close)
            self._row.add(self.made)
        return self.made

    @property
    def shown(self) -> bool:
        """Whether it stands where the lesson does."""
        return self.made is not None and not self.made.isHidden()

    def open(self) -> None:
        """The guest instead of the lesson or of another one, and the focus into it."""
        self._row.clear(self.leads)
        self.pane.show()
        self._row.share()
        self.pane.begin()

    def close(self) -> bool:
        """The lesson again, where it was left; False where it is there."""
        return self._leave(for_now=False)

    def set_aside(self) -> bool:
        """The same, for as long as something else stands there; nothing of the guest is lost."""
        return self._leave(for_now=True)

    def _leave(self, for_now: bool) -> bool:
        if self.made is None or not self.shown:
            return False
        self.made.hide()
        self._row.go_back()
        if for_now:
            self.made.set_aside()
        else:
            self.made.end()
        return True
