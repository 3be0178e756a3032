"""A result: what is said, in which order. How a line looks is the business of each way to show it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from screening.engine.assess import Assessment
from screening.engine.explain import (
    DimensionExplained,
    Explanation,
    PresentIndicator,
    UndeterminedIndicator,
    Unknown,
)
from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext
from screening.result.advise import Advice, Guidance
from screening.result.evaluate import Result
from screening.sets.answers import DECLINED, NOT_ASKED
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.model import Extended, IndicatorSet
from screening.sets.questions import Question
from screening.sets.vocabulary import ELEMENTS
from screening.show.facts import fact_text
from screening.show.first_page import first_page_lines
from screening.show.law import duty_lines
from screening.show.levels import (
    ELEMENT_NAME,
    PROVES_NOTHING,
    STRENGTH_NAME,
    SUPPORT_BY_THIS,
    SUPPORT_NAME,
    counts_by_age,
    has_element,
    headline,
    is_own_and_low,
    level_name,
)
from screening.show.lines import Line
from screening.show.sources import source_text
from screening.show.whom_to_call import NO_DIRECTORY, service_lines
from screening.show.wishes import CHILD_BEFORE_WISHES, CHILD_WISHES, WISHES

ResultPart = Literal["steps", "numbers", "law", "why"]

_LIMITS: tuple[Message, ...] = (
    gettext(
        "This is not a finding or legal advice. It says how far what was recorded points, and nothing about the rest."
    ),
    gettext("The questions, their strengths and their rules have not been validated on cases."),
    gettext(
        "Fear, shame, orders and trauma keep people from telling. Gaps and contradictions are expected, and so is more "
        "that is told later. A no of today does not speak against it."
    ),
    gettext("If you are still worried, act on your worry, whatever this says."),
)
_WHY_UNKNOWN: Mapping[Unknown, Message] = {
    "age": pgettext("why something is not known", "for a child only, and the age is not known"),
    "not_asked": pgettext("why something is not known", "not asked"),
    "unclear": pgettext("why something is not known", "unclear"),
    "declined": pgettext("why something is not known", "did not want to say"),
}


def result_lines(result: Result, catalog: Catalog = ENGLISH) -> Iterator[Line]:
    """The whole result, under its title: the first page, then every part.

    Args:
        result: the result.
        catalog: the language in which the first page has to fit on a small screen.
    """
    yield Line("title", pgettext("title", "Result"))
    yield from first_page_lines(result, catalog)
    for part in result_parts(result).values():
        yield from part


def result_parts(result: Result) -> Mapping[ResultPart, tuple[Line, ...]]:
    """A result in full, part by part, in the order in which they are read; each begins with its heading.

    A part in which nothing is to be said is not there.
    """
    parts: dict[ResultPart, tuple[Line, ...]] = {
        "steps": tuple(_steps(result)),
        "numbers": tuple(_numbers(result)),
        "law": tuple(_law(result)),
        "why": tuple(_reasons(result)),
    }
    return {name: lines for name, lines in parts.items() if lines}


def _steps(result: Result) -> Iterator[Line]:
    yield Line("heading", gettext("What to do now"))
    yield from _what_to_do(result.advice, result.assessment, _wishes(result.indicator_set))


def _numbers(result: Result) -> Iterator[Line]:
    yield Line("heading", gettext("Whom to call"))
    yield from _whom_to_call(result.advice, alone=result.indicator_set.about.audience == "person")


def _law(result: Result) -> Iterator[Line]:
    duties = list(duty_lines(result.advice.duties))
    if duties:
        yield Line("heading", pgettext("heading", "The law of the place"))
        yield from duties


def _reasons(result: Result) -> Iterator[Line]:
    """Why, what was not asked, what this cannot tell, and what it was made with."""
    yield Line("heading", pgettext("heading", "Why"))
    # A heading with nothing under it would read as a fault.
    yield from list(_why(result)) or [Line("text", gettext("Nothing was recorded that this set counts."))]
    yield Line("heading", gettext("What was not asked or not answered"))
    yield from _not_known(result.explanation)
    yield Line("heading", gettext("What this cannot tell"))
    yield from (Line("item", limit) for limit in _LIMITS)
    yield Line("heading", pgettext("heading", "Made with"))
    yield from _made_with(result)


def lead_lines(indicator_set: IndicatorSet, assessment: Assessment) -> Iterator[Line]:
    """The one sentence, and how far what is unknown could carry it."""
    sentence = headline(indicator_set, assessment)
    if assessment.observed_only:
        sentence = gettext(
            # Translators: {sentence} is the sentence of a result.
            "Observed only: appearance alone points this way, and appearance proves little. {sentence}",
            sentence=sentence,
        )
    yield Line("lead", sentence)
    if is_own_and_low(indicator_set, assessment):
        yield Line("text", PROVES_NOTHING)
    low, high = assessment.bounds
    if low != high:
        up_to = gettext(
            "Given what is not known, it could be anything up to: {level}.", level=level_name(indicator_set, high)
        )
        yield Line("text", up_to)
    if assessment.band is not None:
        number = format(assessment.score, "g")
        # Unknown is not nothing: more of it may still be found.
        if assessment.undetermined:
            # Translators: {score} is a number, {band} is in the words of the set.
            told = gettext("Score so far, {score}: {band}.", score=number, band=assessment.band.title)
        else:
            told = gettext("Score {score}: {band}.", score=number, band=assessment.band.title)
        yield Line("text", told)


# --- what to do ------------------------------------------------------------------------------------------------------


def guidance_lines(guidance: Guidance, *, titled: bool = True) -> Iterator[Line]:
    """The card of a flag, or a pathway's guidance."""
    if titled:
        yield Line("subheading", guidance.title)
    yield from (Line("do", text) for text in guidance.do)
    yield from (Line("avoid", text) for text in guidance.do_not)


