"""Everything in a set as lines: what it asks, what counts, and every id that a set which extends it needs."""

from collections.abc import Iterator

from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.sets.answers import DECLINED
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnyLeaf, Condition
from screening.sets.conditions.write import as_text, as_written
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import Indicator, IndicatorSet, SetFile
from screening.sets.order import QuestionStage
from screening.sets.questions import Option, Question, Section
from screening.sets.ratings import RatedIndicator
from screening.sets.vocabulary import Strength
from screening.show.levels import STRENGTH_NAME
from screening.show.lines import Line

# The junctions of which each part gets a line of its own.
_WORDS: dict[str, Message] = {
    # Translators: stands above a list of conditions. So does the next one.
    "all": gettext("all of:"),
    "any": gettext("any of:"),
}


def set_lines(indicator_set: IndicatorSet, origin: tuple[Text, ...]) -> Iterator[Line]:
    """A whole set.

    Args:
        indicator_set: the set.
        origin: where it is from, and what it extends.
    """
    about = indicator_set.about
    yield Line(
        "title", gettext("{title} ({id}, version {version})", title=about.title, id=about.id, version=about.version)
    )
    # Translators: {origin} says where the set is from, such as "built in".
    yield Line("text", gettext("This set is {origin}.", origin=Listing(origin, "semicolon")))
    if about.about is not None:
        yield Line("text", about.about)
    yield from _circumstances(indicator_set)
    last = ""
    for stage, section, question in indicator_set.questions():
        if section.id != last:
            last = section.id
            yield from _section(stage, section)
        yield from _question(question)
    yield Line("heading", gettext("Indicators"))
    for indicator in indicator_set.indicators:
        yield _named(indicator.id, indicator.states)
        yield Line("detail", _how_it_counts(indicator))
    yield from _rules(indicator_set)
    if about.flags:
        yield Line("heading", gettext("Flags"))
        for flag in about.flags:
            yield _named(flag.id, flag.title)
            yield from _needs(flag)
    yield Line("heading", gettext("Guidance"))
    for pathway in indicator_set.guidance:
        yield _named(pathway.id, pathway.title)
        yield from _when(pathway.when) if pathway.when is not None else [Line("detail", gettext("always open"))]
        yield from _needs(pathway)
    for heading, named in (
        (gettext("Sources"), {name: source.title for name, source in about.sources.items()}),
        (gettext("Vignettes"), {vignette.id: vignette.title for vignette in indicator_set.vignettes}),
    ):
        if named:
            yield Line("heading", heading)
            yield from (_named(name, title) for name, title in named.items())


def _circumstances(indicator_set: IndicatorSet) -> Iterator[Line]:
    if indicator_set.about.circumstances:
        yield Line("heading", gettext("Circumstances, never scored"))
    for wording in indicator_set.about.circumstances:
        yield _named(wording.id, wording.ask or wording.record)
        values = CIRCUMSTANCES[wording.id].values or tuple(wording.labels)
        if values:
            yield Line("detail", _listed(*values))


def _section(stage: QuestionStage, section: Section) -> Iterator[Line]:
    # Translators: the title of a section of questions, its id, and when it is asked.
    named = gettext(
        "{title} (section {id}, stage {stage})", title=section.title or section.id, id=section.id, stage=stage
    )
    yield Line("heading", named)
    yield from _when(section.when)


def _question(question: Question) -> Iterator[Line]:
    yield _named(question.id, question.ask or question.record)
    if question.ask_next is not None:
        # Translators: {question} is asked after the question above it was answered.
        yield Line("detail", gettext("ask next: {question}", question=question.ask_next))
    yield from _when(question.when)
    if not question.counts:
        yield Line("detail", gettext("counts nothing"))
    if not question.options and not question.rate:
        effects = _effects(question.choices[0])
        # Translators: {effects} is what an answer shows and raises.
        told = gettext("yes or no; yes: {effects}", effects=effects) if effects.items else gettext("yes or no")
        yield Line("detail", told)
    elif question.several:
        yield Line("detail", gettext("several of:"))
    for option in question.choices if question.options or question.rate else ():
        effects = _marked(option) if question.is_rating else _effects(option)
        named = gettext("{id}: {text}", id=option.id, text=option.label)
        # Translators: {answer} is an answer with its id, {effects} what it shows and raises.
        yield Line("detail", gettext("{answer} ({effects})", answer=named, effects=effects) if effects.items else named)
    if question.declined is not None:
        yield Line("detail", gettext("{id}: {text}", id=DECLINED, text=question.declined))


def _effects(option: Option) -> Listing:
    # Translators: {flag} is the name of something urgent that an answer brings up.
    raised = (gettext("raises {flag}", flag=flag) for flag in option.raises)
    alone = (gettext("excludes the others"),) if option.alone else ()
    return Listing((*_range(option), *option.shows, *raised, *alone), "comma")


