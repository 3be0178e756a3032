"""Lines as Markdown. What a set or directory says is text, never markup: it comes out of every renderer as it is.

Held to CommonMark and to what GitHub adds to it (tables, strikethrough, links without brackets, formulas).
"""

import re
from collections.abc import Iterable

from screening.language.catalog import Catalog
from screening.show.characters import visible
from screening.show.lines import Line, LineKind

_LOOKS: dict[LineKind, str] = {
    "title": "# {}\n",
    "lead": "\n**{}**\n",
    "paragraph": "\n{}\n",
    "heading": "\n## {}\n",
    "subheading": "\n### {}\n",
    "do": "- {}",
    "avoid": "- **{}**",
    "item": "- {}",
    "contact": "  - **{}**",
    "detail": "  - {}",
    "text": "\n{}\n",
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
    """The lines as a Markdown document, in the language of the catalogue."""
    texts = ((_LOOKS[line.kind], _as_text(catalog.render(line.text))) for line in lines)
    # A mark of a list or of weight with nothing after it would be a rule, or would make a heading of the line above.
    document = "\n".join(look.format(text) for look, text in texts if text)
    return re.sub(r"\n{3,}", "\n\n", document).strip() + "\n"


def _as_text(text: str) -> str:
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
