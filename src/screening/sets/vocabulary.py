"""The closed lists of words that sets, directories and results have in common, and the order of each that has one."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

Strength = Literal["strong", "medium", "weak"]
Element = Literal["act", "means", "purpose"]
Level = Literal["clear_concern", "some_concern", "too_little_known", "none_recorded"]
Support = Literal["supported", "possible", "not_supported"]
QuestionKind = Literal["asked", "seen", "impression", "known"]
# What a set is taken for where none is named: a screening, a first meeting, what is known already of a child, or
# somebody who reads and answers alone.
Role = Literal["full", "short", "child", "alone"]
Grade = Literal["A", "B", "C", "project"]
Evidence = Literal["official", "second_hand", "repository", "article", "unverified"]
YesNo = Literal["yes", "no"]
# Who may have to be kept from hearing of it, in the order in which they are named.
KeptFrom = Literal["employer", "agent", "landlord", "partner", "family", "companions", "consul", "consul-unasked"]

KEPT_FROM: Final[tuple[KeptFrom, ...]] = get_args(KeptFrom)
STRENGTHS: Final[tuple[Strength, ...]] = ("strong", "medium", "weak")
ELEMENTS: Final[tuple[Element, ...]] = ("act", "means", "purpose")
# Best first. `too_little_known` ranks with `none_recorded`: silence is no better news than nothing recorded.
RANK: Final[Mapping[Level, int]] = {"clear_concern": 2, "some_concern": 1, "too_little_known": 0, "none_recorded": 0}
