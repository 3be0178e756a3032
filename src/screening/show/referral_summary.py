"""What the next agency needs to know, so that nobody has to tell it twice. It has no name, number or address.

Who sends it, and to whom, is written on it by hand; and so is that the person agrees.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from screening.language.messages import Argument, Listing, Message, Text, gettext
from screening.result.evaluate import Result
from screening.sets.answers import DECLINED, Answers, values_of
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.items import Item, items_of
from screening.show.answers import ANSWER_NAME, answer_names, value_name
from screening.show.contacts import name_of
from screening.show.languages import LANGUAGE_NAME
from screening.show.lines import Line
from screening.show.report import lead_lines
from screening.show.wishes import CHILD_BEFORE_WISHES

# What each wish is about, where no set words it: what was not asked has to be told too.
_WISH: Mapping[str, Message] = {
    "wants": gettext("What the person wants"),
    "may_call": gettext("Agrees that others are called for them"),
    "police": gettext("Agrees that the police are told"),
    "safe_to_reach": gettext("There is a safe way to reach the person"),
}
_NOT_ASKED = gettext("not asked")
_AGREES = gettext("The person agrees that this is passed on (yes or no):")
_TOLD = gettext("The child was told that this is passed on, and to whom (yes or no):")
_BY_HAND: tuple[Message, ...] = (
    # Translators: before a line that is filled in with a pen; so are the next two.
    gettext("From (agency, desk, telephone):"),
    gettext("To:"),
    gettext("Day and time:"),
)
_FOR_A_CHILD = gettext("A child, or perhaps a child: child protection decides who gets this. The child is heard.")
_BEFORE = gettext(
    "So that nobody has to tell it twice. Go through it with the person first, and strike out what they do not want "
    "passed on. Write no name on it. What is missing here was not asked or not recorded. It is not a no."
)
_NO_FINDING = gettext("This is not a finding. It says how far what was recorded points, and nothing about the rest.")


class Told(Struct, frozen=True):
    """One thing that was recorded: what stands at it, and the answer."""

    statement: Text
    answer: Argument


class Group(Struct, frozen=True):
    """Things that belong together, under a heading; what is only said comes before what was answered."""

    heading: Text
    told: tuple[Told, ...] = ()
    notes: tuple[Text, ...] = ()


class ReferralSummary(Struct, frozen=True):
    """What is passed on.

    Attributes:
        title: what it is.
        by_hand: what is filled in with a pen, first of all whether the person agrees.
        before: what is to be known before it is read.
        level: the sentence of the result, and what belongs to it.
        groups: what was recorded, with what is urgent and what the person wants first.
        not_asked: what was not asked; None where everything was.
        made_with: the set, its version and the day.
    """

    title: Text
    by_hand: tuple[Text, ...]
    before: tuple[Text, ...]
    level: tuple[Text, ...]
    groups: tuple[Group, ...]
    not_asked: Text | None
    made_with: Text


def referral_summary(result: Result, answers: Answers) -> ReferralSummary:
    """The summary of a result.

    Args:
        result: the result.
        answers: what was recorded and is in force, without what was set aside.
    """
    about = result.indicator_set.about
    child = is_perhaps_a_child(answers) is True
    not_asked = Listing(tuple(question.record for question in result.explanation.not_asked), "semicolon")
    return ReferralSummary(
        title=gettext("Referral summary"),
        by_hand=(_TOLD if child else _AGREES, *_BY_HAND),
        before=(_FOR_A_CHILD, _BEFORE) if child else (_BEFORE,),
        level=(*(line.text for line in lead_lines(result.indicator_set, result.assessment)), _NO_FINDING),
        groups=tuple(group for group in _groups(result, answers, child=child) if group.told or group.notes),
        not_asked=gettext("Not asked: {questions}.", questions=not_asked) if not_asked.items else None,
        made_with=gettext(
            "Made on {date} with set {id}, version {version}, fingerprint {fingerprint}.",
            date=result.advice.today.isoformat(),
            id=about.id,
            version=about.version,
            fingerprint=result.fingerprint,
        ),
    )


def referral_lines(summary: ReferralSummary) -> Iterator[Line]:
    """The summary as lines, under its title."""
    yield Line("title", summary.title)
    # Translators: {what} is filled in with a pen, on the line after it.
    yield from (Line("paragraph", gettext("{what} ________________", what=each)) for each in summary.by_hand)
    yield from (Line("text", text) for text in summary.before)
    first, *others = summary.level
    yield Line("lead", first)
    yield from (Line("text", text) for text in others)
    for group in summary.groups:
        yield Line("heading", group.heading)
        yield from (Line("item", note) for note in group.notes)
        for each in group.told:
            yield Line("item", gettext("{statement} - {answer}", statement=each.statement, answer=each.answer))
    if summary.not_asked is not None:
        yield Line("text", summary.not_asked)
    yield Line("text", summary.made_with)


def _groups(result: Result, answers: Answers, *, child: bool) -> Iterator[Group]:
    """What is urgent, what the person wants and what chooses services; then section by section, as they were asked."""
    items = items_of(result.indicator_set)
    yield Group(gettext("Urgent"), notes=tuple(flag.title for flag in result.advice.flags))
    notes = (CHILD_BEFORE_WISHES,) if child else ()
    yield Group(gettext("What the person wants and agrees to"), tuple(_wishes(result, items, answers)), notes)
    facts = (item for item in items.values() if item.kind == "circumstance")
    yield Group(gettext("To find help that fits"), tuple(_told(result, facts, answers)))
    by_section: dict[str, list[Item]] = {}
    for item in items.values():
        if item.section is not None:
            by_section.setdefault(item.section.title or item.section.id, []).append(item)
    for heading, asked in by_section.items():
        yield Group(heading, tuple(_told(result, asked, answers)))


def _wishes(result: Result, items: Mapping[str, Item], answers: Answers) -> Iterator[Told]:
    """Every wish, wherever somebody is asked: what nobody asked is told as well, for unknown is not no."""
    for name, wish in _WISH.items():
        if name in items:
            yield Told(items[name].record, _answer(result, items[name], answers) or _NOT_ASKED)
        elif result.indicator_set.asks:
            yield Told(wish, _NOT_ASKED)


def _told(result: Result, items: Iterable[Item], answers: Answers) -> Iterator[Told]:
    for item in items:
        answer = _answer(result, item, answers)
        if answer is not None:
            yield Told(_statement(item), answer)


def _statement(item: Item) -> Text:
    """What stands at an item; of what nobody was asked, whose word it is."""
    match item.how:
        case "seen":
            return gettext("{statement} (seen by the screener)", statement=item.record)
        case "impression":
            return gettext("{statement} (an impression of the screener)", statement=item.record)
        case "known":
            return gettext("{statement} (from what was known, and not asked)", statement=item.record)
        case _:
            return item.record


def _answer(result: Result, item: Item, answers: Answers) -> Listing | None:
    """What was recorded of an item, and nothing that nobody marked; None where nothing was."""
    values = values_of(answers.get(item.id))
    if not values:
        return None
    labels: dict[str, Text] = {value: value_name(item.id, value) for value in values}
    labels |= _from_elsewhere(result, item)
    labels |= {option.id: option.label for option in item.options if option.label is not None}
    if item.undecided_label is not None:
        labels[item.undecided] = item.undecided_label
    labels[DECLINED] = item.declined_label or ANSWER_NAME[DECLINED]
    return Listing(answer_names(values, labels), "semicolon")


def _from_elsewhere(result: Result, item: Item) -> Mapping[str, Text]:
    """What no set knows: how places, districts and languages are called."""
    directory = result.advice.directory
    match item.id:
        case "languages":
            return LANGUAGE_NAME
        case "place":
            named = {directory.place: name_of(directory.names)} if directory is not None else {}
            return {"other": gettext("Another place"), **named}
        case "district" if directory is not None:
            return directory.districts
        case _:
            return {}
