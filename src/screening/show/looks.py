"""What stands out, and how: names for it, which each way to paint a row has words of its own for."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

# What a piece of a row is. Nothing is told by its look alone: each of these says the same in words, or by its place.
Style: TypeAlias = Literal[
    "plain",
    "strong",
    "title",
    "label",
    "badge",
    "number",
    "accent",
    "never",
    "doubt",
    "quiet",
    "pointed",
    "rule",
    "differs",
    "unknown",
]
# For rich, and for prompt_toolkit where it differs: both know these words. No colour of the terminal's own palette can
# be read on every background, and what is dim can hardly be read on some: so text is told apart by its weight, and only
# a line that says nothing is dim.
LOOKS: Final[Mapping[Style, str]] = {
    "plain": "",
    "strong": "bold",
    "title": "bold underline",
    "label": "bold",
    "badge": "bold reverse",
    "number": "bold",
    "accent": "bold",
    "never": "bold reverse",
    "doubt": "",
    "quiet": "",
    "pointed": "black on bright_cyan",
    "rule": "dim",
    # Cells of a heat map, which say the same by a sign.
    "differs": "black on bright_cyan",
    "unknown": "black on bright_white",
}
