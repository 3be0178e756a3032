"""Whom to call: all that a form sends somebody to, by a code, and the first of it on each card."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.export.paper_codes import Numbered
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.export.paper_wishes import about_police
from screening.language.messages import Argument, Listing, Message, Text, gettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.emergency import emergency_service
from screening.referral.freshness import doubts
from screening.referral.matching import Match, NeedServices, first_to_try, match_services
from screening.referral.moment import Moment
from screening.referral.reasons import Reason
from screening.referral.service import Service
from screening.result.advise import Advice, flag_card
from screening.result.first_calls import Call, Calls, calls, without_a_call
from screening.sets.answers import Answers
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import IndicatorSet
from screening.sets.needs import NEEDS, Need
from screening.show.contacts import dialled, known_number, name_of, with_police
from screening.show.freshness import may_be_wrong
from screening.show.hours import hours_text
from screening.show.needs import NEED_NAME
from screening.show.reasons import asked_of_them
from screening.show.side_by_side import SideBySide
from screening.show.whom_to_call import no_number

# Of each need: whoever has to try more than these looks at the list of the place.
_MOST: Final = 3
# Room to write a number.
_ROOM: Final = "." * 30
_CALL: Final = gettext("Whom to call")
_NO_PLACE: Final = gettext("This form was printed without a place. Write here whom to call, before you need it.")
# By what a service takes, in the words of the form's own boxes.
_ONLY: Final[Mapping[tuple[str, tuple[str, ...]], Message]] = {
    ("gender", ("woman",)): gettext("only women or girls"),
    ("gender", ("man",)): gettext("only men or boys"),
    ("age", ("child",)): gettext("only under 18, or perhaps"),
    ("age", ("adult",)): gettext("only adults"),
}
# Of whoever is in front of the card. Of an adult nothing is known when it is read, and nobody is taken for one.
_AT_CARD: Final[Answers] = {"age": "child"}


class Numbers(Struct, frozen=True):
    """Whom to call in a place.

    Attributes:
        directory: of the place.
        by_need: for each need, whoever is called, whatever the person is.
        moment: when the form is printed, by the clock of the place.
    """

    directory: Directory
    by_need: tuple[NeedServices, ...]
    moment: Moment


class _Group(Struct, frozen=True):
    """What is met by the same services, and is told once."""

    needs: tuple[Need, ...]
    matches: tuple[Match, ...] = ()


def needs_of(indicator_set: IndicatorSet) -> tuple[Need, ...]:
    """All that cards and guidance of a set send somebody to, in their order."""
    blocks: list[Flag | Pathway] = [*indicator_set.about.flags, *indicator_set.guidance]
    return tuple(dict.fromkeys(need for block in blocks for need in block.needs))


class Calling:
    """What a form says of whom to call."""

    def __init__(
        self, indicator_set: IndicatorSet, form: Mapping[str, Numbered], numbers: Numbers | None, words: SideBySide
    ) -> None:
        """Whom to call.

        Args:
            indicator_set: the set.
            form: what is asked, the wishes among it.
            numbers: of the place, or None where it is for none.
            words: looks texts up.
        """
        self._set = indicator_set
        self._police = about_police(form)
        self._words = words
        # What holds anywhere has no numbers of its own.
        self._numbers = numbers if numbers is not None and numbers.directory.place != ANYWHERE else None
        self._groups = tuple(self._grouped())
        self._codes = {need: f"H{number}" for number, group in enumerate(self._groups, 1) for need in group.needs}

    def _grouped(self) -> Iterator[_Group]:
        if self._numbers is None:
            yield from (_Group((need,)) for need in needs_of(self._set))
            return
        first = {each.need: _in_order(each, self._numbers.directory) for each in self._numbers.by_need if each.matches}
        grouped: set[Need] = set()
        for need, matches in first.items():
            if need not in grouped:
                alike = tuple(other for other in first if first[other] == matches)
                grouped.update(alike)
                yield _Group(alike, matches)

    def named(self, need: Need) -> Text:
        """What a need is called, with its code on the last pages; without one where nobody is listed."""
        if need not in self._codes:
            return NEED_NAME[need]
        # Translators: {need} is what somebody needs, {code} where it stands on the last pages.
        return gettext("{need} ({code})", need=NEED_NAME[need], code=self._codes[need])

    def emergency_line(self) -> PaperLine:
        """The number for danger; where the form is for no place, room to write it."""
        number = _ROOM if self._numbers is None else self._emergency(self._numbers.directory)
        return PaperLine("call", self._words.say(gettext("In danger now: {number}", number=number)))

    def first_lines(self) -> Iterator[PaperLine]:
        """What stands above everything else: the number for danger, and where it is one."""
        yield self.emergency_line()
        if self._numbers is not None:
            yield PaperLine("call", self._words.say(_only_in(self._numbers.directory)))

    @staticmethod
    def _emergency(directory: Directory) -> Text:
        # Who answers stands on the last pages.
        return with_police(dialled("telephone", directory.emergency.number), emergency_service(directory.emergency))

    def _also(self, directory: Directory) -> Text:
        """The same on a card, which may say to call an ambulance."""
        emergency = emergency_service(directory.emergency)
        number: Text = dialled("telephone", directory.emergency.number)
        brought = [need for need, kind in NEEDS.items() if kind.by_ambulance]
        elsewhere = [self._codes[need] for need in brought if need in self._codes]
        if not set(brought).isdisjoint(emergency.offers):
            number = gettext("{number} - also for an ambulance", number=number)
        elif elsewhere:
            # Translators: {code} is where the number for an ambulance stands on the last pages, such as H3.
            number = gettext("{number} - for an ambulance see {code}", number=number, code=elsewhere[0])
        return with_police(number, emergency)

    # --- on a card ---

    def above_cards(self) -> Iterator[Message]:
        """What holds for all cards: where the numbers are some, what their sign means, and when it is the police."""
        if self._numbers is not None:
            yield _only_in(self._numbers.directory)
            yield from self._sign(self._numbers)
        yield self._police

    def _sign(self, numbers: Numbers) -> Iterator[Message]:
        shown = [match for group in self._groups for match in group.matches]
        if any(doubts(first_to_try(match).contact, match.service, numbers.moment.today) for match in shown):
            yield may_be_wrong()

    def at_once(self, flag: str) -> Message | None:
        """The number beside a question, for whoever cannot wait; None where they can, or it is not known.

        Args:
            flag: what is urgent.
        """
        first = next(iter(flag_card(self._set, flag).needs), None)
        if self._numbers is None or first is None:
            return None
        kind = NEEDS[first]
        if kind.urgent:
            told: Text = self._emergency(self._numbers.directory)
        elif kind.first_for_child or kind.by_ambulance:
            call = next((call for call in self._found(flag, self._numbers)[1].first if first in call.needs), None)
            if call is None or call.match is None:
                return None
            told = known_number(call.match, self._numbers.moment.today)
        else:
            return None
        return gettext("{needs}: {number}", needs=NEED_NAME[first], number=told)

    def card_lines(self, flag: str) -> Iterator[PaperLine]:
        """Whom a card says to call, as the card on a screen does that knows nothing else of the person.

        Args:
            flag: whose card it is.
        """
        told = self._to_write(flag) if self._numbers is None else self._of_place(flag, self._numbers)
        yield from (PaperLine("call", self._words.text(text)) for text in told)

    def _to_write(self, flag: str) -> Iterator[Text]:
        for need in flag_card(self._set, flag).needs:
            yield self._labelled([need], _ROOM)

    def _found(self, flag: str, numbers: Numbers) -> tuple[Advice, Calls]:
        circumstances: Answers = _AT_CARD if flag == CHILD_FLAG else {}
        card = flag_card(self._set, flag, child=is_perhaps_a_child(circumstances))
        by_need = match_services(card.needs, circumstances, numbers.directory, numbers.moment)
        advice = Advice((card,), (), numbers.directory, by_need, (), circumstances, numbers.moment.today)
        return advice, calls(advice, ask_first=False)

    def _of_place(self, flag: str, numbers: Numbers) -> Iterator[Text]:
        advice, found = self._found(flag, numbers)
        yield from (self._called(call, numbers) for call in (*found.first, *found.besides))
        for each in without_a_call(advice, found):
            if each.matches:
                yield self._labelled([each.need], _told(each.matches[0], numbers))
            elif not (advice.of_child and NEEDS[each.need].first_for_child):
                yield no_number(each)

    def _called(self, call: Call, numbers: Numbers) -> Text:
        told = _told(call.match, numbers) if call.match is not None else self._also(numbers.directory)
        return self._labelled(call.named, told) if call.named else gettext("In danger now: {number}", number=told)

    def _labelled(self, needs: Sequence[Need], told: Text) -> Text:
        codes = {self._codes.get(need) for need in needs}
        if len(needs) > 1 and len(codes) == 1 and None not in codes:
            # They stand at one place, which is named once.
            names = Listing(tuple(NEED_NAME[need] for need in needs), "comma")
            named: Argument = gettext("{need} ({code})", need=names, code=self._codes[needs[0]])
        else:
            named = Listing(tuple(map(self.named, needs)), "comma")
        return gettext("{needs}: {number}", needs=named, number=told)

    # --- the last pages ---

    def part(self) -> PaperPart:
        """All numbers, by what is needed."""
        words, numbers = self._words, self._numbers
        police = PaperLine("text", words.say(self._police))
        if numbers is None:
            room = (PaperLine("text", words.text(self._labelled(group.needs, _ROOM))) for group in self._groups)
            first = (PaperLine("text", words.say(_NO_PLACE)), self.emergency_line(), police)
            return PaperPart(words.say(_CALL), (PaperEntry((*first, *room)),))
        directory = numbers.directory
        heading = gettext("Whom to call: {place} (numbers of {date})", place=directory.name, date=directory.as_of)
        entries = [PaperEntry(tuple(self._above(numbers)))]
        for number, group in enumerate(self._groups, 1):
            needs = Listing(tuple(NEED_NAME[need] for need in group.needs), "semicolon")
            title = PaperLine("title", words.say(gettext("{needs}", needs=needs)), f"H{number}")
            told = (PaperLine("number", words.text(_told(match, numbers))) for match in group.matches)
            entries.append(PaperEntry((title, *told)))
        return PaperPart(words.say(heading), tuple(entries))

    def _above(self, numbers: Numbers) -> Iterator[PaperLine]:
        words, directory = self._words, numbers.directory
        yield self.emergency_line()
        if directory.emergency.note is not None:
            yield PaperLine("text", words.as_it_is(directory.emergency.note))
        yield from (PaperLine("text", words.say(message)) for message in (*self._sign(numbers), self._police))
        law = directory.no_choice(child=None)
        if law:
            yield PaperLine("title", words.say(gettext("What the law here leaves no choice about")))
            yield from (PaperLine("do", words.as_it_is(text)) for text in law)


def _only_in(directory: Directory) -> Message:
    # Translators: of the numbers on a form.
    return gettext("The numbers here are only for {place}. Elsewhere, call those of that place.", place=directory.name)


def _told(match: Match, numbers: Numbers) -> Text:
    number = known_number(match, numbers.moment.today)
    name = with_police(name_of(match.service.names), match.service)
    more: list[Text] = []
    contact = first_to_try(match).contact
    if contact.hours is not None:
        more.append(hours_text(contact.hours))
    only = {each: told for each in match.ask_first if (told := _only(each, match.service)) is not None}
    more += only.values()
    more += asked_of_them(each for each in match.ask_first if each not in only)
    if not more:
        return gettext("{number} - {service}", number=number, service=name)
    # Translators: {more} is such as "24 hours; ask them about: age".
    return gettext("{number} - {service} - {more}", number=number, service=name, more=Listing(tuple(more), "semicolon"))


def _in_order(needed: NeedServices, directory: Directory) -> tuple[Match, ...]:
    """As many as are named, in the order of a screen.

    For danger the number for danger comes first. Where there is time, the police come last.
    """
    kind = NEEDS[needed.need]
    if kind.urgent:
        number = directory.emergency.number
        return tuple(sorted(needed.matches, key=lambda match: first_to_try(match).contact.number != number))[:_MOST]
    named = needed.matches[:_MOST]
    if kind.first_for_child:
        return named
    return tuple(sorted(named, key=lambda match: match.service.informs_police == "yes"))


def _only(reason: Reason, service: Service) -> Message | None:
    """Whom alone it takes, where that is one group: the screener sees who is there, and need not ask the service."""
    if reason.kind == "age" and service.serves.children_ask_first:
        return None
    return _ONLY.get((reason.kind, reason.wanted))
