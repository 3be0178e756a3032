"""A record as written (a vignette, a line for `score`): answers and circumstances apart, which are one inside."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct

from screening.language.catalog import untranslated
from screening.language.messages import Message, gettext, quoted
from screening.reading.kinds import Kind, not_there
from screening.reading.problem import DidYouMean, Hint, sentences
from screening.sets.answers import (
    DECLINED,
    NOT_ASKED,
    NOT_DEFINITE,
    RESTS,
    UNCLEAR,
    Answer,
    rest_of,
    ticks_of,
    with_rest,
)
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.questions import Question
from screening.sets.record import Record

_WHOLE = re.compile(r"\.0+$")
# Places, districts and languages come from directories; only their form is known here.
_CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,31}([-_][A-Za-z0-9]{1,32}){0,8}")

_BETWEEN_ANSWERS = re.compile(r"[\s,;|]+")


class Misrecorded(ValueError):
    """A record that cannot be understood.

    Attributes:
        name: the question or circumstance.
        message: what is wrong with it.
        hint: what to do about it.
    """

    def __init__(self, name: str, message: Message, hint: Hint) -> None:
        """Keep the parts apart, so that a file's reader can add the position."""
        self.name = name
        self.message = message
        self.hint = hint
        super().__init__(name, message)

    def __str__(self) -> str:
        """What is wrong, for those who look for a fault; users are told it by a catalogue."""
        return untranslated(sentences(self.message, self.hint))


class _Choices(Struct, frozen=True):
    """What a question or circumstance takes.

    Attributes:
        ids: its definite answers; none where any code is one.
        alone: those of them that exclude the others.
        several: whether there may be several of them.
        plain: what is most often written, with the answer that it is.
    """

    ids: frozenset[str]
    alone: frozenset[str]
    several: bool
    plain: Mapping[str, str]


# Nearly all questions of a large set are yes or no.
@lru_cache
def _choices(ids: tuple[str, ...], alone: tuple[str, ...], *, several: bool, undecided: str = UNCLEAR) -> _Choices:
    plain = {UNCLEAR: undecided, DECLINED: DECLINED}
    return _Choices(
        frozenset(ids), frozenset(alone), several, plain if several else {**{id_: id_ for id_ in ids}, **plain}
    )


_CIRCUMSTANCES: Mapping[str, _Choices] = {
    name: _choices(kind.values, (), several=kind.several, undecided=kind.undecided)
    for name, kind in CIRCUMSTANCES.items()
}


