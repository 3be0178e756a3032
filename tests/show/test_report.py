"""What a result says, and what it never says."""

import re
from datetime import UTC, datetime
from functools import cache

import pytest
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.referral.directory import Barrier
from screening.referral.matching import Reason
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer
from screening.sets.record import Record
from screening.sets.vocabulary import Level
from screening.show.contacts import CONTACT_NAME
from screening.show.evidence import dated
from screening.show.levels import LEVEL_SENTENCE
from screening.show.lines import Line
from screening.show.reasons import reason_text
from screening.show.report import result_lines
from screening.show.whom_to_call import NO_DIRECTORY
from screening.show.wishes import CHILD_BEFORE_WISHES, WISHES
from tests.support.building import hong_kong

NOW = moment_in(hong_kong(), datetime(2026, 11, 22, 12, tzinfo=UTC))


@cache
def assessor(name: str) -> Assessor:
    return Assessor(find_set(name))


def result(answers: dict[str, Answer], circumstances: dict[str, Answer], name: str = "palermo") -> Result:
    """A result in Hong Kong."""
    here = {"hk": hong_kong()}
    return evaluate(find_set(name), Record({**answers, "place": "hk", **circumstances}), here, NOW, assessor(name))


def vignette(name: str) -> Result:
    indicator_set = find_set("palermo")
    case = next(each for each in indicator_set.vignettes if each.id == name)
    reader = RecordReader(indicator_set)
    return result(reader.answers(case.answers), reader.circumstances(case.circumstances))


def text(lines: list[Line]) -> str:
    return "\n".join(ENGLISH.render(line.text) for line in lines)


EVERY_RESULT = ["quiet-kitchen", "fifteen", "own-terms", "night-boat", "short-wages", "the-order"]


def test_the_order_is_sentence_then_doing_then_calling_then_why() -> None:
    headings = [ENGLISH.render(line.text) for line in result_lines(vignette("quiet-kitchen")) if line.kind == "heading"]

    assert headings == [
        "What to do now",
        "Whom to call",
        "Why",
        "What was not asked or not answered",
        "What this cannot tell",
        "Made with",
    ]


@pytest.mark.parametrize("name", EVERY_RESULT)
def test_no_result_is_a_verdict(name: str) -> None:
    lead = next(line.text for line in result_lines(vignette(name)) if line.kind == "lead")

    assert lead in LEVEL_SENTENCE.values()
    assert not re.search(r"\b(is|was|not) (a|the) victim\b", text(list(result_lines(vignette(name)))), re.IGNORECASE)


@pytest.mark.parametrize("level", ["too_little_known", "none_recorded"])
def test_a_low_result_reassures_nobody(level: Level) -> None:
    sentence = ENGLISH.render(LEVEL_SENTENCE[level])

    assert "no reason to send anybody away" in sentence
    assert not re.search(r"\b(safe|fine|no sign|not trafficked)\b", sentence, re.IGNORECASE)


def test_nothing_answered_says_that_too_little_is_known() -> None:
    lines = list(result_lines(result({}, {"place": "hk"})))

    assert ENGLISH.render(lines[1].text).startswith("Too little is known.")
    assert "This is not a no" in ENGLISH.render(lines[1].text)
    assert "clear concern" in ENGLISH.render(lines[2].text)


@pytest.mark.parametrize("name", EVERY_RESULT)
def test_every_result_names_set_version_fingerprint_directory_and_the_emergency_number(name: str) -> None:
    case = vignette(name)
    said = text(list(result_lines(case)))

    assert f"Set palermo, version 1, fingerprint {case.fingerprint}." in said
    assert "Directory hk, drawn up on 2026-11-25." in said
    assert "In danger now: 999" in said


@pytest.mark.parametrize("name", EVERY_RESULT)
def test_every_result_names_what_was_not_asked(name: str) -> None:
    case = vignette(name)
    said = text(list(result_lines(case)))

    for question in (*case.explanation.not_asked, *case.explanation.unclear, *case.explanation.declined):
        assert question.record in said


def test_the_domestic_worker_gets_the_iom_line_and_a_migrant_worker_service() -> None:
    said = text(list(result_lines(vignette("quiet-kitchen"))))

    assert "+852 2332 2441" in said
    assert "[UNCONFIRMED: one article, as of 2017; MAY BE WRONG]" in said
    assert "Mission for Migrant Workers" in said
    assert said.index("Bethune House") < said.index(
        "Po Leung Kuk refuges (Wai On Home, Sunrise Court) 保良局 - ask first about: an identity card"
    )


