"""Lines as Markdown. What a set or directory says is text, never markup: it comes out of every renderer as it is.

Held to CommonMark and to what GitHub adds to it (tables, strikethrough, links without brackets, formulas).
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from screening.language.catalog import Catalog
from screening.language.messages import Text, gettext
from screening.language.names import direction
from screening.show.characters import apart, visible
from screening.show.contacts import SIGN
from screening.show.lines import Line, LineKind

_LOOKS: dict[LineKind, str] = {
    "title": "# {}\n",
    "lead": "\n**{}**\n",
    "paragraph": "\n{}\n",
    "heading": "\n## {}\n",
    "subheading": "\n### {}\n",
    "group": "\n### {}\n",
    "do": "- {}",
    "avoid": "- **{}**",
    "item": "- {}",
    "number": "- {}",
    "contact": "  - **{}**",
    "detail": "  - {}",
    "text": "\n{}\n",
    "badge": "\n{}\n",
    "told": "\n{}\n",
    "mark": "\n{}\n",
    "theirs": "\n**{}**\n",
    "choice": "- {}",
    "act": "- {}",
    "never": "- **{}**",
    "call": "\n{}\n",
    "legend": "\n{}\n",
}

_BLANKS = re.compile(r"[ \t\n]+")
# What can be markup, also an ampersand where an entity could begin, and what would make a link of an address: with
# something escaped in it, it would lead elsewhere.
_MARKS = r"\\`*_\[\]<>#|~$"
_SPECIAL = re.compile(rf"[{_MARKS}]|&(?=[#A-Za-z])|:(?=//)|(?<=\bwww)\.(?=[!-~]*[{_MARKS}&])", re.IGNORECASE)
# What would begin a list, or be a rule or the line below a heading. A number with its +852 is copied as it stands.
_BEGINS = re.compile(r"\A([0-9]*)((?<=[0-9])[.)](?= |$)|(?<![0-9])(?:[-+](?= |$)|-(?=[- ]*$)|=(?==*$)))")
_ADDRESS = re.compile(r"https?://[!-~]+")
# In angle brackets nothing in an address is markup, and it can be clicked. With anything but these in it, such as a
# percent sign that would be decoded for the eye, it stays text.
_CLEAR_ADDRESS = re.compile(r"https?://(?!\S*xn--)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][A-Za-z0-9._~/?#=+-]*)?")
_AFTER_AN_ADDRESS = ".,;:!?)]'\""


def markdown(lines: Iterable[Line], catalog: Catalog) -> str:
    """The lines as a Markdown document, in the language of the catalogue.

    Where that runs from the right, each number to dial stands apart: a page made of it must not turn it round.
    """
    if direction(catalog.language) == "rtl":
        catalog = catalog.marking(apart)

    def text_of(text: Text) -> str:
        return as_text(catalog.render(text))

    written: list[str] = []
    in_table = False
    for line in lines:
        is_row = line.kind == "call" and bool(line.cells)
        if is_row and not in_table:
            written += [f"\n| {text_of(line.label or '')} | | | |", "| - | - | - | - |"]
        in_table = is_row
        written += _row(line, text_of) if is_row else _written(line, text_of)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(written)).strip() + "\n"


def markdown_table(
    head: Sequence[Text], rows: Iterable[Sequence[Text]], numbers: Collection[int], catalog: Catalog
) -> str:
    """A table as Markdown.

    Args:
        head: of each column.
        rows: as many cells each.
        numbers: which columns are numbers, and end in one line.
        catalog: the language.
    """
    written = [[as_text(catalog.render(cell)) for cell in row] for row in (head, *rows)]
    rule = ["-:" if number in numbers else "-" for number in range(len(head))]
    return "\n".join(f"| {' | '.join(row)} |" for row in (written[0], rule, *written[1:])) + "\n"


def _row(line: Line, text_of: Callable[[Text], str]) -> list[str]:
    """A number to call, as a row of a table: what for, the number, who, and when."""
    need, number, sign, hours, _, name, *_ = map(text_of, line.cells)
    known = f"{number} {text_of(SIGN)}" if sign else number
    return [f"| {need} | {known} | {name} | {hours} |"]


def _written(line: Line, text_of: Callable[[Text], str]) -> Iterator[str]:
    """A line as markup. A mark of a list or of weight with nothing after it would be a rule, or make a heading of the
    line above: of what says nothing, nothing is written.
    """
    text, label = text_of(line.text), text_of(line.label or "")
    if label and line.kind != "badge":
        label = text_of(gettext("{label}:", label=line.label or ""))
    if line.kind == "told" and label and text:
        yield f"\n**{label}** {text}\n"
        return
    if label:
        yield f"\n**{label}**\n"
    if text and line.kind == "act" and line.cells:
        yield f"{text_of(line.cells[0])}. {text}"
    elif text:
        yield _LOOKS[line.kind].format(text)


def as_text(text: str) -> str:
    """A text that is not markup, in one line: a Markdown document has no blanks at the beginning of a text, nor two."""
    one_line = _BLANKS.sub(" ", visible(text)).strip()
    parts, end = [], 0
    for found in _ADDRESS.finditer(one_line):
        address = found[0].rstrip(_AFTER_AN_ADDRESS)
        if _CLEAR_ADDRESS.fullmatch(address):
            parts += [_escaped(one_line[end : found.start()]), f"<{address}>"]
            end = found.start() + len(address)
    escaped = "".join([*parts, _escaped(one_line[end:])])
    return _BEGINS.sub(r"\1\\\2", escaped)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", text)
