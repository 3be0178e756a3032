"""The tag of a language as it is typed, and whether anything is translated into it."""

from pathlib import Path

from screening.commands.exit_codes import BadInput
from screening.language.messages import Listing, Message, gettext, quoted
from screening.language.tags import every_code, named, written
from screening.reading.catalogs import is_called
from screening.reading.files import is_there
from screening.reading.language_files import language_file
from screening.reading.problem import did_you_mean
from screening.reading.set_files import SetFiles
from screening.reading.translations import translation_paths


def language_tag(typed: str) -> str:
    """The tag of a language, written in the one way.

    Args:
        typed: as somebody wrote it.

    Raises:
        BadInput: there is no such language.
    """
    # What is known needs no table of languages, which would take its time.
    if typed == "en" or (typed.replace("-", "").isalnum() and typed.isascii() and is_called(typed)):
        return typed
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


def has_words_in(files: SetFiles, tag: str) -> bool:
    """Whether a set is translated into a language, in part at least, or was written in it.

    Args:
        files: the set.
        tag: the tag of the language.
    """
    # Whoever writes what the file is called needs no table of languages, which would take its time.
    return (
        tag == files.about.value.language
        or any(is_there(locale / f"{tag}.po") for locale in files.locales)
        or any(language_file(locale, tag) for locale in files.locales)
    )


def nothing_in(files: SetFiles, tag: str) -> BadInput:
    """What is told where a set has no words in the language that is wanted of it.

    Args:
        files: the set.
        tag: the tag of the language.
    """
    there = sorted({path.stem for folder in (files.folder, *files.below) for path in translation_paths(folder)})
    name = quoted(files.about.value.id)
    if not there:
        return BadInput(gettext("nothing of the set {set} is translated.", set=name))
    message = gettext(
        "nothing of the set {set} is translated into {language}. There is: {languages}.",
        set=name,
        language=quoted(tag),
        languages=Listing((*there,), "comma"),
    )
    return BadInput(message)


def translation_file(folder: Path, tag: str) -> Path:
    """The file of a language in a folder of translations: the one that is there, or the one that is to be made."""
    return language_file(folder, tag) or folder / f"{tag}.po"
