"""How thorough the tests are: everything before a change lands, and a part of it while somebody waits."""

import os
from collections.abc import Sequence
from typing import TypeVar

from hypothesis import HealthCheck, settings

THOROUGH = bool(os.environ.get("CI"))
Case = TypeVar("Case")


def examples(number: int) -> settings:
    """So many examples of a property; a third of them while somebody waits."""
    return settings(
        max_examples=number if THOROUGH else number // 3, deadline=None, suppress_health_check=list(HealthCheck)
    )


def one_in(number: int, cases: Sequence[Case]) -> list[Case]:
    """All cases; while somebody waits, one in so many."""
    return list(cases if THOROUGH else cases[::number])
