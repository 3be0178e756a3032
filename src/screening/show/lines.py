"""Lines with a kind: what is said, apart from how it looks."""

from typing import Literal

from msgspec import Struct

from screening.language.messages import Text

LineKind = Literal[
    "title", "lead", "heading", "subheading", "paragraph", "do", "avoid", "item", "contact", "detail", "text"
]


class Line(Struct, frozen=True):
    """One line of what is said.

    Kinds: title; lead (the one sentence); heading; subheading; do and avoid (what to do and what not); item (of a
    list); contact (a way to reach the item above); detail (belongs to the item above); text; paragraph (text that
    stands by itself).

    Its text is rendered when it is shown, by the catalogue of whoever reads it.
    """

    kind: LineKind
    text: Text
