"""What is written out for the command line, so that nothing need be imported for it, is what the model says."""

from typing import get_args

import pytest

from screening.commands import option_values
from screening.reading.schemas import FILES, LINES
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from screening.sets.vocabulary import YesNo
from tests.support.inside import run_inside


@pytest.mark.parametrize(
    ("written_out", "known"),
    [
        (get_args(option_values.YesNoOption), get_args(YesNo)),
        *(
            (get_args(option_values.YesNoOption), CIRCUMSTANCES[name].values)
            for name in ("identity_card", "may_stay", "with_children", "abroad", "police")
        ),
        (get_args(option_values.Age), CIRCUMSTANCES["age"].values),
        (get_args(option_values.Gender), CIRCUMSTANCES["gender"].values),
        (tuple(option_values.Situation), CIRCUMSTANCES["situation"].values),
        (tuple(option_values.NeedOption), get_args(Need)),
        (get_args(option_values.FileKind), (*FILES, *LINES)),
    ],
)
def test_the_values_of_an_option_are_those_of_the_model(written_out: tuple[str, ...], known: tuple[str, ...]) -> None:
    assert written_out == known


@pytest.mark.parametrize(
    ("command", "values"),
    [
        (("services", "list"), get_args(option_values.YesNoOption)),
        (("services", "list"), get_args(option_values.Age)),
        (("services", "list"), get_args(option_values.Gender)),
        (("services", "list"), tuple(option_values.Situation)),
        (("services", "list"), tuple(option_values.NeedOption)),
        (("schema",), get_args(option_values.FileKind)),
        ((), get_args(option_values.Shell)),
    ],
)
def test_help_lists_the_values_of_an_option(
    command: tuple[str, ...], values: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    said = " ".join(run_inside(monkeypatch, *command, "--help").out.split())

    assert f"One of: {', '.join(values)}." in said
