"""The program's own words, in one place: what no set and no directory says."""

from collections.abc import Mapping

from screening.referral.directory import ContactKind, Referrer, YesNoUnknown
from screening.sets.model import Answer, Element, Evidence, Level, Need, Strength, Support, values_of

LEVEL_SENTENCE: Mapping[Level, str] = {
    "clear_concern": "What was recorded points clearly to possible trafficking. Act on it today.",
    "some_concern": "Some of what was recorded may point to trafficking. Refer, or talk again when the person wants.",
    "too_little_known": (
        "Too little is known. What was not asked, not clear or not said could still show trafficking. "
        "This is not a no, and it is no reason to send anybody away."
    ),
    "none_recorded": (
        "No means and no exploitation were recorded. This proves nothing: people often cannot speak at a first "
        "meeting. It is no reason to send anybody away."
    ),
}
OBSERVED_ONLY = "Observed only: nothing but looks points this way, and looks prove little."
LEVEL_NAME: Mapping[Level, str] = {
    "clear_concern": "clear concern",
    "some_concern": "some concern",
    "too_little_known": "too little known",
    "none_recorded": "no means and no exploitation recorded",
}
ELEMENT_NAME: Mapping[Element, str] = {
    "act": "Act: what was done",
    "means": "Means: how it was done",
    "purpose": "Purpose: exploitation, done or intended",
}
SUPPORT_NAME: Mapping[Support, str] = {
    "supported": "supported",
    "possible": "possible: what is unknown could still support it",
    "not_supported": "not supported by what was recorded",
}
STRENGTH_NAME: Mapping[Strength, str] = {"strong": "strong", "medium": "medium", "weak": "weak"}
NEED_NAME: Mapping[Need, str] = {
    "emergency": "Emergency",
    "medical": "Medical help",
    "crisis-line": "Somebody to talk to now",
    "child-protection": "Child protection",
    "anti-trafficking": "Help after exploitation",
    "migrant-worker-help": "Help for migrant workers",
    "shelter": "A safe place to stay",
    "social-welfare": "Social welfare",
    "domestic-abuse": "Help against abuse at home",
    "sexual-violence": "Help after sexual violence",
    "labour-advice": "Advice on pay, hours and contracts",
    "debt-advice": "Advice on debt",
    "legal-advice": "Legal advice",
    "asylum-advice": "Advice on protection from being sent back",
    "sex-worker-support": "Rights and health for people who sell sex",
    "residents-abroad": "Help for residents who are held abroad",
    "scam-advice": "Advice on scams and false jobs",
    "interpretation": "Interpretation by telephone",
    "police": "Police, if the person agrees",
    "police-complaint": "Complaint about the police",
    "consulate": "The person's own consulate",
    "immigration-enquiries": "Questions about visas and stay",
    "discrimination-advice": "Advice on discrimination and harassment",
}
EVIDENCE_NAME: Mapping[Evidence, str] = {
    "official": "seen on its own or a government page",
    "second_hand": "seen second hand",
    "repository": "seen only in a public code repository",
    "article": "UNCONFIRMED: known from one article only",
    "unverified": "UNVERIFIED: seen on no page",
}
EVIDENCE_IN_SHORT: Mapping[Evidence, str] = {
    "official": "official page",
    "second_hand": "second hand",
    "repository": "code repository",
    "article": "UNCONFIRMED: one article",
    "unverified": "UNVERIFIED: seen on no page",
}
MAY_BE_WRONG = "MAY BE WRONG"
FRESHNESS = (
    "This list was drawn up on {}. Brackets say where a number was seen, and how old that page is. Called, "
    "or read again on the live page: {} of the {} services below."
)
NEVER_CALLED = (
    "This list was drawn up on {}. Brackets say where a number was seen, and how old that page is. Nobody has called "
    "any of these numbers since."
)
FIRST = "First"
THEN = "Then"
IF_THESE_CANNOT = "If these cannot help:"
SAY = (
    "Choose what is needed, and call its first number. Say what is needed{}. Say no name yet. Ask if they can help "
    "now, and what they would tell others, and whom. No help? Call the next."
)
SAY_ONLY = ", and only this about the person: {}"
SAY_NOTHING_TO = (
    "Unless somebody is in danger or the law makes you: tell the police, the immigration office or a consulate nothing "
    "about the person before they agree."
)
CALL_NOBODY = "The person does not want you to call. These are for them, in the order to try."
# What else whoever is called has to know: by circumstance and value.
SAY_ALSO: Mapping[tuple[str, Answer], str] = {
    ("with_children", "yes"): "has children along",
    ("abroad", "yes"): "is abroad",
}
MORE_OF_THE_LAW = "More of the law here, told with other needs"
CONFLICT = "CONFLICT"
INFORMS_POLICE: Mapping[YesNoUnknown, str] = {
    "yes": "CAREFUL: the police answer here, or are told.",
    "no": "As far as is known, it does not tell the police.",
}
INFORMS_POLICE_IN_SHORT = "POLICE answer or are told"
DANGER_ABROAD = "In danger now: call the emergency number of the place where the person is. Only in {}:"
FROM_ABROAD = "from abroad {}"
POLICE_NOT_KNOWN = (
    "The person does not want the police. Before you say a name, ask every service: do you tell the police?"
)
REFERRER_NAME: Mapping[Referrer, str] = {
    "self": "the person",
    "organisation": "an organisation",
    "social-worker": "a social worker",
    "police": "the police",
    "medical-staff": "medical staff",
}
REASON_IN_SHORT: Mapping[str, str] = {
    "gender": "men or women",
    "age": "age",
    "situation": "what the person does",
    "district": "the district",
    "with_children": "children",
    "abroad": "being abroad",
    "needs_identity_card": "an identity card",
    "needs_legal_stay": "a right to stay",
    "represents": "fear of this state",
    "languages": "the language",
    "referral": "who may ask for it",
    "police": "the police",
}
NO_BARRIER: Mapping[str, str] = {
    "needs_identity_card": "No local identity card is needed.",
    "needs_legal_stay": "No right to stay is needed.",
}
# Where no page says so, and it was read from whom the service takes.
NO_BARRIER_INFERRED: Mapping[str, str] = {
    "needs_identity_card": "Whether they ask for an identity card is not known. They take people who often have none.",
    "needs_legal_stay": "Whether they ask for a right to stay is not known. They take people who often have none.",
}
WHO_MAY_CALL = "Who may call: {}."
OTHER_DISTRICTS = "{} that serve other districts only"
LANGUAGE_NAME: Mapping[str, str] = {
    "yue": "Cantonese",
    "cmn": "Putonghua (Mandarin)",
    "en": "English",
    "tl": "Tagalog",
    "id": "Bahasa Indonesia",
    "th": "Thai",
    "vi": "Vietnamese",
    "ne": "Nepali",
    "hi": "Hindi",
    "ur": "Urdu",
    "pa": "Punjabi",
    "bn": "Bengali",
    "si": "Sinhala",
    "ta": "Tamil",
    "my": "Burmese",
    "km": "Khmer",
    "lo": "Lao",
    "ms": "Malay",
    "ko": "Korean",
    "ja": "Japanese",
    "ru": "Russian",
    "es": "Spanish",
    "pt": "Portuguese",
    "fr": "French",
    "de": "German",
    "it": "Italian",
    "pl": "Polish",
    "ro": "Romanian",
    "bg": "Bulgarian",
    "sq": "Albanian",
    "sr": "Serbian",
    "uk": "Ukrainian",
    "tr": "Turkish",
    "ku": "Kurdish",
    "fa": "Persian (Farsi)",
    "ar": "Arabic",
    "sw": "Swahili",
    "am": "Amharic",
}
# How a language is called besides its code and its name. Who says Chinese may mean either of the spoken ones.
LANGUAGES_ALSO_CALLED: Mapping[str, tuple[str, ...]] = {
    "fil": ("tl",),
    "filipino": ("tl",),
    "in": ("id",),
    "indonesian": ("id",),
    "bahasa": ("id",),
    **dict.fromkeys(("zh", "chinese", "zh-hant", "zh-hans", "zh-hk"), ("yue", "cmn")),
    **dict.fromkeys(("putonghua", "mandarin", "zh-cn", "zh-tw"), ("cmn",)),
}
CONTACT_NAME: Mapping[ContactKind, str] = {
    "telephone": "Telephone",
    "whatsapp": "WhatsApp",
    "sms": "SMS",
    "email": "E-mail",
    "form": "Form",
    "website": "Website",
}
# `yes` always means that what stands at "Mark" is so, whatever was asked.
ANSWER_NAME: Mapping[str, str] = {
    "yes": "Yes, it is so",
    "no": "No, it is not so",
    "unclear": "Unclear",
    "declined": "Does not want to say",
}
VALUE_NAME: Mapping[str, Mapping[str, str]] = {
    "age": {"child": "Under 18", "adult": "18 or over", "unsure": "Not sure"},
    "gender": {"woman": "Woman or girl", "man": "Man or boy", "other": "Other"},
    "situation": {
        "domestic-work": "Work in somebody's home",
        "other-work": "Other work",
        "fishing": "Work on a fishing boat or ship",
        "commercial-sex": "Selling sex",
        "online-or-phone-work": "Work online or by telephone",
        "begging-or-selling": "Begging or selling in the street",
        "illicit-work": "Tasks that could bring trouble",
        "marriage-or-family": "Marriage or family",
        "medical": "A medical matter",
        "other": "Something else",
    },
    "wants": {
        "leave": "To get away from it",
        "stay": "To stay where they are",
        "go_back": "To go home to where they come from",
    },
}
# What is asked at the desk to find a service. It is not read out.
FINDER: Mapping[str, str] = {
    "place": "Which place?",
    "needs": "What is needed?",
    "age": "How old is the person?",
    "gender": "Services for women, or for men?",
    "situation": "What does the person do, or what were they brought for?",
    "identity_card": "Do they have a local identity card?",
    "may_stay": "Do they have a right to stay?",
    "with_children": "Do they have children along?",
    "languages": "In which languages can they talk easily?",
    "abroad": "Are they abroad, outside this place?",
    "district": "In which district are they?",
    "police": "Do they agree that the police are told?",
}
WHY_UNKNOWN: Mapping[str, str] = {"not_asked": "not asked", "unclear": "unclear", "declined": "did not want to say"}

