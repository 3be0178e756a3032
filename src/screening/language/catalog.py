"""Messages rendered in a language (pure)."""

import re
from collections.abc import Callable, Mapping
from gettext import NullTranslations
from typing import Final, Protocol

from screening.language.messages import Argument, Dialled, Listing, ListKind, Message, pgettext

_NAME: Final = re.compile(r"\{(\w+)\}")
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
            case Message():
                arguments = dict(text.arguments)
                return _NAME.sub(
                    lambda name: self.render(arguments[name[1]]) if name[1] in arguments else name[0],
                    self._look_up(text),
                )
            case Dialled():
                return self._number(text)
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

    def _join(self, items: list[str], kind: ListKind) -> str:
        if kind in _BETWEEN:
            return self.render(_BETWEEN[kind]).join(items)
        if len(items) < 2:
            return next(iter(items), "")
        # Imported here: it takes as long as a screen may take to come up, and the first one has no list.
        from babel.lists import format_list  # noqa: PLC0415

        return format_list(items, style="or" if kind == "or" else "standard", locale=self.language.replace("-", "_"))


# British, as the texts are: "a, b and c".
ENGLISH: Final = Catalog("en-GB", NullTranslations())


def untranslated(text: Argument) -> str:
    """The English text, for whatever has to be the same in every language: an order, or what helps to find a fault.

    No user is told it: for that there is the catalogue that is handed in.
    """
    return ENGLISH.render(text)
