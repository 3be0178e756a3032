"""What of a result can be taken along, and the one place in a screening from which a file is ever written."""

import errno
import os
from collections.abc import Mapping
from functools import partial
from io import StringIO
from pathlib import Path

from screening.commands.option_values import Format
from screening.commands.result_output import print_lines_as, print_result
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext
from screening.language.scripts import in_english
from screening.result.evaluate import Result
from screening.sets.answers import Answers
from screening.show.card import CarryCard
from screening.show.characters import in_one_line
from screening.show.first_page import first_page_lines
from screening.show.lines import Line
from screening.show.referral_summary import referral_lines, referral_summary
from screening.show.translation_marks import over_a_result
from screening.terminal.saving import Document, Kept, SaveAs
from screening.terminal.screen import Dialog

_FULL = gettext("The disk is full.")
_NOT_YOURS = gettext("You may not write there. Choose another folder.")
_NO_FOLDER = gettext("There is no such folder, and none is made.")
_WHY: Mapping[int, Message] = {
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EACCES: _NOT_YOURS,
    errno.EPERM: _NOT_YOURS,
    errno.EROFS: _NOT_YOURS,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.ENAMETOOLONG: gettext("The name is too long."),
}
_QUOTES = "\"'"
_HERE = frozenset({os.curdir, os.pardir})
_TAKEN = gettext("There is something of that name already. Type another name.")
_NO_SUCH_NAME = gettext("That is not a valid file name.")


def documents(result: Result, answers: Answers, language: Catalog) -> list[Document]:
    """What can be saved of a result.

    Args:
        result: the result.
        answers: what was recorded and is in force.
        language: the one in which it is written.
    """
    summary = referral_summary(result, answers)

    def in_format(format_: Format) -> str:
        text = StringIO()
        print_result(result, text, format_, language)
        return text.getvalue()

    def first_page() -> str:
        text = StringIO()
        # Whoever finds the paper later has to see of which day its hours and numbers are.
        dated = gettext("Result of {date}", date=result.advice.today.isoformat())
        title = Line("title", over_a_result(dated, result, language))
        print_lines_as((title, *first_page_lines(result, language)), text, "html", language)
        return text.getvalue()

    def summary_page() -> str:
        # Imported here, as it alone needs the templates.
        from screening.show.html import referral_page  # noqa: PLC0415

        return referral_page(summary, language)

    def summary_text() -> str:
        text = StringIO()
        print_lines_as(referral_lines(summary), text, "markdown", language)
        return text.getvalue()

    return [
        Document(gettext("The first page, to print"), "first-page.html", first_page),
        Document(gettext("The whole result, to print"), "result.html", partial(in_format, "html")),
        Document(gettext("The whole result as text (Markdown)"), "result.md", partial(in_format, "markdown"), "editor"),
        Document(gettext("The whole result as data (JSON)"), "result.json", partial(in_format, "json"), "editor"),
        Document(gettext("A summary for the next agency, without a name, to print"), "referral.html", summary_page),
        Document(gettext("The same summary as text (Markdown)"), "referral.md", summary_text, "editor"),
    ]


def save_as(document: Document, back_to: Dialog) -> Dialog:
    """The dialog that asks where a document is to be saved."""
    return SaveAs(document, keep, _here(), back_to)


def save_card(card: CarryCard, back_to: Dialog, *, language: Catalog) -> Dialog:
    """The dialog that asks where a card is to be saved, to be printed and cut out."""

    def text() -> str:
        # Imported here, as it alone needs the templates.
        from screening.show.html import carry_card_page  # noqa: PLC0415

        return carry_card_page(card, language)

    # Whoever finds the file should not see from its name either what the numbers are for.
    return save_as(Document(gettext("The card, to print and cut out"), "numbers.html", text), back_to)


def keep(typed: str, name: str, text: str) -> Kept | Message:
    """Write a new file, where it was typed. It is the only call of a screening that writes one.

    Args:
        typed: a folder, or a folder and a name.
        name: how it is called where only a folder was typed.
        text: what stands in it.

    Returns:
        What was written; or why nothing was.
    """
    # Imported here: until somebody saves, a screening has not so much as loaded what can write.
    from screening.writing.files import Taken  # noqa: PLC0415
    from screening.writing.results import write_result  # noqa: PLC0415

    typed = _as_meant(typed)
    if in_one_line(typed) != typed:
        return _not_saved(in_one_line(typed), _NO_SUCH_NAME)
    try:
        path = Path(typed).expanduser()
        if path.is_dir():
            path /= name
        elif typed.endswith(("/", os.sep)):
            return _not_saved(typed, _NO_FOLDER)
        return Kept(str(path.absolute()), write_result(path, text))
    except Taken as taken:
        return _not_saved(str(taken.path), _TAKEN)
    except OSError as error:
        return _not_saved(typed, _WHY.get(error.errno or 0) or gettext("{reason}.", reason=str(error.strerror)))
    except (ValueError, RuntimeError):
        # A name that the system does not know, or a home that nobody has.
        return _not_saved(typed, _NO_SUCH_NAME)


def hindrance(path: Path) -> Message | None:
    """Why a new file could certainly not be written there, as far as that can be seen without writing one.

    Args:
        path: the file.
    """
    if in_one_line(str(path)) != str(path):
        return _not_saved(in_one_line(str(path)), _NO_SUCH_NAME)
    try:
        if path.exists() or path.is_symlink():
            return _not_saved(str(path), _TAKEN)
        return None if path.absolute().parent.is_dir() else _not_saved(str(path), _NO_FOLDER)
    except (OSError, ValueError):
        return _not_saved(str(path), _NO_SUCH_NAME)


def _as_meant(typed: str) -> str:
    """A path without what a file manager puts around it; and a dot or a home from a keyboard that is not English."""
    bare = typed.strip()
    if len(bare) > 2 and bare[0] == bare[-1] and bare[0] in _QUOTES:
        bare = bare[1:-1]
    english = in_english(bare)
    # A name may have wide signs of its own.
    return english if english in _HERE or english.startswith("~") else bare


def _not_saved(path: str, why: Message) -> Message:
    # Translators: {why} is a sentence that says why it was not saved, {path} is where it was to be.
    return gettext("Not saved. {why} ({path})", why=why, path=path)


def _here() -> str:
    try:
        return str(Path.cwd())
    except OSError:
        # Somebody removed it.
        return os.curdir
