"""Languages to choose from that are none."""

from collections.abc import Iterator, Mapping
from functools import cache

from screening.language.messages import Message, gettext, quoted
from screening.language.tags import is_language
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem, nearest
from screening.reading.set_files import SetFiles

RULE = Rule(id="language-labels", scope=Scope.ANY_SET)

# What is labelled besides languages.
_OTHER = "other"
# Codes of ISO 639 for which Unicode has no name.
_NAMELESS = ("cmn",)


def check(files: SetFiles) -> Iterator[Problem]:
    """The circumstance `languages` has no labels, or one under a code that is no language's.

    The languages that have a label are those to choose from: without any, the question has no answers. Services are
    found by the codes of the languages they speak: under another code, nobody is found. Codes are those of ISO 639,
    such as `ne` or `yue`; `other` stands for any other language.

    Passes:
        set.yaml: {circumstances: [{id: languages, record: L, labels: {ne: Nepali, yue: Cantonese, other: Another}}]}

    Fails:
        set.yaml: {circumstances: [{id: languages, record: L, labels: {ne: Nepali, cantonese: Cantonese}}]}

    Fails:
        set.yaml: {circumstances: [{id: languages, record: Languages}]}
    """
    for index, wording in enumerate(files.about.value.circumstances):
        if wording.id != "languages":
            continue
        if not wording.labels:
            yield files.about.problem(
                ("circumstances", index, "id"),
                gettext("{circumstance} has no labels, so there is nothing to choose", circumstance=quoted(wording.id)),
                gettext("Add labels, such as {en: English, yue: Cantonese}."),
            )
        for code, label in wording.labels.items():
            if code != _OTHER and not is_language(code):
                yield files.about.problem(
                    ("circumstances", index, "labels", code),
                    gettext("there is no language with the code {code}", code=quoted(code)),
                    _meant(code, label),
                    at_key=True,
                )


def _meant(code: str, label: str) -> Message:
    """The code of the language that the label names, or the code itself; otherwise one that is spelt like it."""
    codes = {name.casefold(): code for code, name in _names().items()}
    for name in (label, code):
        meant = codes.get(name.casefold())
        if meant is not None:
            return gettext("Did you mean {word}?", word=quoted(meant))
    near = nearest(code, _names())
    if near is None:
        return gettext("Write its code by ISO 639, such as ne for Nepali.")
    return gettext("Did you mean {word}?", word=quoted(near))


@cache
def _names() -> Mapping[str, str]:
    """The codes of languages, with their English names."""
    # Imported here: only a set that asks for languages needs it, and only when it is checked.
    from babel import Locale  # noqa: PLC0415

    return {**dict.fromkeys(_NAMELESS, ""), **Locale("en").languages}
