"""No number that is dead or dangerous, and no organisation that is no more, in anything that a command prints."""

import re
from collections.abc import Iterator
from io import StringIO
from itertools import product

import pytest

from screening.commands.clock import this_moment
from screening.commands.option_values import Format
from screening.commands.result_output import print_result
from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.directory import Trap
from screening.result.evaluate import evaluate
from tests.support.building import directories
from tests.support.inside import run_inside
from tests.support.thorough import one_in

_NO_DIGITS = re.compile(r"\D")
_BETWEEN = re.compile(r"(?<=\d)[\s\u00a0.\-]+(?=\d)")
FORMATS: tuple[Format, ...] = ("terminal", "markdown", "json", "html")
LISTS = [("list",), ("stale",), ("card", "--safe-to-carry", "yes")]
TRAPS: list[Trap] = [trap for place in directories().values() for trap in place.traps]


def found_in(text: str) -> Iterator[str]:
    """The traps in a text, however their digits are set apart."""
    joined = _BETWEEN.sub("", text)
    for trap in TRAPS:
        digits = _NO_DIGITS.sub("", trap.what)
        # A short one may be a part of another number, but never stands alone.
        pattern = rf"(?<!\d){digits}(?!\d)" if len(digits) <= 3 else digits
        if re.search(pattern, joined) if digits else trap.what.casefold() in text.casefold():
            yield trap.what


def test_a_trap_would_be_found() -> None:
    assert list(found_in("Telephone: +852 5190-8909")) == ["5190 8909"]
    assert list(found_in("the hong kong unison office")) == ["Hong Kong Unison"]
    assert list(found_in("text 992 now, not +852 2199 2000")) == ["992"]
    assert list(found_in("call 5190 4886")) == []


@pytest.mark.parametrize(("name", "format_"), one_in(5, [*product(set_ids(), FORMATS)]))
def test_no_result_of_any_vignette_has_one(name: str, format_: Format) -> None:
    indicator_set = find_set(name)
    assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
    for vignette in one_in(24, indicator_set.vignettes):
        record = reader.record(vignette.answers, {"place": "hk", **vignette.circumstances})
        output = StringIO()
        print_result(evaluate(indicator_set, record, directories(), this_moment(), assessor), output, format_, ENGLISH)
        assert list(found_in(output.getvalue())) == [], vignette.id


@pytest.mark.parametrize(("options", "format_"), one_in(3, [*product(LISTS, FORMATS)]), ids=str)
def test_no_list_of_services_has_one(options: tuple[str, ...], format_: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in directories():
        finished = run_inside(monkeypatch, "services", *options, "--place", place, "--format", format_)
        assert list(found_in(finished.out + finished.err)) == [], place


@pytest.mark.parametrize("arguments", [("demo",), ("sets",), ("show", "palermo"), ("check", "referrals"), ("--help",)])
def test_no_other_command_prints_one(arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    finished = run_inside(monkeypatch, *arguments)

    assert finished.out
    assert list(found_in(finished.out)) == []
