"""A repetition: a take with what follows from it, its loads, efforts, measures and findings.

What only later questions need is imported when the first of them is asked: the tutor opens on
figures that stand there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.skeleton import Body
from hinge_tutor.coaching.draws import AS_GIVEN, Draw
from hinge_tutor.mechanics.spread import NOMINAL, Spread
from hinge_tutor.motion.blending import blended, whole
from hinge_tutor.motion.corners import Mix
from hinge_tutor.motion.faults import Shares
from hinge_tutor.motion.repetition import SAMPLES, solve
from hinge_tutor.motion.take import Load, Take

if TYPE_CHECKING:
    from hinge_tutor.coaching.rules import Finding
    from hinge_tutor.mechanics.dynamics import Loads
    from hinge_tutor.mechanics.efforts import Efforts
    from hinge_tutor.motion.pose_angles import Angles

NO_FAULTS: Shares = {}


@dataclass(frozen=True, eq=False)
class Repetition:
    """One movement on one body; what follows from its take is worked out when it is asked for.

    Measures carry their unit in the name. `spread` is another choice of the muscles' numbers,
    `hand_height_m` how low it was asked to reach, `tempo` how fast (down, bottom, up, top; s) and
    `depth` what share of its own way down it goes, where it was not the movement's own. `moving` is
    the repetition out of which one still pose is held. `role` is `recorded` where somebody did it,
    `target` where it stands beside that.
    """

    take: Take
    spread: Spread = NOMINAL
    hand_height_m: float | None = None
    tempo: tuple[float, float, float, float] | None = None
    depth: float = 1.0
    moving: Repetition | None = None
    role: str = ""

    @property
    def whole(self) -> Take:
        """The take of the whole movement, also where this is one of its poses held still."""
        return self.moving.take if self.moving else self.take

    @cached_property
    def correct(self) -> Take:
        """The same movement on the same body without its faults, by which props are placed."""
        if self.moving:
            return self.moving.correct
        take = self.take
        if not take.movement.faults:
            return take
        mix = take.movement.blend or ((take.movement.id, 1.0),)
        return _correct(mix, take.body, take.load, self.hand_height_m, self.depth)

    @cached_property
    def loads(self) -> Loads:
        """Net joint moments and everything outside that acts on the body."""
        from hinge_tutor.mechanics.dynamics import loads

        return loads(self.take)

    @cached_property
    def efforts(self) -> Efforts:
        """What each muscle does."""
        from hinge_tutor.mechanics.efforts import efforts

        return efforts(self.take, self.loads, self.spread)

    @cached_property
    def measures(self) -> Mapping[str, float | FloatArray]:
        """Every measure by name: one value, or one for each sample."""
        from hinge_tutor.coaching.measures import Measures

        return Measures(self.take, lambda: self.loads, lambda: self.correct)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The form rules that this repetition breaks."""
        from hinge_tutor.coaching.rules import judge

        return judge(self.take, self.measures)


def perform(
    movement: str,
    body: Body,
    *,
    load: Load | None = None,
    tempo: tuple[float, float, float, float] | None = None,
    hand_height_m: float | None = None,
    depth: float = 1.0,
    samples: int = SAMPLES,
    draw: Draw = AS_GIVEN,
    faults: Shares = NO_FAULTS,
    mix: Mix = (),
) -> Repetition:
    """Solves a movement for a body, or for that body with other numbers drawn.

    `faults` change the movement by their shares, 0 to 1; `mix` are other movements with their
    shares, 0 to 1, of which the movement has what they leave. Raises UnknownMovement or
    AuthorErrors for a movement that cannot be read, FaultError for a fault that is not its own,
    BlendError for movements that have nothing between them.
    """
    person, parts = draw.body(body), whole(movement, mix)
    wrong = tuple(faults.items())
    done, held_back = blended(parts, person, load, hand_height_m, wrong)
    take = solve(
        done,
        person,
        load=load,
        tempo=tempo,
        hand_height_m=hand_height_m,
        depth=depth,
        samples=samples,
    )
    if held_back is not None and take.reason is None:
        take = replace(take, status="nearest", reason=held_back)
    asked = None if tempo == done.tempo else tempo
    return Repetition(take, draw.spread, hand_height_m, asked, depth)


def hold(moving: Repetition, angles: Angles, phase: str = "") -> Repetition:
    """A pose of a movement held still on what carries it in a phase, the deepest one where empty.

    Raises PoseError for what is no pose, or stands nowhere.
    """
    from hinge_tutor.motion.pose_angles import check_angles, radians
    from hinge_tutor.motion.posing import ground, held

    take = moving.take
    check_angles(angles, take.movement.symmetric)
    place = ground(take, phase or take.phase_at(take.turn_s))
    return replace(moving, take=held(place, radians(angles)), moving=moving)


@lru_cache(maxsize=64)
def _correct(mix: Mix, body: Body, load: Load, hand_height_m: float | None, depth: float) -> Take:
    """A movement without a fault; many faults of one body are held against it."""
    done, _ = blended(mix, body, load, hand_height_m)
    return solve(done, body, load=load, hand_height_m=hand_height_m, depth=depth)
