"""Bodies and motions that the tests of mechanics share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from hinge_tutor.body.arrays import FloatArray
from hinge_tutor.body.kinematics import Pose
from hinge_tutor.body.linkage import Place, Segment, link
from hinge_tutor.body.skeleton import Body, body
from hinge_tutor.motion.kinds import KINDS
from hinge_tutor.motion.supports import Support

Motion = tuple[FloatArray, FloatArray, FloatArray]


def built(segments: list[Segment], landmarks: Mapping[str, Place]) -> Body:
    """A body of other segments than a person's."""
    return replace(
        body("default"),
        segments=tuple(segments),
        coordinates=("root_x", "root_y", *(segment.coordinate for segment in segments)),
        joints=tuple(segment.joint for segment in segments[1:]),
        landmarks=landmarks,
        linkage=link(segments),
    )


def block(com_x: float, **places: tuple[float, float]) -> Body:
    """One segment of 10 kg and 2 kg m², its mass `com_x` ahead of its origin, with these places."""
    whole = Segment("pelvis", None, "root", "root_pitch", -1, (0, 0), 10.0, (com_x, 0.0), 2.0)
    return built([whole], {name: ("pelvis", at) for name, at in places.items()})


def still(count: int = 3) -> Motion:
    """One moment at rest at the origin."""
    rest = np.zeros((1, count))
    return rest, rest.copy(), rest.copy()


def on_block(name: str, *places: str, share: float = 0.5, normal: float = np.pi / 2) -> Support:
    """A support of a block, its surface through the origin's height."""
    return Support(name, "pelvis", places, ((0.0, 0.0),), share, normal)


def any_motion(person: Body, rng: np.random.Generator, count: int = 12) -> Motion:
    """A smooth motion with every coordinate on its own: sines with their derivatives."""
    columns = len(person.coordinates)
    time = np.linspace(0.0, 1.0, count)[:, None]
    size, rate = rng.normal(scale=0.5, size=columns), rng.uniform(1.0, 5.0, size=columns)
    start = rng.uniform(0.0, 2.0 * np.pi, size=columns)
    middle = rng.normal(scale=0.5, size=columns)
    angle = rate * time + start
    q = middle + size * np.sin(angle)
    return q, size * rate * np.cos(angle), -size * rate**2 * np.sin(angle)


def supported(
    person: Body, q: FloatArray, kind: str, side: str = "", share: float = 0.5, name: str = ""
) -> Support:
    """A support of one of the kinds there are, where its places lie in the first pose."""
    touch = KINDS[kind]
    places = tuple(f"{place}_{side}" if side else place for place in touch.places)
    points = Pose(person, q[0]).points(places)
    return Support(
        name=name or (f"{touch.prefix}_{side}" if side else touch.prefix),
        on=f"{touch.on}_{side}" if side else touch.on,
        places=places,
        targets_m=tuple((float(x), float(y)) for x, y in points),
        share=share,
        normal=touch.normal,
    )
