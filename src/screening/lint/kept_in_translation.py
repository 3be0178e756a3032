"""Whether the entries of a translation fit: what each is of, and what has to be the same on both sides."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from screening.language.kept import braces, keys, months, numbers
from screening.language.messages import Listing, Message, gettext, quoted
from screening.reading.problem import DidYouMean, Problem
from screening.reading.translations import TranslationFile

_Found = Callable[[str], list[str]]


def differences(english: str, text: str) -> Iterator[tuple[Message, Message]]:
    """What a translation has not kept of a text, and what to do about it.

    Args:
        english: the text.
        text: its translation.
    """
    for found, told, hint in _KINDS:
        before, after = Counter(found(english)), Counter(found(text))
        lost, new = before - after, after - before
        if found is keys:
            # A letter by itself is a word in some languages.
            new = Counter()
        elif found is numbers:
            # A month has a name in some languages, and is a number in others.
            new -= Counter(months(english))
        if lost or new:
            # Translators: {what} is "names in braces", "numbers" or "keys".
            message = gettext(
                "the {what} are not those of the English text: {names}",
                what=told,
                names=Listing(tuple(sorted({*lost, *new})), "comma"),
            )
            yield message, hint


_KINDS: Final[Sequence[tuple[_Found, Message, Message]]] = (
    (
        braces,
        gettext("names in braces"),
        gettext("Leave them as they are, where they fit: something is put there."),
    ),
    (numbers, gettext("numbers"), gettext("Write the same numbers, in digits, where the English has digits.")),
    (keys, gettext("keys"), gettext("Keys are the same in every language.")),
)


def entry_problems(
    file: TranslationFile, today: Mapping[str, str], has_none: Callable[[str], Message]
) -> Iterator[Problem]:
    """What is wrong with the entries of a file of translations.

    Args:
        file: a file without problems.
        today: the texts that are translated, by their ids.
        has_none: says that there is no text of an id.
    """
    seen: set[str] = set()
    for entry in file.entries:
        told: list[tuple[Message, Message | DidYouMean]] = []
        if not entry.id:
            told.append((gettext("this entry has no msgctxt"), gettext("Add it.")))
        elif entry.id not in today:
            told.append((has_none(entry.id), DidYouMean(entry.id, today)))
        elif entry.id in seen:
            message = gettext("{text} appears here a second time", text=quoted(entry.id))
            told.append((message, gettext("Keep one of them.")))
        elif entry.english != today[entry.id]:
            message = gettext("{text} translates a text that has changed", text=quoted(entry.id))
            hint = gettext("Bring the file up to date with 'screening translate', and translate it again.")
            told.append((message, hint))
        elif entry.text and entry.stale:
            message = gettext("{text} translates a text that has changed", text=quoted(entry.id))
            told.append((message, gettext("Translate it again, and delete the line '#| msgid'.")))
        elif entry.text:
            for difference, hint in differences(entry.english, entry.text):
                message = gettext("in {text}, {difference}", text=quoted(entry.id), difference=difference)
                told.append((message, hint))
        for said, mend in told:
            yield Problem(file.file, entry.line, 1, said, mend)
        seen.add(entry.id)
