"""An answer that is offered to adults, and counts for children only."""

from collections.abc import Iterator

from screening.engine.gating import Gates
from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="child-only-answer", scope=Scope.SOUND_SET)

_ADULT = {"age": "adult", "under_18_when_it_began": "no"}


def check(files: SetFiles) -> Iterator[Problem]:
    """An answer shows nothing but what counts for a child, and its question is asked of adults too.

    Of an adult it would record what counts for nothing, and may be held against them (law 10). Ask it in a question of
    its own, with a gate on both ages. What is filled in and not asked, or stands in a set for children only
    (`child_card: false`), needs none.

    Passes:
        indicators.yaml: [{id: held, strength: {child: strong}}]
        sections/main.yaml:
          questions:
            - id: papers
              when: {any: [{circumstance: age, is: [child]}, {circumstance: under_18_when_it_began, is: ["yes"]}]}
            - {id: after, when: {flag: child}}

    Passes:
        indicators.yaml: [{id: held, strength: {adult: weak, child: strong}}]

    Fails:
        indicators.yaml: [{id: held, strength: {child: strong}}]
        sections/main.yaml: {questions: [{id: after, shows: []}]}
    """
    if not files.about.value.child_card:
        return
    indicator_set = files.set
    for_a_child = {
        each.id
        for each in indicator_set.indicators
        if each.strength is not None and each.strength_for(child=False) is None
    }
    gates = Gates(indicator_set).test(_ADULT)
    for placed in files.questions():
        question = placed.question
        if question.kind != "asked" or gates.get(question.id) is False:
            continue
        for index, option in enumerate(question.choices):
            if option.shows and not option.raises and for_a_child.issuperset(option.shows):
                path = ("options", index, "shows") if question.options else ("shows",)
                message = gettext(
                    "the answer {option} of {question} is offered to adults, and counts for children only",
                    option=quoted(option.id),
                    question=quoted(question.id),
                )
                yield placed.file.problem(
                    (*placed.path, *path),
                    message,
                    gettext("Ask it in a question of its own, with a gate on both ages."),
                )
