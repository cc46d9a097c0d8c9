"""Noise out of a recording without a delay, as far as the recording itself says.

Zero-lag Butterworth, forward and back through two poles: of a part of frequency f it leaves
    G(f) = 1 / (1 + (C f / fc)⁴)        C = (√2 - 1)^(1/4) = .802, so that G(fc) = 1/√2
(Winter 2009, Biomechanics and Motor Control of Human Movement, section 3.4.4.2), written here as
that gain on the frequencies of the recording, mirrored about its ends.
Cutoff fc by residual analysis (the same, section 3.4.4.3): with R(fc) the root mean square of what
the filter takes away, a straight line through R where only noise is left meets fc = 0 at the noise;
fc is where the filter takes away as much. Units: Hz, s.
"""

from __future__ import annotations

import numpy as np

from hinge_tutor.body.arrays import FloatArray

_TWO_PASSES = (2.0**0.5 - 1.0) ** 0.25
# A fold of a second needs 2 Hz; above 12 Hz markers tremble on the skin (Winter 2009).
LOWEST_HZ, HIGHEST_HZ = 2.0, 12.0
# Between these shares of the highest frequency there is nothing but noise in folds and lifts.
_NOISE_FROM, _NOISE_TO = 0.4, 0.8
_STEP_HZ = 0.25


def filtered(values: FloatArray, rate_hz: float, cutoff_hz: float) -> FloatArray:
    """Values (N, K) without what is faster than the cutoff."""
    whole = _mirrored(values)
    frequency = np.asarray(np.fft.rfftfreq(len(whole), 1.0 / rate_hz), dtype=np.float64)
    spectrum = np.fft.rfft(whole, axis=0) * _gain(frequency, cutoff_hz)[:, None]
    found: FloatArray = np.fft.irfft(spectrum, len(whole), axis=0)
    first = (len(whole) - len(values)) // 2
    return found[first : first + len(values)]


def cutoff_of(values: FloatArray, rate_hz: float) -> float:
    """The cutoff for values (N, K) by residual analysis, Hz."""
    whole = _mirrored(values)
    frequency = np.asarray(np.fft.rfftfreq(len(whole), 1.0 / rate_hz), dtype=np.float64)
    power = (np.abs(np.fft.rfft(whole - whole.mean(axis=0), axis=0)) ** 2).sum(axis=1)
    highest = rate_hz / 2.0
    tried = np.arange(_STEP_HZ, highest, _STEP_HZ)
    # One after the other: all at once they would fill the memory with a long recording.
    residual = np.array([_taken(power, frequency, float(each)) for each in tried])
    noisy = (tried >= _NOISE_FROM * highest) & (tried <= _NOISE_TO * highest)
    slope, noise = np.polyfit(tried[noisy], residual[noisy], 1)
    if slope >= 0.0 or noise <= 0.0:
        return HIGHEST_HZ
    enough = tried[residual <= noise]
    found = float(enough[0]) if len(enough) else HIGHEST_HZ
    return float(np.clip(found, LOWEST_HZ, min(HIGHEST_HZ, highest)))


def _taken(power: FloatArray, frequency: FloatArray, cutoff_hz: float) -> float:
    """How much the filter takes away: R(fc), but for a factor that is the same for all."""
    return float(np.sqrt(power @ (1.0 - _gain(frequency, cutoff_hz)) ** 2))


def _gain(frequency: FloatArray, cutoff_hz: float) -> FloatArray:
    gain: FloatArray = 1.0 / (1.0 + (_TWO_PASSES * frequency / cutoff_hz) ** 4)
    return gain


def _mirrored(values: FloatArray) -> FloatArray:
    """Values with themselves turned about both ends, so that neither end is a jump."""
    reach = len(values) - 1
    before = 2.0 * values[0] - values[reach:0:-1]
    after = 2.0 * values[-1] - values[-2 : -reach - 2 : -1]
    return np.concatenate([before, values, after])
