"""How thorough the tests are: everything before a change lands, and a part of it while somebody waits."""

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

THOROUGH = bool(os.environ.get("CI"))
# The profile in which faults are put into the code, and the tests run a thousand times.
FAULTS = "faults"
# The profile in which the quick tests run alone.
QUICK = "quick"
_SHARES = {FAULTS: 10, QUICK: 75}
Case = TypeVar("Case")


def examples(number: int) -> settings:
    """So many examples of a property; a part of them while somebody waits, and few for a quick look or at every fault."""
    share = _SHARES.get(settings.get_current_profile_name(), 1 if THOROUGH else 10)
    return settings(max_examples=max(1, number // share), deadline=None, suppress_health_check=list(HealthCheck))


def one_in(number: int, cases: Sequence[Case]) -> list[Case]:
    """All cases; while somebody waits, one in so many."""
    return list(cases if THOROUGH else cases[::number])
