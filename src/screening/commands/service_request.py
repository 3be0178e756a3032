"""What is asked for at the desk: the options of `screening services`, in the terms of directories and of records."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from screening.commands.clock import now
from screening.commands.exit_codes import BadInput
from screening.commands.option_values import Age, Gender, NeedOption, Situation, YesNoOption
from screening.commands.place_names import place_code
from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, gettext, quoted
from screening.reading.places import Directories
from screening.reading.problem import nearest, sentences
from screening.reading.records import Misrecorded, RecordReader
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.in_language import as_written
from screening.referral.moment import Moment, moment_in
from screening.sets.answers import NOT_DEFINITE, Answer
from screening.show.languages import LANGUAGE_NAME, LANGUAGES_ALSO_CALLED


class ServiceRequest(Struct, frozen=True, kw_only=True):
    """What is asked for at the desk, as the options give it. What is not given is `None` or empty.

    Attributes:
        language: what the program says is said in it.
        texts_in: the tag of the language into which directories are put; None for as they were written.
        place: the code of a place, its name or another word for it; the home place where none is named.
        needs: what is needed; everything that is offered where nothing is named.
        age: how old the person is, as far as is known.
        gender: of the person.
        situation: what the person does or is in.
        languages: those of the person, by code or by name.
        identity_card: whether the person has one of the place.
        may_stay: whether the person may stay in the place.
        with_children: whether children are with the person.
        abroad: whether the person is.
        district: where in the place, by code or by name.
        police: whether the person agrees to telling the police.
        seeks_protection: whether the person fears the authorities of a state, or seeks protection from it.
        at: when, by the clock of the place; now where it is not given.
        own: an agency's own files.
    """

    language: Catalog
    texts_in: str | None = None
    place: str | None = None
    needs: Sequence[NeedOption] = ()
    age: Age | None = None
    gender: Gender | None = None
    situation: Sequence[Situation] = ()
    languages: Sequence[str] = ()
    identity_card: YesNoOption | None = None
    may_stay: YesNoOption | None = None
    with_children: YesNoOption | None = None
    abroad: YesNoOption | None = None
    district: str | None = None
    police: YesNoOption | None = None
    seeks_protection: YesNoOption | None = None
    at: str | None = None
    own: Sequence[Path] = ()


def directory_of(request: ServiceRequest) -> tuple[Directory, Directories]:
    """The directory of the place, or of what can be done anywhere; and those of all places.

    Raises:
        BadInput: an unknown place.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    directories = Directories(request.own, request.texts_in)
    place = place_code(request.place, directories) if request.place is not None else directories.home
    return directories[place or ANYWHERE], directories


def moment_of(request: ServiceRequest, directory: Directory) -> Moment:
    """The time that is asked about: now where none is given.

    Raises:
        BadInput: it is not a time.
    """
    if request.at is None:
        return moment_in(directory, now())
    if _is_a_day(request.at):
        # A day alone would be midnight, when nearly nobody answers.
        raise BadInput(
            gettext("{given} is a day without a time. Write one such as 2026-11-28T03:00.", given=quoted(request.at))
        )
    try:
        return moment_in(directory, datetime.fromisoformat(request.at))
    except (ValueError, OverflowError):
        message = gettext("{given} is not a valid time. Write one such as 2026-11-28T03:00.", given=quoted(request.at))
        raise BadInput(message) from None


def _is_a_day(given: str) -> bool:
    try:
        date.fromisoformat(given)
    except ValueError:
        return False
    return True


def circumstances_of(request: ServiceRequest, directory: Directory) -> dict[str, Answer]:
    """The circumstances that are given, by their ids, as they are recorded.

    Raises:
        BadInput: a language or a district that nobody knows (it would exclude everybody, or nobody, unnoticed); what
            cannot be recorded.
    """
    given: dict[str, str | list[str] | None] = {
        "age": request.age,
        "gender": request.gender,
        "situation": [each.value for each in request.situation] or None,
        "languages": _language_codes(request.languages, directory, request.language) or None,
        "identity_card": request.identity_card,
        "may_stay": request.may_stay,
        "with_children": request.with_children,
        "abroad": request.abroad,
        "district": _district_code(request.district, directory),
        "police": request.police,
    }
    said = {name: value for name, value in given.items() if value is not None}
    try:
        return RecordReader([]).circumstances(said)
    except Misrecorded as error:
        raise BadInput(sentences(error.message, error.hint)) from None


def _district_code(said: str | None, directory: Directory) -> str | None:
    if said is None or said in NOT_DEFINITE:
        return said
    if not directory.districts:
        name = directory.name
        raise BadInput(
            gettext("services are not listed by district here ({place}). Leave the district out.", place=name)
        )
    # By what is read on the screen, and in every language by what stands in the file.
    written = as_written(directory).districts
    named = {name.casefold(): code for names in (directory.districts, written) for code, name in names.items()}
    code = named.get(said.casefold(), said.casefold())
    if code not in directory.districts:
        hint = _nearest_or_all(said.casefold(), list(directory.districts))
        raise BadInput(gettext("there is no district {name}. {hint}", name=quoted(said), hint=hint))
    return code


def _language_codes(said: Sequence[str], directory: Directory, language: Catalog) -> list[str]:
    if not NOT_DEFINITE.isdisjoint(said):
        return list(said)
    return [code for each in said for code in _codes_of(each, directory, language)]


def _codes_of(said: str, directory: Directory, language: Catalog) -> Sequence[str]:
    """The codes of a language; more than one where a word means several spoken ones."""
    known = {*LANGUAGE_NAME, *directory.languages}
    if said in known:
        return (said,)
    small = said.casefold()
    named = {language.render(name).casefold(): (code,) for code, name in LANGUAGE_NAME.items()}
    codes = LANGUAGES_ALSO_CALLED.get(small) or named.get(small)
    if codes is None:
        hint = _nearest_or_all(small, sorted(known))
        raise BadInput(gettext("there is no language {name} here. {hint}", name=quoted(said), hint=hint))
    return codes


def _nearest_or_all(word: str, known: Sequence[str]) -> Message:
    """What may have been meant, or all that could be: whoever types one of them cannot look them up elsewhere."""
    near = nearest(word, known)
    if near is not None:
        return gettext("Did you mean {word}?", word=quoted(near))
    return gettext("Known: {words}.", words=Listing(tuple(known), "comma"))
