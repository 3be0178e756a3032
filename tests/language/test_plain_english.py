"""What the program says is plain English: no pattern that a native speaker would stumble over comes back."""

import re

from tests.language.write_template import extracted

# Each pattern, with what to write instead.
STILTED = {
    r"(?<!there )\bis no (day|time|date|condition|level|option|finding)\b": "is not a valid date; is not an option",
    r"\bhas not the form\b": "does not look like",
    r"\bnot of the form\b": "does not have the form",
    r"\b[Mm]end\b": "correct",
    r"\bheeded\b": "followed",
    r"\banew\b": "again",
    r"\bno more what\b": "no longer says what",
    r"\bno file can\b": "is not a valid file name",
    r"\bsays that it is the\b": "is marked as the",
    r"\bwhoever\b(?! has it)": "those who; who has an answer code can read it, and that sentence stays",
    r"\botherwise there\b|\bCall the \w+ otherwise\b": "differently; give it another name",
    r"\bpassed over\b": "skipped",
    r"\brests on\b": "depends on",
    r"\bare the most\b|\bis the most\b": "the limit is",
    r"\bstands? (here|there|in a list|on a)\b": "appears, is",
    r"\bNothing of this\b": "None of this",
    r"\bnested too deep\b": "nested too deeply",
    r", for (it|the set|no|what)\b": "because, as, or a colon",
}


def test_no_message_is_stilted() -> None:
    texts = [text for each in extracted() for text in ([each.id] if isinstance(each.id, str) else each.id)]
    found = {
        f"write: {instead}": stilted
        for pattern, instead in STILTED.items()
        if (stilted := [text for text in texts if re.search(pattern, text)])
    }

    assert found == {}
