"""An indicator without a brief, where others have one."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="missing-brief", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """An indicator has no `brief`, though others of the set have one.

    The first page of a result names the facts that carry it, side by side, in a few words each. One that has none of
    its own stands there with the whole of what it states, among words that are short. A set in which no indicator has
    one passes.

    Passes:
        indicators.yaml: [{id: held, brief: Papers kept}, {id: afraid, brief: Looks afraid}]

    Fails:
        indicators.yaml: [{id: held, brief: Papers kept}]
    """
    if files.indicators is None or not any(indicator.brief for indicator in files.indicators.value):
        return
    for index, indicator in enumerate(files.indicators.value):
        if indicator.brief is None:
            message = gettext("{indicator} has no brief, and others have one", indicator=quoted(indicator.id))
            yield files.indicators.problem((index,), message, gettext("Add 'brief', in 24 columns at most."))
