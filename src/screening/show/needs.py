"""What needs are called."""

from collections.abc import Mapping

from screening.language.messages import Message, gettext, pgettext
from screening.sets.needs import Need

NEED_NAME: Mapping[Need, Message] = {
    "emergency": pgettext("a need", "Emergency"),
    "medical": gettext("Medical help"),
    "crisis-line": gettext("Somebody to talk to now"),
    "child-protection": gettext("Child protection"),
    "anti-trafficking": gettext("Help after exploitation"),
    "migrant-worker-help": gettext("Help for migrant workers"),
    "shelter": gettext("A safe place to stay"),
    "social-welfare": gettext("Social welfare"),
    "domestic-abuse": gettext("Help against abuse at home"),
    "sexual-violence": gettext("Help after sexual violence"),
    "labour-advice": gettext("Advice on pay, hours and contracts"),
    "debt-advice": gettext("Advice on debt"),
    "legal-advice": gettext("Legal advice"),
    "asylum-advice": gettext("Advice on protection from being sent back"),
    "sex-worker-support": gettext("Rights and health for people who sell sex"),
    "residents-abroad": gettext("Help for residents who are held abroad"),
    "scam-advice": gettext("Advice on scams and false jobs"),
    "interpretation": gettext("Interpretation by telephone"),
    "police": gettext("Police, if the person agrees"),
    "police-complaint": gettext("Complaint about the police"),
    "consulate": gettext("The person's own consulate"),
    "immigration-enquiries": gettext("Questions about visas and stay"),
    "discrimination-advice": gettext("Advice on discrimination and harassment"),
}
# Those who protect children, where another need stands beside it in a narrow column.
CHILDREN = pgettext("a need, in a word", "Children")
# In a column of the first page, beside a number.
NEED_IN_SHORT: Mapping[Need, Message] = {
    "emergency": pgettext("a need, in a word", "Danger"),
    "medical": pgettext("a need, in a word", "Doctor"),
    "crisis-line": pgettext("a need, in a word", "To talk"),
    "child-protection": pgettext("a need, in a word", "Child protection"),
    "anti-trafficking": pgettext("a need, in a word", "Trafficking"),
    "migrant-worker-help": pgettext("a need, in a word", "Workers"),
    "shelter": pgettext("a need, in a word", "Bed"),
    "social-welfare": pgettext("a need, in a word", "Welfare"),
    "domestic-abuse": pgettext("a need, in a word", "Abuse"),
    "sexual-violence": pgettext("a need, in a word", "Assault"),
    "labour-advice": pgettext("a need, in a word", "Pay"),
    "debt-advice": pgettext("a need, in a word", "Debt"),
    "legal-advice": pgettext("a need, in a word", "Lawyer"),
    "asylum-advice": pgettext("a need, in a word", "Asylum"),
    "sex-worker-support": pgettext("a need, in a word", "Sex work"),
    "residents-abroad": pgettext("a need, in a word", "Abroad"),
    "scam-advice": pgettext("a need, in a word", "Scams"),
    "interpretation": pgettext("a need, in a word", "Interpreter"),
    "police": pgettext("a need, in a word", "Police"),
    "police-complaint": pgettext("a need, in a word", "Complaint"),
    "consulate": pgettext("a need, in a word", "Consulate"),
    "immigration-enquiries": pgettext("a need, in a word", "Visa"),
    "discrimination-advice": pgettext("a need, in a word", "Unfairness"),
}
