"""A result that is a verdict."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.sets import SetFiles
from screening.sets.data_path import DataPath

RULE = Rule(id="verdict-word", scope=Scope.ANY_SET)

# As they are spelt without accents and capitals, and with nothing between their letters; in several languages, because
# no set in any of them may say it.
_WORD = re.compile(
    r"(?<!\w)(?:"
    r"victim\w*|survivors?|traffick(?:ed|ing victims?)|enslaved|genuine\w*|bogus|fakes?|liars?|cleared|confirmed|proven"
    r"|innocent|guilty|unfounded|ruled out|false (?:claim|alarm)s?|(?:not|no|non)[ -]?(?:case|trafficking)s?"
    r"|victime?s?|victimas?|vitimas?|vittim[ae]|opfers?|korban|biktima|nan nhan"
    # The beginnings of two Russian words for a victim.
    r"|\u043f\u043e\u0442\u0435\u0440\u043f\w*|\u0436\u0435\u0440\u0442\u0432\w*"
    r")(?!\w)",
    re.IGNORECASE,
)
_CHINESE = re.compile("\u53d7\u5bb3\u4eba|\u53d7\u5bb3\u8005|\u88ab\u5bb3\u8005|\u88ab\u8ca9\u8ce3|\u88ab\u8d29\u5356")
_SPELT_OUT = re.compile(r"\b(?:\w[-._*\u00b7 ]){3,}\w\b")
_LOOKALIKES = str.maketrans("013457@$!|", "oieastasii")


class _Named(NamedTuple):
    path: DataPath
    text: str


def check(files: SetFiles) -> Iterator[Problem]:
    """The name or the first sentence of a level or a band says what somebody is: a victim, trafficked, cleared.

    A set says how far what was recorded points, and what to do; never what a person is or is not (law 1). It is for
    others to find that, and a low result proves nothing. Say what to do next: "talk again", "refer today".

    Passes:
        set.yaml: {headlines: {some_concern: {says: Something here needs a second talk., name: talk again}}}

    Fails:
        set.yaml: {headlines: {some_concern: {says: This is probably a victim.}}}

    Fails:
        set.yaml: {headlines: {none_recorded: {says: Below the cut-off., name: V-i-c-t-i-m ruled out}}}

    Fails:
        set.yaml: {bands: [{id: low, title: Cleared, score: 0, level: none_recorded}]}
    """
    for named in _named(files):
        if _is_verdict(named.text):
            message = gettext("{text} says what somebody is, and that is a verdict", text=quoted(named.text))
            yield files.about.problem(named.path, message, gettext("Say what to do next, such as 'refer today'."))


def _named(files: SetFiles) -> Iterator[_Named]:
    about = files.about.value
    for level, headline in about.headlines.items():
        for key in ("says", "name"):
            text = getattr(headline, key)
            if text is not None:
                yield _Named(("headlines", level, key), text)
    for index, band in enumerate(about.bands):
        for key in ("title", "headline"):
            text = getattr(band, key)
            if text is not None:
                yield _Named(("bands", index, key), text)


def _is_verdict(text: str) -> bool:
    """Whether it has a word of a verdict in it, however that is spelt."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    plain = "".join(each for each in plain if unicodedata.category(each) != "Cf")
    together = _SPELT_OUT.sub(lambda match: re.sub(r"[-._*\u00b7 ]", "", match[0]), plain)
    readings = (plain, together, together.translate(_LOOKALIKES))
    return any(_WORD.search(each) or _CHINESE.search(each) for each in readings)
