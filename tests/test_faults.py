"""The faults that are put in stand where they are looked for."""

import pytest

from tests.faults import CHECKOUT, FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.file)
def test_what_a_fault_changes_stands_there_once_and_its_tests_are_there(fault: Fault) -> None:
    assert (CHECKOUT / fault.path).read_text(encoding="utf-8").count(fault.text) == 1
    assert all((CHECKOUT / "tests" / name).is_file() for name in fault.tests)
