"""One way from a record to a result."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessor
from screening.engine.explain import explain
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.anywhere import ANYWHERE
from screening.referral.moment import moment_in
from screening.result.advise import advise
from screening.result.evaluate import evaluate
from screening.sets.fingerprint import fingerprint
from screening.sets.record import Record
from tests.support.building import directories, hong_kong
from tests.support.services import TODAY, directory, service, told
from tests.support.thorough import one_in

PALERMO = find_set("palermo")
ASSESSOR = Assessor(PALERMO)
CONTACT = {"kind": "telephone", "number": "1", "evidence": "official", "hours": "Mo-Su 09:00-18:00"}
PLACES = {
    "hk": directory(service("a", offers=["anti-trafficking"], contacts=[CONTACT]), place="hk"),
    "gb": directory(
        service("b", offers=["anti-trafficking"], contacts=[CONTACT]), place="gb", time_zone="Europe/London"
    ),
}
KEPT = {"papers": "kept", "still-there": "yes", "no-pay": "yes"}


def test_a_result_is_the_assessment_why_and_what_to_do() -> None:
    record = Record({**KEPT, "place": "hk", "age": "adult"})

    result = evaluate(PALERMO, record, {"hk": hong_kong()}, TODAY)

    assessment = ASSESSOR.assess(record.answers)
    assert (result.indicator_set, result.fingerprint) == (PALERMO, fingerprint(PALERMO))
    assert result.assessment == assessment
    assert result.explanation == explain(PALERMO, assessment, record.answers)
    assert result.advice == advise(PALERMO, assessment, {"place": "hk", "age": "adult"}, hong_kong(), TODAY)


@pytest.mark.parametrize(("place", "known"), [("hk", "hk"), ("gb", "gb"), ("other", ANYWHERE), (None, ANYWHERE)])
def test_the_directory_is_that_of_the_place_that_was_recorded(place: str | None, known: str) -> None:
    record = Record({"place": place} if place is not None else {})

    advice = evaluate(PALERMO, record, directories(), TODAY).advice

    assert advice.directory is not None
    assert advice.directory.place == known


def test_without_any_directory_there_is_a_result_too() -> None:
    result = evaluate(PALERMO, Record({**KEPT, "place": "hk"}), {}, TODAY)

    assert (result.advice.directory, result.advice.by_need) == (None, ())
    assert result.assessment.present


def test_a_moment_by_the_clock_of_another_place_is_told_by_that_of_the_record() -> None:
    evening = moment_in(PLACES["gb"], datetime(2026, 11, 22, 17, tzinfo=UTC))

    there, here = (
        evaluate(PALERMO, Record({**KEPT, "place": place}), PLACES, evening).advice for place in ("gb", "hk")
    )

    answers = [
        [
            contact_now.opening is not None and contact_now.opening.open
            for match in need_services.matches
            for contact_now in match.contacts_now
        ]
        for advice in (there, here)
        for need_services in advice.by_need
        if need_services.matches
    ]
    assert answers == [[True], [False]]
    assert (there.today, here.today) == (date(2026, 11, 22), date(2026, 11, 23))
    assert [told(each) for each in here.by_need if each.need == "anti-trafficking"] == [["a"]]


def test_rules_that_are_ready_come_to_the_same() -> None:
    record = Record({**KEPT, "place": "hk"})

    assert evaluate(PALERMO, record, PLACES, TODAY, ASSESSOR) == evaluate(PALERMO, record, PLACES, TODAY)


@pytest.mark.slow
@pytest.mark.parametrize("name", set_ids())
def test_every_vignette_has_a_result_at_any_time(name: str) -> None:
    indicator_set = find_set(name)
    reader, assessor = RecordReader(indicator_set), Assessor(indicator_set)
    moments = [moment_in(None, datetime(year, 2, 28, 23, 59, tzinfo=UTC)) for year in (1970, 2026, 2100)]
    for vignette in one_in(4, list(indicator_set.vignettes)):
        record = reader.record(vignette.answers, vignette.circumstances)
        results = [evaluate(indicator_set, record, directories(), moment, assessor) for moment in moments]
        assert {result.assessment.level for result in results} == {vignette.expect.level}, vignette.id


@given(st.lists(st.sampled_from(sorted(KEPT)), unique=True))
def test_the_clock_changes_whom_to_call_and_never_the_assessment(left_out: list[str]) -> None:
    record = Record({**{name: value for name, value in KEPT.items() if name not in left_out}, "place": "hk"})
    late = moment_in(None, datetime(2040, 1, 1, tzinfo=UTC))

    now, then = (evaluate(PALERMO, record, PLACES, moment, ASSESSOR) for moment in (TODAY, late))

    assert (now.assessment, now.explanation) == (then.assessment, then.explanation)
    assert now.advice.pathways == then.advice.pathways
