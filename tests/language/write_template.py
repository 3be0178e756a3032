"""Writes the template for translators anew: `python -m tests.language.write_template`.

It is a POT file, as Weblate and Poedit take it: every message of the source with its context, its plural, what stands
in braces, where it is used, and what a comment that begins with `Translators:` says of it.
"""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

import screening
from tests.support.languages import TEMPLATE

SOURCE = Path(screening.__file__).parent
KEYWORDS = {
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "gettext_noop": None,
}
# Without the day and the tool, which would differ at every writing.
HEAD = """\
# Texts of the program screening.
# The texts of its sets and directories are translated beside them, in their own files.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class Extracted(NamedTuple):
    """A message as it stands in the source."""

    file: str
    line: int
    id: str | tuple[str, ...]
    comments: list[str]
    context: str | None


@cache
def extracted() -> tuple[Extracted, ...]:
    """Every message of the source, in the order of files and lines."""
    return tuple(each for path in sorted(SOURCE.rglob("*.py")) for each in _extracted_from(path))


def _extracted_from(path: Path) -> Iterator[Extracted]:
    with path.open("rb") as file:
        for line, text, comments, context in extract("python", file, KEYWORDS, ["Translators:"]):
            yield Extracted(path.relative_to(SOURCE).as_posix(), line, text, comments, context)


def template() -> str:
    """The template as it has to be."""
    catalog = Catalog(charset="utf-8")
    for each in extracted():
        catalog.add(each.id, locations=[(each.file, 0)], auto_comments=each.comments, context=each.context)
    written = BytesIO()
    write_po(written, catalog, width=120, omit_header=True, sort_by_file=True, include_lineno=False)
    return HEAD + written.getvalue().decode()


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_text(template(), encoding="utf-8")
