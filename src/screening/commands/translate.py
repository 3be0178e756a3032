"""`screening translate`: a file of translations, made and brought up to date."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from screening.commands.exit_codes import DONE, PROBLEMS_FOUND, BadInput
from screening.commands.language_tags import language_tag, translation_file
from screening.commands.set_catalog import open_catalog
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, ngettext
from screening.language.tags import english_name, plural_forms, written
from screening.reading.directories import DirectoryFile, read_services
from screening.reading.files import is_there, read_bytes, real_path
from screening.reading.set_catalog import SetCatalog, data_folder
from screening.reading.sets import find_files
from screening.reading.translations import read_for_change
from screening.show.characters import in_one_line
from screening.terminal.outlet import put
from screening.writing.translation_sources import directory_sources, program_sources, set_sources
from screening.writing.translations import Counts, Head, Source, updated, write_translations

PROGRAM = "program"
_LOCALE = "locale"


class _Target(Struct, frozen=True):
    """What is translated, and where.

    Attributes:
        of: what it is called in the file.
        path: the file.
        sources: the texts.
    """

    of: str
    path: Path
    sources: Sequence[Source]


def translate(
    what: Path, tag: str, language: Catalog, folders: Sequence[Path] = (), *, only_check: bool = False
) -> int:
    """Make a file of translations, or bring it up to date, and say how far it is.

    Args:
        what: a set's folder or id, the file of a directory or of an agency's own services, or the word `program`.
        tag: the language into which it is translated.
        language: what the program says is said in it.
        folders: where sets are found besides the built-in ones.
        only_check: write nothing.

    Returns:
        With `only_check`, whether there would be something to write.

    Raises:
        BadInput: it is no language, or that of the texts themselves; there is nothing to translate at the path.
        Unsound: what is there has problems, or the file of translations has.
        OSError: the file cannot be written.
    """
    code = language_tag(tag)
    target = _target(what, code, open_catalog(folders))
    before = read_for_change(target.path)
    head = Head(of=target.of, language=code, called=english_name(code), plurals=plural_forms(code))
    text, counts = updated(before, target.sources, head)
    is_new = before is None or _as_it_is(target.path) != text
    shown = in_one_line(str(target.path))
    if not is_new:
        said = gettext("{file} is up to date.", file=shown)
    elif only_check:
        command = f"screening translate {in_one_line(str(what))} {code}"
        said = gettext("{file} is not up to date. Write: {command}.", file=shown, command=command)
    else:
        write_translations(real_path(target.path), text)
        said = gettext("Written to {file}.", file=shown)
    for message in (said, *_told(counts)):
        put(f"{language.render(message)}\n")
    return PROBLEMS_FOUND if only_check and is_new else DONE


def _as_it_is(path: Path) -> str:
    # Windows may have other ends of lines: nothing of it is out of date.
    return read_bytes(path).decode("utf-8-sig").replace("\r\n", "\n")


def _target(what: Path, code: str, catalog: SetCatalog) -> _Target:
    if str(what) == PROGRAM:
        folder = data_folder(_LOCALE)
        template = read_for_change(folder / "screening.pot")
        path = folder / code / "LC_MESSAGES" / "screening.po"
        return _Target("screening", path, program_sources(template) if template is not None else ())
    if what.is_file() and what.name != "set.yaml" and not is_there(what.parent / "set.yaml"):
        return _directory(what, code)
    files = find_files(str(what), catalog)
    if written(files.set.about.language) == code:
        raise BadInput(gettext("the texts of {set} are written in {language}.", set=str(what), language=code))
    sources = set_sources(files)
    return _Target(f"screening {files.set.about.id}", translation_file(files.folder / _LOCALE, code), sources)


def _directory(path: Path, code: str) -> _Target:
    if code.partition("-")[0] == "en":
        raise BadInput(gettext("the texts of {set} are written in {language}.", set=str(path), language="en"))
    file = read_services(path)
    services = file.directory if isinstance(file, DirectoryFile) else file.own
    folder = path.parent / _LOCALE / path.stem
    return _Target(f"screening {path.stem}", translation_file(folder, code), directory_sources(services, code))


def _told(counts: Counts) -> list[Message]:
    said = [ngettext("There is {count} text.", "There are {count} texts.", counts.texts)]
    if counts.added:
        said.append(ngettext("{count} is new in the file.", "{count} are new in the file.", counts.added))
    if counts.changed:
        said.append(
            ngettext(
                "{count} translates an earlier English text. Translate it again, and delete its line '#| msgid'.",
                "{count} translate earlier English texts. Translate them again, and delete their lines '#| msgid'.",
                counts.changed,
            )
        )
    if counts.removed:
        said.append(
            ngettext(
                "{count} is not needed any more. If it is translated, it is kept at the end.",
                "{count} are not needed any more. Those that are translated are kept at the end.",
                counts.removed,
            )
        )
    if counts.missing:
        said.append(ngettext("{count} is not translated yet.", "{count} are not translated yet.", counts.missing))
    if counts.unreviewed:
        said.append(
            ngettext(
                "{count} is translated, and no native speaker has reviewed it.",
                "{count} are translated, and no native speaker has reviewed them.",
                counts.unreviewed,
            )
        )
    return said
