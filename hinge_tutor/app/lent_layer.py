"""A layer that is lent while something is done, and taken back where nobody changed the layers."""

from __future__ import annotations

from dataclasses import replace

from hinge_tutor.app.session import Session


class LentLayer:
    """One layer of the stage by its name."""

    def __init__(self, session: Session, layer: str) -> None:
        self._session = session
        self._layer = layer
        # The layers as they became, and as they were before.
        self._layers: tuple[frozenset[str], frozenset[str]] | None = None

    def lend(self) -> None:
        """Switches the layer on, unless it is."""
        options = self._session.options
        if not options.shows(self._layer):
            self._layers = (options.layers | {self._layer}, options.layers)
            self._session.set_options(replace(options, layers=self._layers[0]))

    def take_back(self) -> None:
        """Switches it off again where it was lent and the layers are as they were then."""
        options, layers = self._session.options, self._layers
        self._layers = None
        if layers is not None and options.layers == layers[0]:
            self._session.set_options(replace(options, layers=layers[1]))
