"""What is shown on the stage: one small frozen value that screen, projector and export share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hinge_tutor.stage.arrangement import AS_IT_COMES, Arrangement
from hinge_tutor.stage.camera import WHOLE, Camera

LAYERS = (
    "muscles",
    "bones",
    "labels",
    "angles",
    "balance",
    "trails",
    "forces",
    "findings",
    "props",
    "legend",
)
# What would answer a question about form while it is open.
TELLING = frozenset({"findings"})

# From sparse to full; one key walks through them. Labels name muscles, so they come with them.
PRESETS: Mapping[str, frozenset[str]] = {
    "look": frozenset(),
    "shape": frozenset({"bones", "angles", "trails"}),
    "muscles": frozenset({"muscles", "labels"}),
    "load": frozenset({"muscles", "bones", "balance", "forces"}),
}


@dataclass(frozen=True)
class Options:
    """The layers that are on, letter size over normal, one highlighted thing, playback speed, how
    the figures are arranged, and how closely one looks.

    `highlight` is a muscle group ("hamstrings") or a joint ("hip", "knee", "ankle", "spine").
    `solo` is a muscle group that is shown alone: the others keep their outlines only.
    `props` are the teaching props to show; without them each movement shows its own.
    `in_hand` says that somebody drags something: every text then stands where it is best at this
    moment, which is found so much sooner than a place for the whole motion.
    `anatomical` calls muscles by their anatomical names; `disputed` are figures by their places in
    the scene with muscle groups of which a claim can come out either way.
    """

    layers: frozenset[str] = frozenset()
    text_scale: float = 1.0
    highlight: str | None = None
    speed: float = 1.0
    props: tuple[str, ...] = ()
    solo: str | None = None
    arrangement: Arrangement = AS_IT_COMES
    camera: Camera = WHOLE
    in_hand: bool = False
    anatomical: bool = False
    disputed: frozenset[tuple[int, str]] = frozenset()

    def shows(self, layer: str) -> bool:
        """Whether a layer is on."""
        return layer in self.layers

    def switched(self, layer: str) -> Options:
        """The same with one layer turned over; raises ValueError for a name that is no layer."""
        if layer not in LAYERS:
            raise ValueError(f"{layer!r} is no layer; the layers are {', '.join(LAYERS)}")
        return replace(self, layers=self.layers ^ {layer})

    def preset(self, name: str) -> Options:
        """The same with the layers of a preset."""
        return replace(self, layers=PRESETS[name])

    def reticent(self) -> Options:
        """The same as far as it gives nothing away while somebody still has to answer."""
        return replace(self, layers=self.layers - TELLING, arrangement=self.arrangement.reticent())

    @property
    def preset_name(self) -> str | None:
        """The preset whose layers these are, if any."""
        return next((name for name, layers in PRESETS.items() if layers == self.layers), None)


def next_preset(options: Options) -> Options:
    """The preset after the one shown; from layers of one's own, the first."""
    names = tuple(PRESETS)
    shown = options.preset_name
    return options.preset(names[(names.index(shown) + 1) % len(names)] if shown else names[0])
