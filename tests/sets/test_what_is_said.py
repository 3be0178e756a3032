"""What whoever has power over a person says to them, and asks, in the built-in sets."""

import re
from collections.abc import Iterator

import pytest

from screening.engine.assess import Assessor
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import IndicatorSet

pytestmark = pytest.mark.slow

SPOKEN = [name for name in set_ids() if find_set(name).about.agreement is not None]
ASKED_BY_OFFICERS = [name for name in set_ids() if find_set(name).about.audience != "caseworker"]
ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}


def every_text(indicator_set: IndicatorSet) -> Iterator[str]:
    """Each text that the screener or the person reads, but what a case teaches."""
    about = indicator_set.about
    yield from (about.title, about.agreement or "", *about.card, *about.not_now, *about.closing_card)
    for wording in about.circumstances:
        yield from (wording.ask or "", wording.record, wording.listen or "", wording.why or "")
    blocks: tuple[Flag | Pathway, ...] = (*about.flags, *indicator_set.guidance)
    for block in blocks:
        yield block.title
        for line in (*block.do, *block.do_not, block.tonight or "", block.never or ""):
            yield from ((line.adult or "", line.child or "") if isinstance(line, TextByAge) else (line,))
    for _, _, question in indicator_set.questions():
        yield from (question.say_first or "", question.ask or "", question.ask_next or "", question.ask_self or "")
        yield from (question.record, question.listen or "", question.why or "")
        yield from (option.label for option in question.options)
        yield from (option.label_self or "" for option in question.options)


@pytest.mark.parametrize("name", SPOKEN)
def test_an_agreement_names_the_agency_and_where_the_law_decides_and_promises_no_silence(name: str) -> None:
    agreement = find_set(name).about.agreement or ""

    assert agreement.startswith("I work for [your agency].")
    assert "if the law leaves me no choice, I have to tell others" in agreement
    # One thought: whoever hears "nothing", and then "if I save", hears a contradiction.
    assert "The computer keeps nothing by itself, and I will try to tell you before I save" in agreement
    assert agreement.index("I have to tell others") < agreement.index("?")


@pytest.mark.parametrize("name", SPOKEN)
def test_an_agreement_says_of_childhood_before_the_age_is_asked_and_of_courts_and_makes_no_help_depend(
    name: str,
) -> None:
    agreement = find_set(name).about.agreement or ""

    for said in ("If you are under 18,", "My help does not depend on", "A court may ask me", "a lawyer first"):
        assert said in agreement, said


@pytest.mark.parametrize("name", SPOKEN)
def test_an_agreement_is_no_caution_and_each_sentence_of_it_holds_one_thing(name: str) -> None:
    about = find_set(name).about

    for agreement in (about.agreement or "", about.agreement_if_kept or ""):
        assert "Leave out" not in agreement
        assert "We can stop when you want." in agreement or "stop when you want." in agreement
        assert max(len(sentence.split()) for sentence in agreement.split(". ")) <= 36


@pytest.mark.parametrize("name", set_ids())
def test_no_text_of_a_set_names_a_key_of_the_screen_for_forms_print_it_too(name: str) -> None:
    for text in every_text(find_set(name)):
        assert re.search(r"\b(?:with|press|key) [a-z]\b(?!\w)", text.lower().replace("with a ", "")) is None, text


@pytest.mark.parametrize("name", set_ids())
def test_nobody_is_promised_that_help_comes_or_that_others_will_not_ask(name: str) -> None:
    about = find_set(name).about
    told = (*every_text(find_set(name)), *(headline.says or "" for headline in about.headlines.values()))

    for text in told:
        for promise in ("gets it", "nobody asks"):
            assert promise not in text.lower(), text


@pytest.mark.parametrize("name", SPOKEN)
def test_the_person_hears_that_they_do_not_have_to_and_never_that_they_need_not(name: str) -> None:
    # Whoever has little English hears "you need to".
    assert [text for text in every_text(find_set(name)) if "you need not" in text.lower()] == []


@pytest.mark.parametrize("name", SPOKEN)
def test_the_card_says_what_the_law_makes_one_pass_on_who_records_and_that_a_lawyer_comes_first(name: str) -> None:
    card = " ".join(find_set(name).about.card)

    for said in (
        "what the law makes you pass on",
        "this does not replace it",
        "before their rights and a lawyer",
        "Promise nothing",
    ):
        assert said in card, said


@pytest.mark.parametrize("name", ASKED_BY_OFFICERS)
def test_nobody_with_power_asks_for_the_right_to_stay_or_says_first_what_an_answer_is_good_for(name: str) -> None:
    wordings = {wording.id: wording.ask or "" for wording in find_set(name).about.circumstances}

    assert "may_stay" not in wordings
    assert not any("shelter" in ask.lower() for ask in wordings.values())


@pytest.mark.parametrize("name", set_ids())
def test_no_text_speaks_for_others_or_says_that_everybody_is_asked(name: str) -> None:
    for text in every_text(find_set(name)):
        for word in ("nobody will hold", "everybody is asked", "ask everybody", "may happen to you after"):
            assert word not in text.lower(), text


@pytest.mark.parametrize("name", set_ids())
def test_where_a_text_says_that_the_person_decides_the_law_is_an_exception(name: str) -> None:
    for text in every_text(find_set(name)):
        if "They decide" in text or text.startswith("The person decides, except"):
            assert "where the law leaves no choice" in text or "who speaks with the child" in text, text


def test_a_lawyer_first_leaves_everything_open_and_leads_to_one() -> None:
    assessor = Assessor(find_set("palermo"))

    before, after = assessor.assess(ADULT), assessor.assess({**ADULT, "crime": "declined"})

    assert (after.bounds, after.present) == (before.bounds, ())
    assert set(after.pathways) - set(before.pathways) == {"non-punishment"}


@pytest.mark.parametrize(
    "answers",
    [
        {"situation": ("illicit-work",)},
        {"brought-for": ("armed",)},
        {"situation": ("medical",), "operation": ("wanted",)},
        {"situation": ("medical",), "operation": ("cheated",)},
    ],
    ids=str,
)
def test_a_lawyer_is_found_for_whoever_may_be_charged_for_what_others_wanted(answers: dict[str, Answer]) -> None:
    assert "non-punishment" in Assessor(find_set("palermo")).assess({**ADULT, **answers}).pathways


@pytest.mark.parametrize("name", ["palermo", "self-check"])
def test_nobody_is_asked_what_others_did_with_them_as_a_child(name: str) -> None:
    (placed,) = (each for each in find_set(name).questions() if each[2].id == "before-18")

    assert placed[2].kind == "known"
    assert (placed[2].ask, placed[2].ask_self) == (None, None)


def test_nothing_that_others_do_in_a_marriage_waits_for_a_later_question() -> None:
    palermo = Assessor(find_set("palermo"))

    raped = palermo.assess({**ADULT, "situation": ("marriage-or-family",), "marriage": ("sex",)})

    assert {"after-sexual-violence", "domestic-abuse"} <= set(raped.pathways)
    assert raped.level != "clear_concern"


@pytest.mark.parametrize("name", SPOKEN)
def test_a_child_who_leaves_is_not_held_by_force(name: str) -> None:
    (card,) = (flag for flag in find_set(name).about.flags if flag.id == "child")

    assert any("force" in line for line in card.do if isinstance(line, str))