def _what_to_do(advice: Advice, assessment: Assessment, wishes: Collection[str]) -> Iterator[Line]:
    for flag in advice.flags:
        yield from guidance_lines(flag)
    if wishes:
        yield Line("subheading", gettext("What the person wants"))
        if CHILD_FLAG in assessment.flags:
            yield Line("text", CHILD_BEFORE_WISHES)
    for name in wishes:
        sentences = (CHILD_WISHES if CHILD_FLAG in assessment.flags else WISHES)[name]
        value = advice.wishes.get(name)
        known = value if isinstance(value, str) and value in sentences else "unknown"
        if known in sentences:
            yield Line("do", sentences[known])
    for pathway in advice.pathways:
        yield from guidance_lines(pathway)


def _wishes(indicator_set: IndicatorSet) -> list[str]:
    """The wishes that matter: all, wherever somebody is asked; else those that the set words."""
    worded = {wording.id for wording in indicator_set.about.circumstances}
    return [name for name in WISHES if indicator_set.asks or name in worded]


# --- whom to call ----------------------------------------------------------------------------------------------------


def _whom_to_call(advice: Advice, *, alone: bool) -> Iterator[Line]:
    if advice.directory is None:
        yield Line("text", NO_DIRECTORY)
        return
    yield from service_lines(advice.directory, advice.by_need, advice.today, advice.circumstances, alone=alone)


# --- why -------------------------------------------------------------------------------------------------------------


def _why(result: Result) -> Iterator[Line]:
    assessment, explanation = result.assessment, result.explanation
    yield from _rules_for_a_child(result)
    for element in ELEMENTS:
        dimensions = explanation.elements[element]
        if not dimensions:
            continue
        title = result.indicator_set.about.elements.get(element, ELEMENT_NAME[element])
        recorded = any(dimension.present for dimension in dimensions)
        support = (SUPPORT_BY_THIS if recorded else SUPPORT_NAME)[assessment.elements[element]]
        yield Line("subheading", gettext("{element} - {support}", element=title, support=support))
        for dimension in dimensions:
            yield from _dimension(dimension, result.indicator_set)
    for dimension in explanation.elements[None]:
        yield from _dimension(dimension, result.indicator_set)


def _rules_for_a_child(result: Result) -> Iterator[Line]:
    """That a child needs no means is told only where means count; and what may be so, only where it may matter."""
    indicator_set, assessment = result.indicator_set, result.assessment
    means = has_element(indicator_set, "means")
    circumstances = result.advice.circumstances
    was_one_then = circumstances.get("under_18_when_it_began") == "yes"
    # Where that is in doubt, the doubt is what has to be told.
    if was_one_then and is_perhaps_a_child(circumstances) is False:
        began = gettext("What began before the person was 18 is judged by the rules for a child.")
        began_without_means = gettext(
            "What began before the person was 18 is judged by the rules for a child: no means is needed."
        )
        yield Line("text", began_without_means if means else began)
    elif assessment.child and means:
        told = gettext("The rules for a child apply: no means is needed, and doubt about age counts as childhood.")
        yield Line("text", told)
    elif assessment.child:
        yield Line("text", gettext("The rules for a child apply. Doubt about age counts as childhood."))
    elif assessment.child_undecided and means:
        told = gettext("It is not known whether the rules for a child apply. A child needs no means.")
        yield Line("text", told)
    elif assessment.child_undecided and counts_by_age(indicator_set):
        yield Line("text", gettext("It is not known whether the rules for a child apply."))


