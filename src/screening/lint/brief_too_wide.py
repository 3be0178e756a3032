"""A brief that does not fit its column."""

from collections.abc import Iterator

from wcwidth import width

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.translations import read_translations

RULE = Rule(id="brief-too-wide", scope=Scope.SOUND_SET)

COLUMNS = 24


def check(files: SetFiles) -> Iterator[Problem]:
    """The `brief` of an indicator takes more than 24 columns, in the language of the set or in a translation.

    The first page of a result has so much room for each fact. A Chinese character takes two columns, and a Thai vowel
    above another letter none. Say it in fewer words; `states` says it whole.

    Passes:
        indicators.yaml: [{id: held, brief: Papers kept}]

    Passes:
        indicators.yaml: [{id: held, brief: 證件被人扣起}]

    Fails:
        indicators.yaml: [{id: held, brief: 身份證明文件被僱主扣起來了}]

    Fails:
        indicators.yaml: [{id: held, brief: Papers kept}, {id: afraid, brief: Afraid}]
        locale/de.po: {indicator.held.brief: {msgid: Papers kept, msgstr: Ausweispapiere einbehalten}}
    """
    if files.indicators is not None:
        for index, indicator in enumerate(files.indicators.value):
            columns = width(indicator.brief or "")
            if columns > COLUMNS:
                message = gettext(
                    "the brief of {indicator} takes {number} columns; the limit is {most}",
                    indicator=quoted(indicator.id),
                    number=columns,
                    most=COLUMNS,
                )
                yield files.indicators.problem((index, "brief"), message, gettext("Say it in fewer words."))
    for file in read_translations(files.folder):
        for entry in file.entries:
            columns = width(entry.text)
            if entry.id.startswith("indicator.") and entry.id.endswith(".brief") and columns > COLUMNS:
                message = gettext(
                    "{text} takes {number} columns; the limit is {most}",
                    text=quoted(entry.id),
                    number=columns,
                    most=COLUMNS,
                )
                yield Problem(file.file, entry.line, 1, message, gettext("Say it in fewer words."))
