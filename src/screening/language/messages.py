"""What the program itself says, kept apart from the language in which it is said (pure).

The English text stands where it is used, in a call of `gettext`, `ngettext` (singular and plural), `pgettext` or
`npgettext` (with a context, where one English word may need two in another language). These are the names that every
tool for translators looks for. They translate nothing: they make a `Message`, which a catalogue renders when it is
shown, so that one screen can stand in two languages.

    gettext("Section {here} of {all}", here=3, all=7)
    ngettext("{count} answer does not apply any more.", "{count} answers do not apply any more.", 3)
    pgettext("an answer", "Yes")
    gettext("It could be {level}.", level=LEVEL_NAME["some_concern"])     # an argument may be a message
    gettext("Known: {words}.", words=Listing(("age", "place")))           # or a list

A name in braces that is not among the arguments stays as it is. Write whole sentences: no text is put together from
parts, changed to small letters, or ended by an `s`, for other languages do that in other ways.
"""

from typing import Literal

from msgspec import Struct

# A list "a, b and c", "a, b or c", "a and b and c", "a or b or c", "a, b, c", "a; b; c", or "A. B. C.".
ListKind = Literal["and", "or", "and_and", "or_or", "comma", "semicolon", "sentences"]


class Listing(Struct, frozen=True):
    """Several things named in a row, joined as the language joins them.

    Attributes:
        items: what is named, in order.
        kind: what stands before the last one, `and` or `or`; or what stands between all. `and_and` and `or_or` are for
            items that have commas of their own.
    """

    items: "tuple[Text, ...]"
    kind: ListKind = "and"


class Message(Struct, frozen=True):
    """One thing that the program says.

    Attributes:
        text: the English text, with the names of its arguments in braces; the singular where there is a plural.
        arguments: their names and values.
        plural: the English plural; `None` where nothing is counted.
        count: what is counted; the argument `count`, too.
        context: where or as what it is said, for translators; `None` where the English text says enough.
    """

    text: str
    arguments: "tuple[tuple[str, Argument], ...]" = ()
    plural: str | None = None
    count: int = 1
    context: str | None = None


class Dialled(str):
    """A number to dial. It reads from the left, whatever runs around it; and where it can be pressed, it is a link.

    Attributes:
        link: what is opened by pressing it, such as `tel:+85223456789`.
    """

    __slots__ = ("link",)

    link: str

    def __new__(cls, number: str, link: str) -> "Dialled":
        dialled = super().__new__(cls, number)
        dialled.link = link
        return dialled


class Day(str):
    """A day of the week, in short in English. Other languages have it in Unicode's data, and no translator is asked.

    Attributes:
        weekday: 0 for Monday.
    """

    __slots__ = ("weekday",)

    weekday: int

    def __new__(cls, english: str, weekday: int) -> "Day":
        day = super().__new__(cls, english)
        day.weekday = weekday
        return day


class LanguageName(Message, frozen=True):
    """What a language is called. Where no translator has named it, Unicode's data do.

    Attributes:
        code: its code.
    """

    code: str = ""


class NamedTwice(Message, frozen=True):
    """One thing by two names, which may be one name in some languages: then only the first of them is said."""


# What is shown to somebody: a message, or words that have their language already, as those of a set or a file.
Text = Message | str
Argument = Text | int | Listing


def gettext(text: str, /, **arguments: Argument) -> Message:
    """A message.

    Args:
        text: the English text.
        arguments: what stands for the names in braces.
    """
    return Message(text, tuple(arguments.items()))


def ngettext(singular: str, plural: str, count: int, /, **arguments: Argument) -> Message:
    """A message about a number of things, which the texts may name `{count}`.

    Args:
        singular: the English text for one.
        plural: the English text for any other number.
        count: how many.
        arguments: what stands for the other names in braces.
    """
    return Message(singular, (("count", count), *arguments.items()), plural, count)


def pgettext(context: str, text: str, /, **arguments: Argument) -> Message:
    """A message whose English text is not enough to translate it.

    Args:
        context: where or as what it is said; nobody who is screened reads it.
        text: the English text.
        arguments: what stands for the names in braces.
    """
    return Message(text, tuple(arguments.items()), context=context)


def npgettext(context: str, singular: str, plural: str, count: int, /, **arguments: Argument) -> Message:
    """A message about a number of things, with a context.

    Args:
        context: where or as what it is said.
        singular: the English text for one.
        plural: the English text for any other number.
        count: how many.
        arguments: what stands for the other names in braces.
    """
    return Message(singular, (("count", count), *arguments.items()), plural, count, context)


def quoted(word: str | int | float, /) -> str:
    """A word of a file or of the user as a message names it: in quotes, with whatever cannot be seen written out.

    Args:
        word: the word, as it stands there; a number is not quoted.
    """
    return repr(word)
