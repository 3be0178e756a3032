"""The words of the standard for cases are those that it has: its two lists are copied here, and they differ."""

from typing import get_args

from screening.sets.htcds import DEFINED, EXPLOITATIONS, LISTED, OF_A_CHILD, CaseFields, Method

# "HTCDS Field Standards 2.0.ods", vic_MethodsOfControl; "Toolkit/Survey/htcds_xlsform.xml" has the same.
PICKLIST = [
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
    "Other",
]
# "Field Definitions.md", each after "MethodsOfControl".
DEFINITIONS = [
    "DebtBondage",
    "TakesEarnings",
    "RestrictsFinancialAccess",
    "Threats",
    "PsychologicalAbuse",
    "PhysicalAbuse",
    "SexualAbuse",
    "FalsePromises",
    "PsychoactiveSubstances",
    "RestrictsMovement",
    "RestrictsMedicalCare",
    "ExcessiveWorkingHours",
    "UsesChildren",
    "ThreatOfLawEnforcement",
    "WithholdsNecessities",
    "WithholdsDocuments",
    "Other",
]
# What the two lists call by two names, as far as they mean the same.
SPELT_OTHERWISE = {"PsychoactiveSubstances": "PsychoactiveSubstance", "ThreatOfLawEnforcement": "ThreatsLawEnforcement"}


def test_the_picklist_is_that_of_the_standard_in_its_order() -> None:
    assert [*LISTED, "Other"] == PICKLIST


def test_what_is_defined_and_not_in_the_picklist_is_kept_apart() -> None:
    missing = [name for name in DEFINITIONS if SPELT_OTHERWISE.get(name, name) not in PICKLIST]

    assert missing == list(DEFINED) == ["Threats", "RestrictsMovement", "UsesChildren"]


def test_what_is_in_the_picklist_and_defined_nowhere_is_known() -> None:
    defined = {SPELT_OTHERWISE.get(name, name) for name in DEFINITIONS}

    assert [name for name in PICKLIST if name not in defined] == ["PhysicalThreats", "ThreatensChildrenFamily"]


def test_a_set_names_a_method_and_never_that_it_is_another() -> None:
    methods = [word for part in get_args(Method) for word in (get_args(part) or (part,))]

    assert methods == [*LISTED, *DEFINED]
    assert "Other" not in methods


def test_types_of_exploitation_are_eleven_and_those_of_a_child_are_among_them() -> None:
    assert len(EXPLOITATIONS) == 11
    assert set(EXPLOITATIONS) > OF_A_CHILD


def test_every_defined_method_has_the_field_that_the_definitions_name() -> None:
    written = [name for name in CaseFields.__struct_encode_fields__ if name.startswith("MethodsOfControl")]

    assert written == [f"MethodsOfControl{name}" for name in DEFINED]
