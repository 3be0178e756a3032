"""A directory in another language: every text replaced by its id, and nothing else (pure).

Numbers, hours, dates, ids and all that services are matched by stay as they are. Names are added to, and none is taken
away: whoever answers knows a service by those that the directory has.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import asdict, replace

from screening.language.tags import is_one_in_writing
from screening.referral.directory import Directory, Duty, Emergency, Fallback
from screening.referral.names import ENGLISH, MadeUp, in_order
from screening.referral.own_services import OwnServices
from screening.referral.service import Contact, Service
from screening.sets.fields import GuidanceText, TextByAge
from screening.sets.translation import Translation

_Services = TypeVar("_Services", Directory, OwnServices)
_Named = TypeVar("_Named", bound=Struct)
_NOTHING: Final = Translation(ENGLISH, {}, frozenset(), ())
_WORD: Final = re.compile(r"\w+")
# How the ids begin of what is said of no place in particular.
_OF_ANYWHERE: Final = "anywhere."


class DirectoryWording(Struct, frozen=True, kw_only=True):
    """Of a directory in another language: which one, and how far that goes.

    Attributes:
        language: its tag.
        written: the directory as it was written.
        unreviewed: the ids of the texts that no native speaker has reviewed.
        as_written: the ids of the texts that are still as they were written.
    """

    language: str
    written: Directory
    unreviewed: frozenset[str] = frozenset()
    as_written: frozenset[str] = frozenset()

    def plus(
        self, unreviewed: Iterable[str], as_written: Iterable[str], replaced: tuple[str, ...] = ()
    ) -> "DirectoryWording":
        """The same, with the texts of another file, which come besides or take the place of some.

        Args:
            unreviewed: of those.
            as_written: of those.
            replaced: how the ids begin of the texts that do not count any more.
        """

        def kept(names: Iterable[str]) -> Iterable[str]:
            return (name for name in names if not name.startswith(replaced))

        return replace(
            self,
            unreviewed=frozenset((*kept(self.unreviewed), *unreviewed)),
            as_written=frozenset((*kept(self.as_written), *as_written)),
        )


class DirectoryInLanguage(Directory, frozen=True, kw_only=True):
    """A directory with its texts in another language, as far as they are translated.

    Attributes:
        wording: which language, and how far.
    """

    wording: DirectoryWording


def wording_of(directory: Directory) -> DirectoryWording | None:
    """Of a directory in another language, how far that goes; None for one as it was written."""
    return directory.wording if isinstance(directory, DirectoryInLanguage) else None


def as_written(directory: Directory) -> Directory:
    """The directory of a place as its file has it, without what an agency adds."""
    wording = wording_of(directory)
    return wording.written if wording is not None else directory


def in_language(directory: Directory, translation: Translation) -> DirectoryInLanguage:
    """A directory with its texts in another language. A text that has no translation stays as it was written.

    Args:
        directory: one without problems, as it was written.
        translation: of today's texts, and only what may be shown: see `fit_to_show`.
    """
    wording = DirectoryWording(
        language=translation.language,
        written=directory,
        unreviewed=translation.unreviewed,
        as_written=frozenset(translation.in_english),
    )
    return DirectoryInLanguage(**asdict(worded(directory, translation)), wording=wording)


def with_wording_of(directory: Directory, told: Translation, services: Collection[str]) -> Directory:
    """A directory to which services of an agency were added, and how far these are in its language.

    Args:
        directory: the directory.
        told: the texts of the agency's services.
        services: their ids.
    """
    if not isinstance(directory, DirectoryInLanguage):
        return directory
    replaced = tuple(f"service.{name}." for name in services)
    wording = directory.wording.plus(told.unreviewed, told.in_english, replaced)
    return replace(directory, wording=wording)


def with_wording_of_anywhere(directory: Directory, anywhere: Directory) -> Directory:
    """A directory to which was added what can be done anywhere, and how far that is in its language.

    Args:
        directory: the directory.
        anywhere: that of what can be done anywhere.
    """
    if not isinstance(directory, DirectoryInLanguage) or not isinstance(anywhere, DirectoryInLanguage):
        return directory
    added = anywhere.wording
    wording = directory.wording.plus(
        (name for name in added.unreviewed if name.startswith(_OF_ANYWHERE)),
        (name for name in added.as_written if name.startswith(_OF_ANYWHERE)),
    )
    return replace(directory, wording=wording)


def english_first(services: _Services) -> _Services:
    """A directory, or an agency's own file, as it was written, whose names begin with the English ones."""
    return worded(services, _NOTHING)


