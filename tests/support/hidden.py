"""Characters that must never leave the program as they are, told apart by Unicode and not by the program's own words."""

import unicodedata

CATEGORIES = frozenset({"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"})
# Beyond the first plane: a tag, unassigned, private use, no character.
SAMPLES = "\U000e0001\U000e0041\U000110bd\U0003fff0\U000f0000\U0010fffd\U0001fffe\U0010ffff"
JOINERS = "\u200c\u200d"
EVERY_ONE = [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) in CATEGORIES] + list(SAMPLES)
# Halves of characters left out, of which two together are one.
WHOLE = "".join(each for each in EVERY_ONE if unicodedata.category(each) != "Cs")
# What escapes to the terminal, writes to the clipboard, ends a line, turns the text, and hides; all that a name of a
# file, an option or a variable can hold, bytes of an old encoding among it.
SPEAKS = (
    "\x1b]52;c;eA==\x07\x1b[2J\x9b31m\x85\u2028\u2029\u202e\u2066\u200b\ufeff\xad\ue000\ufdd0\n\r\t\x7f\x08\udcff\u200d"
    + SAMPLES[:3]
)


def hidden_in(text: str) -> set[str]:
    """Those of a text that speak, turn or hide. A joiner after a letter, mark or symbol that is not ASCII is none."""
    found = set()
    for before, character in zip(f"\0{text}", text, strict=False):
        joins = character in JOINERS and before > "\x7f" and unicodedata.category(before)[0] in "LMS"
        if unicodedata.category(character) in CATEGORIES and character not in "\n\t" and not joins:
            found.add(character)
    return found
