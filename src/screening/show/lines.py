"""Lines with a kind: what is said, apart from how it looks."""

from typing import Literal

from msgspec import Struct

from screening.language.messages import Text

LineKind = Literal[
    "title",
    "lead",
    "heading",
    "subheading",
    "group",
    "paragraph",
    "do",
    "avoid",
    "item",
    "number",
    "contact",
    "detail",
    "text",
    "mark",
    "choice",
    "theirs",
    "badge",
    "told",
    "act",
    "never",
    "call",
    "legend",
]


class Line(Struct, frozen=True):
    """One line of what is said.

    Kinds: title; lead (the one sentence); heading; subheading; group (a subheading with no air above it, in a list that
    is to stay short); do and avoid (what to do and what not); item and number (of a list); contact (a way to reach the
    item above); detail (belongs to the item above); text; paragraph (text that stands by itself); mark (what the
    screener marks, which others need not see); choice (with its key as its label); theirs (what the person who is asked
    reads, in their own language). On the first page of a result: badge
    (what it comes to, and one sentence); told (what was recorded); act (one thing to do) and never (what not); call
    (whom to call); legend (what a sign means).

    Its text is rendered when it is shown, by the catalogue of whoever reads it.

    Attributes:
        text: all of it, as it is read aloud, without its label.
        label: what a block of the first page begins with; on the first of its lines.
        cells: the same text in pieces, where it can be set in columns. Of `told`: one fact each. Of `act`: its number.
            Of `never`: one sentence each. Of `call`: what for, the number, the sign for a doubt (or nothing), the
            hours, the hours in a narrow column, and the name, whole first and then in shorter forms. Of `legend`: the
            short form.
    """

    kind: LineKind
    text: Text
    label: Text | None = None
    cells: tuple[Text, ...] = ()
