"""What the answers of a vignette come to, in plain words: for its author, who says whether that is right."""

from collections.abc import Callable, Iterator

from screening.engine.explain import PresentIndicator, UndeterminedIndicator
from screening.language.messages import Listing, Text, gettext, pgettext
from screening.result.evaluate import Result
from screening.sets.vocabulary import ELEMENTS, RANK
from screening.show.facts import fact_text
from screening.show.levels import STRENGTH_NAME, badge, headline, level_name
from screening.show.lines import Line
from screening.show.room import first_fitting
from screening.show.why import WAYS_TO_SAY_WHY, why_lines

# How many questions are named that the story leaves open and that could still count.
_MOST_OPEN = 6


def comes_to_lines(result: Result) -> Iterator[Line]:
    """What the answers come to, and why, on no more than a small screen where that can be.

    Args:
        result: of the answers.
    """
    yield Line("heading", gettext("What these answers come to"))
    indicator_set, assessment = result.indicator_set, result.assessment
    comes_to = gettext(
        # Translators: {level} is a level as a badge, {sentence} what it means.
        "{level}: {sentence}",
        level=badge(indicator_set, assessment),
        sentence=headline(indicator_set, assessment),
    )
    yield Line("text", comes_to)
    yield from first_fitting(tuple(why_lines(result, way)) for way in WAYS_TO_SAY_WHY)
    always_open = {pathway.id for pathway in indicator_set.guidance if pathway.when is None}
    cards = tuple(flag.title for flag in result.advice.flags)
    advice = tuple(each.title for each in result.advice.pathways if each.id not in always_open)
    if cards:
        yield Line("paragraph", gettext("At once, a card: {titles}.", titles=Listing(cards, "semicolon")))
    if advice:
        yield Line("paragraph", gettext("At the end, advice: {titles}.", titles=Listing(advice, "semicolon")))
    lowest, highest = assessment.bounds
    if RANK[highest] > RANK[lowest]:
        told = gettext(
            "What the story leaves open could still bring it to: {level}.", level=level_name(indicator_set, highest)
        )
        yield Line("paragraph", told)
    else:
        yield Line("paragraph", gettext("What the story leaves open cannot change the level."))


def counting_lines(result: Result, told: Callable[[str], Text]) -> Iterator[Line]:
    """Which answers count, each with the facts that it shows, and what could still count.

    Args:
        result: of the answers.
        told: a question by its id, with the answer that stands.
    """
    open_: dict[str, Text] = {}
    shows: dict[str, list[Text]] = {}
    for group in (*ELEMENTS, None):
        for dimension in result.explanation.elements[group]:
            for present in dimension.present:
                for question in present.shown_by:
                    shows.setdefault(question.id, []).append(_counts(present))
            open_ |= {each.indicator.id: _briefly(each) for each in dimension.undetermined}
    for name, facts in shows.items():
        yield Line("item", told(name))
        yield Line("detail", gettext("It shows: {facts}.", facts=Listing(tuple(facts), "semicolon")))
    if not shows:
        yield Line("text", gettext("Nothing that was answered counts."))
    if open_:
        named = Listing(tuple(open_.values())[:_MOST_OPEN], "semicolon")
        more = len(open_) - _MOST_OPEN
        left_open = (
            gettext("Left open, and would count if it were so: {facts}; and {count} more.", facts=named, count=more)
            if more > 0
            else gettext("Left open, and would count if it were so: {facts}.", facts=named)
        )
        yield Line("paragraph", left_open)


def _counts(present: PresentIndicator) -> Text:
    if present.strength is None:
        weight = pgettext("an indicator", "counts {weight}", weight=format(present.weight or 0, "g"))
        return gettext("{fact} ({strength})", fact=fact_text(present), strength=weight)
    # Translators: {fact} is in the words of the set, {strength} is such as "strong".
    return gettext("{fact} ({strength})", fact=fact_text(present), strength=STRENGTH_NAME[present.strength])


def _briefly(each: UndeterminedIndicator) -> Text:
    return each.indicator.brief or each.indicator.states
