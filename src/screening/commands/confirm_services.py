"""`screening services confirm`: a desk calls the numbers of a place, and its agency's own file keeps what it finds."""

import sys
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from screening.commands.exit_codes import DONE, QUICK_EXIT, BadInput
from screening.commands.service_request import ServiceRequest, directory_of, moment_of
from screening.language.messages import Message, Text, gettext, quoted
from screening.reading.directories import OwnFile, read_services
from screening.reading.files import is_there
from screening.reading.page_one import shown_most
from screening.referral.anywhere import ANYWHERE
from screening.referral.call_sheet import ToTry, to_try
from screening.referral.calls import UNTIL, Call, Found
from screening.referral.directory import Directory
from screening.referral.numbers import can_be_dialled, dialled
from screening.referral.service import Contact
from screening.referral.traps import number_trap
from screening.sets.needs import Need
from screening.show.call_sheet import FOUND_NAME, before_lines, call_sheet, may_be_found, number_lines
from screening.show.characters import in_one_line
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.call_prompts import choose, typed
from screening.terminal.outlet import put
from screening.writing.calls import Unwritable, new_own_file, write_call
from screening.writing.files import Taken, write_file

_MOST_OF_NAME = 200
_NEXT = "next"
_STOP = "stop"


def print_sheet(request: ServiceRequest) -> int:
    """Print the numbers to call, as a page for paper.

    Args:
        request: the place, the needs and the day.

    Raises:
        BadInput: an unknown place, or one with nothing to call.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    # Imported here, as it alone needs the templates.
    from screening.show.html import call_sheet_page  # noqa: PLC0415

    directory, services = _to_call(request)
    put(call_sheet_page(call_sheet(directory, services), request.language))
    return DONE


def confirm(request: ServiceRequest, agency: str | None) -> int:
    """Lead a desk through the numbers of a place. Each answer is written before the next number comes.

    Args:
        request: the place, the needs, and the one file that is written. Where it does not exist, it is made.
        agency: the name of the agency for a new file; it is asked where it is not given.

    Raises:
        BadInput: there is no terminal, not one file, or it is of another place; nothing to call.
        Unsound: a directory, or the file, cannot be used.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput(
            gettext("calls are led at a terminal. For paper write: screening services confirm --sheet > calls.html")
        )
    path = _file_of(request)
    try:
        if not is_there(path):
            _begin(path, request, agency)
        return _Desk(replace(request, place=_place_of(path, request)), path).lead()
    except KeyboardInterrupt:
        if is_there(path):
            _say(gettext("Every answer so far is in {path}. Go on with the same command.", path=str(path)), request)
        else:
            _say(gettext("Nothing was written."), request)
        return QUICK_EXIT
    except Unwritable as error:
        raise BadInput(error.message) from None


def _file_of(request: ServiceRequest) -> Path:
    if len(request.own) != 1:
        raise BadInput(
            gettext(
                "name the one file of your own that the answers are written into: --services our-services.yaml. If it "
                "does not exist, it is made."
            )
        )
    return request.own[0]


def _place_of(path: Path, request: ServiceRequest) -> str:
    """The place that the file adds to."""
    file = read_services(path)
    if not isinstance(file, OwnFile):
        message = gettext("{path} is a whole directory. Calls are written into your own services.", path=str(path))
        raise BadInput(message)
    place = file.own.adds_to
    if request.place is not None and directory_of(request)[0].place != place:
        message = gettext("{path} adds to {place}. Give --place {place}, or another file.", path=str(path), place=place)
        raise BadInput(message)
    return place


def _begin(path: Path, request: ServiceRequest, agency: str | None) -> None:
    """Make a file with nothing in it but whose it is."""
    fresh = replace(request, own=())
    directory, _ = directory_of(fresh)
    today = moment_of(fresh, directory).today
    if directory.place == ANYWHERE:
        raise BadInput(gettext("there are no numbers to call for a place without a directory."))
    if not is_there(path.parent):
        raise BadInput(gettext("there is no folder {folder}. Check the path.", folder=quoted(str(path.parent))))
    wrong = _no_name(agency) if agency is not None else None
    if wrong is not None:
        raise BadInput(wrong)
    name = agency or typed(gettext("What is your agency called, as it is to be shown?"), _no_name, request.language)
    try:
        write_file(path, new_own_file(directory.place, name, today), private=True)
    except Taken:
        raise BadInput(gettext("{path} was made by somebody else just now. Begin again.", path=str(path))) from None


