"""Four people whom a screener met, and the numbers that a caseworker in Hong Kong would choose for each of them.

Why each of these is chosen is told in docs/whom-to-call.md.
"""

from datetime import datetime
from functools import cache

import pytest

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.referral.calls import Call, with_calls
from screening.referral.directory import Directory
from screening.referral.matching import first_to_try
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.result.first_calls import calls
from screening.sets.record import Record
from screening.show.first_page import first_page_lines
from tests.support.building import hong_kong
from tests.support.people import PEOPLE, answers_of

WELFARE, HELPERS_LINE, HELP, JUSTICE = "+852 2343 2255", "+852 2157 9537", "+852 2523 4020", "+852 3109 7359"
SEAFARERS, SEX_WORKERS = "+44 20 7323 2737", "+852 2770 1065"
NEW = "+44 20 7323 2700"
STOP, NEWCOMERS, IOM = "+852 3527 6088", "+852 9220 0270", "+852 2332 2441"


@cache
def palermo() -> tuple[Assessor, RecordReader]:
    indicator_set = find_set("palermo")
    return Assessor(indicator_set), RecordReader(indicator_set)


def result_of(name: str, at: str, directory: Directory | None = None) -> Result:
    indicator_set, (assessor, reader) = find_set("palermo"), palermo()
    directory = directory or hong_kong()
    moment = moment_in(directory, datetime.fromisoformat(f"{at}+08:00"))
    return evaluate(indicator_set, Record(answers_of(name, reader)), {"hk": directory}, moment, assessor)


def called(name: str, at: str, directory: Directory | None = None) -> list[str]:
    """The numbers of their first page besides that for danger, in order."""
    found = calls(result_of(name, at, directory).advice)
    assert sum(call.match is None for call in found.first) == 1
    matches = [call.match for call in (*found.first, *found.besides) if call.match is not None]
    return [first_to_try(match).contact.number for match in matches]


@pytest.mark.parametrize(
    ("name", "night", "day"),
    [
        # At two in the morning the numbers that are known to answer; by day her own organisation for a bed.
        ("domestic worker", [WELFARE, HELPERS_LINE, JUSTICE, IOM], [HELP, WELFARE, HELPERS_LINE, IOM]),
        ("boy of 16", [WELFARE, STOP, JUSTICE, IOM], [WELFARE, NEWCOMERS, JUSTICE, IOM]),
        ("man on a fishing boat", [WELFARE, SEAFARERS, JUSTICE, IOM], [WELFARE, SEAFARERS, JUSTICE, IOM]),
        # Who told of no exploitation is told of no help after it.
        ("adult who sells sex by choice", [SEX_WORKERS, WELFARE, JUSTICE], [SEX_WORKERS, WELFARE, JUSTICE]),
    ],
    ids=list(PEOPLE),
)
def test_the_first_page_has_the_numbers_that_a_caseworker_would_choose(
    name: str, night: list[str], day: list[str]
) -> None:
    assert called(name, "2026-11-26T02:00") == night
    assert called(name, "2026-11-26T11:00") == day


@pytest.mark.parametrize("name", list(PEOPLE))
def test_what_is_named_first_is_named_on_holidays_too(name: str) -> None:
    # Christmas, and the new year of the moon.
    for day in ("2026-12-25", "2027-02-06"):
        assert WELFARE in called(name, f"{day}T11:00")


def test_a_boy_is_sent_for_a_bed_to_nobody_who_houses_workers_or_adults() -> None:
    result = result_of("boy of 16", "2026-11-26T02:00")
    (shelters,) = [each for each in result.advice.by_need if each.need == "shelter"]

    assert all("child-protection" in match.service.offers for match in shelters.matches)
    assert {"help-for-domestic-workers", "christian-action-domestic-workers", "caritas-family-crisis"} <= {
        each.service.id for each in shelters.left_out
    }


def test_who_works_at_sea_and_does_not_want_the_police_is_led_to_nobody_who_tells_them() -> None:
    result = result_of("man on a fishing boat", "2026-11-26T02:00")
    by_need = {each.need: [match.service for match in each.matches] for each in result.advice.by_need}

    assert [service.id for service in by_need["migrant-worker-help"]][:2] == [
        "seafarerhelp",
        "seafarers-services-centre",
    ]
    assert by_need["shelter"][0].informs_police != "yes"
    assert "caritas-mens-hostel" in [service.id for service in by_need["shelter"]]


# What a desk found on the day before.
CALLS = [
    Call(service="help-for-domestic-workers", number=HELP, called_on="2026-11-25", found="full", until="2026-12-04"),
    Call(service="seafarerhelp", number=SEAFARERS, called_on="2026-11-25", found="another-number", now=NEW),
    Call(
        service="action-for-reach-out", number=SEX_WORKERS, called_on="2026-11-25", found="closed", until="2026-12-04"
    ),
    Call(service="iss-migrants-mobile-service", number=NEWCOMERS, called_on="2026-11-25", found="gone"),
    Call(service="justice-centre", number=JUSTICE, called_on="2026-11-25", found="right"),
]


@pytest.mark.parametrize(
    ("name", "next_day", "later"),
    [
        ("domestic worker", ["+852 2382 3339", WELFARE, HELPERS_LINE, IOM], [HELP, WELFARE, HELPERS_LINE, IOM]),
        ("boy of 16", [WELFARE, "+852 9226 3907", JUSTICE, IOM], [WELFARE, "+852 9226 3907", JUSTICE, IOM]),
        ("man on a fishing boat", [WELFARE, NEW, JUSTICE, IOM], [WELFARE, NEW, JUSTICE, IOM]),
        ("adult who sells sex by choice", [WELFARE, JUSTICE, "+852 3106 3104"], [SEX_WORKERS, WELFARE, JUSTICE]),
    ],
    ids=list(PEOPLE),
)
def test_what_a_desk_found_is_on_the_page_of_each_the_next_day_and_ends_by_itself(
    name: str, next_day: list[str], later: list[str]
) -> None:
    after = with_calls(hong_kong(), CALLS, "Harbour House")

    assert called(name, "2026-11-26T11:00", after) == next_day
    assert called(name, "2026-12-04T11:00", after) == later


def test_what_a_desk_confirmed_has_its_day_on_the_page_and_no_sign() -> None:
    after = with_calls(hong_kong(), CALLS, "Harbour House")
    result = result_of("man on a fishing boat", "2026-11-26T11:00", after)
    said = "\n".join(ENGLISH.render(line.text) for line in first_page_lines(result))

    assert f": {NEW}, 24 h, confirmed 2026-11-25, SeafarerHelp" in said
    assert ": 3109 7359, confirmed 2026-11-25, Justice Centre" in said
    assert ": 2343 2255 [not sure], 24 h, Social Welfare" in said