def _dimension(dimension: DimensionExplained, indicator_set: IndicatorSet) -> Iterator[Line]:
    if not dimension.present and dimension.support != "possible":
        return
    unknown = [each for each in dimension.undetermined if each.why != (NOT_ASKED,)]
    support = (SUPPORT_BY_THIS if dimension.present else SUPPORT_NAME)[dimension.support]
    yield Line("item", gettext("{dimension}: {support}", dimension=dimension.title, support=support))
    for present in dimension.present:
        yield Line("detail", _present(present, indicator_set))
    if dimension.support == "supported":
        return
    for each in unknown:
        yield Line("detail", _undetermined(each))
    # The questions are listed further down; here is told what could add to something.
    not_asked = tuple(each.indicator.states for each in dimension.undetermined if each.why == (NOT_ASKED,))
    if not_asked and dimension.present:
        yield Line("detail", gettext("? Not asked: {indicators}.", indicators=Listing(not_asked, "semicolon")))


def _present(present: PresentIndicator, indicator_set: IndicatorSet) -> Message:
    indicator = present.indicator
    if present.strength is not None:
        strength = STRENGTH_NAME[present.strength]
    else:
        # What counts has one of the two.
        strength = pgettext("an indicator", "counts {weight}", weight=format(present.weight or 0, "g"))
    note = indicator.strength_source or indicator.source
    return gettext(
        # Translators: {indicator} is in the words of the set, {strength} is such as "strong".
        "+ {indicator} ({strength}; {source})",
        indicator=fact_text(present),
        strength=strength,
        source=source_text(note, indicator_set) if note is not None else gettext("no source given"),
    )


def _undetermined(undetermined: UndeterminedIndicator) -> Text:
    words: list[Text] = []
    for each in undetermined.why:
        words += undetermined.declined_as if each == DECLINED and undetermined.declined_as else [_WHY_UNKNOWN[each]]
    why = Listing(tuple(words), "comma")
    # Translators: whether {indicator}, in the words of the set, is so is not known; {why} is such as "unclear".
    return gettext("? {indicator} ({why})", indicator=undetermined.indicator.states, why=why)


def _not_known(explanation: Explanation) -> Iterator[Line]:
    if explanation.not_asked:
        yield Line(
            "item", gettext("Not asked: {questions}.", questions=_statements(explanation.not_asked, explanation))
        )
    if explanation.unclear:
        yield Line("item", gettext("Unclear: {questions}.", questions=_statements(explanation.unclear, explanation)))
    if explanation.declined:
        told = Listing(tuple(_declined(each, explanation) for each in explanation.declined), "semicolon")
        yield Line("item", gettext("Did not want to say: {questions}.", questions=told))
    if not (explanation.not_asked or explanation.unclear or explanation.declined):
        every = gettext("Every question of this set was answered. That is not everything there is to know.")
        yield Line("text", every)
    if explanation.set_aside:
        aside = ngettext(
            "{count} answer no longer applies and was set aside.",
            "{count} answers no longer apply and were set aside.",
            explanation.set_aside,
        )
        yield Line("text", aside)


def _statements(questions: Iterable[Question], explanation: Explanation) -> Listing:
    return Listing(tuple(_statement(question, explanation) for question in questions), "semicolon")


def _statement(question: Question, explanation: Explanation) -> Text:
    if question.id not in explanation.partly:
        return question.record
    # Translators: of a list some things were marked, and of the others nothing is known.
    return gettext("{statement} (apart from what was marked)", statement=question.record)


def _declined(question: Question, explanation: Explanation) -> Text:
    statement = _statement(question, explanation)
    if question.declined is None:
        return statement
    return gettext("{statement} - {answer}", statement=statement, answer=question.declined)


def _made_with(result: Result) -> Iterator[Line]:
    about, directory = result.indicator_set.about, result.advice.directory
    extends = tuple(extends_texts(result.indicator_set.extends))
    if extends:
        made = gettext(
            # Translators: {extends} is such as "extends ilo, version 1".
            "Set {id}, version {version}, {extends}, fingerprint {fingerprint}.",
            id=about.id,
            version=about.version,
            extends=Listing(extends, "comma"),
            fingerprint=result.fingerprint,
        )
    else:
        made = gettext(
            "Set {id}, version {version}, fingerprint {fingerprint}.",
            id=about.id,
            version=about.version,
            fingerprint=result.fingerprint,
        )
    yield Line("text", made)
    if directory is not None:
        drawn_up = gettext("Directory {place}, drawn up on {date}.", place=directory.place, date=directory.as_of)
        yield Line("text", drawn_up)
    yield Line(
        "text",
        gettext(
            "The program stores none of this. What you print, save or write may have to be shown to a court: keep it "
            "safe, and as long as your law says."
        ),
    )


def extends_texts(extended: Extended | None) -> Iterator[Message]:
    """What a set extends, and what that one extends, each in words."""
    while extended is not None:
        yield gettext("extends {id}, version {version}", id=extended.id, version=extended.version)
        extended = extended.extends