# What the person's wishes mean for whoever reads the advice. Emergencies and duties towards children come first.
WISHES: Mapping[str, Mapping[str, str]] = {
    "wants": {
        "leave": "The person wants to get away. Plan it with them before anything else is set in motion.",
        "stay": "The person wants to stay for now. Respect it. Give numbers in a form that is safe to keep.",
        "go_back": "The person wants to go home. Ask whether it is safe there, and who could help on the way.",
    },
    "may_call": {
        "yes": "The person agrees that you call for them. Say what you will pass on before each call.",
        "no": "The person does not want you to call. Give them the numbers. Call only in an emergency.",
        "unknown": "Whether you may call for the person is not recorded. Ask before each call, except in an emergency.",
    },
    "police": {
        "yes": "The person agrees that the police are told.",
        "no": "The person does not want the police. Tell the police only in an emergency, or where the law makes you.",
        "unknown": (
            "Whether the person agrees to the police is not recorded. Take it as no, except in an emergency or where "
            "the law makes you."
        ),
    },
    "safe_to_reach": {
        "yes": "There is a safe way to reach the person. Agree on it; do not write it down here.",
        "no": "There is no safe way to reach the person. Do not call or write. Agree on how they can come back.",
        "unknown": "No safe way to reach the person is recorded. Do not call or write.",
    },
}
CHILD_BEFORE_WISHES = "For a child, safety and the duties of law come before wishes. Explain what you must do, and why."