def worded(services: _Services, translation: Translation) -> _Services:
    """A directory, or an agency's own file, with other texts, put in by their ids, and names in the reader's order.

    Args:
        services: without problems, as it was written.
        translation: of today's texts.
    """
    return _Words(translation).of(services)


def _words_of(name: str) -> list[str]:
    return _WORD.findall(name.casefold())


class _Words:
    """Puts texts in the place of others. It mirrors `directory_texts`: a test holds the two together."""

    def __init__(self, translation: Translation) -> None:
        self._told = translation.texts
        self._language = translation.language

    def of(self, whole: _Services) -> _Services:
        whole = replace(whole, services=tuple(map(self._service, whole.services)))
        if not isinstance(whole, Directory):
            return whole
        return replace(
            whole,
            names=self._name("place.name", whole.names),
            emergency=self._emergency(whole.emergency),
            districts={each: self._text(f"district.{each}.name", name) for each, name in whole.districts.items()},
            duties=tuple(map(self._duty, whole.duties)),
            anywhere=tuple(self._fallback(number, each) for number, each in enumerate(whole.anywhere)),
        )

    def _emergency(self, emergency: Emergency) -> Emergency:
        return replace(
            self._named("emergency", emergency, "note"),
            names=self._name("emergency.name", emergency.names),
            ask_first=self._lines("emergency.ask_first", emergency.ask_first),
            notes=self._lines("emergency.notes", emergency.notes),
        )

    def _duty(self, duty: Duty) -> Duty:
        base = f"duty.{duty.id}"
        return replace(
            self._named(base, duty, "title"),
            text=self._lines(f"{base}.text", duty.text),
            no_choice=self._lines(f"{base}.no_choice", duty.no_choice),
        )

    def _service(self, service: Service) -> Service:
        base, referral = f"service.{service.id}", service.referral
        if referral.how:
            referral = replace(referral, how=self._lines(f"{base}.referral", referral.how))
        return replace(
            self._named(base, service, "about", "represents"),
            names=self._name(f"{base}.name", service.names),
            everyday=self._added(f"{base}.everyday", service.everyday),
            only=self._lines(f"{base}.only", service.only),
            referral=referral,
            ask_first=self._lines(f"{base}.ask_first", service.ask_first),
            notes=self._lines(f"{base}.notes", service.notes),
            contacts=tuple(
                self._contact(f"{base}.contact.{number}", contact) for number, contact in enumerate(service.contacts)
            ),
        )

    def _contact(self, base: str, contact: Contact) -> Contact:
        return self._named(base, contact, "note", "conflict")

    def _fallback(self, number: int, fallback: Fallback) -> Fallback:
        return replace(fallback, do=self._lines(f"anywhere.{number}.do", fallback.do))

    def _name(self, name: str, names: Mapping[str, str]) -> dict[str, str]:
        added = {code: each if code in names else MadeUp(each) for code, each in self._added(name, names).items()}
        english = _words_of(names.get(ENGLISH, ""))
        # One that differs in a comma or a capital would only take the room of another name.
        told = {code: each for code, each in added.items() if code in names or _words_of(each) != english}
        return in_order(told, self._language)

    def _added(self, name: str, names: Mapping[str, str]) -> dict[str, str]:
        """Names with that in the language behind the others. One that the directory has itself stays."""
        if name not in self._told or any(is_one_in_writing(code, self._language) for code in names):
            return dict(names)
        return {**names, self._language: self._told[name]}

    def _lines(self, base: str, lines: Iterable[GuidanceText]) -> Any:
        return tuple(
            self._named(f"{base}.{number}", line, "adult", "child")
            if isinstance(line, TextByAge)
            else self._text(f"{base}.{number}", line)
            for number, line in enumerate(lines)
        )

    def _named(self, base: str, struct: _Named, *fields: str) -> _Named:
        said = {
            name: self._told[f"{base}.{name}"]
            for name in fields
            if getattr(struct, name) is not None and f"{base}.{name}" in self._told
        }
        return replace(struct, **said) if said else struct

    def _text(self, name: str, text: str) -> str:
        return self._told.get(name, text)
