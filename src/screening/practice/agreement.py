"""How far people agree, as numbers (pure): Wilson's interval, and Krippendorff's alpha with one by resampling.

The libraries for alpha are an extra that only workshops need, and are imported where alpha is asked for.
"""

from collections.abc import Callable, Iterable
from math import sqrt
from typing import Final

from screening.practice.room import Interval

# The quantile of the normal distribution that leaves 2.5 % above it: for an interval of 95 %.
_Z: Final = 1.959963984540054
RESAMPLES: Final = 1_000
# If more of the resamples have no alpha, those that have one say little of the whole.
_MOST_WITHOUT: Final = 0.05

# Of one unit, how many people gave it each value; the same values in the same order. What is missing is in none.
Unit = tuple[int, ...]


def wilson(part: int, whole: int) -> Interval:
    """The interval in which a share lies at 95 %, of which so many of so many were seen.

    Wilson's score interval without correction for continuity (E. B. Wilson 1927; method 3 of R. G. Newcombe, Two-sided
    confidence intervals for the single proportion, Statistics in Medicine 17, 1998).

    Raises:
        ValueError: there is nothing to be a part of.
    """
    if not 0 <= part <= whole or whole == 0:
        raise ValueError(f"{part} of {whole} is no share")
    rate, square = part / whole, _Z * _Z
    middle = (2 * part + square) / (2 * (whole + square))
    half = _Z * sqrt(square + 4 * part * (1 - rate)) / (2 * (whole + square))
    # At the ends it touches them, and a rounding error would not.
    return Interval(0.0 if part == 0 else middle - half, 1.0 if part == whole else middle + half)


def is_installed() -> bool:
    """Whether the libraries for alpha are there."""
    try:
        import krippendorff  # noqa: F401
    except ModuleNotFoundError:
        return False
    return True


def pairable(units: Iterable[Unit]) -> list[Unit]:
    """Those of which at least two people said something. One alone agrees with nobody."""
    return [unit for unit in units if sum(unit) > 1]


def alpha(units: Iterable[Unit]) -> float | None:
    """Krippendorff's alpha for nominal data with missing values.

    K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), part C.

    Returns:
        1 minus the disagreement that was observed over that expected by chance. None where none is expected, as
        everybody gave the same value everywhere.
    """
    import krippendorff

    counts = pairable(units)
    if not _varies(counts):
        return None
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def chance(seed: int) -> Callable[[], float]:
    """What draws a number from 0 up to, but not including, 1; the same ones for the same seed and version of numpy."""
    import numpy

    return numpy.random.default_rng(seed).random


def resampled_alpha(units: Iterable[Unit], seed: int, resamples: int = RESAMPLES) -> Interval | None:
    """Between which values 95 % of the alphas lie if units are drawn again and again, as many as there are.

    Args:
        units: at least one is pairable.
        seed: the same seed, units and version of numpy give the same interval.
        resamples: how often they are drawn.

    Returns:
        The quantiles at 2.5 % and 97.5 %; None where more than a twentieth of the resamples have no alpha.
    """
    import numpy

    counts, generator = pairable(units), numpy.random.default_rng(seed)
    draws = generator.integers(len(counts), size=(resamples, len(counts))).tolist()
    found = [value for draw in draws if (value := alpha([counts[index] for index in draw])) is not None]
    if len(found) < resamples * (1 - _MOST_WITHOUT):
        return None
    low, high = numpy.quantile(found, [0.025, 0.975])
    return Interval(float(low), float(high))


def _varies(units: Iterable[Unit]) -> bool:
    """Whether more than one value was given."""
    return sum(any(counts) for counts in zip(*units, strict=True)) > 1
