"""How thorough the tests are: everything before a change lands, and a part of it while somebody waits."""

import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings

THOROUGH = bool(os.environ.get("CI"))
# The profile in which faults are put into the code, and the tests run a thousand times.
FAULTS = "faults"
# The profile in which the quick tests run alone, and that of every other run while somebody waits.
QUICK = "quick"
SOME = "some"
_SHARES = {FAULTS: 10, QUICK: 75}
Case = TypeVar("Case")


def examples(number: int) -> settings:
    """So many examples of a property; a part of them while somebody waits, and few for a quick look or at every fault."""
    share = _SHARES.get(settings.get_current_profile_name(), 1 if THOROUGH else 20)
    return settings(max_examples=max(1, number // share), deadline=None, suppress_health_check=list(HealthCheck))


def one_in(number: int, cases: Sequence[Case], kind: Callable[[Any], object] = lambda _: None) -> list[Case]:
    """All cases; while somebody waits, one in so many, of each kind at least the first."""
    if THOROUGH:
        return list(cases)
    of_a_kind: dict[object, list[Case]] = {}
    for case in cases:
        of_a_kind.setdefault(kind(case), []).append(case)
    return [case for alike in of_a_kind.values() for case in alike[::number]]
