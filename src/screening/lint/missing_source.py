"""An indicator that rests on nothing."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.ratings import rated_indicator

RULE = Rule(id="missing-source", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """An indicator does not say where it comes from, or where its strength comes from.

    Everything said has a source, and how well that was checked (law 8). A strength often comes from another text than
    the indicator. A rating has one source for all of it, which may be that of its dimension. Mark what is this
    project's own judgement: `{grade: project}`.

    Passes:
        indicators.yaml: [{id: held, source: {ref: ilo, grade: B}, strength_source: {grade: project}}]

    Fails:
        indicators.yaml: [{id: held, source: null}]

    Fails:
        indicators.yaml: [{id: held, strength_source: null}]
    """
    for placed in files.questions():
        if not placed.question.is_rating:
            continue
        rated = rated_indicator(files.about.value, placed.question)
        if rated.source is None:
            message = gettext("the rating {question} does not say where it comes from", question=quoted(rated.id))
            hint = gettext("Add 'source' to it, or to its dimension, with a grade.")
            yield placed.file.problem(placed.path, message, hint)
    if files.indicators is None:
        return
    for index, indicator in enumerate(files.indicators.value):
        if indicator.source is None:
            message = gettext(
                "the indicator {indicator} does not say where it comes from", indicator=quoted(indicator.id)
            )
            yield files.indicators.problem((index,), message, gettext("Add 'source', with a grade."))
        if indicator.strength is not None and indicator.strength_source is None:
            message = gettext(
                "the indicator {indicator} does not say where its strength comes from", indicator=quoted(indicator.id)
            )
            yield files.indicators.problem((index,), message, gettext("Add 'strength_source', with a grade."))
