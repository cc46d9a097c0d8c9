"""What Train says of a client: what they are called, their body and reach in a few words."""

from __future__ import annotations

from hinge_tutor.app.chrome_words import tr
from hinge_tutor.app.session import Session
from hinge_tutor.app.training import Training
from hinge_tutor.app.units import CM_M, length
from hinge_tutor.body.population import THIGH_TO_TRUNK, below
from hinge_tutor.body.specification import Specification
from hinge_tutor.lessons.client import Client
from hinge_tutor.motion.toe_touch import reaches_m

# Who is among the first or the last so many of 100 is told apart from others by it.
RARE = 0.2
# The default body's hamstrings and ankle, and how far off somebody is stiff or supple, degrees.
APART_DEG = 8.0


def client_in_words(training: Training) -> str:
    """`Ann`, `Client 14`; as long as nothing is kept, a new client."""
    trainee = training.trainee
    if trainee.name:
        return trainee.name
    if trainee.card is None:
        return tr("New client")
    return numbered(trainee.card.number)


def card_in_words(card: Client) -> str:
    """`Ann`, or `Client 14`."""
    return card.name or numbered(card.number)


def numbered(number: int) -> str:
    return tr("Client %1").replace("%1", str(number))


def body_in_words(body: Specification, session: Session) -> str:
    """`172 cm · long thighs · stiff hamstrings`"""
    usual = Specification(sex=body.sex)
    thigh = below(body, THIGH_TO_TRUNK)
    said = [length(session.settings.units)(body.height_m)]
    if thigh is not None and thigh > 1.0 - RARE:
        said.append(tr("long thighs"))
    elif thigh is not None and thigh < RARE:
        said.append(tr("short thighs"))
    hamstrings = body.hamstrings_deg - usual.hamstrings_deg
    if abs(hamstrings) >= APART_DEG:
        said.append(tr("supple hamstrings") if hamstrings > 0.0 else tr("stiff hamstrings"))
    ankle = body.ankle_deg - usual.ankle_deg
    if abs(ankle) >= APART_DEG:
        said.append(tr("supple ankles") if ankle > 0.0 else tr("stiff ankles"))
    return " · ".join(said)


def reach_in_words(reach: float, body: Specification) -> str:
    """Where straight-kneed fingertips come to, m over the floor, and what follows from it."""
    stiffest, longest = reaches_m(body)
    if not longest <= reach <= stiffest:
        where = tr("Beyond what the model knows: the hamstrings are set to %1°.")
    # By a hair over or under the floor nobody is past it.
    elif abs(reach) < CM_M / 2:
        where = tr("They touch the floor: the hamstrings stop at %1°.")
    elif reach < 0.0:
        where = tr("Past the floor: the hamstrings stop at %1°.")
    else:
        where = tr("Above the floor: the hamstrings stop at %1°.")
    found = where.replace("%1", f"{body.hamstrings_deg:.0f}")
    return " ".join((found, tr("How much the back adds is the model’s estimate.")))
