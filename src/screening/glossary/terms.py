"""Terms in several languages: what each is called, and how one is found, by its names or in a text (pure).

Names are compared as they are read aloud: capitals, book-title marks and other punctuation make no difference.
Nothing is converted: where a term has no name in simplified characters, it is not found by them.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, Literal

from screening.sets.fields import FileStruct, LanguageCode, ShortText

TermEvidence = Literal["seen", "own_judgement"]
# Every term has a name in it, and goes by the first one.
ENGLISH: Final = "en"


class Term(FileStruct, frozen=True, kw_only=True):
    """One term.

    Attributes:
        names: what it is called, by language; the first name of a language is the one to use.
        seen: by language, the pages where each of its names was seen. A name without a page is own judgement, for a
            native speaker to review.
        everyday: the English word is also used in other ways ("receipt", "transfer"), so that nothing can be said of a
            text that has it.
        note: what to know about it.
    """

    names: dict[LanguageCode, tuple[ShortText, ...]]
    seen: dict[LanguageCode, dict[ShortText, tuple[ShortText, ...]]] = {}  # noqa: RUF012 - a struct copies its defaults
    everyday: bool = False
    note: ShortText | None = None

    @property
    def title(self) -> str:
        """The English name that it goes by."""
        return self.names[ENGLISH][0]

    @property
    def translated(self) -> dict[str, tuple[str, ...]]:
        """Its names in the other languages."""
        return {language: names for language, names in self.names.items() if language != ENGLISH}

    def pages(self, language: str, name: str) -> tuple[str, ...]:
        """Where one of its names was seen."""
        return self.seen.get(language, {}).get(name, ())

    def evidence(self, language: str, name: str) -> TermEvidence:
        """How one of its names is known."""
        return "seen" if self.pages(language, name) else "own_judgement"


class Theme(FileStruct, frozen=True, kw_only=True):
    """Terms that belong together: one file of the glossary."""

    title: ShortText
    terms: tuple[Term, ...]


def folded(text: str) -> str:
    """A text without what makes no difference: in small letters, one blank for all that is no letter, mark or digit."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(plain.translate(_BLANKS).split())


class _Blanks(dict[int, str]):
    """A blank for every character that is no letter, mark or digit, each looked up once."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = character if unicodedata.category(character)[0] in "LMN" else " "
        return self[code]


_BLANKS: Final = _Blanks()


def find(terms: Iterable[Term], query: str) -> tuple[Term, ...]:
    """The terms that somebody looks for, whatever the language.

    Args:
        terms: where to look.
        query: a name, or a part of one.

    Returns:
        First the terms that are called so, those in English before the others, then those with these words in a name.
        Where there is none of either, those with these letters in a name, accents aside.
    """
    wanted = folded(query)
    if not wanted:
        return ()
    closeness = [(_closeness(term, wanted), term) for term in terms]
    *told, in_letters = [[term for close, term in closeness if close == level] for level in range(_NOT)]
    return tuple(term for terms in told for term in terms) or tuple(in_letters)


_CALLED_SO_IN_ENGLISH, _CALLED_SO, _IN_WORDS, _IN_LETTERS, _NOT = range(5)


def _closeness(term: Term, wanted: str) -> int:
    # Two terms may have one name in another language, and that name may be an English one of another term.
    if any(_word(folded(name)).fullmatch(wanted) for name in term.names[ENGLISH]):
        return _CALLED_SO_IN_ENGLISH
    names = [folded(name) for names in term.names.values() for name in names]
    if wanted in names:
        return _CALLED_SO
    if any(_word(wanted).search(name) for name in names):
        return _IN_WORDS
    letters = _without_accents(wanted)
    return _IN_LETTERS if letters and any(letters in _without_accents(name) for name in names) else _NOT


def _without_accents(text: str) -> str:
    """A folded text as it is typed on a keyboard that has none: `mua ban nguoi` for `mua bán người`."""
    return _ACCENT.sub("", unicodedata.normalize("NFD", text)).replace("đ", "d")


_ACCENT: Final = re.compile("[\u0300-\u036f]")


# A letter with which a word may go on. Chinese, Japanese, Thai and their like put no blanks between words, so that any
# place may be the end of one.
_GOES_ON = "[^\\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0010ffff]"


@lru_cache(maxsize=1024)
def _word(name: str) -> re.Pattern[str]:
    """A folded name where it stands as a whole word, or in the plural of English."""
    stem, ending = (name[:-1], "(?:y|ies)") if name.endswith("y") else (name, "(?:s|es)?")
    if name.endswith("e"):
        # "Refugees" are no refuges.
        ending = "s?"
    return re.compile(f"(?<!{_GOES_ON}){re.escape(stem)}{ending}(?!{_GOES_ON})")


def in_text(terms: Iterable[Term], text: str) -> Iterator[tuple[str, Term]]:
    """The terms that stand in an English text as whole words, each with its name there.

    The longest comes first and takes its words away from the others: in "debt bondage" nobody speaks of a debt.
    """
    yield from finder(terms)(text)


def finder(terms: Iterable[Term]) -> Callable[[str], Iterator[tuple[str, Term]]]:
    """What finds terms in one text after another, as `in_text`."""
    names = [(folded(name), name, term) for term in terms for name in term.names[ENGLISH]]
    names.sort(key=lambda each: len(each[0]), reverse=True)

    def found(text: str) -> Iterator[tuple[str, Term]]:
        left = folded(text)
        for plain, name, term in names:
            # Most terms do not stand in a text, not even in part, and that is told much faster.
            if plain.removesuffix("y") not in left:
                continue
            left, count = _word(plain).subn("|", left)
            if count:
                yield name, term

    return found


def language_of(locale: str, languages: Iterable[str]) -> str | None:
    """The one of the languages in which a translation for a locale is written, if any.

    Args:
        locale: as files are called, `zh_Hant` or `zh-Hant-HK`, or with the place alone, `zh_HK`.
        languages: codes as in the glossary.
    """
    code = locale.replace("_", "-").partition(".")[0].partition("@")[0].casefold()
    language, between, rest = code.partition("-")
    code = _SCRIPT_OF_PLACE.get(code) or _OTHER_CODE.get(language, language) + between + rest
    fitting = [each for each in languages if f"{code}-".startswith(f"{each.casefold()}-")]
    return max(fitting, key=len, default=None)


def languages_named(terms: Iterable[Term], reader: str) -> tuple[str, ...]:
    """The languages in which terms have names, English aside; the reader's own comes first.

    Args:
        terms: the terms.
        reader: the locale of whoever reads.
    """
    named = dict.fromkeys(language for term in terms for language in term.translated)
    own = language_of(reader, named)
    return tuple(sorted(named, key=lambda language: language != own))


# Where the place alone says in which characters Chinese is written. (Taiwan writes the traditional ones too, and has
# words of its own.)
_SCRIPT_OF_PLACE: Final = {
    "zh-hk": "zh-hant-hk",
    "zh-mo": "zh-hant-mo",
    "zh-cn": "zh-hans-cn",
    "zh-sg": "zh-hans-sg",
}
# Other codes of a language, which files may be called by.
_OTHER_CODE: Final = {"tl": "fil", "tgl": "fil", "in": "id"}
