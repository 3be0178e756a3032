"""What the person's wishes mean for whoever reads the advice. Emergencies and duties towards children come first."""

from collections.abc import Mapping

from screening.language.messages import Message, gettext, pgettext
from screening.sets.model import IndicatorSet

# By wish and value; `unknown` where it was not recorded.
WISHES: Mapping[str, Mapping[str, Message]] = {
    "wants": {
        "leave": gettext("The person wants to get away. Plan it with them before anything else."),
        "stay": gettext("The person wants to stay for now. Respect it. Give numbers that are safe to keep."),
        "go_back": gettext(
            "The person wants to go home. Ask whether it is safe there. Before anything is signed, offer a lawyer."
        ),
    },
    "may_call": {
        "yes": gettext("You may call for them. Say before each call what you will pass on."),
        "no": gettext(
            "They do not want you to call. Give them the numbers. Call only in an emergency, or where the law makes "
            "you."
        ),
        "unknown": gettext(
            "Whether you may call for them is not recorded. Ask before each call, except in an emergency or where the "
            "law makes you."
        ),
    },
    "police": {
        "yes": gettext("They agree to the police being told."),
        "no": gettext("They do not want the police: only in an emergency, or where the law makes you."),
        "unknown": gettext(
            "Whether they agree to the police is not recorded. Take it as no, except in an emergency or where the law "
            "makes you."
        ),
    },
    "safe_to_reach": {
        "yes": gettext("There is a safe way to reach them. Agree on it; do not write it down here."),
        "no": gettext("There is no safe way to reach them. Do not call or write. Agree on how they can come back."),
        "unknown": gettext("No safe way to reach them is recorded. Do not call or write."),
    },
}
# Of a child, or of somebody who may be one: who decides is another, and the child is heard.
CHILD_WISHES: Mapping[str, Mapping[str, Message]] = {
    "wants": {
        "leave": gettext(
            "The child wants to get away. Tell child protection today, and tell the child what is planned."
        ),
        "stay": gettext("The child wants to stay for now. Tell child protection. They decide whether it is safe."),
        "go_back": gettext("The child wants to go home. Tell child protection. They decide whether it is safe there."),
    },
    "may_call": {
        "yes": gettext("The child agrees that you call. Say what you will pass on before each call."),
        "no": gettext(
            "The child does not want you to call. Call child protection all the same, say so first, and say why."
        ),
        "unknown": gettext(
            "Whether the child agrees that you call is not recorded. Call child protection all the same, and say so "
            "first."
        ),
    },
    "police": {
        "yes": gettext("The child agrees to the police being told."),
        "no": gettext(
            "The child does not want the police. Tell child protection that. Tell the police only in an emergency, or "
            "where the law makes you."
        ),
        "unknown": gettext(
            "Whether the child agrees to the police is not recorded. Ask child protection, except in an emergency or "
            "where the law makes you."
        ),
    },
    "safe_to_reach": {
        "yes": gettext("There is a safe way to reach the child. Tell child protection; do not write it down here."),
        "no": gettext("There is no safe way to reach the child. Do not call or write. Tell child protection that."),
        "unknown": gettext("No safe way to reach the child is recorded. Do not call or write."),
    },
}
CHILD_BEFORE_WISHES = gettext(
    "For a child, safety and the duties of law come before wishes. Explain what you must do, and why."
)
# On the first page of a result, beside others. What somebody does not want, or cannot have, is in capitals.
WISHES_IN_SHORT: Mapping[str, Mapping[str, Message]] = {
    "wants": {
        "leave": pgettext("what the person says", "wants to get away"),
        "stay": pgettext("what the person says", "wants to stay for now"),
        "go_back": pgettext("what the person says", "wants to go home: ask if it is safe there"),
    },
    "may_call": {
        "yes": pgettext("what the person says", "you may call for them"),
        "no": pgettext("what the person says", "DO NOT CALL for them"),
    },
    "police": {
        "yes": pgettext("what the person says", "police: yes"),
        "no": pgettext("what the person says", "POLICE: said NO"),
        "unclear": pgettext("what the person says", "POLICE: unclear, so NO"),
        "declined": pgettext("what the person says", "POLICE: not said, so NO"),
        "unknown": pgettext("what the person says", "POLICE: not asked, so NO"),
    },
    "safe_to_reach": {
        "yes": pgettext("what the person says", "can be reached safely"),
        "no": pgettext("what the person says", "NO SAFE TELEPHONE: never ring"),
    },
}
# Of a child, or of somebody who may be one.
CHILD_WISHES_IN_SHORT: Mapping[str, Mapping[str, Message]] = {
    **WISHES_IN_SHORT,
    "may_call": {
        "yes": pgettext("what the child says", "you may call for them"),
        "no": pgettext("what the child says", "does not want you to call: say why you must"),
    },
    "police": {
        "yes": pgettext("what the child says", "police: yes"),
        "no": pgettext("what the child says", "POLICE: said NO (tell child protection)"),
        "unclear": pgettext("what the child says", "police: unclear (child protection decides)"),
        "declined": pgettext("what the child says", "police: not said (child protection decides)"),
        "unknown": pgettext("what the child says", "police: not asked (child protection decides)"),
    },
}


def wishes_that_matter(indicator_set: IndicatorSet) -> list[str]:
    """All, wherever somebody is asked; else those that the set words."""
    worded = {wording.id for wording in indicator_set.about.circumstances}
    return [name for name in WISHES if indicator_set.asks or name in worded]
