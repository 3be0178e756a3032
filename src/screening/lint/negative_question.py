"""A question with a not in it."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import asked, sentences
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="negative-question", scope=Scope.SOUND_SET, language="en")

_SUBJECT = r"(?:you|he|she|it|they|we|i|there|this|that|somebody|someone|anybody|anyone|your \w+|the \w+)"
# Where a clause begins, so that "What can you not do there?" passes: nobody answers it with yes or no.
_NEGATIVE = re.compile(
    r"(?:^|[,;:]\s*|\b(?:and|or|but)\s+)(?:"
    rf"(?:[a-z]+n['\u2019]t|ain['\u2019]t) {_SUBJECT}\b(?!\s*\?)"
    r"|(?:do|does|did|are|is|was|were|have|has|had|can|could|will|would|should|may|might|must)"
    rf" {_SUBJECT}(?: \w+)? (?:not|never|no longer)\b"
    r"|(?:is|are|was|were) there (?:no|nobody|nothing|none|never|not)\b"
    r")",
    re.IGNORECASE,
)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question that is answered with yes or no has a "not" in it.

    In many languages "yes" to such a question means "yes, I do not". Nobody can tell afterwards what was meant. Ask it
    without the "not", or openly.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: What can you not do there?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: Do you not have your papers?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: "Aren't you allowed to leave?"}]}
    """
    for each in asked(files):
        if any(_NEGATIVE.search(sentence) for sentence in sentences(each.text)):
            message = gettext(
                "nobody can tell what a yes to {question} means: it asks with a 'not'", question=quoted(each.name)
            )
            yield each.problem(message, gettext("Ask it without the 'not', or openly."))
