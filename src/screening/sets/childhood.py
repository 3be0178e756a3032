"""Childhood, in two questions that are easily taken for one (pure). In both, doubt counts as childhood.

Cards, duties and child protection go by the age now. The rules by which a record is assessed go also by the age when it
began. Each answer is three-valued: True, False, or None where that is not decided yet; whoever asks says what the
undecided means there.
"""

from typing import Final

from screening.sets.model import DECLINED, UNCLEAR, Answers

# Convention of the Council of Europe 10(3): where the age is in doubt, the person is treated as a child.
CHILD_AGES: Final = frozenset({"child", "unsure", DECLINED})
_UNDER_18_WHEN_IT_BEGAN: Final = frozenset({"yes", UNCLEAR, DECLINED})


def is_perhaps_a_child(answers: Answers) -> bool | None:
    """Whether the person is a child now, or may be one; None where the age was not asked."""
    age = answers.get("age")
    return None if age is None else age in CHILD_AGES


def child_rule_applies(answers: Answers) -> bool | None:
    """Whether the record is assessed by the rules for a child; None where one of both ages is still to be known.

    Palermo 3(c) and 3(d). Who was under 18 when it began is assessed so, and may be an adult now.
    """
    began = answers.get("under_18_when_it_began")
    if is_perhaps_a_child(answers) or began in _UNDER_18_WHEN_IT_BEGAN:
        return True
    return False if answers.get("age") == "adult" and began == "no" else None
