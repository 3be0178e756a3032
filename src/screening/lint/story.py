"""A story with something in it that an invented case does not need, or that gives its key away."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from screening.language.messages import Message, gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.lint.verdict_word import says_what_somebody_is
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="story", scope=Scope.ANY_SET)


class _Trace(NamedTuple):
    """Something that is no part of an invented case: how it looks, what is said of it, and how to mend it."""

    looks: re.Pattern[str]
    says: Callable[[str], Message]
    hint: Message


def _number(found: str) -> Message:
    return gettext("{found} could be a real number, of a telephone or a paper", found=found)


_NO_NUMBER: Final = gettext("Leave it out: no story needs one.")
_TRACES: Final = (
    # As many digits as the shortest telephone numbers have.
    _Trace(re.compile(r"(?<![\w.,])\+?\d(?:[ ./()-]{0,2}\d){6,}(?!\w)"), _number, _NO_NUMBER),
    _Trace(re.compile(r"\b[A-Z]{1,2}\d{6,9}(?:\([0-9A]\))?(?!\w)"), _number, _NO_NUMBER),
    _Trace(
        re.compile(r"[\w.+-]+@[\w-]+\.\w+|\bhttps?://\S+|\bwww\.\S+|(?<!\w)@\w{3,}"),
        lambda found: gettext("{found} could lead to somebody real", found=found),
        gettext("Leave it out, or say what it is, such as 'a page for jobs'."),
    ),
    _Trace(
        re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\b\.? [A-Z]\w+|\b(?:called|named|[Nn]ame is) [A-Z]\w+ [A-Z]\w+"),
        lambda found: gettext("{found} could be the name of somebody real", found=found),
        gettext("Say who it is, such as 'a woman of 29' or 'the boss'; at most a first name."),
    ),
    _Trace(
        re.compile(r"\b\d+[A-Za-z]?,? (?:[A-Z]\w+ ){1,3}(?:Street|Road|Avenue|Lane|Square|Terrace)\b"),
        lambda found: gettext("{found} could be a real address", found=found),
        gettext("Say what kind of place it is, such as 'a flat over a shop'."),
    ),
)
# Beside the words for what somebody is.
_WORD_OF_THE_KEY: Final = re.compile(r"\btraffick\w*", re.IGNORECASE)


def check(files: SetFiles) -> Iterator[Problem]:
    """The story of a vignette has a name, a number or an address in it, or says what somebody is.

    Every case is invented, and is read out in rooms and handed out on paper. What looks like a real name, telephone
    number, address or paper may be one, and somebody may be looked for by it. A word such as "victim" tells everybody
    who practises what to find: a story says what happened, and its key says what that comes to.

    Passes:
        vignettes/case.yaml: {story: A woman of 29 works in a kitchen. Her boss keeps her passport.}

    Fails:
        vignettes/case.yaml: {story: A woman works in a kitchen. Her number is 5555 1234.}

    Fails:
        vignettes/case.yaml: {story: A woman works for Mrs Example and has her passport.}

    Fails:
        vignettes/case.yaml: {story: A victim of 29 works in a kitchen.}
    """
    for file in files.vignettes:
        for key in ("title", "story"):
            for message, hint in not_for_a_story(getattr(file.value, key)):
                yield file.problem((key,), message, hint, at_key=True)


def not_for_a_story(text: str) -> Iterator[tuple[Message, Message]]:
    """What a story has that it may not have, each with how to mend it.

    Args:
        text: the story.
    """
    for trace in _TRACES:
        found = trace.looks.search(text)
        if found is not None:
            yield trace.says(quoted(found[0])), trace.hint
    of_the_key = _WORD_OF_THE_KEY.search(text)
    word = of_the_key[0] if of_the_key is not None else says_what_somebody_is(text)
    if word is not None:
        yield gettext("{word} gives away what the case comes to", word=quoted(word)), gettext("Say what happened.")
