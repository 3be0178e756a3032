"""A result: what is said, in which order. How a line looks is the business of each way to show it."""

from collections.abc import Collection, Iterator

from screening.engine.assess import Assessment
from screening.engine.explain import DimensionExplained, Explanation, UndeterminedIndicator
from screening.result.advise import Advice
from screening.result.evaluate import Result
from screening.sets.model import (
    CHILD_FLAG,
    ELEMENTS,
    Extended,
    Flag,
    IndicatorSet,
    Pathway,
)
from screening.show import words
from screening.show.lines import Line
from screening.show.sources import source_text
from screening.show.whom_to_call import duty_lines, service_lines


def result_lines(result: Result) -> Iterator[Line]:
    """The whole result, under its title."""
    yield Line("title", "Result")
    yield from full_lines(result)


def full_lines(result: Result) -> Iterator[Line]:
    """Everything: one sentence, what to do now, whom to call, then why, what was not asked, and the limits."""
    yield from lead_lines(result.assessment)
    yield Line("heading", "What to do now")
    yield from _what_to_do(result.advice, result.assessment, _wishes(result.indicator_set))
    yield Line("heading", "Whom to call")
    yield from _whom_to_call(result.advice)
    yield Line("heading", "Why")
    yield from _why(result)
    yield Line("heading", "What was not asked or not answered")
    yield from _not_known(result.explanation)
    yield Line("heading", "What this cannot tell")
    yield from (Line("item", limit) for limit in words.LIMITS)
    yield Line("heading", "Made with")
    yield from _made_with(result)


def lead_lines(assessment: Assessment) -> Iterator[Line]:
    """The one sentence, and how far what is unknown could carry it."""
    sentence = words.LEVEL_SENTENCE[assessment.level]
    yield Line("lead", f"{words.OBSERVED_ONLY} {sentence}" if assessment.observed_only else sentence)
    low, high = assessment.bounds
    if low != high:
        yield Line("text", f"With what is not known, it could be anything up to: {words.LEVEL_NAME[high]}.")
    if assessment.band is not None:
        yield Line("text", f"Score {assessment.score:g}: {assessment.band.title}.")


# --- what to do ------------------------------------------------------------------------------------------------------


def flag_lines(flag: Flag) -> Iterator[Line]:
    """The card of a flag."""
    yield Line("subheading", flag.title)
    yield from (Line("do", text) for text in flag.do)
    yield from (Line("avoid", text) for text in flag.do_not)


def pathway_lines(pathway: Pathway) -> Iterator[Line]:
    """A pathway's guidance."""
    yield Line("subheading", pathway.title)
    yield from (Line("do", text) for text in pathway.do)
    yield from (Line("avoid", text) for text in pathway.do_not)


def _what_to_do(advice: Advice, assessment: Assessment, wishes: Collection[str]) -> Iterator[Line]:
    for flag in advice.flags:
        yield from flag_lines(flag)
    if wishes:
        yield Line("subheading", "What the person wants")
        if CHILD_FLAG in assessment.flags:
            yield Line("text", words.CHILD_BEFORE_WISHES)
    for name in wishes:
        sentences = words.WISHES[name]
        value = advice.wishes.get(name)
        known = value if isinstance(value, str) and value in sentences else "unknown"
        if known in sentences:
            yield Line("do", sentences[known])
    for pathway in advice.pathways:
        yield from pathway_lines(pathway)


def _wishes(indicator_set: IndicatorSet) -> list[str]:
    """The wishes that matter: all, wherever somebody is asked; else those that the set words."""
    worded = {wording.id for wording in indicator_set.about.circumstances}
    return [name for name in words.WISHES if indicator_set.asks or name in worded]


# --- whom to call ----------------------------------------------------------------------------------------------------


def _whom_to_call(advice: Advice) -> Iterator[Line]:
    if advice.directory is None:
        yield Line("text", words.NO_DIRECTORY)
        return
    yield from service_lines(advice.directory, advice.by_need, advice.today, advice.circumstances)
    yield from duty_lines(advice.duties)


# --- why -------------------------------------------------------------------------------------------------------------


def _why(result: Result) -> Iterator[Line]:
    assessment, explanation = result.assessment, result.explanation
    if assessment.child:
        yield Line("text", "The rules for a child apply: no means is needed, and doubt about age counts as childhood.")
    elif assessment.child_undecided:
        yield Line("text", "It is not known whether the rules for a child apply. A child needs no means.")
    for element in ELEMENTS:
        dimensions = explanation.elements[element]
        if not dimensions:
            continue
        title = result.indicator_set.about.elements.get(element, words.ELEMENT_NAME[element])
        yield Line("subheading", f"{title} - {words.SUPPORT_NAME[assessment.elements[element]]}")
        for dimension in dimensions:
            yield from _dimension(dimension, result.indicator_set)
    for dimension in explanation.elements[None]:
        yield from _dimension(dimension, result.indicator_set)


def _dimension(dimension: DimensionExplained, indicator_set: IndicatorSet) -> Iterator[Line]:
    if not dimension.present and not dimension.ways:
        return
    yield Line("item", f"{dimension.title}: {words.SUPPORT_NAME[dimension.support]}")
    for present in dimension.present:
        weight = present.indicator.weight
        if present.strength is not None:
            strength = words.STRENGTH_NAME[present.strength]
        else:
            strength = f"counts {weight:g}" if weight is not None else "not counted at this age"
        note = present.indicator.strength_source or present.indicator.source
        source = source_text(note, indicator_set) if note is not None else "no source given"
        yield Line("detail", f"+ {present.indicator.states} ({strength}; {source})")
    for way in dimension.ways:
        yield Line("detail", f"? still open: {' and '.join(_undetermined(each) for each in way)}")


def _undetermined(undetermined: UndeterminedIndicator) -> str:
    why = ", ".join(words.WHY_UNKNOWN[each] for each in undetermined.why)
    return f"{undetermined.indicator.states} ({why})"


def _not_known(explanation: Explanation) -> Iterator[Line]:
    for title, questions in (
        ("Not asked", explanation.not_asked),
        ("Unclear", explanation.unclear),
        ("Did not want to say", explanation.declined),
    ):
        if questions:
            yield Line("item", f"{title}: {'; '.join(question.record for question in questions)}.")
    if not (explanation.not_asked or explanation.unclear or explanation.declined):
        yield Line("text", "Every question of this set was answered. That is not everything there is to know.")
    if explanation.set_aside:
        yield Line("text", f"{explanation.set_aside} answers no longer apply and were set aside.")


def _made_with(result: Result) -> Iterator[Line]:
    about = result.indicator_set.about
    extends = "".join(f"{part}, " for part in extends_texts(result.indicator_set.extends))
    yield Line("text", f"Set {about.id}, version {about.version}, {extends}fingerprint {result.fingerprint}.")
    if result.advice.directory is not None:
        yield Line("text", f"Directory {result.advice.directory.place}, drawn up on {result.advice.directory.as_of}.")
    yield Line("text", words.NOT_STORED)


def extends_texts(extended: Extended | None) -> Iterator[str]:
    """What a set extends, and what that one extends, each in words."""
    while extended is not None:
        yield f"extends {extended.id}, version {extended.version}"
        extended = extended.extends
