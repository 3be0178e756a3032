"""The measures of a room's report, each with a sentence on what it means and what it does not (pure)."""

from collections.abc import Iterator, Mapping
from typing import Final

from screening.language.messages import Message, gettext
from screening.practice.room import (
    FEWEST_CASES,
    SMALLEST_ROOM,
    Alpha,
    CaseReport,
    Interval,
    Measure,
    NoAlpha,
    Right,
    RoomReport,
    WhyNoAlpha,
)
from screening.show.lines import Line
from screening.show.workshop_parts import Part, Table
from screening.show.workshop_words import ELEMENT_NAME, RoomWords, between, share

_RIGHT_NAME: Final[Mapping[Measure, Message]] = {
    "sensitivity": gettext("Sensitivity"),
    "specificity": gettext("Specificity"),
}
_RIGHT_MEANS: Final[Mapping[Measure, Message]] = {
    "sensitivity": gettext(
        "Sensitivity says how many referred a person whom the key refers. It is about people like these and this one "
        "case: it does not say how many trafficked people they would find at work."
    ),
    "specificity": gettext(
        "Specificity says how many did not refer a person whom the key does not refer. It is about people like these "
        "and this one case: it does not say how often they would be wrong at work."
    ),
}
_LEVEL_MEANS: Final = gettext(
    "The level of the key says how many came to the very same result. Somebody with another level may still have "
    "done the right thing: what counts first is whether the person is referred."
)
_ELEMENTS_MEAN: Final = gettext(
    "For each element, how many have it supported, possible or not, as the key has it. It shows where a result comes "
    "apart, and not why."
)
_ALPHA_MEANS: Final = gettext(
    "Krippendorff's alpha says how much people agree about which indicators are there, beyond chance: 1 where all "
    "agree, 0 where they agree as by chance. It does not say whether they are right: a room may agree on what is wrong."
)
_NO_ALPHA: Final[Mapping[WhyNoAlpha, Message]] = {
    "few_cases": gettext(
        "Krippendorff's alpha is not given: it needs at least {cases} cases. Over the unlike questions of one case it "
        "would mislead.",
        cases=FEWEST_CASES,
    ),
    "few_people": gettext(
        "Krippendorff's alpha is not given: it needs at least {cases} cases that {people} people or more screened.",
        cases=FEWEST_CASES,
        people=SMALLEST_ROOM,
    ),
    "no_variation": gettext(
        "Krippendorff's alpha is not given: all marks are the same, and there is nothing to hold against chance."
    ),
    "not_installed": gettext(
        "Krippendorff's alpha is not given: it needs the library krippendorff. This installs it: "
        "python -m pip install krippendorff"
    ),
}


def measure_parts(report: RoomReport, words: RoomWords) -> Iterator[Part]:
    """All measures, over all cases."""
    yield Line("heading", gettext("Measures, and what they mean"))
    small = any(case.small for case in report.cases)
    yield Table(
        title=gettext("Measures"),
        head=(gettext("Measure"), gettext("How many"), gettext("Likely between")),
        rows=(
            *(_right_row(case, words, alone=len(report.cases) == 1) for case in report.cases),
            (gettext("The level of the key"), share(report.same_level, small=small), ""),
            *(
                # Translators: {element} is "Act", "Means" or "Purpose".
                (gettext("{element}, as the key has it", element=ELEMENT_NAME[element]), share(of, small=small), "")
                for element, of in report.elements.items()
                if of.whole
            ),
        ),
    )
    kinds = dict.fromkeys(case.right.measure for case in report.cases)
    yield from (Line("paragraph", _RIGHT_MEANS[kind]) for kind in kinds)
    if any(case.right.interval is not None for case in report.cases):
        yield Line(
            "text",
            gettext(
                "“Likely between” is an interval at 95 % (Wilson) over people on this case. Another room of people "
                "like these would probably come out in it."
            ),
        )
    yield Line("paragraph", _LEVEL_MEANS)
    yield Line("paragraph", _ELEMENTS_MEAN)
    yield from alpha_lines(report.alpha)


def right_name(right: Right) -> Message:
    """What a share of those who were right is called."""
    return _RIGHT_NAME[right.measure]


def _right_row(case: CaseReport, words: RoomWords, *, alone: bool) -> tuple[Message, Message, Message | str]:
    right = case.right
    name = right_name(right)
    if not alone:
        # Translators: "Sensitivity" or "Specificity", and the title of a case.
        name = gettext("{measure}: {case}", measure=name, case=words.case(case.case))
    return name, share(right.share, small=case.small), between(right.interval) if right.interval is not None else ""


def alpha_lines(alpha: Alpha | NoAlpha) -> Iterator[Line]:
    """How much a room agrees beyond chance; or why that is not said."""
    if isinstance(alpha, NoAlpha):
        yield Line("paragraph", _NO_ALPHA[alpha.why])
        return
    yield Line(
        "lead",
        gettext(
            "Krippendorff's alpha: {alpha}, of {people} people on {cases} cases.",
            alpha=alpha_value(alpha),
            people=alpha.people,
            cases=alpha.cases,
        ),
    )
    yield Line("text", _ALPHA_MEANS)
    yield Line(
        "text",
        gettext(
            "People who answer these cases at random would come out near {chance}, and not at 0: read it from there.",
            chance=decimal(alpha.at_random),
        ),
    )
    yield Line(
        "text",
        gettext(
            "It is of {units} pairs of a case and an indicator of which at least two people knew something. For other "
            "cases the interval is too narrow.",
            units=alpha.units,
        ),
    )


def alpha_value(alpha: Alpha) -> Message | str:
    """An alpha, with its interval where it has one."""
    if alpha.interval is None:
        return decimal(alpha.value)
    low, high = _ends(alpha.interval)
    return gettext("{value} (likely between {low} and {high})", value=decimal(alpha.value), low=low, high=high)


def _ends(interval: Interval) -> tuple[str, str]:
    return decimal(interval.low), decimal(interval.high)


def decimal(value: float) -> str:
    """A number with two digits behind the point; nought has no sign."""
    return f"{round(value, 2) + 0:.2f}"
