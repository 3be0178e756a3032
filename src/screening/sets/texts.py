"""Every text of a set that a person or a screener reads, each with an id of its own (pure).

An id says where the text stands: `question.papers.ask`, `option.papers.kept.label`, `pathway.help.do.0`. Translations
go by it. Sources and vignettes are not among them: a source is named as it was published, and a vignette tests the set.
"""

from collections.abc import Iterable, Iterator, Mapping

from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import IndicatorSet, SetFile
from screening.sets.questions import CircumstanceWording, Option, Question
from screening.sets.ratings import RatedIndicator


def texts(indicator_set: IndicatorSet) -> Mapping[str, str]:
    """The English texts of a set by their ids, in the order in which they come up.

    Args:
        indicator_set: a set without problems.
    """
    return dict(_all(indicator_set))


def _all(indicator_set: IndicatorSet) -> Iterator[tuple[str, str]]:
    about = indicator_set.about
    yield from _of_set(about)
    for wording in about.circumstances:
        yield from _of_circumstance(wording)
    for name, scale in about.scales.items():
        options, rate = ((), scale) if isinstance(scale, dict) else (scale, {})
        yield from _of_answers(f"scale.{name}", options, rate)
    begun: set[str] = set()
    for _, section, question in indicator_set.questions():
        if section.id not in begun:
            begun.add(section.id)
            yield from _named(f"section.{section.id}", title=section.title)
        yield from _of_question(question)
    for element, title in about.elements.items():
        yield from _named(f"element.{element}", title=title)
    for name, dimension in about.dimensions.items():
        yield from _named(f"dimension.{name}", title=dimension.title)
    for indicator in indicator_set.indicators:
        if isinstance(indicator, RatedIndicator):
            continue
        yield from _named(f"indicator.{indicator.id}", states=indicator.states, brief=indicator.brief)
    for level, headline in about.headlines.items():
        yield from _named(f"headline.{level}", says=headline.says, name=headline.name)
    for band in about.bands:
        yield from _named(f"band.{band.id}", title=band.title, headline=band.headline)
    for flag in about.flags:
        yield from _of_guidance(f"flag.{flag.id}", flag)
    for pathway in indicator_set.guidance:
        yield from _of_guidance(f"pathway.{pathway.id}", pathway)


def _of_set(about: SetFile) -> Iterator[tuple[str, str]]:
    yield from _named("set", title=about.title, about=about.about)
    yield from _numbered("set.card", about.card)
    yield from _named("set", agreement=about.agreement, agreement_if_kept=about.agreement_if_kept)
    yield from _numbered("set.not_now", about.not_now)
    yield from _numbered("set.closing_card", about.closing_card)


def _of_circumstance(wording: CircumstanceWording) -> Iterator[tuple[str, str]]:
    base = f"circumstance.{wording.id}"
    yield from _named(base, ask=wording.ask, record=wording.record, listen=wording.listen, why=wording.why)
    for value, label in wording.labels.items():
        yield f"{base}.labels.{value}", label


def _of_question(question: Question) -> Iterator[tuple[str, str]]:
    yield from _named(
        f"question.{question.id}",
        say_first=question.say_first,
        ask=question.ask,
        ask_self=question.ask_self,
        ask_next=question.ask_next,
        ask_next_self=question.ask_next_self,
        listen=question.listen,
        why=question.why,
        record=question.record,
        declined=question.declined,
        declined_self=question.declined_self,
    )
    if question.scale is None:
        yield from _of_answers(f"option.{question.id}", question.options, question.rate)


def _of_answers(base: str, options: Iterable[Option], rate: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    for option in options:
        yield from _named(f"{base}.{option.id}", label=option.label, label_self=option.label_self)
    for label, number in rate.items():
        yield f"{base}.{number}.label", label


def _of_guidance(base: str, block: Flag | Pathway) -> Iterator[tuple[str, str]]:
    yield f"{base}.title", block.title
    lines = [(f"do.{number}", line) for number, line in enumerate(block.do)]
    lines += [(f"do_not.{number}", line) for number, line in enumerate(block.do_not)]
    first_page = (("tonight", block.tonight), ("never", block.never))
    if isinstance(block, Flag):
        yield from _named(base, brief=block.brief)
    for name, line in (*lines, *first_page):
        if isinstance(line, TextByAge):
            yield from _named(f"{base}.{name}", adult=line.adult, child=line.child)
        else:
            yield from _named(base, **{name: line})


def _named(base: str, **told: str | None) -> Iterator[tuple[str, str]]:
    return ((f"{base}.{name}", text) for name, text in told.items() if text is not None)


def _numbered(base: str, told: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    return ((f"{base}.{number}", text) for number, text in enumerate(told))
