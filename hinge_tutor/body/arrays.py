"""The array types of the model, and how a value that crosses floors is sealed."""

from __future__ import annotations

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
