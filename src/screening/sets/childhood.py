"""Childhood, in two questions that are easily taken for one (pure). In both, doubt counts as childhood.

Cards, duties and child protection go by the age now. The rules by which a record is assessed go also by the age when it
began. Each answer is three-valued: True, False, or None where that is not known yet; whoever asks says what the unknown
means there.
"""

from collections.abc import Mapping
from typing import Final

from screening.sets.answers import DECLINED, UNCLEAR, Answers

# Of the flag that an age raises, and no answer to a question.
CHILD_FLAG: Final = "child"
# What says childhood, or doubt about it; declining to say does so too. A gate on an age may list these and no others.
CHILDHOOD: Final[Mapping[str, tuple[str, ...]]] = {
    "age": ("child", "unsure"),
    "under_18_when_it_began": ("yes", UNCLEAR),
}


def is_perhaps_a_child(answers: Answers) -> bool | None:
    """Whether the person is a child now, or may be one; None where the age was not asked.

    Convention of the Council of Europe, 10(3): where the age is in doubt, the person is treated as a child.
    """
    return _is_childhood("age", answers)


def child_rule_applies(answers: Answers) -> bool | None:
    """Whether the record is assessed by the rules for a child; None where an age is not known that may decide it.

    Palermo 3(c) and 3(d). Whoever was under 18 when it began is assessed so, and may be an adult now.
    """
    now, when_it_began = is_perhaps_a_child(answers), _is_childhood("under_18_when_it_began", answers)
    if now or when_it_began:
        return True
    return None if now is None or when_it_began is None else False


def _is_childhood(circumstance: str, answers: Answers) -> bool | None:
    recorded = answers.get(circumstance)
    return None if recorded is None else recorded in CHILDHOOD[circumstance] or recorded == DECLINED