LIMITS: tuple[str, ...] = (
    "This is no finding and no legal advice. It says how far what was recorded points, and nothing about the rest.",
    "The questions, their strengths and their rules have not been validated on cases.",
    "Fear, shame, orders and trauma keep people from telling. Gaps and contradictions are expected.",
    "If you are still worried, act on your worry, whatever stands here.",
)
NOT_STORED = "Nothing of this is stored. What you print or save yourself is sensitive: keep it safe."
NO_DIRECTORY = "There is no directory for this place. Call the local emergency number if there is danger."
ANYWHERE = "There is no directory for this place. What stands here holds anywhere, and is general."
STALE = (
    "Nobody has seen these for more than three years, or it is not known when. Call each, and write the day into "
    "confirmed_on, or mend it and tell whoever keeps the directory."
)
NOTHING_STALE = "Every contact was seen within three years."
NOBODY_LISTED = "No number is listed here for this."
DO_THIS_INSTEAD = "No number is listed here for this. Do this instead:"


def value_name(circumstance: str, value: Answer) -> str:
    """How a circumstance's value is called when nobody worded it otherwise."""
    names = VALUE_NAME.get(circumstance, {})
    return ", ".join(names.get(each, ANSWER_NAME.get(each, each)) for each in values_of(value))


def dated(day: str, *, confirmed: bool) -> str:
    """How fresh something is, as exactly as it is known.

    Args:
        day: the date, or `unknown`.
        confirmed: somebody called on that day, or read the live page again; else it is the date of a page.
    """
    if confirmed:
        return f"confirmed on {day}"
    return "undated" if day == "unknown" else f"as of {day}"
