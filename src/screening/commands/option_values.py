"""The values of options. They are those of the model, written out: to import it would cost more than all of the help.

Where an option may be given again, its values are an Enum: typer lists and checks no literals there.
"""

from enum import StrEnum
from typing import Literal

Format = Literal["terminal", "markdown", "json", "html"]
YesNoOption = Literal["yes", "no"]
Age = Literal["child", "adult", "unsure"]
Gender = Literal["woman", "man", "other"]
Shell = Literal["bash", "zsh", "fish", "powershell"]
# A shell that wants words for a Tab runs the program with this in its environment.
ASKED_BY = "_SCREENING_COMPLETE"
FileKind = Literal[
    "set",
    "indicators",
    "section",
    "guidance",
    "referrals",
    "own-services",
    "vignette",
    "glossary",
    "column-map",
    "record",
    "score",
    "htcds",
    "result",
]


class Situation(StrEnum):
    """What the person does or is in, as the circumstance of this name says it."""

    DOMESTIC_WORK = "domestic-work"
    OTHER_WORK = "other-work"
    FISHING = "fishing"
    COMMERCIAL_SEX = "commercial-sex"
    ONLINE_OR_PHONE_WORK = "online-or-phone-work"
    BEGGING_OR_SELLING = "begging-or-selling"
    ILLICIT_WORK = "illicit-work"
    MARRIAGE_OR_FAMILY = "marriage-or-family"
    MEDICAL = "medical"
    OTHER = "other"


class NeedOption(StrEnum):
    """What somebody may need."""

    EMERGENCY = "emergency"
    MEDICAL = "medical"
    CRISIS_LINE = "crisis-line"
    CHILD_PROTECTION = "child-protection"
    ANTI_TRAFFICKING = "anti-trafficking"
    MIGRANT_WORKER_HELP = "migrant-worker-help"
    SHELTER = "shelter"
    SOCIAL_WELFARE = "social-welfare"
    DOMESTIC_ABUSE = "domestic-abuse"
    SEXUAL_VIOLENCE = "sexual-violence"
    LABOUR_ADVICE = "labour-advice"
    DEBT_ADVICE = "debt-advice"
    LEGAL_ADVICE = "legal-advice"
    ASYLUM_ADVICE = "asylum-advice"
    SEX_WORKER_SUPPORT = "sex-worker-support"
    RESIDENTS_ABROAD = "residents-abroad"
    SCAM_ADVICE = "scam-advice"
    INTERPRETATION = "interpretation"
    POLICE = "police"
    POLICE_COMPLAINT = "police-complaint"
    CONSULATE = "consulate"
    IMMIGRATION_ENQUIRIES = "immigration-enquiries"
    DISCRIMINATION_ADVICE = "discrimination-advice"
