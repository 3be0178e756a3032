"""A promise that nobody who asks can keep."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.spoken_text import sentences, spoken_texts
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.fields import GuidanceText, TextByAge
from screening.sets.guidance import Flag, Pathway

RULE = Rule(id="promise", scope=Scope.SOUND_SET, language="en")

# Of what others will do, and of what comes of an answer.
_OF_OTHERS = re.compile(
    r"\b(?:nobody|no one|no-one)(?: else)? (?:will|is going to) (?:ever )?(?:know|learn|find out|hear (?:of|about)"
    r"|hold (?:it|this|that|anything) against|tell|punish|blame|hurt|harm|arrest|deport|detain|charge)\b"
    r"|\b(?:it|this|that) (?:can |will )?only (?:bring|help)s?\b"
    r"|\b(?:i|we) (?:can |will |do )?(?:promise|guarantee)\b",
    re.IGNORECASE,
)
# What may be said of others in guidance, nobody can say to the person.
_TO_THE_PERSON = re.compile(
    r"\bnothing (?:bad |else )?(?:will|can|is going to) happen to you\b"
    r"|\byou(?:'ll| will| are going to) be (?:safe|protected|free|released|fine|all right|ok|okay)\b"
    r"|\byou (?:won['\u2019]t|will not|will never|cannot|can't|are not going to) be (?:arrested|deported|detained"
    r"|charged|punished|fined|locked up|sent (?:back|home|away))\b"
    r"|\byou(?:'ll| will| are going to) (?:get|receive|be given) (?:a |an |the |your )?(?:visa|permit|papers|passport"
    r"|money|pay|wages|compensation|home|house|flat|job)\b"
    r"|\b(?:stays?|remains?|kept) (?:only )?(?:between (?:us|you and me)|in this room|secret)\b"
    r"|\b(?:strictly|completely|fully|totally) confidential\b"
    r"|\b(?:i|we)(?:'ll| will| shall) (?:not|never) tell (?:any|the police|others|them)"
    r"|\b(?:i|we) won['\u2019]t tell (?:any|the police|others|them)",
    re.IGNORECASE,
)
_FOR_THE_SCREENER = ("card", "not_now", "closing_card")


def check(files: SetFiles) -> Iterator[Problem]:
    """A promise is made that nobody here can keep: what others will do, that somebody is safe, that nothing is told.

    Whoever was deceived before has heard promises. One that fails takes away the last trust, and one that is made by an
    officer may count as an inducement in court. Say what you will do yourself ("I will not hold it against you"), and
    what you do not know. Guidance, cards and what to listen for are looked at too; what is not to be done is not.

    Passes:
        sections/main.yaml: {questions: [{id: papers, say_first: I will not hold it against you.}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, say_first: You will be safe with us.}]}

    Fails:
        sections/main.yaml: {questions: [{id: papers, listen: "If you are not sure, mark yes: it only brings help."}]}

    Fails:
        guidance.yaml: [{id: help, do: [Say that nobody will hold it against them.]}]
    """
    spoken = ((each.file, each.path, each.text, (_OF_OTHERS, _TO_THE_PERSON)) for each in spoken_texts(files))
    told = ((*each, (_OF_OTHERS,)) for each in _guidance(files))
    for file, path, text, promises in (*spoken, *told):
        said = [sentence for sentence in sentences(text) if not sentence.endswith("?")]
        for found in (promise.search(sentence) for sentence in said for promise in promises):
            if found is not None:
                message = gettext("{words} is a promise that is not yours to keep", words=quoted(found[0]))
                yield file.problem(path, message, gettext("Say what you will do yourself."))


def _guidance(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, str]]:
    """What the screener reads, apart from what is not to be done."""
    about = files.about.value
    for key in _FOR_THE_SCREENER:
        for index, text in enumerate(getattr(about, key)):
            yield files.about, (key, index), text
    for each in files.questions():
        for key in ("listen", "why"):
            text = getattr(each.question, key)
            if text is not None:
                yield each.file, (*each.path, key), text
    yield from _of_blocks(files.about, ("flags",), about.flags)
    if files.guidance is not None:
        yield from _of_blocks(files.guidance, (), files.guidance.value)


def _of_blocks(
    file: File[Any], path: DataPath, blocks: Sequence[Flag | Pathway]
) -> Iterator[tuple[File[Any], DataPath, str]]:
    for index, block in enumerate(blocks):
        lines: list[tuple[DataPath, GuidanceText | None]] = [(("do", each), text) for each, text in enumerate(block.do)]
        for at, line in (*lines, (("tonight",), block.tonight)):
            if isinstance(line, TextByAge):
                for age in ("adult", "child"):
                    if (text := getattr(line, age)) is not None:
                        yield file, (*path, index, *at, age), text
            elif line is not None:
                yield file, (*path, index, *at), line
