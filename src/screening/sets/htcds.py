"""The words of IOM's Human Trafficking Case Data Standard (HTCDS) 2.0 that sets name and results fill (pure).

Source: "Human Trafficking Case Data Standard (HTCDS)" by IOM, version 2.0 of 24 December 2021, under CC BY 4.0,
<https://github.com/UNMigration/HTCDS>, as of commit 3c2f6537. The picklists are those of "HTCDS Field Standards
2.0.ods", and the survey of the toolkit has the same; the definitions are those of "Field Definitions.md". The codes are
copied as they are written there, and nothing else of it is. IOM does not endorse this program.

Which indicator means which of these words is content, and stands in the sets.
"""

from typing import Final, Literal, get_args

from msgspec import UNSET, UnsetType, field

from screening.sets.fields import FileStruct

VERSION: Final = "2.0"

# The picklist of vic_MethodsOfControl, in its order, without its last word, "Other".
ListedMethod = Literal[
    "PhysicalThreats",
    "ThreatsLawEnforcement",
    "ThreatensChildrenFamily",
    "DebtBondage",
    "FalsePromises",
    "PhysicalAbuse",
    "SexualAbuse",
    "TakesEarnings",
    "RestrictsFinancialAccess",
    "RestrictsMedicalCare",
    "WithholdsNecessities",
    "PsychologicalAbuse",
    "PsychoactiveSubstance",
    "ExcessiveWorkingHours",
    "WithholdsDocuments",
]
# What "Field Definitions.md" defines, each as a field of its own, and the picklist has no word for. It has
# PhysicalThreats, but threats are defined as those of any harm or loss. Its ThreatensChildrenFamily is defined nowhere.
# ThreatOfLawEnforcement and PsychoactiveSubstances are defined too: there only the spelling is another.
DefinedMethod = Literal["Threats", "RestrictsMovement", "UsesChildren"]
Method = Literal[ListedMethod, DefinedMethod]
# The picklist of vic_TypeOfExploitation, in its order.
Exploitation = Literal[
    "ForcedLabour",
    "SexualExploitation",
    "ChildLabour",
    "ForcedMarriage",
    "Servitude",
    "ForcedMilitaryByNonStateActors",
    "OrganRemoval",
    "ForcedBegging",
    "ForcedAdoption",
    "Surrogacy",
    "Other",
]
# Not an adult's, who may be recorded by the same answers (law 10).
OF_A_CHILD: Final[frozenset[Exploitation]] = frozenset({"ChildLabour"})

LISTED: Final[tuple[ListedMethod, ...]] = get_args(ListedMethod)
THREATS: Final = "Threats"
RESTRICTS_MOVEMENT: Final = "RestrictsMovement"
USES_CHILDREN: Final = "UsesChildren"
DEFINED: Final[tuple[DefinedMethod, ...]] = (THREATS, RESTRICTS_MOVEMENT, USES_CHILDREN)
# What stands in the picklist for a method that has no word of its own there.
OTHER: Final = "Other"
EXPLOITATIONS: Final[tuple[Exploitation, ...]] = get_args(Exploitation)


class Htcds(FileStruct, frozen=True, kw_only=True):
    """What an indicator, or a dimension, is called in that standard.

    Attributes:
        control: methods of control; none of them is `Other`, for that would say nothing.
        exploitation: types of exploitation; `Other` where it is one that the standard has no word for.
    """

    control: tuple[Method, ...] = ()
    exploitation: tuple[Exploitation, ...] = ()


class CaseFields(FileStruct, frozen=True, kw_only=True):
    """The fields of that standard that a result can fill, by its own names. What is left out was not recorded.

    Attributes:
        status: the only one of three that is ever given, and only from `some_concern` up.
        control: words of the picklist; `Other` where one of the three methods after it is there.
        threats, restricts_movement, uses_children: methods that are defined as fields of their own, and are no word of
            the picklist.
    """

    status: Literal["PossibleVictimOfTrafficking"] | UnsetType = field(default=UNSET, name="vic_TraffickingStatus")
    control: tuple[ListedMethod | Literal["Other"], ...] = field(default=(), name="vic_MethodsOfControl")
    threats: bool = field(default=False, name="MethodsOfControlThreats")
    restricts_movement: bool = field(default=False, name="MethodsOfControlRestrictsMovement")
    uses_children: bool = field(default=False, name="MethodsOfControlUsesChildren")
    exploitation: tuple[Exploitation, ...] = field(default=(), name="vic_TypeOfExploitation")
