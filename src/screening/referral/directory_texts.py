"""Every text of a referral directory that somebody reads, each with an id of its own (pure).

Names of services are often known in several languages, and stand in the directory itself: those are not here.
"""

from collections.abc import Iterable, Iterator, Mapping

from screening.language.tags import is_one_in_writing
from screening.referral.directory import Directory, Duty, Emergency
from screening.referral.names import ENGLISH
from screening.referral.own_services import OwnServices
from screening.referral.service import Contact, Names, Service
from screening.sets.fields import GuidanceText, TextByAge


def directory_texts(directory: Directory | OwnServices, language: str | None) -> Mapping[str, str]:
    """The English texts of a directory, or of an agency's own file, by their ids, in the order of the file.

    Args:
        directory: one without problems.
        language: into which they are to be translated. A name that the directory has in it needs no translation. None
            for all names.
    """
    return dict(_all(directory, language))


def _all(directory: Directory | OwnServices, language: str | None) -> Iterator[tuple[str, str]]:
    if isinstance(directory, Directory):
        yield from _name("place", directory.names, language)
        yield from _emergency(directory.emergency, language)
        for district, name in directory.districts.items():
            yield f"district.{district}.name", name
        for duty in directory.duties:
            yield from _duty(duty)
    for service in directory.services:
        yield from _service(service, language)
    if isinstance(directory, Directory):
        for number, fallback in enumerate(directory.anywhere):
            yield from _lines(f"anywhere.{number}.do", fallback.do)


def _emergency(emergency: Emergency, language: str | None) -> Iterator[tuple[str, str]]:
    yield from _name("emergency", emergency.names, language)
    yield from _named("emergency", note=emergency.note)
    yield from _lines("emergency.ask_first", emergency.ask_first)
    yield from _lines("emergency.notes", emergency.notes)


def _duty(duty: Duty) -> Iterator[tuple[str, str]]:
    base = f"duty.{duty.id}"
    yield f"{base}.title", duty.title
    yield from _lines(f"{base}.text", duty.text)
    yield from _lines(f"{base}.no_choice", duty.no_choice)


def _service(service: Service, language: str | None) -> Iterator[tuple[str, str]]:
    base = f"service.{service.id}"
    yield from _name(base, service.names, language)
    yield from _name(base, service.everyday, language, "everyday")
    yield from _named(base, about=service.about, represents=service.represents)
    yield from _lines(f"{base}.only", service.only)
    yield from _lines(f"{base}.referral", service.referral.how)
    yield from _lines(f"{base}.ask_first", service.ask_first)
    yield from _lines(f"{base}.notes", service.notes)
    for number, contact in enumerate(service.contacts):
        yield from _contact(f"{base}.contact.{number}", contact)


def _contact(base: str, contact: Contact) -> Iterator[tuple[str, str]]:
    return _named(base, note=contact.note, conflict=contact.conflict)


def _name(base: str, names: Names, language: str | None, field: str = "name") -> Iterator[tuple[str, str]]:
    if ENGLISH in names and (language is None or not any(is_one_in_writing(code, language) for code in names)):
        yield f"{base}.{field}", names[ENGLISH]


def _lines(base: str, lines: Iterable[GuidanceText]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines):
        if isinstance(line, TextByAge):
            yield from _named(f"{base}.{number}", adult=line.adult, child=line.child)
        else:
            yield f"{base}.{number}", line


def _named(base: str, **told: str | None) -> Iterator[tuple[str, str]]:
    return ((f"{base}.{name}", text) for name, text in told.items() if text is not None)
