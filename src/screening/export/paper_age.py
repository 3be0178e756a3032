"""Which rules a form is scored by: those for an adult, or those for a child."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import NEVER, PaperCondition, Ticked, every, some, worded
from screening.export.paper_facts import Group
from screening.language.messages import Message, gettext
from screening.sets.answers import DECLINED
from screening.sets.childhood import CHILDHOOD
from screening.sets.model import SetFile

# The boxes that say which column counts.
CHILD: Final = "A1"
_ADULT: Final = "A2"
_NOT_KNOWN: Final = "A3"
# What is unknown is taken as not so: the level is that of an adult, as far as it is recorded.
_ASK: Final = gettext("Ask now, if you can. If not, use the column Adult: for a child the level may be higher.")


def age_lines(form: Mapping[str, Numbered]) -> Iterator[tuple[str, Message]]:
    """Which column counts: of each line its box, or nothing, and what it says.

    Args:
        form: what is asked.
    """
    child, adult = _is_child(form), _is_adult(form)
    if child == NEVER:
        yield CHILD, gettext("stays empty, for nothing here asks the age. Use the column Adult.")
        return
    # Translators: {condition} is such as "3a, 3U or 3D is ticked"; {box} is the code of a box on the form.
    yield CHILD, gettext("if {condition}: use the column Child.", condition=worded(child))
    numbers = [str(form[name].number) for name in CHILDHOOD if name in form]
    if adult == NEVER:
        yield _ADULT, gettext("if {box} is not ticked: use the column Adult.", box=CHILD)
        yield (
            "",
            gettext("If nothing is ticked in {numbers}, the age is not known. {ask}", numbers=numbers[0], ask=_ASK),
        )
        return
    yield _ADULT, gettext("if {condition}: use the column Adult.", condition=worded(adult))
    yield (
        _NOT_KNOWN,
        # Translators: {child} and {adult} are codes of boxes; {now} and {then} are numbers of questions.
        gettext(
            "if neither {child} nor {adult} is ticked. Nothing is ticked in {now}, or nothing in {then}: an age is not "
            "known. {ask}",
            child=CHILD,
            adult=_ADULT,
            now=numbers[0],
            then=numbers[1],
            ask=_ASK,
        ),
    )


def adult_for_certain(form: Mapping[str, Numbered]) -> PaperCondition:
    """When it is certain that the rules for a child do not apply: never, where one of the two ages is not asked.

    Args:
        form: what is asked.
    """
    return Ticked((_ADULT,)) if _is_adult(form) != NEVER else NEVER


def _is_child(form: Mapping[str, Numbered]) -> PaperCondition:
    """When the rules for a child apply: also where there is doubt, or it was not said.

    Palermo 3(c); Council of Europe Convention 10(3).
    """
    asked = [(form[name], values) for name, values in CHILDHOOD.items() if name in form]
    return some([Ticked(each.codes((*values, DECLINED))) for each, values in asked])


def _is_adult(form: Mapping[str, Numbered]) -> PaperCondition:
    if any(name not in form for name in CHILDHOOD):
        return NEVER
    certain: list[PaperCondition] = []
    for name, values in CHILDHOOD.items():
        doubtful = {*values, form[name].item.undecided, DECLINED}
        certain.append(Ticked(form[name].codes([answer for answer in form[name].answers if answer not in doubtful])))
    return every(certain)


def looks_at_age(about: SetFile, groups: Sequence[Group]) -> bool:
    """Whether anything counts otherwise for a child.

    Args:
        about: the set.
        groups: the facts.
    """
    rules = (about.levels.clear_concern, about.levels.some_concern)
    by_age = any(fact.adult != fact.child for group in groups for fact in group.facts)
    return by_age or any(rule is not None and rule.child is not None for rule in rules)
