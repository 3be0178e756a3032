"""What was recorded is one mapping, and what is asked for services is told apart in it."""

from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.record import circumstances_of


def test_whoever_looks_for_a_service_learns_the_circumstances_and_nothing_else() -> None:
    circumstances = dict.fromkeys(CIRCUMSTANCES, "declined")

    assert circumstances_of({"papers": "kept", **circumstances, "hold-used": ("debt",)}) == circumstances
