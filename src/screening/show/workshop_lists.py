"""A list in the report of a room: which options some ticked and others did not, and who left it open (pure)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from screening.language.messages import Listing, Message, gettext, ngettext
from screening.practice.room import TICKS, MarkCount, OptionReport, QuestionReport, Tick
from screening.show.lines import Line
from screening.show.workshop_words import TICK_NAME, RoomWords

_NAME: Final[Mapping[str, Message]] = {str(tick): name for tick, name in TICK_NAME.items()}
_DEFINITE: Final[frozenset[str]] = frozenset({"ticked", "not_ticked"})
_ORDER: Final[Mapping[str, int]] = {tick: place for place, tick in enumerate(TICKS)}
_OPEN: Final[tuple[Tick, ...]] = ("unclear", "declined", "not_asked")


def list_lines(question: QuestionReport, words: RoomWords, *, one_level: bool) -> Iterator[Line]:
    """The options that divided people, each by itself; of the others only who left them open.

    A list that was told by half is counted as what it is: what somebody did not know, or did not ask, is no *no*.

    Args:
        question: the list.
        words: those of the set.
        one_level: everybody came to the same level, which need not be said then.
    """
    split = [option for option in question.options if _is_split(option)]
    for option in split:
        name = words.option(question.question, option.option)
        stands = _stands(option.given, words, one_level=one_level)
        if option.key is None:
            yield Line("item", gettext("{option}: {stands}", option=name, stands=stands))
        else:
            # Translators: an option of a list, how it stands in the key, and how people marked it.
            told = gettext("{option} (the key: {key}): {stands}", option=name, key=TICK_NAME[option.key], stands=stands)
            yield Line("item", told)
    others = [option for option in question.options if option not in split]
    left_open = max((_left_open(option) for option in others), key=_seats, default=())
    if left_open:
        stands = _stands(left_open, words, one_level=one_level)
        yield Line("item", _others(len(others), bool(split), stands))


def _others(number: int, after_some: bool, stands: Listing) -> Message:
    if after_some:
        return ngettext(
            "{count} other option, left open by some: {stands}",
            "{count} other options, left open by some: {stands}",
            number,
            stands=stands,
        )
    return gettext("The options are marked alike, but some left them open: {stands}", stands=stands)


def _is_split(option: OptionReport) -> bool:
    """Whether some ticked it and others did not, the key among them."""
    marks = {each.mark for each in option.given}
    return (
        marks >= _DEFINITE
        or ("ticked" in marks and option.key != "ticked")
        or ("not_ticked" in marks and option.key == "ticked")
    )


def _left_open(option: OptionReport) -> tuple[MarkCount, ...]:
    return tuple(each for each in option.given if each.mark in _OPEN)


def _seats(given: Iterable[MarkCount]) -> int:
    return sum(each.seats for each in given)


def _stands(given: Iterable[MarkCount], words: RoomWords, *, one_level: bool) -> Listing:
    in_order = sorted(given, key=lambda each: _ORDER[each.mark])
    return Listing(tuple(_stand(each, words, one_level=one_level) for each in in_order), "semicolon")


def _stand(each: MarkCount, words: RoomWords, *, one_level: bool) -> Message:
    if one_level:
        return gettext("{tick} {number}", tick=_NAME[each.mark], number=each.seats)
    # Translators: how people marked an option, how many did so, and which levels these came to.
    return gettext(
        "{tick} {number} ({levels})", tick=_NAME[each.mark], number=each.seats, levels=words.levels(each.levels)
    )
