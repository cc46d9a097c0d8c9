"""How much of a joint's moment stretched tissue gives, and how much muscles do.

    net = passive + active,   share = passive / net where both turn the same way, else 0
Above 1 the tissue gives more than is asked and muscles of the other side carry the difference.
Where hardly anything is asked (below `LEAST_NM`) a share would be a division by noise and is 0.
Units: N·m; positive toward extension.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from hinge_tutor.body.arrays import FloatArray, frozen

# A hundredth of what the hip asks in an unloaded hinge.
LEAST_NM = 1.0


def passive_share(net_Nm: FloatArray, passive_Nm: FloatArray) -> FloatArray:
    """Share of a net moment (N,) that a passive moment (N,) gives."""
    asked = (np.abs(net_Nm) >= LEAST_NM) & (net_Nm * passive_Nm > 0.0)
    return frozen(np.divide(passive_Nm, net_Nm, out=np.zeros_like(net_Nm), where=asked))


def passive_shares(
    net_Nm: Mapping[str, FloatArray], passive_Nm: Mapping[str, FloatArray]
) -> Mapping[str, FloatArray]:
    """The share at every joint that has a passive moment, by its name."""
    return {joint: passive_share(net_Nm[joint], tissue) for joint, tissue in passive_Nm.items()}


def active_moments(
    net_Nm: Mapping[str, FloatArray], passive_Nm: Mapping[str, FloatArray]
) -> Mapping[str, FloatArray]:
    """What is asked of muscles at every joint that has a passive moment (N,), by its name."""
    return {joint: frozen(net_Nm[joint] - tissue) for joint, tissue in passive_Nm.items()}
