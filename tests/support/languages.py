"""English, and a language in which everything that the program itself says stands in brackets."""

from gettext import NullTranslations
from typing import Final

from screening.language.catalog import ENGLISH, Catalog, Translations
from screening.language.messages import Argument, gettext


class _Bracketed(NullTranslations):
    def gettext(self, message: str) -> str:
        return _marked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _marked(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return _marked(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return self.ngettext(msgid1, msgid2, n)


def _marked(text: str) -> str:
    """The message in square brackets, and its arguments in round ones: these may be words of a set or a directory."""
    return f"[{text.replace('{', '({').replace('}', '})')}]"


_translations: Translations = _Bracketed()
BRACKETED: Final = Catalog("en-GB", _translations)


def in_english(text: Argument) -> str:
    """A message, a list or a number as it reads in English."""
    return ENGLISH.render(gettext("{text}", text=text))
