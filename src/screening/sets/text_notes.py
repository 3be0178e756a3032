"""What a translator is told of each text of a set: where it stands, who reads it, and what it is for (pure).

In English, like the comments in the program's own template: they are read beside the English text.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from screening.sets.model import IndicatorSet
from screening.sets.questions import CircumstanceWording, Question
from screening.sets.texts import texts

_SAID: Final = "Said to the person, aloud. Plain spoken words."
_ALONE: Final = "Read by the person alone, who answers for themselves. Plain words."
_SCREENER: Final = "Read by the screener."
_NARROW: Final = "Very short: at most 24 columns, which are 12 Chinese characters."
_STATEMENT: Final = "The statement that is recorded, as the screener reads it. It must state neither more nor less."
_ANSWER: Final = "An answer to choose, as the screener reads it."

# By the kind of what a text belongs to and the field that it stands in; a field alone is of any kind.
_PURPOSES: Final[Mapping[str, str]] = {
    "set.title": f"The title of the set. {_SCREENER}",
    "set.about": f"What the set is for. {_SCREENER}",
    "set.card": f"From the card before the talk. {_SCREENER}",
    "set.agreement": f"Asks the person to agree to the talk. {_SAID}",
    "set.agreement_if_kept": (
        "Asks the person to agree to the talk where the answers are written down or sent: on paper, or on a telephone. "
        f"It must be true on both. {_SAID}"
    ),
    "set.not_now": f"What to do where the person does not want to talk now. {_SCREENER}",
    "set.closing_card": "From the card at the end of the talk. Parts of it are said to the person.",
    "circumstance.ask": _SAID,
    "question.ask": _SAID,
    "question.ask_self": _ALONE,
    "question.ask_next": f"Said instead of the question where the one before led there already. {_SAID}",
    "question.ask_next_self": f"Read instead of the question where the one before led there already. {_ALONE}",
    "question.say_first": f"Said before the question. {_SAID}",
    "question.declined": f"What it says not to want to answer this. {_ANSWER}",
    "question.declined_self": f"What it says not to want to answer this. {_ALONE}",
    "listen": f"What to listen for in the answer. {_SCREENER}",
    "why": f"Why it is asked. {_SCREENER}",
    "record": _STATEMENT,
    "labels": _ANSWER,
    "label": _ANSWER,
    "label_self": f"An answer to choose. {_ALONE}",
    "section.title": f"The heading of a section of questions. {_SCREENER}",
    "element.title": f"The heading of a part of the definition of trafficking, in a result. {_SCREENER}",
    "dimension.title": f"The heading of a group of indicators, in a result. {_SCREENER}",
    "indicator.states": f"A fact that counts, in a result. Never a verdict on the person. {_SCREENER}",
    "indicator.brief": f"The fact in a few words, on page one of a result. {_NARROW}",
    "headline.says": f"The first sentence of a result. Never a verdict on the person. {_SCREENER}",
    "headline.name": f"A level, in the middle of a sentence. {_SCREENER}",
    "band.title": f"A range of a score. {_SCREENER}",
    "band.headline": f"The first sentence of a result in this range. {_SCREENER}",
    "flag.title": f"The heading of the card of something urgent. {_SCREENER}",
    "flag.brief": f"Something urgent in a few words, on page one of a result. {_NARROW}",
    "pathway.title": f"The heading of a block of guidance. {_SCREENER}",
    "do": f"What to do. {_SCREENER} What stands in quotes is said to the person.",
    "do_not": f"What not to do. {_SCREENER}",
    "tonight": f"The one thing to do today, on page one of a result. Short. {_SCREENER}",
    "never": f"The one thing not to do, on page one of a result. Short. {_SCREENER}",
}
_CALL: Final = "{call} stays as it is: a telephone number is put there."
_BY_AGE: Final[Mapping[str, str]] = {"adult": "Said of an adult.", "child": "Said of a child."}


def notes(indicator_set: IndicatorSet) -> Mapping[str, tuple[str, ...]]:
    """What a translator is told of each text, by the text's id, in lines.

    Args:
        indicator_set: a set without problems.
    """
    english = texts(indicator_set)
    around = dict(_surroundings(indicator_set))
    return {name: tuple(_of_text(name, text, around)) for name, text in english.items()}


def _of_text(name: str, text: str, around: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    kind, *rest = name.split(".")
    field = _field(kind, rest)
    purpose = _PURPOSES.get(f"{kind}.{field}") or _PURPOSES.get(field)
    if purpose is not None:
        yield purpose
    if rest[-1] in _BY_AGE:
        yield _BY_AGE[rest[-1]]
    if "{call}" in text:
        yield _CALL
    for line in around.get(f"{kind}.{rest[0]}", ()):
        # Not the text itself once more.
        if not line.endswith(f": {text}"):
            yield line


def _field(kind: str, rest: list[str]) -> str:
    """The field of a text: of what has an id of its own it stands behind that, and of an option behind two."""
    if kind == "set":
        return rest[0]
    if kind in {"option", "scale"}:
        return rest[-1]
    return rest[1]


def _surroundings(indicator_set: IndicatorSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands around the texts of one thing, by its kind and id."""
    about = indicator_set.about
    for wording in about.circumstances:
        yield f"circumstance.{wording.id}", tuple(_around(wording))
    for _, section, question in indicator_set.questions():
        lines = (*_titled("Section", section.title), *_around(question))
        yield f"question.{question.id}", lines
        yield f"option.{question.id}", lines
    for flag in about.flags:
        yield f"flag.{flag.id}", (f"Card: {flag.title}",)
    for pathway in indicator_set.guidance:
        yield f"pathway.{pathway.id}", (f"Guidance: {pathway.title}",)
    for indicator in indicator_set.indicators:
        yield f"indicator.{indicator.id}", (f"Fact: {indicator.states}",)


def _titled(what: str, title: str | None) -> tuple[str, ...]:
    return (f"{what}: {title}",) if title is not None else ()


def _around(asked: Question | CircumstanceWording) -> Iterator[str]:
    if asked.ask is not None:
        yield f"Question: {asked.ask}"
    yield f"Recorded: {asked.record}"
    if asked.listen is not None:
        yield f"Listen for: {asked.listen}"
    if asked.why is not None:
        yield f"Why: {asked.why}"