def _marked(option: Option) -> Listing:
    """How much a mark counts, and what it raises."""
    strength = () if option.strength is None else (STRENGTH_NAME[option.strength],)
    raised = (gettext("raises {flag}", flag=flag) for flag in option.raises)
    return Listing((*_range(option), *strength, *_weight(option), *raised), "comma")


def _range(option: Option) -> tuple[Text, ...]:
    """The numbers that a band of a number takes."""
    least = () if option.least is None else (gettext("from {number}", number=_number(option.least)),)
    below = () if option.below is None else (gettext("below {number}", number=_number(option.below)),)
    return (*least, *below)


def _weight(counted: Indicator | Option) -> tuple[Text, ...]:
    if not counted.weight:
        return ()
    weight = _number(counted.weight)
    # What is rated counts as much as its mark.
    rated = isinstance(counted, RatedIndicator)
    return (gettext("weight {weight} at most", weight=weight) if rated else gettext("weight {weight}", weight=weight),)


def _how_it_counts(indicator: Indicator) -> Text:
    adult, child = (_strength_name(indicator.strength_for(child)) for child in (False, True))
    strength = (
        adult
        if adult == child
        # Translators: {adult} and {child} are strengths, such as "strong".
        else gettext("{adult} for an adult, {child} for a child", adult=adult, child=child)
    )
    counts = () if indicator.strength is None and indicator.weight is not None else (strength,)
    items = (indicator.dimension, *counts, *_weight(indicator))
    return gettext("{items}", items=Listing(items, "semicolon"))


def _strength_name(strength: Strength | None) -> Text:
    return gettext("not counted") if strength is None else STRENGTH_NAME[strength]


def _rules(indicator_set: IndicatorSet) -> Iterator[Line]:
    about = indicator_set.about
    if about.dimensions:
        yield Line("heading", gettext("Dimensions"))
    for name, dimension in about.dimensions.items():
        yield _named(name, dimension.title)
        rule = gettext("rule {rule}", rule=dimension.rule)
        # Translators: {element} is act, means or purpose.
        element = gettext("element {name}", name=dimension.element) if dimension.element is not None else None
        yield Line("detail", rule if element is None else _listed(element, rule))
    if about.rules:
        yield Line("heading", gettext("Rules, of which one way is enough"))
    for name, ways in about.rules.items():
        yield _named(name, _listed(*(as_text(as_written(way)) for way in ways)))
    levels = [(level, getattr(about.levels, level)) for level in ("clear_concern", "some_concern")]
    if any(rule is not None for _, rule in levels):
        yield Line("heading", gettext("Levels"))
    for level, rule in levels:
        if rule is None:
            continue
        yield Line("item", level)
        if rule.child is None:
            yield from _condition(rule.adult)
            continue
        for age, part in (
            (pgettext("what counts", "for an adult:"), rule.adult),
            (pgettext("what counts", "for a child besides:"), rule.child),
        ):
            if part is not None:
                yield Line("detail", age)
                yield from _condition(part)
    yield from _bands(about)


def _bands(about: SetFile) -> Iterator[Line]:
    """The bands, and what the set calls them and the levels."""
    if about.bands:
        yield Line("heading", gettext("Bands"))
    for band in about.bands:
        yield _named(band.id, band.title)
        # Translators: {score} is a sum, {level} a level such as some_concern.
        yield Line("detail", gettext("from {score}; {level}", score=_number(band.score), level=band.level))
        if band.headline is not None:
            yield Line("detail", band.headline)
    if about.headlines:
        yield Line("heading", gettext("What this set calls the levels"))
    for level, headline in about.headlines.items():
        yield _named(level, headline.says)
        if headline.name is not None:
            yield Line("detail", headline.name)


def _when(condition: Condition[AnyLeaf] | None) -> Iterator[Line]:
    if condition is not None:
        yield Line("detail", gettext("when: {condition}", condition=as_text(as_written(condition))))


def _condition(condition: Condition[AnyLeaf] | None) -> Iterator[Line]:
    """A condition as it is written; the parts of a long one below each other."""
    written = as_written(condition) if condition is not None else None
    for word, title in _WORDS.items():
        if isinstance(written, dict) and word in written:
            yield Line("detail", title)
            yield from (Line("detail", f"- {as_text(part)}") for part in written[word])
            return
    yield Line("detail", as_text(written))


def _needs(block: Flag | Pathway) -> Iterator[Line]:
    if block.needs:
        yield Line("detail", gettext("needs {needs}", needs=Listing(block.needs, "comma")))


def _listed(*items: Text) -> Message:
    # Translators: a list, without anything around it.
    return gettext("{items}", items=Listing(items, "comma"))


def _named(name: str, text: Text) -> Line:
    return Line("item", gettext("{id}: {text}", id=name, text=text))


def _number(number: float) -> str:
    return f"{number:g}"
