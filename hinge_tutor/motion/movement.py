"""Movement files: phases, key poses, weights, supports, bands and loads, numbers only.

A file of `lessons/movements/` says where each phase ends (a key pose), how long it takes (its own
seconds, or a place in the tempo `down-bottom-up-top`), which targets a key pose has, which of them
are exact, how stiffly each coordinate keeps to its target (weights), what carries the body and
when (`support_rows.py`), and what pulls it (`pull_rows.py`). Angles in files are in degrees and
say so.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from hinge_tutor import shelf
from hinge_tutor.body.skeleton import Body
from hinge_tutor.located import Reader, nearest, read
from hinge_tutor.motion.holds import Hold, read_holds
from hinge_tutor.motion.phases import TEMPO_PARTS, Phase, read_phases
from hinge_tutor.motion.pose_rows import (
    KeyPose,
    read_poses,
    read_targets,
    read_weights,
)
from hinge_tutor.motion.pull_rows import Tether, read_pulls
from hinge_tutor.motion.support_rows import Touch, read_supports
from hinge_tutor.motion.swing_rows import check_body, check_phases
from hinge_tutor.motion.usual_load import NOTHING, UsualLoad, read_usual_load

# Every movement starts in this key pose unless its file names another.
STANDING = "standing"
# Parts the name of a key pose from what changed it: `standing+leaning-back`.
CHANGED = "+"
# What a movement can be shown with so that its form can be seen and measured.
TEACHING_PROPS = (
    "dowel",
    "wall",
    "door",
    "board",
    "box",
    "shin_line",
    "brace_ring",
    "hamstring_gauge",
    "hip_line",
    "shoulder_mark",
    "hamstring_band",
)
# Nobody jumps higher than a meter.
HIGHEST_RISE_M = 1.0
# Farther ahead of what carries it than half a leg no weight can be kept.
FARTHEST_WEIGHT = 0.5


class UnknownMovement(ValueError):
    """A movement that does not exist, as one sentence."""


@dataclass(frozen=True)
class Movement:
    """One movement as its file has it.

    `reach` replaces targets where a hand height is asked for or the hands hold a load, `rack` those
    of the arms where a bar lies on the back, `front_rack` where it lies on the front of the
    shoulders. `start` is the key pose it begins in, `usual` what it is done with unless the caller
    says, `balance` whether the weight is kept over the feet, `weight_ahead` where it is kept
    instead, in leg lengths, `rise_m` how high it flies and `tuck` the pose half-way through the
    air. In a `swing` the arms are ropes (`swing.py`). `props` show its form; `faults` are those
    that changed it, each with its share, 0 to 1 (`faults.py`), and `trunk_pressure` how much of the
    usual pressure inside the trunk they leave, 0 to 1. `blend` are the movements that it lies
    between, each with its share, 0 to 1 (`blending.py`).
    """

    id: str
    symmetric: bool
    supports: tuple[Touch, ...]
    phases: tuple[Phase, ...]
    poses: Mapping[str, KeyPose]
    weights: Mapping[str, float]
    reach: Mapping[str, float]
    start: str = STANDING
    usual: UsualLoad = NOTHING
    pulls: tuple[Tether, ...] = ()
    holds: tuple[Hold, ...] = ()
    balance: bool = True
    rise_m: float = 0.0
    weight_ahead: float | None = None
    tuck: str = ""
    swing: bool = False
    props: tuple[str, ...] = ()
    faults: tuple[tuple[str, float], ...] = ()
    trunk_pressure: float = 1.0
    rack: Mapping[str, float] = field(default_factory=dict)
    front_rack: Mapping[str, float] = field(default_factory=dict)
    blend: tuple[tuple[str, float], ...] = ()

    @property
    def does(self) -> str:
        """What is done: the id, and of a blend how much of each: `blend hip-hinge=50 squat=50`."""
        shares = (f"{name}={100 * share:g}" for name, share in self.blend)
        return " ".join((self.id, *shares))

    @property
    def load_at(self) -> str:
        """Where a load sits unless the caller says."""
        return self.usual.at

    @property
    def load_kind(self) -> str:
        """What its load is, as one sees it."""
        return self.usual.kind

    def usual_load_kg(self, body: Body) -> float:
        """The mass of what this body does it with, kg; 0 for nothing."""
        return self.usual.mass_kg(body.mass_kg)

    @property
    def tempo(self) -> tuple[float, float, float, float]:
        """Seconds down, at the bottom, up and at the top."""
        seconds = {phase.tempo: phase.seconds for phase in self.phases}
        down, bottom, up, top = (seconds.get(part, 0.0) for part in TEMPO_PARTS)
        return down, bottom, up, top

    def touching(self, phase: str) -> tuple[Touch, ...]:
        """The supports that touch in a phase."""
        known = self._touching.get(phase)
        if known is None:
            known = tuple(touch for touch in self.supports if touch.touches(phase))
            self._touching[phase] = known
        return known

    @cached_property
    def _touching(self) -> dict[str, tuple[Touch, ...]]:
        return {}


def movements() -> tuple[str, ...]:
    """Ids of all movements that have a file."""
    return tuple(sorted(path.stem for path in shelf.lessons("movements").glob("*.toml")))


@cache
def load_movement(name: str) -> Movement:
    """The movement of that id; raises UnknownMovement or AuthorErrors."""
    known = movements()
    if name not in known:
        near = nearest(name, known)
        hint = f" Did you mean '{near}'?" if near else ""
        raise UnknownMovement(f"There is no movement '{name}'.{hint} There is: {', '.join(known)}.")
    return read_movement(shelf.lessons("movements", f"{name}.toml"))


def read_movement(path: Path) -> Movement:
    """The movement of a file; raises AuthorErrors with every problem in it."""
    reader = Reader(read(path))
    reader.whole("format", 1, 1)
    symmetric = reader.flag("symmetric")
    poses = read_poses(reader.table("poses"), symmetric)
    start = reader.choice("start", poses, STANDING) if reader.has("start") else STANDING
    if STANDING not in poses and not reader.has("start"):
        reader.problem("there is no pose 'standing'; write it, or name another with start", "poses")
    phases = read_phases(reader, tuple(poses), symmetric)
    ids = tuple(dict.fromkeys(phase.id for phase in phases))
    air = reader.table("flight", optional=True)
    movement = Movement(
        id=path.stem,
        symmetric=symmetric,
        supports=read_supports(reader, symmetric, ids),
        phases=phases,
        poses=poses,
        weights=read_weights(reader.table("weights"), symmetric),
        reach=read_targets(reader.table("reach", optional=True), symmetric),
        start=start,
        usual=read_usual_load(reader.table("load", optional=True)),
        pulls=read_pulls(reader, symmetric),
        holds=read_holds(reader, symmetric, ids),
        balance=reader.flag("balance", True),
        rise_m=air.number("rise_m", 0.0, HIGHEST_RISE_M) if air.has("rise_m") else 0.0,
        weight_ahead=reader.number("weight_ahead", -FARTHEST_WEIGHT, FARTHEST_WEIGHT)
        if reader.has("weight_ahead")
        else None,
        tuck=air.choice("pose", poses, "") if air.has("pose") else "",
        swing=reader.flag("swing", False),
        props=reader.choices("props", TEACHING_PROPS, ()),
        rack=read_targets(reader.table("rack", optional=True), symmetric),
        front_rack=read_targets(reader.table("front_rack", optional=True), symmetric),
    )
    if not phases and (reader.is_empty("phase") or not reader.has("phase")):
        reader.problem("a movement needs at least one [[phase]]; write one", "phase")
    elif phases and not any(phase.seconds > 0.0 for phase in phases):
        reader.problem("all phases together take no time; give one of them seconds", "phase")
    elif not reader.errors():
        _check_flight(reader, movement)
        if movement.swing:
            check_phases(reader, phases, start)
            check_body(reader, symmetric, movement.supports, poses)
    reader.finish()
    return movement


def _check_flight(reader: Reader, movement: Movement) -> None:
    """A phase that nothing supports needs a rise, ground before and after it, and no bands."""
    airborne = [not movement.touching(phase.id) for phase in movement.phases]
    for number, (phase, flying) in enumerate(zip(movement.phases, airborne, strict=True)):
        if flying and movement.rise_m <= 0.0:
            problem = f"nothing supports {phase.id}; give [flight] rise_m, or a support in it"
            reader.problem(problem, "phase", number)
        if flying and (number in (0, len(airborne) - 1) or airborne[number - 1]):
            reader.problem(f"{phase.id} needs a phase on the ground on both sides", "phase", number)
    if movement.rise_m > 0.0 and not any(airborne):
        reader.problem("every phase is supported; delete [flight], or free one phase", "flight")
    starts = [air and not before for air, before in zip(airborne, [False, *airborne], strict=False)]
    if sum(starts) > 1:
        reader.problem("a movement leaves the ground once; keep one of its flights", "phase")
    if any(airborne) and movement.pulls:
        reader.problem("a body in the air is pulled by nothing here; delete the bands", "flight")
