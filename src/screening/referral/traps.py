"""Where a service runs into a trap: a number or an organisation that must never appear as a contact (pure)."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.referral.directory import Trap
from screening.referral.service import Service

_NO_DIGITS = re.compile(r"[^0-9]")
# How the digits of one number are set apart.
_BETWEEN_DIGITS = re.compile(r"(?<=[0-9])[\s().\-]+(?=[0-9])")
# Shorter than this, and the same digits stand in many a number.
_TELLING_DIGITS = 4
_CODED = 6


class Trapped(Struct, frozen=True):
    """A trap that a service runs into.

    Attributes:
        trap: the trap.
        path: where in the service: a contact's number, a name, or something that is said.
        said: what stands there.
    """

    trap: Trap
    path: tuple[str | int, ...]
    said: str

    @property
    def message(self) -> Message:
        """What is wrong, without a full stop."""
        # Translators: {said} is a number or a name in a directory, {why} what the directory says of it.
        return gettext("{said} is a trap: {why}", said=quoted(self.said), why=self.trap.why.rstrip("."))


def trapped(service: Service, traps: Iterable[Trap]) -> Iterator[Trapped]:
    """Everything of a service that is a trap: its numbers, its names, and what is said of it."""
    numbers: list[tuple[tuple[str | int, ...], str]] = [
        (("contacts", index, "number"), contact.number) for index, contact in enumerate(service.contacts)
    ]
    texts = [*_texts(service)]
    for trap in traps:
        digits = _digits(trap.what)
        for path, said in numbers:
            if digits and _is_number(digits, said):
                yield Trapped(trap, path, said)
        for path, said in texts:
            if _says(trap.what, digits, said):
                yield Trapped(trap, path, said)


def number_trap(number: str, traps: Iterable[Trap]) -> Trapped | None:
    """The trap that a number by itself is, if it is one.

    Args:
        number: however it is written.
        traps: those of its place.
    """
    found = (trap for trap in traps if (digits := _digits(trap.what)) and _is_number(digits, number))
    trap = next(found, None)
    return Trapped(trap, (), number) if trap is not None else None


def text_trap(text: str, english: str, traps: Iterable[Trap]) -> Trap | None:
    """The trap that a translation has in it, and the text that it is of has not; None where there is none.

    Args:
        text: the translation.
        english: the text.
        traps: those of its place.
    """
    if text.isascii() and not text.strip():
        return None
    small, joined = _to_search(text)
    found = (trap for trap in traps if _is_in(trap.what, _digits(trap.what), small, joined))
    return next((trap for trap in found if not _says(trap.what, _digits(trap.what), english)), None)


def _texts(service: Service) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What is said of a service, with where."""
    yield from ((("names", language), name) for language, name in service.names.items())
    yield from ((("everyday", language), name) for language, name in service.everyday.items())
    if service.about is not None:
        yield ("about",), service.about
    yield from ((("ask_first", index), text) for index, text in enumerate(service.ask_first))
    yield from ((("notes", index), text) for index, text in enumerate(service.notes))
    yield from ((("referral", "how", index), text) for index, text in enumerate(service.referral.how))
    for index, contact in enumerate(service.contacts):
        if contact.note is not None:
            yield ("contacts", index, "note"), contact.note


def _digits(text: str) -> str:
    """The digits of a number, those of full width among them, as plain ones."""
    return _NO_DIGITS.sub("", unicodedata.normalize("NFKC", text))


def _is_number(digits: str, said: str) -> bool:
    number = _digits(said)
    if len(digits) >= _TELLING_DIGITS:
        return digits in number
    # With the code of a country before it, a short one is the same number.
    return number == digits or (said.lstrip().startswith("+") and number.endswith(digits) and len(number) <= _CODED)


def _says(what: str, digits: str, text: str) -> bool:
    """Whether a text has a trap in it; a short number is only one where it is the whole of a contact."""
    return _is_in(what, digits, *_to_search(text))


def _to_search(text: str) -> tuple[str, str]:
    """A text in which words are looked for, and one in which numbers are."""
    plain = unicodedata.normalize("NFKC", text)
    return plain.casefold(), _BETWEEN_DIGITS.sub("", plain)


def _is_in(what: str, digits: str, small: str, joined: str) -> bool:
    if digits:
        return len(digits) >= _TELLING_DIGITS and digits in joined
    return what.casefold() in small
