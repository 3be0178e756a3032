"""Messages rendered in a language (pure)."""

import re
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final, Protocol

from screening.language.messages import (
    Argument,
    Day,
    Dialled,
    LanguageName,
    Listing,
    ListKind,
    Message,
    NamedTwice,
    pgettext,
)
from screening.language.names import Between, between, day_name, is_english, language_name, listed

_NAME: Final = re.compile(r"\{(\w+)\}")
# Of these, Unicode's data say what stands between the items.
_IN_DATA: Final[Mapping[ListKind, Between]] = {"comma": "comma", "and_and": "and_and", "or_or": "or_or"}
_BETWEEN: Final[Mapping[ListKind, Message]] = {
    # Translators: with the blank that your language has after it, or without.
    "comma": pgettext("between two items of a list", ", "),
    # Translators: with the blank that your language has after it, or without.
    "semicolon": pgettext("between two items of a list", "; "),
    # Translators: with the blanks that your language has around it, or without.
    "and_and": pgettext("between two items of a list", " and "),
    # Translators: with the blanks that your language has around it, or without.
    "or_or": pgettext("between two items of a list", " or "),
    # Translators: a blank, or nothing in a language that has none there.
    "sentences": pgettext("between two sentences", " "),
}
# A stop as wide as a letter brings the blank that follows it: of Chinese and Japanese sentences, and of no others.
_WIDE_STOP: Final = re.compile("[。\uff01\uff1f][」』\uff09]*\\Z")


class Translations(Protocol):
    """Where translations are looked up: the methods of the standard library's `gettext.NullTranslations`.

    Each gives the English text back where there is no translation.
    """

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str: ...

    def pgettext(self, context: str, message: str, /) -> str: ...

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int, /) -> str: ...


class Catalog:
    """Renders messages in one language."""

    def __init__(
        self,
        language: str,
        translations: Translations,
        number: Callable[[Dialled], str] = str,
        *,
        unreviewed: bool = False,
    ) -> None:
        """Prepare a language.

        Args:
            language: its code, such as `zh-Hant`; lists are joined as it joins them.
            translations: its texts.
            number: how a number to dial is marked; as it is, where nothing is made of it.
            unreviewed: there are texts among them that no native speaker has reviewed.
        """
        self.language = language
        self.unreviewed = unreviewed
        self._is_english = is_english(language)
        self._translations = translations
        self._number = number

    def marking(self, number: Callable[[Dialled], str]) -> "Catalog":
        """The same language, with numbers to dial marked."""
        return Catalog(self.language, self._translations, number, unreviewed=self.unreviewed)

    def render(self, text: Argument) -> str:
        """A text as it is shown. What is not a message, a list or a number is left as it is.

        Total: a translation that names an argument which does not exist shows the name, and stops nobody's talk.
        """
        match text:
            case LanguageName():
                return self._named(text)
            case NamedTwice(arguments=((_, first), (_, second))) if self._alike(first, second):
                return self.render(first)
            case Message():
                arguments = dict(text.arguments)
                return _NAME.sub(
                    lambda name: self.render(arguments[name[1]]) if name[1] in arguments else name[0],
                    self._look_up(text),
                )
            case Dialled():
                return self._number(text)
            case Day() if not self._is_english:
                return day_name(self.language, text.weekday) or str(text)
            case Listing(items, kind):
                return self._join([self.render(item) for item in items], kind)
            case _:
                return str(text)

    def _look_up(self, message: Message) -> str:
        text, plural, context = message.text, message.plural, message.context
        if plural is None:
            if context is None:
                return self._translations.gettext(text)
            return self._translations.pgettext(context, text)
        if context is None:
            return self._translations.ngettext(text, plural, message.count)
        return self._translations.npgettext(context, text, plural, message.count)

    def _alike(self, first: Argument, second: Argument) -> bool:
        # Unicode begins some names of languages with a capital letter, and translators do not.
        return self.render(first).casefold() == self.render(second).casefold()

    def _named(self, language: LanguageName) -> str:
        """A language by the name that a translator has for it, or else Unicode's."""
        told = self._look_up(language) if language.context is not None else language.text
        if told != language.text or (self._is_english and language.context is not None):
            return told
        return language_name(self.language, language.code) or told

    def _join(self, items: list[str], kind: ListKind) -> str:
        if kind in {"and", "or"}:
            return listed(items, self.language, "or" if kind == "or" else "standard")
        told = self.render(_BETWEEN[kind])
        if kind in _IN_DATA and not self._is_english and told == _BETWEEN[kind].text:
            told = between(self.language, _IN_DATA[kind]) or told
        if kind == "sentences":
            # Each by itself: beside a sentence that is still English stands one in Chinese.
            ended = [item if _WIDE_STOP.search(item) else item + told for item in items[:-1]]
            return "".join([*ended, *items[-1:]])
        return told.join(items)


# British, as the texts are: "a, b and c".
ENGLISH: Final = Catalog("en-GB", NullTranslations())


def untranslated(text: Argument) -> str:
    """The English text, for whatever has to be the same in every language: an order, or what helps to find a fault.

    No user is told it: for that there is the catalogue that is handed in.
    """
    return ENGLISH.render(text)
