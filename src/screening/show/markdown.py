"""Lines as Markdown."""

import re
from collections.abc import Iterable

from screening.show.lines import Line, LineKind

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|])")
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


def markdown(lines: Iterable[Line]) -> str:
    """The lines as a Markdown document. What a set or directory says is text, never markup."""
    text = "\n".join(_LOOKS[line.kind].format(_SPECIAL.sub(r"\\\1", line.text)) for line in lines)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"
