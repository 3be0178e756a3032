"""A result that is a verdict."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from screening.language.messages import Message, gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.translations import read_translations
from screening.sets.data_path import DataPath

RULE = Rule(id="verdict-word", scope=Scope.ANY_SET)

# As they are spelt without accents and capitals, and with nothing between their letters; in several languages, because
# no set in any of them may say it.
_WORD = re.compile(
    r"(?<!\w)(?:non|un|pseudo)?(?:"
    # Misspelt too.
    r"vi[ck]?t[ie]m\w*|vicitm\w*|p?c?vots?|survivors?|traff?i(?:c|k|ck)ed|trafficking (?:victims?|confirmed)"
    r"|enslaved|slaves?|genuine\w*|bogus|fakes?|liars?|lying|credible|truthful|bona fide|cleared|all clear|confirmed"
    r"|proven|innocent|guilty|unfounded|ruled out|false (?:claim|alarm)s?|(?:not|no|non)[ -]?(?:case|trafficking)s?"
    r"|victime?s?|victimas?|vitimas?|vittim[ae]|opfers?|ofers?|slachtoffers?|korban|biktima|nan nhan|mangsa"
    # The beginnings of two Russian words for a victim.
    r"|\u043f\u043e\u0442\u0435\u0440\u043f\w*|\u0436\u0435\u0440\u0442\u0432\w*"
    r")(?!\w)",
    re.IGNORECASE,
)
# Where words stand in no spaces, or endings are many: Chinese, Japanese, Korean, Thai, Arabic, Hindi and Nepali.
_ANYWHERE = (
    "\u53d7\u5bb3\u4eba",
    "\u53d7\u5bb3\u8005",
    "\u88ab\u5bb3",
    "\u88ab\u8ca9\u8ce3",
    "\u88ab\u8d29\u5356",
    "\u88ab\u62d0",
    "\ud53c\ud574\uc790",
    "\u0e40\u0e2b\u0e22\u0e37\u0e48\u0e2d",
    "\u0636\u062d\u064a",
    "\u092a\u0940\u0921\u093f\u0924",
)
_SOMEBODY_IS = re.compile(r"\b(?:victims?|survivors?|trafficked|enslaved|slaves?)\b", re.IGNORECASE)
_CLEAR = re.compile(r"\s*clear\W*")
_SPELT_OUT = re.compile(r"\b(?:\w[-.*\u00b7 ]){3,}\w\b")
# Digits, signs and Cyrillic letters that are taken for Latin ones.
_LOOKALIKES = str.maketrans("013457@$!|\u0430\u0435\u043e\u0440\u0441\u0456\u0455\u043a\u0442", "oieastasiiaeopciskt")


_HINT = gettext("Say what to do next, such as 'refer today'.")


class _Named(NamedTuple):
    path: DataPath
    text: str


def check(files: SetFiles) -> Iterator[Problem]:
    """The name or the first sentence of a level or a band says what somebody is: a victim, trafficked, cleared.

    A set says how far what was recorded points, and what to do; never what a person is or is not (law 1). It is for
    others to find that, and a low result proves nothing. Say what to do next: "talk again", "refer today". The `brief`
    of an indicator stands on the first page too: it says what happened.

    Passes:
        set.yaml: {headlines: {some_concern: {says: Something here needs a second talk., name: talk again}}}

    Fails:
        set.yaml: {headlines: {some_concern: {says: This is probably a victim.}}}

    Fails:
        set.yaml: {headlines: {none_recorded: {says: Below the cut-off., name: V-i-c-t-i-m ruled out}}}

    Fails:
        set.yaml: {bands: [{id: low, title: Cleared, score: 0, level: none_recorded}]}

    Fails:
        indicators.yaml: [{id: held, brief: Trafficked here}, {id: afraid, brief: Looks afraid}]
    """
    for named in _named(files):
        if _is_verdict(named.text):
            yield files.about.problem(named.path, _told(named.text), _HINT)
    if files.indicators is not None:
        for index, indicator in enumerate(files.indicators.value):
            # Only what somebody is: papers may be fake, and a job a lie.
            if indicator.brief is not None and _SOMEBODY_IS.search(indicator.brief):
                hint = gettext("Say what happened.")
                yield files.indicators.problem((index, "brief"), _told(indicator.brief), hint)
    for file in read_translations(files.folder):
        for entry in file.entries:
            if entry.id.startswith(("headline.", "band.")) and _is_verdict(entry.text):
                yield Problem(file.file, entry.line, 1, _told(entry.text), _HINT)


def says_what_somebody_is(text: str) -> str | None:
    """The first word in a text that says what somebody is, such as a victim; None where none does.

    Args:
        text: what is told of somebody, in any language.
    """
    found = _SOMEBODY_IS.search(text)
    return found[0] if found is not None else next((word for word in _ANYWHERE if word in text), None)


def _told(text: str) -> Message:
    return gettext("{text} says what somebody is, and that is a verdict", text=quoted(text))


def _named(files: SetFiles) -> Iterator[_Named]:
    about = files.about.value
    for level, headline in about.headlines.items():
        for key in ("says", "name"):
            text = getattr(headline, key)
            if text is not None:
                yield _Named(("headlines", level, key), text)
    for index, band in enumerate(about.bands):
        for key in ("id", "title", "headline"):
            text = getattr(band, key)
            if text is not None:
                yield _Named(("bands", index, key), text)


def _is_verdict(text: str) -> bool:
    """Whether it has a word of a verdict in it, however that is spelt."""
    plain = _plain(text)
    together = _SPELT_OUT.sub(lambda match: re.sub(r"[-.*\u00b7 ]", "", match[0]), plain)
    readings = (plain, together, together.translate(_LOOKALIKES))
    return (
        _CLEAR.fullmatch(plain) is not None
        or any(_plain(word) in plain for word in _ANYWHERE)
        or any(_WORD.search(each) for each in readings)
    )


def _plain(text: str) -> str:
    """A text without capitals, accents and what is not seen; what stands between the words of an id is a blank."""
    apart = unicodedata.normalize("NFKD", text.casefold()).replace("_", " ")
    return "".join(each for each in apart if not unicodedata.combining(each) and unicodedata.category(each) != "Cf")
