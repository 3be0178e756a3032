"""A question for a name, a number or an address."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import asked, sentences
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="identity-question", scope=Scope.SOUND_SET, language="en")

# Only what is asked for as such: "Where is your passport now?" is about papers, and "in your name" is about a debt.
_ASKS = re.compile(
    r"\b(?:what|which|who|tell|give|say|write|spell|show|may i have|can i have|could i have|let me have|do you know)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:"
    r"(?<!in )(?<!in your )(?<!in his )(?<!in her )(?<!in whose )(?:sur|nick)?names?"
    r"|(?:passport|identity card|id|card|hkid|document|visa|permit|telephone|phone|mobile) (?:number|no\b)"
    r"|numbers? (?:of|on) (?:your|the|his|her|their) (?:passport|identity|id|card|visa|permit|document)"
    r"|number (?:can|may|could|should) (?:i|we)"
    r"|(?:home |e-?mail |full |exact |street )?address(?:es)?"
    r"|date of birth|birth ?date|birthday"
    r")\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\bwhen were you born\b|\bhow do you spell\b|\bwhat (?:are you|do they call you|do people call you) called\b",
    re.IGNORECASE,
)


def check(files: SetFiles) -> Iterator[Problem]:
    """A question asks for a name, the number of a paper, an address, a telephone number or a birth date.

    Nothing that names a person is recorded, so there is no reason to ask it, and whoever hears it becomes careful (law
    2). Ask for the fact behind it: not what is written on the card, but who has it; not the number, but whether there
    is a safe way to call.

    Passes:
        sections/main.yaml: {questions: [{id: papers, ask: Where is your passport now?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: What is the number of your passport?}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, ask: Please tell me your full name.}]}
    """
    for each in asked(files):
        if any(map(_asks_who, sentences(each.text))):
            message = gettext(
                "{question} asks for something that identifies a person or where to find them",
                question=quoted(each.name),
            )
            yield each.problem(message, gettext("Ask for the fact behind it, or leave it out."))


def _asks_who(sentence: str) -> bool:
    # In two steps, for one pattern of both would look on from every word that asks.
    asks = _ASKS.search(sentence)
    wanted = asks is not None and _WANTED.search(sentence, asks.end()) is not None
    return wanted or _ALONE.search(sentence) is not None
