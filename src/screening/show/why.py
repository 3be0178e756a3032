"""Why a result is what it is: what counts, what is not enough alone, and what is not known."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from screening.engine.explain import AGE, DimensionExplained, Explanation, PresentIndicator
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext
from screening.result.evaluate import Result
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.sets.vocabulary import ELEMENTS, Strength
from screening.show.facts import brief_text, fact_text
from screening.show.levels import (
    ELEMENT_NAME,
    STRENGTH_NAME,
    SUPPORT_BY_THIS,
    SUPPORT_NAME,
    counts_by_age,
    has_element,
)
from screening.show.lines import Line
from screening.show.sentences import together
from screening.show.sources import source_text

_STRONGEST_FIRST: Final[Mapping[Strength | None, int]] = {"strong": 0, "medium": 1, "weak": 2, None: 3}


class WayToSayWhy(Struct, frozen=True):
    """How much is told of why.

    Attributes:
        brief: facts are named in a few words, where the set has such.
        together: what belongs to an element stands in one line.
        facts: how many of each dimension are named; None for all.
        unknown: how many questions are named of those that are not known; None for all.
    """

    brief: bool = False
    together: bool = False
    facts: int | None = None
    unknown: int | None = None


# The longest first.
WAYS_TO_SAY_WHY: Final = (
    WayToSayWhy(),
    WayToSayWhy(brief=True),
    WayToSayWhy(brief=True, unknown=6),
    WayToSayWhy(brief=True, together=True, unknown=6),
    WayToSayWhy(brief=True, together=True, unknown=3),
    WayToSayWhy(brief=True, together=True, facts=3, unknown=3),
    WayToSayWhy(brief=True, together=True, facts=2, unknown=2),
    WayToSayWhy(brief=True, together=True, facts=1, unknown=1),
    WayToSayWhy(brief=True, together=True, facts=0, unknown=1),
    WayToSayWhy(brief=True, together=True, facts=0, unknown=0),
)


def why_lines(result: Result, way: WayToSayWhy) -> Iterator[Line]:
    """What counts, element by element.

    Args:
        result: the result.
        way: how much of it.
    """
    explanation = result.explanation
    yield from _rules_for_a_child(result)
    for element in ELEMENTS:
        dimensions = explanation.elements[element]
        if not dimensions:
            continue
        title = result.indicator_set.about.elements.get(element, ELEMENT_NAME[element])
        recorded = any(dimension.present for dimension in dimensions)
        support = (SUPPORT_BY_THIS if recorded else SUPPORT_NAME)[result.assessment.elements[element]]
        yield Line("group", gettext("{element} - {support}", element=title, support=support))
        yield from _dimensions(dimensions, way)
    yield from _dimensions(explanation.elements[None], way)


def _dimensions(dimensions: Iterable[DimensionExplained], way: WayToSayWhy) -> Iterator[Line]:
    """What is supported first; then what was recorded besides."""
    present = [dimension for dimension in dimensions if dimension.present]
    present.sort(key=lambda each: each.support != "supported")
    told = tuple(_dimension(dimension, way) for dimension in present)
    if told and way.together:
        yield Line("text", together(told))
    else:
        yield from (Line("item", each) for each in told)


def _dimension(dimension: DimensionExplained, way: WayToSayWhy) -> Message:
    if way.facts == 0 and dimension.support == "supported":
        # Translators: {number} is how many facts there are.
        return gettext("{dimension} ({number}).", dimension=dimension.title, number=str(len(dimension.present)))
    facts = _by_strength(dimension.present, way)
    if dimension.support == "supported":
        # Translators: {facts} is such as "strong: Papers kept; Held by a debt".
        return gettext("{dimension} - {facts}.", dimension=dimension.title, facts=facts)
    return gettext("{dimension}, not enough alone - {facts}.", dimension=dimension.title, facts=facts)


def _by_strength(present: Iterable[PresentIndicator], way: WayToSayWhy) -> Listing:
    """Facts with their strength before them, each once; the strongest first."""
    ordered = sorted(present, key=lambda each: (_STRONGEST_FIRST[each.strength], -(each.weight or 0)))
    by_strength: dict[Message, list[Text]] = {}
    for each in ordered[: way.facts]:
        by_strength.setdefault(_strength(each), []).append(brief_text(each) if way.brief else fact_text(each))
    told: list[Text] = [
        # Translators: {strength} is such as "strong", {facts} are in the words of the set.
        gettext("{strength}: {facts}", strength=strength, facts=Listing(tuple(facts), "comma"))
        for strength, facts in by_strength.items()
    ]
    if left := len(ordered[len(ordered[: way.facts]) :]):
        more = ngettext("{count} more", "{count} more", left)
        told.append(more if told else ngettext("{count} fact", "{count} facts", left))
    return Listing(tuple(told), "semicolon")


def _strength(present: PresentIndicator) -> Message:
    if present.strength is not None:
        return STRENGTH_NAME[present.strength]
    # What counts has one of the two.
    return pgettext("an indicator", "counts {weight}", weight=format(present.weight or 0, "g"))


def source_lines(result: Result) -> Iterator[Line]:
    """What each fact that counts rests on."""
    for dimensions in result.explanation.elements.values():
        for dimension in dimensions:
            yield from (Line("item", _sourced(present, result.indicator_set)) for present in dimension.present)


def _sourced(present: PresentIndicator, indicator_set: IndicatorSet) -> Message:
    note = present.indicator.strength_source or present.indicator.source
    return gettext(
        # Translators: {indicator} is in the words of the set, {strength} is such as "strong".
        "{indicator} ({strength}; {source})",
        indicator=fact_text(present),
        strength=_strength(present),
        source=source_text(note, indicator_set) if note is not None else gettext("no source given"),
    )


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
        told = gettext("The rules for a child apply: no means is needed, even if the age is in doubt.")
        yield Line("text", told)
    elif assessment.child:
        yield Line("text", gettext("The rules for a child apply. Doubt about age counts as childhood."))
    elif assessment.child_undecided and means:
        told = gettext("It is not known whether the rules for a child apply. A child needs no means.")
        yield Line("text", told)
    elif assessment.child_undecided and counts_by_age(indicator_set):
        yield Line("text", gettext("It is not known whether the rules for a child apply."))


def not_known_lines(explanation: Explanation, most: int | None = None) -> Iterator[Line]:
    """What was not asked or not answered, in plain lists.

    Args:
        explanation: of the result.
        most: how many of each kind are named; None for all of them. With 0 they are only counted, and nothing is told
            besides.
    """
    if explanation.not_asked:
        asked = _named([_statement(question, explanation) for question in explanation.not_asked], most)
        yield Line("item", gettext("Not asked: {questions}.", questions=asked))
    if explanation.unclear:
        unclear = _named([_statement(question, explanation) for question in explanation.unclear], most)
        yield Line("item", gettext("Unclear: {questions}.", questions=unclear))
    if explanation.declined:
        words = _declined if most is None else _statement
        declined = _named([words(question, explanation) for question in explanation.declined], most)
        yield Line("item", gettext("Did not want to say: {questions}.", questions=declined))
    if waiting := _waiting_for_the_age(explanation):
        told = gettext("Counts for a child only, and the age is not known: {facts}.", facts=_named(waiting, most))
        yield Line("item", told)
    if most == 0:
        return
    if not (explanation.not_asked or explanation.unclear or explanation.declined):
        every = gettext("Every question was answered. That is not everything there is to know.")
        yield Line("text", every)
    if explanation.set_aside:
        aside = ngettext(
            "{count} answer no longer applies and was set aside.",
            "{count} answers no longer apply and were set aside.",
            explanation.set_aside,
        )
        yield Line("text", aside)


def _named(names: list[Text], most: int | None) -> Listing:
    shown = tuple(names[:most])
    if left := len(names) - len(shown):
        more = ngettext("{count} more", "{count} more", left)
        shown = (*shown, more) if shown else (ngettext("{count} question", "{count} questions", left),)
    return Listing(shown, "semicolon")


def _waiting_for_the_age(explanation: Explanation) -> list[Text]:
    """What was recorded, and is not known to count."""
    return [
        each.indicator.states
        for dimensions in explanation.elements.values()
        for dimension in dimensions
        for each in dimension.undetermined
        if each.why == (AGE,)
    ]


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
