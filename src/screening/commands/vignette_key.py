"""The key of a new vignette: the program says what the answers come to, and the author whether that is right."""

from collections.abc import Callable, Iterable
from typing import Final, get_args

from msgspec import Struct

from screening.commands.vignette_answers import Answers
from screening.engine.assess import Assessment
from screening.interview.state import State
from screening.language.messages import Message, gettext
from screening.result.evaluate import Result
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Expect
from screening.sets.vocabulary import Level, Support
from screening.show.levels import LEVEL_NAME
from screening.show.lines import Line
from screening.show.vignette_key import comes_to_lines, counting_lines
from screening.terminal.author_prompts import Offered, Prompts

_WHICH: Final = (
    Offered("a", "again", gettext("Show again what the answers come to")),
    Offered("y", "yes", gettext("Yes, that is right")),
    Offered("n", "no", gettext("No, I expected another level")),
    Offered("c", "change", gettext("I want to change an answer")),
)
_WHAT_NOW: Final = (
    Offered("a", "again", gettext("Show again which facts count")),
    Offered("c", "change", gettext("Change an answer: the story tells something else")),
    Offered("y", "yes", gettext("The program is right after all")),
    Offered("k", "keep", gettext("Keep my key: 'screening test' fails, and the set's author sees why")),
)
_LEVELS: Final[tuple[Level, ...]] = get_args(Level)


class Key(Struct, frozen=True):
    """What a vignette must come to.

    Attributes:
        expect: the key.
        expected: the level that its author expects and the set does not come to; None where they agree.
        found: the level that the set comes to.
    """

    expect: Expect
    expected: Level | None
    found: Level

    @property
    def note(self) -> Message | None:
        """What is written above a key to which the set does not come."""
        if self.expected is None:
            return None
        return gettext(
            "The author of this case expects {expected}, and the set comes to {found}. 'screening test' fails until "
            "the set or the case is changed.",
            expected=self.expected,
            found=self.found,
        )


def agreed_key(
    state: State,
    answers: Answers,
    evaluated: Callable[[State], Result],
    prompts: Prompts,
    show: Callable[[Iterable[Line]], None],
) -> tuple[State, Key]:
    """Have the author say whether what the answers come to is right, until it is, or their own key is kept.

    Args:
        state: behind the last question.
        answers: how answers are changed.
        evaluated: the result of what is recorded.
        prompts: how it is asked.
        show: how lines are shown.

    Returns:
        The state with the answers as they are now, and the key.
    """
    while True:
        result = evaluated(state)
        show(comes_to_lines(result))
        match prompts.choose(gettext("Is that what the case should come to?"), _WHICH):
            case "yes":
                return state, _agreed(result)
            case "change":
                state = answers.change(state)
            case "no":
                expected = _expected(result.assessment.level, prompts)
                state, key = _disagreed(state, expected, answers, result, prompts, show)
                if key is not None:
                    return state, key
            case _:
                pass


def _disagreed(
    state: State,
    expected: Level,
    answers: Answers,
    result: Result,
    prompts: Prompts,
    show: Callable[[Iterable[Line]], None],
) -> tuple[State, Key | None]:
    """What is done where the author expected another level: no key yet where an answer was changed."""
    here = state
    while True:
        show([Line("heading", gettext("Which facts count"))])
        show(counting_lines(result, lambda name: answers.told(here, name)))
        match prompts.choose(gettext("What shall be done?"), _WHAT_NOW):
            case "change":
                return answers.change(state), None
            case "yes":
                return state, _agreed(result)
            case "keep":
                return state, Key(Expect(level=expected), expected, result.assessment.level)
            case _:
                pass


def _expected(found: Level, prompts: Prompts) -> Level:
    offered = [
        Offered(str(number), level, LEVEL_NAME[level])
        for number, level in enumerate((level for level in _LEVELS if level != found), 1)
    ]
    chosen = prompts.choose(gettext("Which level did you expect?"), offered)
    return next(level for level in _LEVELS if level == chosen)


def _agreed(result: Result) -> Key:
    assessment = result.assessment
    return Key(key_of(result.indicator_set, assessment), None, assessment.level)


def key_of(indicator_set: IndicatorSet, assessment: Assessment) -> Expect:
    """The key that says what an assessment came to: all of it but the dimensions of which nothing is known.

    Args:
        indicator_set: the set.
        assessment: what its answers came to.
    """
    always_open = {pathway.id for pathway in indicator_set.guidance if pathway.when is None}
    counted = {dimension.element for dimension in indicator_set.about.dimensions.values()}
    supported: Support = "supported"
    return Expect(
        level=assessment.level,
        bounds=assessment.bounds,
        settled=assessment.settled,
        elements={name: support for name, support in assessment.elements.items() if name in counted},
        dimensions={name: each for name, each in assessment.dimensions.items() if each == supported},
        flags=assessment.flags,
        pathways=tuple(name for name in assessment.pathways if name not in always_open),
    )