def test_each_contact_says_how_well_it_is_known_itself() -> None:
    said = text(list(result_lines(vignette("quiet-kitchen"))))

    assert "Telephone: +852 2523 4020 (hours not known)\n[second hand, undated; MAY BE WRONG]" in said
    assert "WhatsApp: +852 5936 3780\n[code repository, as of 2026-09]" in said


def test_a_service_is_told_once_and_then_only_named() -> None:
    said = text(list(result_lines(vignette("quiet-kitchen"))))

    assert said.count("Telephone: +852 2343 2255") == 1
    assert "+852 2343 2255 - Social Welfare Department hotline 社會福利署熱線 (see above)" in said


def test_no_trap_is_ever_named_as_a_contact() -> None:
    for name in EVERY_RESULT:
        for line in result_lines(vignette(name)):
            contact = (
                ENGLISH.render(line.text).partition(": ")[2]
                if ENGLISH.render(line.text).startswith(tuple(map(ENGLISH.render, CONTACT_NAME.values())))
                else ""
            )
            assert not any(trap.what in contact for trap in hong_kong().traps)


def test_wishes_that_are_not_recorded_are_not_taken_for_agreement() -> None:
    said = text(list(result_lines(result({"papers": "kept"}, {"place": "hk", "age": "adult", "police": "declined"}))))

    assert ENGLISH.render(WISHES["police"]["unknown"]) in said
    assert ENGLISH.render(WISHES["may_call"]["unknown"]) in said
    assert ENGLISH.render(WISHES["police"]["yes"]) not in said


def test_for_a_child_safety_comes_before_wishes_and_the_duty_is_told() -> None:
    said = text(list(result_lines(vignette("fifteen"))))

    assert ENGLISH.render(CHILD_BEFORE_WISHES) in said
    assert "Cap. 650" in said


def test_impressions_alone_are_called_observed_only() -> None:
    lines = list(result_lines(result({"looks": ("fearful",)}, {"place": "hk"})))

    assert ENGLISH.render(lines[1].text).startswith("Observed only: ")


def test_without_a_directory_it_says_so() -> None:
    bare = evaluate(find_set("palermo"), Record(), {}, NOW)

    assert ENGLISH.render(NO_DIRECTORY) in text(list(result_lines(bare)))


def test_dates_are_told_as_exactly_as_they_are_known() -> None:
    assert ENGLISH.render(dated("2018", confirmed=False)) == "as of 2018"
    assert ENGLISH.render(dated("unknown", confirmed=False)) == "undated"
    assert ENGLISH.render(dated("2026-01-02", confirmed=True)) == "confirmed on 2026-01-02"


BARRIER = Barrier(kind="needs_identity_card", value="yes", evidence="article", source="x", page_date="2017")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        (Reason("gender", True, "man", ("woman",)), "it is for: woman or girl"),
        (Reason("gender", False, None, ("woman",)), "it is for: woman or girl. Ask the person whether that fits"),
        (Reason("age", False, "unsure", ("adult",)), "it is for: 18 or over. Ask the person whether that fits"),
        (Reason("with_children", True, "yes", ("no",)), "it does not take people with children"),
        (Reason("abroad", True, "no", ("yes",)), "it is for people who are abroad"),
        (Reason("abroad", True, "yes", ("no",)), "it is for people who are here"),
        (Reason("no_contact", True), "no contact is known"),
        (
            Reason("needs_identity_card", False, "no", barrier=BARRIER),
            "do they ask for an identity card? Ask in general, and do not say what this person has. They are said to "
            "ask for it (UNCONFIRMED: known from one article only, 2017)",
        ),
        (
            Reason("needs_identity_card", False, None, barrier=replace(BARRIER, value="unknown")),
            "do they ask for an identity card? Ask in general, and do not say what this person has",
        ),
        (
            Reason("needs_identity_card", True, "no", barrier=replace(BARRIER, evidence="official")),
            "it asks for an identity card, and the person has none (official page, 2017)",
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Reason) else "",
)
def test_a_reason_is_told_in_words(reason: Reason, said: str) -> None:
    assert ENGLISH.render(reason_text(reason)) == said
