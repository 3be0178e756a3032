"""Languages of services by codes that nobody is found by."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.language.tags import is_language, standard
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.problem import Problem
from screening.sets.data_path import DataPath

RULE = Rule(id="unknown-language", scope=Scope.SERVICES)

# Two codes that both are in use.
_ALSO = "fil"
# How Chinese is written does not say how it is spoken.
_WRITTEN = ("zh", "zh-Hant")


def check(file: AnyFile) -> Iterator[Problem]:
    """A service speaks a language by a code that there is not, or that is not the one in use.

    Services are found by the codes of the languages that the person speaks, which are those of ISO 639 as Unicode has
    them: `id` and not `in`, `en` and not `eng`. Filipino is `tl` or `fil`. Of Chinese it has to be said which is
    spoken: `yue` is Cantonese, `cmn` Mandarin.

    Passes:
        referrals/xx.yaml: {services: [{id: house, languages: [en, fil, yue]}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, languages: [eng]}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, languages: [zh-Hant]}]}
    """
    for path, code in _codes(file):
        meant = standard(code)
        if code in _WRITTEN:
            message = gettext("{code} says how a language is written", code=quoted(code))
            yield file.file.problem(path, message, gettext("Say which is spoken: yue (Cantonese) or cmn (Mandarin)."))
        elif not is_language(code):
            message = gettext("there is no language with the code {code}", code=quoted(code))
            yield file.file.problem(path, message, gettext("Write its code by ISO 639, such as ne for Nepali."))
        elif code not in {meant, _ALSO}:
            message = gettext("the code of this language is another one than {code}", code=quoted(code))
            yield file.file.problem(path, message, gettext("Write {code}.", code=quoted(meant)))


def _codes(file: AnyFile) -> Iterator[tuple[DataPath, str]]:
    for index, service in enumerate(file.services):
        for number, code in enumerate(service.languages):
            yield ("services", index, "languages", number), code
        for each, contact in enumerate(service.contacts):
            for place, spoken in enumerate(contact.spoken):
                for number, code in enumerate(spoken.languages):
                    yield ("services", index, "contacts", each, "spoken", place, "languages", number), code
