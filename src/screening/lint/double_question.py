"""Two questions in one."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import asked, sentences
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="double-question", scope=Scope.SOUND_SET, language="en")

_NOT = r"(?:n['\u2019]t)?"
# These are also what somebody has or does: "or had a bad wound", "or do the washing".
_HAVE = rf"(?:have|has|had){_NOT}"
_DO = rf"(?:do|does|did){_NOT}"
_AUXILIARY = rf"(?:is|are|was|were|can|could|will|would|should|may|might|must){_NOT}"
_PERSON = r"(?:you|he|she|it|they|we|i|there|this|that|these|those|somebody|someone|anybody|anyone|nobody|everybody)\b"
_NOUN = r"(?:your|the|his|her|their|any|a|an)\s+\w+\b"
_SUBJECT = rf"(?:{_PERSON}|{_NOUN})"
# What follows a subject: "had your boss taken it", "do the guards hit you".
_PARTICIPLE = (
    r"\s+(?:ever\s+|already\s+|not\s+)?"
    r"(?:\w+ed|\w+en|been|done|gone|had|hit|kept|left|made|put|said|told|sold|paid)\b"
)
_VERB = (
    r"\s+(?!(?:in|at|on|for|of|and|or|with|without|by|to|from|there|here|every|all|each|alone|yourself|before|after"
    r"|until|when|while|if|because|that|too|again|now|then)\b)\w"
)
_WORD = r"(?:who|whom|whose|what|which|where|when|why|how)"
# With the verb before its subject: "do you eat", "where do you eat", "how many hours do you work".
_INVERTED = re.compile(
    rf"^(?:{_WORD}(?:\s+\w+){{0,3}}?\s+)?(?:{_AUXILIARY}\s+{_SUBJECT}|(?:{_HAVE}|{_DO})\s+{_PERSON}"
    rf"|{_HAVE}\s+{_NOUN}{_PARTICIPLE}|{_DO}\s+{_NOUN}{_VERB})",
    re.IGNORECASE,
)
# The asked word is itself the subject, or what the verb is about: "who pays", "what is the rent".
_SUBJECT_ASKED = re.compile(rf"^(?:who|what|which(?:\s+\w+)?)\s+(?!{_SUBJECT}\b)\w+", re.IGNORECASE)
_ANY_WORD = re.compile(rf"\b{_WORD}\b", re.IGNORECASE)
_INDIRECT = re.compile(rf"^{_WORD}\b", re.IGNORECASE)
# A second clause that looks back at the first asks on about the same thing: "and how was it then?"
_LOOKS_BACK = re.compile(
    rf"^(?!who\b){_WORD}(?:\s+\w+)?\s+(?:{_AUXILIARY}|{_HAVE}|{_DO})\s+(?:it|that|this|those|these)\b", re.IGNORECASE
)
_REQUEST = re.compile(r"^(?:please,?\s+)?(?:tell|say|describe|explain|show|let me know)\b", re.IGNORECASE)
_BEGINS_WITH_WORD = re.compile(rf"^(?:[^,?]*,\s*)?(?:\w+\s+)?{_WORD}\b", re.IGNORECASE)
_JOINT = re.compile(r",?\s+(?:and|or)\s+(?:then\s+)?", re.IGNORECASE)


def check(files: SetFiles) -> Iterator[Problem]:
    """Two things are asked at once.

    One of them stays unanswered, and nobody can tell which one a "yes" belongs to. Ask one thing here, and the other in
    a question of its own. A second clause that asks more about the same thing, as in "and how was it then?", passes.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: "What were you told, and how was it then?"}]}

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: "Have you passed out from a blow, or had a wound?"}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: Who has your passport? Where do you sleep?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: "Where do you sleep, and who pays for the room?"}]}
    """
    for each in asked(files):
        if _is_double(each.text):
            yield each.problem(
                gettext("{question} asks two things at once", question=quoted(each.name)),
                gettext("Ask one, and the other on its own."),
            )


def _is_double(text: str) -> bool:
    told = sentences(text)
    questions = [sentence for sentence in told if sentence.endswith("?")]
    if any(not _LOOKS_BACK.search(question) for question in questions[1:]):
        return True
    return any(_joins_two(sentence) for sentence in told if sentence in questions or _REQUEST.search(sentence))


def _joins_two(sentence: str) -> bool:
    """Whether a sentence has two asked clauses with `and` or `or` between them."""
    requests = _REQUEST.match(sentence) is not None
    word = _ANY_WORD.search(sentence)
    for joint in _JOINT.finditer(sentence):
        after = sentence[joint.end() :]
        if _LOOKS_BACK.match(after):
            continue
        if requests:
            if word is not None and word.end() <= joint.start() and _INDIRECT.match(after):
                return True
        # After a question of yes or no, "who ..." only describes: "Is there somebody who helps and who knows ...?"
        elif _INVERTED.match(after) or (
            _SUBJECT_ASKED.match(after) and _BEGINS_WITH_WORD.match(sentence[: joint.start()])
        ):
            return True
    return False
