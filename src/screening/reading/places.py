"""Directories by the code of their place, each read when it is first needed.

A talk begins with the names of the places alone. So what reads a whole directory, and what says how far its translation
may be shown, is imported with the first that is read.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.language.names import is_english
from screening.language.tags import is_one_in_writing
from screening.reading.files import read_file, yaml_files
from screening.reading.language_files import read_language, read_one_text
from screening.reading.problem import Unsound
from screening.reading.set_catalog import data_folder
from screening.referral.anywhere import ANYWHERE, with_anywhere
from screening.referral.directory import Directory, Trap
from screening.referral.directory_texts import directory_texts
from screening.referral.emergency import with_emergency
from screening.referral.in_language import (
    as_written,
    english_first,
    in_language,
    with_wording_of,
    with_wording_of_anywhere,
    worded,
)
from screening.referral.names import ENGLISH, first_name
from screening.referral.own_services import OwnServices, with_own
from screening.sets.translation import Translation

if TYPE_CHECKING:
    from screening.reading.directories import DirectoryFile, OwnFile

# They stand at the top of a file, and are all that is needed to choose a place. `home` stands above them, or nowhere.
_TOP = frozenset({"names"})


class _Top(Struct, frozen=True):
    """What a directory says of itself before its services."""

    names: Mapping[str, str]
    home: bool

    @property
    def name(self) -> str:
        """The name by which its place is found in every language."""
        return self.names.get(ENGLISH) or first_name(self.names)


def places() -> list[str]:
    """The codes of the places that have a built-in directory."""
    return [path.stem for path in yaml_files(data_folder("referrals")) if path.stem != ANYWHERE]


class Directories(Mapping[str, Directory]):
    """The directory of each place, and last that of what can be done anywhere. A built-in one is read when needed."""

    def __init__(self, own: Iterable[Path] = (), language: str | None = None) -> None:
        """Find the built-in directories, and read an agency's own files.

        Args:
            own: files of an agency: services that it adds to places, or whole directories of its own.
            language: the tag of the language into which texts are put, as far as they are translated. Nothing is
                opened for English, or where none is given.

        Raises:
            Unsound: one of them has problems, or does not fit.
        """
        self._language = language if language is not None and not is_english(language) else None
        self._codes = [*places(), ANYWHERE]
        self._read: dict[str, Directory] = {}
        self._tops: dict[str, _Top] = {}
        self._own_home: str | None = None
        if own:
            self._add_own(own)

    def _add_own(self, own: Iterable[Path]) -> None:
        from screening.reading.directories import DirectoryFile, OwnFile, read_services  # noqa: PLC0415

        files = [(path.name, read_services(path)) for path in own]
        # Whole places first: services may be added to one of them, whatever their order.
        for origin, file in files:
            if isinstance(file, DirectoryFile):
                self._add_place(file, origin)
        for _, file in files:
            if isinstance(file, OwnFile):
                self._add(file)

    def __getitem__(self, place: str) -> Directory:
        """The directory of a place.

        Raises:
            KeyError: there is none.
            Unsound: it has problems.
        """
        if place not in self._codes:
            raise KeyError(place)
        if place not in self._read:
            from screening.reading.directories import read_directory  # noqa: PLC0415

            directory = self._worded(read_directory(_built_in(place)).directory, _built_in(place))
            self._read[place] = directory if place == ANYWHERE else self._whole(directory)
        return self._read[place]

    def __iter__(self) -> Iterator[str]:
        """The places as they are looked for: the home place, the others by name, and last anywhere."""
        home = self.home
        return iter(sorted(self._codes, key=lambda place: (place == ANYWHERE, place != home, self._name(place))))

    def __len__(self) -> int:
        return len(self._codes)

    @property
    def home(self) -> str | None:
        """The place that is offered first: the agency's choice before the built-in one; None where nobody says."""
        return self._own_home or next((place for place in self._codes if self._top(place).home), None)

    def names(self) -> dict[str, str]:
        """What the places are called, by their codes, without what can be done anywhere; in the order of English."""
        return {place: self._called(place) for place in self if place != ANYWHERE}

    def code_of(self, place: str) -> str | None:
        """The code of a place that is given by its code, its name or another word for it; None where it is unknown."""
        said = _as_word(place)
        if said in self._codes:
            return said
        named = {_as_word(self._name(code)): code for code in self._codes if code != ANYWHERE}
        found = named.get(said) or next((code for code in self if said in self._other_words_for(code)), None)
        if found is not None or self._language is None:
            return found
        # What is read on the screen can be typed too.
        return next((code for code, name in self.names().items() if _as_word(name) == said), None)

    def _name(self, place: str) -> str:
        return self._top(place).name

    def _called(self, place: str) -> str:
        """What a place is called in the reader's language. For that, not all of its texts are read."""
        if place in self._read:
            return self._read[place].name
        names = self._top(place).names
        if self._language is None:
            return first_name(names)
        code = next((code for code in names if is_one_in_writing(code, self._language)), None)
        if code is not None or ENGLISH not in names:
            return names[code] if code is not None else first_name(names)
        locale = _locale_of(_built_in(place))
        return read_one_text(locale, self._language, "place.name", names[ENGLISH]) or names[ENGLISH]

    def _top(self, place: str) -> _Top:
        if place in self._read:
            return self._top_of(self._read[place])
        if place not in self._tops:
            text = read_file(_built_in(place), until=_TOP)
            top = text.data if text.readable and not text.problems and isinstance(text.data, dict) else {}
            match top:
                case {"names": {"en": str()} as names} if all(isinstance(name, str) for name in names.values()):
                    self._tops[place] = _Top(names, top.get("home") is True)
                case _:
                    self._tops[place] = self._top_of(self[place])
        return self._tops[place]

    @staticmethod
    def _top_of(directory: Directory) -> _Top:
        return _Top(as_written(directory).names, directory.home)

    def _other_words_for(self, place: str) -> set[str]:
        return {_as_word(name) for name in self[place].also_called}

    def _add(self, file: "OwnFile") -> None:
        from screening.reading.directories import misfits  # noqa: PLC0415

        own = file.own
        directory = self.get(own.adds_to)
        problems = list(misfits(file, directory))
        if problems or directory is None:
            raise Unsound(problems)
        if self._language is None:
            self._read[own.adds_to] = with_own(directory, english_first(own))
            return
        told = self._told(own, Path(file.file.text.file), directory.traps, self._language)
        added = with_own(directory, worded(own, told))
        self._read[own.adds_to] = with_wording_of(added, told, [service.id for service in own.services])

    def _add_place(self, file: "DirectoryFile", origin: str) -> None:
        from screening.reading.directories import traps_in  # noqa: PLC0415

        directory, place = file.directory, file.place
        built_in = self.get(place)
        # A number that is known to be dead or dangerous stays so, whoever lists it; and a place keeps its names.
        traps = (*directory.traps, *(built_in.traps if built_in is not None else ()))
        also_called = (*directory.also_called, *(built_in.also_called if built_in is not None else ()))
        problems = list(traps_in(file, traps))
        if directory.home and self._own_home not in {None, place}:
            message = gettext("{place} is already the home place, in another file", place=quoted(self._own_home or ""))
            hint = gettext("Mark one place as 'home'.")
            problems.append(file.file.problem(("home",), message, hint, at_key=True))
        if problems:
            raise Unsound(problems)
        if directory.home:
            self._own_home = place
        home = directory.home or (built_in is not None and built_in.home)
        directory = replace(directory, traps=traps, also_called=also_called, home=home)
        if place not in self._codes:
            self._codes.insert(-1, place)
        # Whoever writes a file may begin with any of its languages.
        directory = self._whole(self._worded(english_first(directory), Path(file.file.text.file)))
        services = tuple(replace(service, listed_by=origin) for service in directory.services)
        self._read[place] = replace(directory, services=services)

    def _whole(self, directory: Directory) -> Directory:
        """The directory of a place with what its file says elsewhere, or leaves to what holds anywhere."""
        anywhere = self[ANYWHERE]
        return with_wording_of_anywhere(with_anywhere(with_emergency(directory), anywhere), anywhere)

    def _worded(self, directory: Directory, path: Path) -> Directory:
        """A directory in the reader's language, as far as it is translated."""
        if self._language is None:
            return directory
        return in_language(directory, self._told(directory, path, directory.traps, self._language))

    @staticmethod
    def _told(services: Directory | OwnServices, path: Path, traps: Iterable[Trap], language: str) -> Translation:
        """The translation of a file of services, without what must not be shown."""
        from screening.referral.fit_to_show import fit_to_show  # noqa: PLC0415

        english = directory_texts(services, language)
        return fit_to_show(services, english, read_language([_locale_of(path)], language, english), traps)


def _as_word(name: str) -> str:
    """A name as it is compared: without a difference between capitals, blanks and hyphens."""
    return "-".join(name.casefold().split())


def _locale_of(path: Path) -> Path:
    """The folder of the translations of a file of services."""
    return path.parent / "locale" / path.stem


def _built_in(place: str) -> Path:
    return data_folder("referrals") / f"{place}.yaml"


def load_directories(own: Iterable[Path] = (), language: str | None = None) -> Mapping[str, Directory]:
    """The directory of each place, by its code, each read when it is first needed.

    Args:
        own: files of an agency: services that it adds to places, or whole directories of its own.
        language: the tag of the language into which their texts are put, as far as they are translated.

    Raises:
        Unsound: one of these files has problems, or does not fit.
    """
    return Directories(own, language)
