"""The sheet for the one who plays the person in a pair: what is so, and what they say only when they are asked.

It holds no key: not what the case comes to, nor what it teaches, nor what follows from an answer.
"""

from collections.abc import Iterator

from screening.language.messages import Argument, Listing, Message, Text, gettext
from screening.sets.answers import DECLINED, NOT_ASKED, NOT_DEFINITE, UNCLEAR, Answer, Answers, rest_of, ticks_of
from screening.sets.items import Item, items_of
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette
from screening.show.answers import value_name
from screening.show.lines import Line

_HOW_TO_PLAY = (
    gettext("Read it twice and put it down. Say what is so in your own words, and only when you are asked."),
    gettext("A short answer is a good answer. Say more only when you are asked on."),
    gettext("To what is not on this sheet, say that there is nothing of the kind."),
    gettext("You can stop at any time: say 'stop', and both of you are yourselves again."),
    gettext("The one who asks does not see this sheet. Talk about it when the practice is over."),
)
_NOT_SAID = gettext("You do not want to say it.")
_NOT_CLEAR = gettext("You do not know it, or say one thing and then another.")
_NOTHING = gettext("No, nothing of the kind.")


def script_lines(indicator_set: IndicatorSet, vignette: Vignette, key: Answers) -> Iterator[Line]:
    """The sheet.

    Args:
        indicator_set: the set with which whoever asks screens.
        vignette: the case.
        key: what is so, as far as it is told.
    """
    told = [item for item in items_of(indicator_set).values() if item.id in key and not item.open_ended]
    asked = [item for item in told if item.is_asked]
    yield Line("title", gettext("To play in a pair: {title}", title=vignette.title))
    yield Line(
        "lead", gettext("Practice. This is invented. It is for the one who plays the person, and for nobody else.")
    )
    yield Line("heading", gettext("Who you are, and what is so"))
    yield Line("text", vignette.story.strip())
    yield Line("heading", gettext("How to play"))
    yield from (Line("item", text) for text in _HOW_TO_PLAY)
    yield Line("heading", gettext("When you are asked"))
    for item in asked:
        yield Line("item", item.ask or item.record)
        yield from (Line("detail", text) for text in _says(item, key[item.id]))
    yield from _kept_to_yourself(asked, key)
    yield from _seen(told, key)


def _says(item: Item, answer: Answer) -> Iterator[Text]:
    """What the person says to a question, and how the rest stands."""
    if item.ask_next is not None:
        yield gettext("They may ask on: {question}", question=item.ask_next)
    told = list(_told(item, answer))
    if told:
        yield gettext("You say: {answer}", answer=Listing(tuple(told), "semicolon"))
    rest = rest_of(answer)
    if rest in NOT_DEFINITE:
        yield _unknown(rest, after_something=bool(told))
    elif not told:
        # A statement that is not so; or a list of which nothing is.
        no = gettext("No. What is not so: {statement}", statement=item.record)
        yield no if answer == "no" else _NOTHING


def _told(item: Item, answer: Answer) -> Iterator[Text]:
    """What is so, in the words of somebody who answers. What excludes all the others says that there is nothing."""
    by_id = {option.id: option for option in item.options}
    for tick in ticks_of(answer):
        option = by_id.get(tick)
        if option is None or option.alone or tick == "no":
            continue
        if tick == "yes" and option.label is None:
            yield gettext("Yes. What is so: {statement}", statement=item.record)
        else:
            yield option.label_self or option.label or value_name(item.id, tick)


def _unknown(rest: str | None, *, after_something: bool) -> Message:
    if not after_something:
        return _NOT_SAID if rest == DECLINED else _NOT_CLEAR
    if rest == DECLINED:
        return gettext("Whether there is more you do not want to say.")
    return gettext("Whether there is more you do not know.")


def _kept_to_yourself(asked: list[Item], key: Answers) -> Iterator[Line]:
    """What stays unsaid, however it is asked."""
    kept = [(item, rest_of(key[item.id])) for item in asked]
    open_ones = [(item, rest) for item, rest in kept if rest in {UNCLEAR, DECLINED}]
    if not open_ones:
        return
    yield Line("heading", gettext("What you do not say, also when you are asked again"))
    for item, rest in open_ones:
        why: Argument = _NOT_SAID if rest == DECLINED else _NOT_CLEAR
        # Translators: a statement, and after it a sentence that says why the person does not say it.
        yield Line("item", gettext("{statement}: {why}", statement=item.record, why=why))


def _seen(told: list[Item], key: Answers) -> Iterator[Line]:
    """What nobody asks: it is seen, or known."""
    found = []
    for item in told:
        answer = key[item.id]
        facts = list(_told(item, answer)) if not item.is_asked and rest_of(answer) != NOT_ASKED else []
        if facts:
            seen = Listing(tuple(facts), "semicolon")
            found.append(gettext("{statement}: {answer}", statement=item.record, answer=seen))
    if found:
        yield Line("heading", gettext("What can be seen of you, or is known. Tell it before you begin"))
        yield from (Line("item", text) for text in found)
