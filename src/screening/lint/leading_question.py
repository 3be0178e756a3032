"""A question that holds its answer."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import asked, sentences
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="leading-question", scope=Scope.SOUND_SET, language="en")

_LEADING = re.compile(
    # A tag at the end: "You could not leave, could you?", "They hit you, right?"
    r",\s*(?:[a-z]+n['\u2019]t|do|did|are|were|is|was|have|has|had|can|could|will|would)"
    r" (?:you|he|she|it|they|we|there)\s*\?"
    r"|,\s*(?:right|correct|true|no|yes|ok|okay)\s*\?"
    r"|\b(?:surely|of course|obviously|i suppose|i assume|would you agree|is it true that|you must (?:have|be|feel))\b"
    # The conclusion in the place of the fact: "Were you forced?"
    r"|\b(?:were|was|are|is|have|has|had|did|do)\b(?: you| he| she| they| anybody| anyone)?"
    r"(?: get| ever| being| been| have| feel){0,2}"
    r" (?:forced|trafficked|exploited|enslaved|abused|coerced|deceived|tricked|threatened|held against)\b",
    re.IGNORECASE,
)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question contains the answer that is expected, or asks for a conclusion instead of a fact.

    Frightened people agree with whoever asks, and an answer that was put into their mouth is worth nothing, also in
    court. Ask openly, about what happened.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: What happened when you wanted to leave?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: "You wanted to leave, didn't you?"}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: Were you forced to stay?}]}
    """
    for each in asked(files):
        if any(_LEADING.search(sentence) for sentence in sentences(each.text)):
            message = gettext("{question} puts an answer into the person's mouth", question=quoted(each.name))
            yield each.problem(message, gettext("Ask openly, about what happened."))