class RecordReader:
    """Understands records of one set."""

    def __init__(self, questions: IndicatorSet | Iterable[Question]) -> None:
        """Args: questions: a set, or its questions."""
        if isinstance(questions, IndicatorSet):
            questions = [question for _, _, question in questions.questions()]
        self._questions = {
            question.id: _choices(
                tuple(option.id for option in question.choices),
                tuple(option.id for option in question.choices if option.alone),
                several=question.several,
            )
            for question in questions
        }

    def __len__(self) -> int:
        """How many questions it knows."""
        return len(self._questions)

    def record(self, answers: Mapping[str, Any], circumstances: Mapping[str, Any]) -> Record:
        """A whole record: what is written apart becomes one.

        Raises:
            Misrecorded: as `answers` and `circumstances`.
        """
        return Record({**self.answers(answers), **self.circumstances(circumstances)})

    def answers(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Question ids with answers; a null is a question that was not asked, and is left out.

        Raises:
            Misrecorded: an unknown question or option, a list for a single choice, an option that stands alone beside
                another, an empty list.
        """
        return _read("question", self._questions, written)

    def circumstances(self, written: Mapping[str, Any]) -> dict[str, Answer]:
        """Circumstance ids with values; a null is one that was not asked. One that the set omits is accepted.

        Raises:
            Misrecorded: an unknown circumstance or value, or a list where there is one value.
        """
        return _read("circumstance", _CIRCUMSTANCES, written)


def read_record(
    indicator_set: IndicatorSet, answers: Mapping[str, Any], circumstances: Mapping[str, Any] | None = None
) -> Record:
    """One record of a set. Whoever reads many makes a `RecordReader` once.

    Args:
        indicator_set: the set.
        answers: question ids with answers, as in a vignette.
        circumstances: circumstance ids with values, likewise.

    Raises:
        Misrecorded: something in it is not of this set.
    """
    return RecordReader(indicator_set).record(answers, circumstances or {})


def _read(kind: Kind, known: Mapping[str, _Choices], written: Mapping[str, Any]) -> dict[str, Answer]:
    answers: dict[str, Answer] = {}
    for name, value in written.items():
        choices = known.get(name)
        if choices is None:
            raise Misrecorded(name, not_there(kind, quoted(name)), DidYouMean(name, known))
        if isinstance(value, str) and value in choices.plain:
            answers[name] = choices.plain[value]
        elif value is not None:
            answer = _plain_ticks(value, choices) or _answer(name, value, choices)
            if answer is not None:
                answers[name] = answer
    return answers


def _plain_ticks(value: Any, choices: _Choices) -> tuple[str, ...] | None:
    """The ticks of a list that is as it should be, quickly; None sends it to the careful reading."""
    if not choices.several or not isinstance(value, list | tuple):
        return None
    try:
        ticks = value[:-1] if len(value) > 1 and value[-1] in RESTS else value
        known = choices.ids.issuperset(ticks)
    except TypeError:
        return None
    sound = known and len(set(ticks)) == len(ticks) and (len(value) == 1 or choices.alone.isdisjoint(ticks))
    return tuple(value) if sound else None


def _answer(name: str, value: Any, choices: _Choices) -> Answer | None:
    """The answer; None for a list that says only that nothing was asked."""
    answer = _value(name, value, choices.ids, several=choices.several)
    if isinstance(answer, tuple):
        for option in answer:
            if option in choices.alone and len(answer) > 1:
                raise Misrecorded(
                    name,
                    gettext(
                        "{option} of {question} excludes other answers", option=quoted(option), question=quoted(name)
                    ),
                    gettext("Give it alone."),
                )
    return answer


def _value(name: str, value: Any, ids: frozenset[str], *, several: bool) -> Answer | None:
    value = [_as_rating(part, ids) for part in value] if isinstance(value, list | tuple) else _as_rating(value, ids)
    if isinstance(value, str):
        if several and value not in ids:
            _refuse_list_in_text(name, value, ids)
        _known(name, value, ids, alone=True)
        return (value,) if several else value
    if not isinstance(value, list | tuple) or not all(isinstance(part, str) for part in value):
        message = gettext("the answer to {name} is neither text nor a list of texts", name=quoted(name))
        raise Misrecorded(name, message, gettext("Write the ids of answers, in quotes."))
    if not several:
        raise Misrecorded(
            name,
            gettext("{name} takes one answer, and this is a list", name=quoted(name)),
            gettext("Give one, without brackets."),
        )
    if not value:
        raise Misrecorded(
            name,
            gettext("the list for {name} is empty", name=quoted(name)),
            gettext("Leave it out if it was not asked."),
        )
    written = tuple(dict.fromkeys(value))
    ticks = ticks_of(written)
    if not ids.issuperset(ticks):
        for part in ticks:
            _known(name, part, ids, alone=False)
    return with_rest(ticks, rest_of(written))


def _refuse_list_in_text(name: str, value: str, ids: frozenset[str]) -> None:
    """Several answers in one text, as form servers write them into a cell, would be taken for one that is misspelt."""
    parts = [part for part in _BETWEEN_ANSWERS.split(value) if part]
    if len(parts) > 1 and all(part in ids or part in RESTS or (not ids and _CODE.fullmatch(part)) for part in parts):
        message = gettext("the answer to {name} is a list in one text, {value}", name=quoted(name), value=quoted(value))
        listed = ", ".join(f'"{part}"' for part in parts)
        raise Misrecorded(name, message, gettext("Give a list: [{answers}].", answers=listed))


def _as_rating(value: Any, ids: frozenset[str]) -> Any:
    """A rating that is written as a number, as its id; anything else as it is.

    Programs that have no whole numbers beside gaps write 2 as 2.0.
    """
    if isinstance(value, bool) or not isinstance(value, int | float | str) or value in ids:
        return value
    text = _WHOLE.sub("", str(value))
    return text if text in ids and text.isdecimal() else value


def _known(name: str, value: str, ids: frozenset[str], *, alone: bool) -> None:
    if value in ids or (not ids and _CODE.fullmatch(value) and value not in RESTS):
        return
    if alone and value == NOT_ASKED:
        message = gettext("{name} has no answer {value}", name=quoted(name), value=quoted(value))
        raise Misrecorded(name, message, gettext("Leave it out if it was not asked."))
    if value in RESTS:
        raise Misrecorded(
            name,
            gettext("{value} in the list for {name} does not come last", value=quoted(value), name=quoted(name)),
            gettext("Write it once, at the end: it says how everything stands that is not in the list."),
        )
    known = [*sorted(ids), *(sorted(NOT_DEFINITE) if alone else [])]
    hint: Hint = DidYouMean(value, known) if ids else gettext("Write a code, such as hk.")
    raise Misrecorded(name, gettext("{name} has no answer {value}", name=quoted(name), value=quoted(value)), hint)
