"""Finding a service at the desk: a few circumstances, and then whom to call."""

from collections.abc import Callable, Mapping
from typing import get_args

from screening.language.messages import Message, gettext
from screening.referral.directory import Directory
from screening.sets.answers import Answer, ticks_of, values_of
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.needs import Need
from screening.show.answers import ANSWER_NAME, VALUE_NAME
from screening.show.languages import LANGUAGE_NAME
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.terminal.choices import keyed, undecided_choices
from screening.terminal.screen import Choice, Dialog, Input, Key, Screen

_PLACE = "place"
_NEEDS = "needs"
# What services go by. Each may be skipped: what is not known excludes nobody.
_ASKED = (
    *("age", "gender", "situation", "identity_card", "may_stay", "with_children", "languages", "district", "police"),
    "abroad",
)

# What is asked at the desk to find a service. It is not read out.
_FINDER: Mapping[str, Message] = {
    "place": gettext("Which place?"),
    "needs": gettext("What is needed?"),
    "age": gettext("How old is the person?"),
    "gender": gettext("Services for women, or for men?"),
    "situation": gettext("What does the person do, or what were they brought for?"),
    "identity_card": gettext("Do they have a local identity card?"),
    "may_stay": gettext("Do they have a right to stay?"),
    "with_children": gettext("Do they have children with them?"),
    "languages": gettext("In which languages can they talk easily?"),
    "abroad": gettext("Are they abroad now?"),
    "district": gettext("In which district are they?"),
    "police": gettext("Do they agree to the police being told?"),
}
_MAY_SKIP: frozenset[Key] = frozenset({"back", "skip"})


class ServiceFinder:
    """Asks for a place, what is needed and a few circumstances, and shows the services."""

    def __init__(
        self,
        directories: Mapping[str, Directory],
        lines: Callable[[Directory, list[Need], Mapping[str, Answer]], list[Line]],
        back_to: Callable[[], Dialog | None],
    ) -> None:
        """Prepare to ask.

        Args:
            directories: the directory of each place.
            lines: the services for needs and circumstances, as they are said.
            back_to: where going back from the first question leads.
        """
        self._directories = directories
        self._lines = lines
        self._back_to = back_to
        self._at = 0
        self._recorded: dict[str, Answer] = {}

    def screen(self) -> Screen:
        """The next thing to ask, or the services."""
        keys: frozenset[Key] = frozenset({"back"})
        if self._at == len(self._order):
            return Screen(gettext("Whom to call"), lines=tuple(self._found()), keys=keys, last=True)
        name = self._order[self._at]
        several = name == _NEEDS or (name in CIRCUMSTANCES and CIRCUMSTANCES[name].several)
        asked = _FINDER[name]
        return Screen(
            gettext("Find a service"),
            gettext("{number} of {total}", number=self._at + 1, total=len(self._order)),
            (Line("lead", gettext("{question} (one or more)", question=asked) if several else asked),),
            choices=self._choices(name),
            several=several,
            chosen=values_of(self._recorded.get(name)),
            keys=keys if name in {_PLACE, _NEEDS} else _MAY_SKIP,
        )

    def take(self, given: Input) -> Dialog | None:
        """Record, skip, go back, or end."""
        if given.act == "back":
            self._at -= 1
            return self if self._at >= 0 else self._back_to()
        if self._at == len(self._order):
            return None
        if given.act == "choose":
            self._recorded[self._order[self._at]] = given.value
        self._at += 1
        return self

    @property
    def _order(self) -> tuple[str, ...]:
        """What is asked; languages and districts only where services are known to go by them."""
        place = self._directory if _PLACE in self._recorded else None
        # Only the units that protect children go by district.
        by_district = place is not None and place.districts and is_perhaps_a_child(self._recorded)
        left_out = {"languages"} if place is not None and not place.languages else set()
        left_out |= set() if by_district else {"district"}
        return (_PLACE, _NEEDS, *(name for name in _ASKED if name not in left_out))

    @property
    def _directory(self) -> Directory:
        return self._directories[str(self._recorded[_PLACE])]

    def _choices(self, name: str) -> tuple[Choice, ...]:
        if name == _PLACE:
            return keyed((code, directory.name) for code, directory in self._directories.items())
        if name == _NEEDS:
            answers = self._directory.answers
            return keyed((need, NEED_NAME[need]) for need in get_args(Need) if need in answers)
        kind = CIRCUMSTANCES[name]
        if name == "languages":
            spoken = keyed((code, LANGUAGE_NAME.get(code, code)) for code in self._directory.languages)
            return (*spoken, *undecided_choices(kind.undecided, {}))
        if name == "district":
            return (*keyed(self._directory.districts.items()), *undecided_choices(kind.undecided, {}))
        labels = VALUE_NAME.get(name, ANSWER_NAME)
        named = keyed((value, labels[value]) for value in kind.values if value != kind.undecided)
        return (*named, *undecided_choices(kind.undecided, VALUE_NAME.get(name, {})))

    def _found(self) -> list[Line]:
        asked = set(self._order) - {_PLACE, _NEEDS}
        needs = set(ticks_of(self._recorded[_NEEDS]))
        circumstances = {name: value for name, value in self._recorded.items() if name in asked}
        return self._lines(self._directory, [need for need in get_args(Need) if need in needs], circumstances)
