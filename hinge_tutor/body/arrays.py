"""The array types of the model, and how a value that crosses floors is sealed."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
ComplexArray = npt.NDArray[np.complex128]
BoolArray = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]


def frozen(values: npt.ArrayLike) -> FloatArray:
    """A read-only copy of `values` as float64."""
    array = np.array(values, dtype=np.float64)
    array.flags.writeable = False
    return array


@cache
def keep_freed_memory() -> None:
    """Lets one array go that is larger than any of a movement's or a figure's, once.

    The C library of Linux then keeps what smaller ones free instead of giving it back: without
    this a fifth of the time went into fresh pages for the next movement.
    """
    np.ones(1 << 20)
