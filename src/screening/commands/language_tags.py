"""The tag of a language as it is typed, and whether anything is translated into it."""

from pathlib import Path

from screening.commands.exit_codes import BadInput
from screening.language.messages import Listing, Message, gettext, quoted
from screening.language.tags import every_code, named, written
from screening.reading.files import is_there
from screening.reading.language_files import language_file
from screening.reading.problem import did_you_mean
from screening.reading.sets import SetFiles
from screening.reading.translations import translation_paths


def language_tag(typed: str) -> str:
    """The tag of a language, written in the one way.

    Args:
        typed: as somebody wrote it.

    Raises:
        BadInput: there is no such language.
    """
    tag = written(typed)
    if tag is not None:
        return tag
    by_name = named(typed)
    hint = gettext("Did you mean {word}?", word=quoted(by_name)) if by_name is not None else _near(typed)
    raise BadInput(gettext("there is no language {tag}. {hint}", tag=quoted(typed), hint=hint))


def _near(typed: str) -> Message:
    """What was probably meant. Of a tag with a wrong script or place, its language is known."""
    first = typed.replace("_", "-").partition("-")[0]
    known = [code for code in every_code() if code.partition("-")[0] == first.lower()]
    return did_you_mean(typed, known or every_code())


def language_of_set(files: SetFiles, typed: str) -> str:
    """The tag of a language into which a set is translated, in part at least, or in which it was written.

    Args:
        files: the set.
        typed: as somebody wrote it.

    Raises:
        BadInput: there is no such language, or nothing of the set is translated into it.
    """
    # Whoever writes what the file is called needs no table of languages, which would take its time.
    plain = typed.replace("-", "").isalnum() and typed.isascii()
    if plain and any(is_there(locale / f"{typed}.po") for locale in files.locales):
        return typed
    tag = language_tag(typed)
    if tag == files.about.value.language or any(language_file(locale, tag) for locale in files.locales):
        return tag
    there = sorted({path.stem for folder in (files.folder, *files.below) for path in translation_paths(folder)})
    name = quoted(files.about.value.id)
    if not there:
        raise BadInput(gettext("nothing of the set {set} is translated.", set=name))
    message = gettext(
        "nothing of the set {set} is translated into {language}. There is: {languages}.",
        set=name,
        language=quoted(tag),
        languages=Listing((*there,), "comma"),
    )
    raise BadInput(message)


def translation_file(folder: Path, tag: str) -> Path:
    """The file of a language in a folder of translations: the one that is there, or the one that is to be made."""
    return language_file(folder, tag) or folder / f"{tag}.po"
