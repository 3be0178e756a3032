"""The first page of a result line by line (pure): each block begins with its word, and nothing is set in columns."""

from collections.abc import Iterable, Iterator

from screening.language.messages import Text, gettext
from screening.show.lines import Line


def linear_lines(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines as they are read aloud: those in columns as ordinary ones."""
    for line in lines:
        match line.kind:
            case "badge":
                yield Line("lead", line.text if line.label is None else labelled(line.label, line.text))
            case "told":
                yield Line("paragraph", line.text if line.label is None else labelled(line.label, line.text))
            case "act" | "call":
                if line.label is not None:
                    yield Line("paragraph", gettext("{label}:", label=line.label))
                yield Line("item", numbered(line))
            case "never":
                yield Line("avoid", line.text)
            case "legend":
                yield Line("text", line.text)
            case _:
                yield line


def labelled(label: Text, text: Text) -> Text:
    """What a block begins with, and the rest of it."""
    if text == "":
        return label
    # Translators: {label} is such as "Because", {text} is the rest of the block.
    return gettext("{label}: {text}", label=label, text=text)


def numbered(line: Line) -> Text:
    """An act with its number, where it has one."""
    if line.kind != "act" or not line.cells:
        return line.text
    return gettext("{number}. {act}", number=line.cells[0], act=line.text)
