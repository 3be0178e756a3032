"""Which rules a form is scored by: those for an adult, or those for a child."""

from collections.abc import Mapping, Sequence

from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import NEVER, PaperCondition, Ticked, every, some
from screening.export.paper_facts import Group
from screening.sets.answers import DECLINED
from screening.sets.childhood import CHILDHOOD
from screening.sets.model import SetFile


def is_child(form: Mapping[str, Numbered]) -> PaperCondition:
    """When the rules for a child apply: also where there is doubt, or it was not said.

    Palermo 3(c); Council of Europe Convention 10(3).

    Args:
        form: what is asked.
    """
    asked = [(form[name], values) for name, values in CHILDHOOD.items() if name in form]
    return some([Ticked(each.codes((*values, DECLINED))) for each, values in asked])


def is_adult(form: Mapping[str, Numbered]) -> PaperCondition:
    """When it is certain that they do not: never, where one of the two ages is not asked.

    Args:
        form: what is asked.
    """
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
