"""More questions than a person can bear."""

from collections.abc import Iterator

from screening.engine.gating import Gates
from screening.language.messages import gettext
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="too-many-questions", scope=Scope.SOUND_SET)

MOST_QUESTIONS = 30


def check(files: SetFiles) -> Iterator[Problem]:
    """An adult may be asked more than 30 questions, besides safety, circumstances and what is seen.

    Nobody tells the truth for an hour to a stranger. Leave questions out, put two into one with options, or set a gate
    before them. A question that a gate leaves out only for some people is counted: the number is the most that one
    adult may hear.

    Passes:
        sections/main.yaml: {questions: [{id: after, when: {circumstance: age, is: [child, unsure]}}]}

    Fails:
        sections/main.yaml: {questions: [{id: "more-{1..31}", ask: And then?, record: More}]}
    """
    indicator_set = files.set
    # Everything else is left open, so that only what no adult is asked is closed.
    gates = Gates(indicator_set).test({"age": "adult"})
    asked = [
        question
        for stage, _, question in indicator_set.questions()
        if stage in {"questions", "closing"} and question.kind == "asked" and gates.get(question.id) is not False
    ]
    if len(asked) > MOST_QUESTIONS:
        message = gettext(
            "an adult may be asked {number} questions; the limit is {most}", number=len(asked), most=MOST_QUESTIONS
        )
        yield files.about.problem(
            ("sections",), message, gettext("Leave some out, or set gates before them."), at_key=True
        )