def _no_name(given: str) -> Message | None:
    return None if 0 < len(given.strip()) <= _MOST_OF_NAME else gettext("Write a name of at most 200 characters.")


def _to_call(request: ServiceRequest) -> tuple[Directory, tuple[ToTry, ...]]:
    directory, _ = directory_of(request)
    today = moment_of(request, directory).today
    asked_for = {each.value for each in request.needs}
    needs: list[Need] = [need for need in get_args(Need) if need in asked_for]
    return directory, to_try(directory, needs, shown_most(directory.place), today)


def _say(message: Message, request: ServiceRequest) -> None:
    put(f"{in_one_line(request.language.render(message))}\n")


class _Desk(Struct):
    """One sitting at the telephone."""

    request: ServiceRequest
    path: Path

    def lead(self) -> int:
        """Go through the services, one after the other, until all were tried or it is stopped."""
        directory, services = _to_call(self.request)
        today = moment_of(self.request, directory).today
        self._show(before_lines(directory, services))
        for position, each in enumerate(services, 1):
            for contact in each.contacts:
                self._show(number_lines(each, contact, position, len(services)))
                answer = self._answer(each)
                if answer == _STOP:
                    return self._end(gettext("Every answer so far is in {path}.", path=str(self.path)))
                if answer != _NEXT:
                    write_call(self.path, self._call(answer, each, contact, directory, today))
        return self._end(gettext("That was the last number. Every answer is in {path}.", path=str(self.path)))

    def _show(self, lines: Iterable[Line]) -> None:
        print_lines(lines, sys.stdout, self.request.language)

    def _answer(self, each: ToTry) -> str:
        answers: dict[str, Text] = {
            _NEXT: gettext("Not now: the next number"),
            **{kind: FOUND_NAME[kind] for kind in may_be_found(each)},
            _STOP: gettext("Stop here"),
        }
        return choose(gettext("What did you find?"), answers, self.request.language)

    def _call(self, answer: str, each: ToTry, contact: Contact, directory: Directory, today: date) -> Call:
        found = _FOUND[answer]
        language, now, until = self.request.language, None, None
        if found == "another-number":

            def mistake(given: str) -> Message | None:
                return _no_number(given, contact, directory)

            now = typed(gettext("Which number is right?"), mistake, language)
        if found in UNTIL:
            until = typed(
                gettext("On which day is it open, or has it room, again? Such as {day}.", day=today.isoformat()),
                lambda given: _no_day(given, today),
                language,
            )
        return Call(
            service=each.service.id,
            number=contact.number,
            kind=contact.kind,
            called_on=today.isoformat(),
            found=found,
            now=now,
            until=until,
        )

    def _end(self, message: Message) -> int:
        _say(message, self.request)
        _say(
            gettext("See what has changed: screening services list --services {path}", path=str(self.path)),
            self.request,
        )
        return DONE


_FOUND: Mapping[str, Found] = {kind: kind for kind in FOUND_NAME}


def _no_number(given: str, contact: Contact, directory: Directory) -> Message | None:
    region = directory.place.upper()
    if not can_be_dialled(given, region):
        return gettext(
            "{number} is not a telephone number. Write it with the code of the country.", number=quoted(given)
        )
    if dialled(given, region) == dialled(contact.number, region):
        return gettext("That is the number in the list. Stop with Ctrl-C, or write another.")
    trap = number_trap(given, directory.traps)
    return trap.message if trap is not None else None


def _no_day(given: str, today: date) -> Message | None:
    try:
        day = date.fromisoformat(given)
    except ValueError:
        return gettext("Write a day such as {day}.", day=today.isoformat())
    if len(given) != len("2026-01-31"):
        return gettext("Write a day such as {day}.", day=today.isoformat())
    return None if day > today else gettext("Write a day after today.")
