"""What a result says, and what it never says."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.sets import find_set, read_set
from screening.referral.moment import moment_in
from screening.referral.reasons import Reason
from screening.referral.service import Barrier
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer
from screening.sets.model import Extended, IndicatorSet
from screening.sets.record import Record
from screening.sets.vocabulary import Level
from screening.show.contacts import CONTACT_NAME
from screening.show.evidence import dated
from screening.show.first_page import first_page_lines
from screening.show.law import duty_lines
from screening.show.levels import LEVEL_SENTENCE
from screening.show.lines import Line
from screening.show.numbers import service_lines
from screening.show.reasons import in_short, reason_text
from screening.show.report import lead_lines, result_lines
from screening.show.service_details import detail_lines
from screening.show.whom_to_call import NO_DIRECTORY
from screening.show.why import WayToSayWhy, why_lines
from screening.show.wishes import CHILD_BEFORE_WISHES, CHILD_WISHES, WISHES
from tests.support import services
from tests.support.building import asked, hong_kong, indicator, small_set

EXAMPLES = Path(__file__).parents[1] / "sets" / "examples"
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
        "The law of the place",
        "Why",
        "Where this is from, and all of it",
        "More to do",
        "The services in full",
        "What the facts that count rest on",
        "What was not asked or not answered",
    ]


@pytest.mark.parametrize("name", EVERY_RESULT)
def test_no_result_is_a_verdict(name: str) -> None:
    case = vignette(name)
    lead = next(line.text for line in lead_lines(case.indicator_set, case.assessment))

    assert lead in LEVEL_SENTENCE.values()
    assert not re.search(r"\b(is|was|not) (a|the) victim\b", text(list(result_lines(vignette(name)))), re.IGNORECASE)


@pytest.mark.parametrize("level", ["too_little_known", "none_recorded"])
def test_a_low_result_reassures_nobody(level: Level) -> None:
    sentence = ENGLISH.render(LEVEL_SENTENCE[level])

    assert "no reason to send anybody away" in sentence
    assert not re.search(r"\b(safe|fine|no sign|not trafficked)\b", sentence, re.IGNORECASE)


def test_nothing_answered_says_that_too_little_is_known() -> None:
    lines = list(result_lines(result({}, {"place": "hk"})))

    assert ENGLISH.render(lines[1].label or "") == "TOO LITTLE KNOWN"
    assert "This is not a no" in ENGLISH.render(lines[1].text)


@pytest.mark.parametrize("name", EVERY_RESULT)
def test_every_result_names_set_version_fingerprint_directory_and_the_emergency_number(name: str) -> None:
    case = vignette(name)
    said = text(list(result_lines(case)))

    assert f"Made with: palermo, version 1, {case.fingerprint}, numbers of 2026-11-25." in said
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
    assert "+852 2332 2441 [not sure] - IOM" in said
    assert "Mission for Migrant Workers" in said
    assert said.index("+852 9338 0035 - Bethune House") < said.index(
        "CEASE Crisis Centre - 24 hours; ask: an identity card"
    )


def test_each_contact_says_how_well_it_is_known_itself() -> None:
    said = text(list(result_lines(vignette("quiet-kitchen"))))

    assert "Telephone: +852 2523 4020 [not sure] (hours not known)\n[second hand, undated]" in said
    assert "WhatsApp: +852 5936 3780 [not sure]\n[code repository, as of 2026-09]" in said


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


# --- a whole result --------------------------------------------------------------------------------------------------

HERE = services.directory(
    services.service("home"),
    duties=[
        {"id": "d", "title": "Report", "text": ["Tell."], "evidence": "official", "source": "g", "page_date": "2024"}
    ],
)
SMALL = small_set(
    [
        asked("held", shows=["held"]),
        asked("lied", shows=["lied"], when={"question": "held", "is": ["yes"]}),
        asked("worked", shows=["worked"], raises=["danger"]),
        asked("paid", shows=["paid"]),
    ],
    [
        indicator("held", "coercion", source={"ref": "ilo", "grade": "B"}),
        indicator("lied", "deception", "medium"),
        indicator("worked", "forced_work", source={"grade": "project"}),
        indicator("paid", "conditions_of_work", "medium"),
    ],
    guidance=[{"id": "always", "title": "Always", "do": ["Wait.", "Ask."], "do_not": ["Rush."], "needs": ["shelter"]}],
    flags=[{"id": "danger", "title": "Danger", "do": ["Go."], "do_not": ["Stay."], "needs": ["legal-advice"]}],
    sources={"ilo": {"title": "Indicators", "short": "ILO"}},
    elements={"means": "How"},
)


def of(indicator_set: IndicatorSet, **recorded: Answer) -> Result:
    """The result of a record in a place with one service and one duty."""
    return evaluate(indicator_set, Record({"place": HERE.place, **recorded}), {HERE.place: HERE}, NOW)


def shown(lines: Iterable[Line]) -> list[str]:
    """Each line with its kind."""
    return [f"{line.kind}: {ENGLISH.render(line.text)}" for line in lines]


def not_known(case: Result) -> list[str]:
    """What is told of what was not asked or not answered."""
    return [line for line in under("What was not asked or not answered", case) if line != NOT_STORED]


def under(heading: str, case: Result) -> list[str]:
    """What stands under a heading of a result."""
    lines = shown(result_lines(case))
    begin = lines.index(f"heading: {heading}") + 1
    return lines[begin : next((at for at in range(begin, len(lines)) if lines[at].startswith("heading")), len(lines))]


NOT_STORED = (
    "text: The program stores none of this. What you print, save or write may have to be shown to a court: keep it "
    "safe, and as long as your law says."
)
ACT = "group: Act: what was done - not supported by what was recorded"


PROVES_NOTHING = (
    "text: No finding, no legal advice; not validated on cases. A no of today proves nothing: fear keeps people silent. "
    "If you are worried, act on it."
)


def test_a_result_says_what_is_urgent_then_the_wishes_then_the_rest_and_why() -> None:
    case = of(SMALL, held="yes", lied="yes", worked="yes", wants="stay", police="no")
    advice = case.advice
    assert advice.directory is not None
    offered = advice.by_need, advice.today

    assert shown(result_lines(case)) == [
        "title: Result",
        *shown(first_page_lines(case)),
        "heading: What to do now",
        "group: Danger",
        "do: Go.",
        "avoid: Stay.",
        "group: What the person wants",
        "do: The person wants to stay for now. Respect it. Give numbers that are safe to keep. "
        "Whether you may call for them is not recorded. Ask before each call, except in an emergency or where the law "
        "makes you. They do not want the police: only in an emergency, or where the law makes you. "
        "No safe way to reach them is recorded. Do not call or write.",
        "group: Always",
        "do: Wait.",
        "do: Ask.",
        "avoid: Rush.",
        "heading: Whom to call",
        *shown(service_lines(advice.directory, *offered, advice.circumstances)),
        "heading: The law of the place",
        "group: Report",
        "item: Tell.",
        "heading: Why",
        *shown(why_lines(case, WayToSayWhy())),
        "item: Not asked: paid.",
        PROVES_NOTHING,
        f"text: Made with: small, version 1, {case.fingerprint}, numbers of 2026-11-22.",
        "heading: Where this is from, and all of it",
        *shown(detail_lines(advice.directory, *offered)),
        *shown(duty_lines(advice.duties)),
        "heading: What the facts that count rest on",
        "item: lied (medium; no source given)",
        "item: held (strong; ILO, as reproduced by others)",
        "item: worked (strong; the judgement of those who wrote this)",
        "heading: What was not asked or not answered",
        "item: Not asked: paid.",
        NOT_STORED,
    ]


def test_where_nothing_counts_why_says_so() -> None:
    made = small_set(
        [asked("one", shows=["i"])],
        [indicator("i", "door")],
        dimensions={"door": {"rule": "any", "title": "Door"}},
        rules={"any": [{"total": 1}]},
        levels={"some_concern": {"in": ["door"], "total": 1}},
    )

    assert under("Why", of(made, one="no", age="adult"))[0] == ("text: Nothing was recorded that this set counts.")


def test_a_result_of_a_child_says_what_is_still_open_and_what_the_set_extends() -> None:
    extends = Extended(id="ilo", version="3", extends=Extended(id="base", version="2"))
    case = of(replace(SMALL, extends=extends), held="no", lied="yes", paid="unclear", worked="declined", age="child")

    assert shown(lead_lines(case.indicator_set, case.assessment))[1] == (
        "text: Given what is not known, it could be anything up to: some concern."
    )
    assert under("Why", case) == [
        "text: The rules for a child apply: no means is needed, even if the age is in doubt.",
        ACT,
        "group: How - not supported by what was recorded",
        "group: Purpose: exploitation, done or intended - possible: what is unknown could still support it",
        "item: Unclear: paid.",
        "item: Did not want to say: worked.",
        "text: 1 answer no longer applies and was set aside.",
        PROVES_NOTHING,
        f"text: Made with: small, version 1, extends ilo, version 3, extends base, version 2, {case.fingerprint}, "
        "numbers of 2026-11-22.",
    ]


@pytest.mark.parametrize(
    ("ages", "told"),
    [
        ({"age": "adult", "under_18_when_it_began": "no"}, []),
        (
            {"age": "adult", "under_18_when_it_began": "yes"},
            ["text: What began before the person was 18 is judged by the rules for a child: no means is needed."],
        ),
        ({"age": "adult"}, ["text: It is not known whether the rules for a child apply. A child needs no means."]),
        (
            {"age": "unsure"},
            ["text: The rules for a child apply: no means is needed, even if the age is in doubt."],
        ),
        (
            {"age": "adult", "under_18_when_it_began": "unclear"},
            ["text: The rules for a child apply: no means is needed, even if the age is in doubt."],
        ),
    ],
    ids=["adult", "was-a-child-then", "not-known", "in-doubt", "in-doubt-then"],
)
def test_whose_rules_apply_is_said_first_under_why_unless_they_are_those_for_adults(
    ages: dict[str, Answer], told: list[str]
) -> None:
    why = under("Why", of(SMALL, **ages))

    assert why[: why.index(ACT)] == told


def test_where_every_question_was_answered_that_is_said_to_be_no_proof() -> None:
    answers: dict[str, Answer] = {"held": "yes", "lied": "no", "worked": "no", "paid": "no"}

    assert not_known(of(SMALL, **answers)) == [
        "text: Every question was answered. That is not everything there is to know."
    ]


@pytest.mark.parametrize(
    ("paid", "told"), [("unclear", "item: Unclear: paid."), ("declined", "item: Did not want to say: paid.")]
)
def test_where_one_answer_is_not_known_it_is_not_said_that_every_question_was_answered(paid: str, told: str) -> None:
    answers: dict[str, Answer] = {"held": "yes", "lied": "no", "worked": "no"}

    assert not_known(of(SMALL, **answers, paid=paid)) == [told]


def test_questions_that_are_not_answered_are_named_in_their_order() -> None:
    assert not_known(of(SMALL, held="yes", paid="declined")) == [
        "item: Not asked: lied; worked.",
        "item: Did not want to say: paid.",
    ]


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("unclear", "item: Unclear: things (apart from what was marked); other."),
        ("declined", "item: Did not want to say: things (apart from what was marked)."),
        ("not_asked", "item: Not asked: things (apart from what was marked)."),
    ],
)
def test_of_what_something_was_marked_the_rest_is_said_to_be_unknown(rest: str, told: str) -> None:
    options = [{"id": "a", "label": "A", "shows": ["i"]}, {"id": "b", "label": "B"}]
    made = small_set(
        [asked("things", choose="several", options=options), asked("other")], [indicator("i", "forced_work")]
    )

    assert told in not_known(of(made, things=("a", rest), other="unclear"))


def test_what_was_declined_in_words_of_its_own_is_named_with_them() -> None:
    options = [{"id": "a", "label": "A", "shows": ["i"]}, {"id": "b", "label": "B"}]
    questions = [
        asked("made", declined="Wants a lawyer first"),
        asked("things", choose="several", options=options, declined="Wants a lawyer first"),
        asked("other"),
    ]
    made = small_set(questions, [indicator("i", "forced_work")])

    assert not_known(of(made, made="declined", things=("a", "declined"), other="declined")) == [
        "item: Did not want to say: made - Wants a lawyer first; "
        "things (apart from what was marked) - Wants a lawyer first; other."
    ]


def test_answers_that_no_longer_apply_are_counted() -> None:
    closed = {"when": {"question": "one", "is": ["yes"]}}
    gated = small_set(
        [asked("one"), asked("two", shows=["i"], **closed), asked("three", **closed)], [indicator("i", "forced_work")]
    )
    told = not_known(of(gated, one="no", two="yes", three="yes"))

    assert told[-1] == "text: 2 answers no longer apply and were set aside."


WISHED = ["wants", "may_call", "police", "safe_to_reach"]


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        ({}, [None, "unknown", "unknown", "unknown"]),
        ({"wants": "unclear", "may_call": "declined", "police": "unclear"}, [None, "unknown", "unknown", "unknown"]),
        (
            {"wants": "go_back", "may_call": "no", "police": "yes", "safe_to_reach": "no"},
            ["go_back", "no", "yes", "no"],
        ),
        (
            {"wants": "leave", "may_call": "yes", "police": "no", "safe_to_reach": "yes"},
            ["leave", "yes", "no", "yes"],
        ),
    ],
    ids=["not-asked", "undecided", "one", "other"],
)
def test_each_wish_is_told_as_it_was_recorded_and_what_is_not_known_is_no_agreement(
    recorded: dict[str, Answer], said: list[str | None]
) -> None:
    told = under("What to do now", of(SMALL, **recorded))
    wishes = [ENGLISH.render(WISHES[name][value]) for name, value in zip(WISHED, said, strict=True) if value]

    assert list(WISHES) == WISHED
    assert told == ["group: What the person wants", f"do: {' '.join(wishes)}", "group: Always", *told[-3:]]


def test_where_nobody_is_asked_only_the_wishes_matter_that_the_set_words() -> None:
    def filled_in(*wishes: str) -> list[str]:
        circumstances = [{"id": name, "record": name} for name in wishes]
        known = {"id": "one", "kind": "known", "record": "One", "shows": ["i"]}
        made = small_set([known], [indicator("i", "forced_work")], circumstances=circumstances)
        return under("What to do now", of(made))

    with pytest.raises(ValueError, match="What to do now"):
        filled_in()
    assert filled_in("police") == [
        "group: What the person wants",
        f"do: {ENGLISH.render(WISHES['police']['unknown'])}",
    ]


def test_before_a_childs_wishes_stands_that_safety_comes_first_and_before_nobody_elses() -> None:
    told = under("What to do now", of(SMALL, age="child"))
    before = told.index("group: What the person wants")

    assert told[before + 1].startswith(f"do: {ENGLISH.render(CHILD_BEFORE_WISHES)} ")
    adult = under("What to do now", of(SMALL, age="adult"))
    assert not any(ENGLISH.render(CHILD_BEFORE_WISHES) in line for line in adult)


def test_every_wish_is_said_of_a_child_in_words_of_its_own() -> None:
    assert {name: set(said) for name, said in CHILD_WISHES.items()} == {
        name: set(said) for name, said in WISHES.items()
    }
    for name, said in CHILD_WISHES.items():
        for value in said:
            told = {age: under("What to do now", of(SMALL, age=age, **{name: value})) for age in ("unsure", "adult")}
            for age, own, other in (("unsure", CHILD_WISHES, WISHES), ("adult", WISHES, CHILD_WISHES)):
                (wishes,) = (line for line in told[age] if ENGLISH.render(own[name][value]) in line)
                assert ENGLISH.render(other[name][value]) not in wishes


def test_without_a_directory_none_is_named_and_nobody_to_call() -> None:
    bare = evaluate(SMALL, Record(), {}, NOW)

    assert under("Whom to call", bare) == [f"text: {ENGLISH.render(NO_DIRECTORY)}"]
    assert f"text: Made with: small, version 1, {bare.fingerprint}." in under("Why", bare)


def test_impressions_alone_are_said_to_prove_little_and_with_anything_else_they_are_not() -> None:
    seen = result({"looks": ("fearful",)}, {"place": "hk", "age": "adult"})
    told_too = result({"looks": ("fearful",), "papers": "kept"}, {"place": "hk", "age": "adult"})

    assert shown(lead_lines(seen.indicator_set, seen.assessment))[0] == (
        "lead: Observed only: appearance alone points this way, and appearance proves little. "
        + ENGLISH.render(LEVEL_SENTENCE[seen.assessment.level])
    )
    assert shown(lead_lines(told_too.indicator_set, told_too.assessment))[0] == (
        f"lead: {ENGLISH.render(LEVEL_SENTENCE[told_too.assessment.level])}"
    )


# --- why a service is left out, or has to be asked first -------------------------------------------------------------

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
        (Reason("with_children", False, None, ("no",)), "whether it takes children"),
        (Reason("abroad", False, None, ("yes",)), "is the person abroad? It is for them"),
        (Reason("district", True, "north", ("east",)), "it serves other districts"),
        (
            Reason("district", False, None, ("East", "North")),
            "it is for people in: East, North. Ask the person whether that fits",
        ),
        (
            Reason("situation", True, ("fishing",), ("domestic-work", "other-work")),
            "it is for: work in somebody's home, other work",
        ),
        (
            Reason("languages", False, ("tl", "id"), ("en", "yue")),
            "whether somebody there speaks: Tagalog, Bahasa Indonesia; known: English, Cantonese",
        ),
        (Reason("only", False, None, ("seafarers",)), "it takes only seafarers"),
        (
            Reason("referral", False, None, ("medical-staff", "police", "organisation")),
            "the person cannot apply alone, only an organisation or the police or medical staff",
        ),
        (
            Reason("represents", True, "yes", ("Xland",)),
            "it belongs to a state that the person may need protection from: Xland",
        ),
        (
            Reason("represents", False, None, ("Xland",)),
            "ask the person whether they fear this state (Xland). If yes, do not call",
        ),
        (Reason("police", False, "no"), "the police answer here, or are told. Does the person agree?"),
        (Reason("withheld", True, None, ("Harbour Aid",)), "Harbour Aid does not want it named"),
        (
            Reason("needs_legal_stay", False, "no", barrier=replace(BARRIER, kind="needs_legal_stay")),
            "do they ask for a visa or right to stay? Ask in general, and do not say what this person has. They are said "
            "to ask for it (UNCONFIRMED: known from one article only, 2017)",
        ),
        (
            Reason("needs_legal_stay", False, None, barrier=replace(BARRIER, kind="needs_legal_stay", value="unknown")),
            "do they ask for a visa or right to stay? Ask in general, and do not say what this person has",
        ),
        (
            Reason(
                "needs_legal_stay", True, "no", barrier=replace(BARRIER, kind="needs_legal_stay", evidence="official")
            ),
            "it asks for a visa or right to stay (official page, 2017)",
        ),
        (Reason("no_contact", True), "no contact is known"),
        (
            Reason("needs_identity_card", False, "no", barrier=BARRIER),
            "do they ask for an identity card? Ask in general, and do not say what this person has. They are said "
            "to ask for it (UNCONFIRMED: known from one article only, 2017)",
        ),
        (
            Reason("needs_identity_card", False, None, barrier=replace(BARRIER, value="unknown")),
            "do they ask for an identity card? Ask in general, and do not say what this person has",
        ),
        (
            Reason("needs_identity_card", True, "no", barrier=replace(BARRIER, evidence="official")),
            "it asks for an identity card (official page, 2017)",
        ),
    ],
    ids=lambda value: value.kind if isinstance(value, Reason) else "",
)
def test_a_reason_is_told_in_words(reason: Reason, said: str) -> None:
    assert ENGLISH.render(reason_text(reason)) == said


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        ([], ""),
        ([Reason("age", False, None, ("adult",))], "ask first about: age"),
        (
            [Reason("gender", False), Reason("age", False), Reason("gender", False), Reason("police", False)],
            "ask first about: men or women, age, the police",
        ),
        ([Reason("only", False, None, ("seafarers",))], "it takes only seafarers"),
        (
            [
                Reason("only", False, None, ("seafarers",)),
                Reason("referral", False),
                Reason("only", False, None, ("crew",)),
            ],
            "ask first about: who may ask for it; it takes only seafarers; it takes only crew",
        ),
    ],
    ids=["none", "one", "each-once", "whom-alone", "both"],
)
def test_in_short_each_thing_to_ask_about_is_named_once_and_whom_alone_it_takes_whole(
    reasons: list[Reason], said: str
) -> None:
    assert ENGLISH.render(in_short(iter(reasons))) == said


@pytest.mark.parametrize(
    ("mark", "says", "never"), [("1", "comes late", "has not come"), ("2", "has not come", "comes late")]
)
def test_of_a_rating_the_words_of_its_mark_are_printed_and_of_no_other(mark: str, says: str, never: str) -> None:
    rating = read_set(EXAMPLES / "rating").set
    answers: dict[str, Answer] = {"rest": "0", "food": "0", "calls": "0", "pay": mark, "shore": "0", "blows": "0"}

    said = text(list(result_lines(evaluate(rating, Record(answers), {}, NOW))))

    assert f"counts {mark}: Pay: {says}" in said
    assert f"Pay: {says}" in said
    assert f"(counts {mark}; " in said
    assert never not in said
