"""Draws the screens of a whole screening, from the real program at a real terminal, as pictures for the docs.

Run it by hand after a change of looks or wording, and look at what it draws: python -m tests.e2e.draw_screens
"""

import io
import re
from functools import partial
from pathlib import Path

from pyte.screens import Char
from rich.console import Console
from rich.text import Text

from tests.support.terminal import Terminal

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
ROWS, COLUMNS = 24, 80
# What is pressed, what the picture of the screen after it is called, and what is said of it. An invented case.
STORY: list[tuple[list[str], str, str]] = [
    ([], "menu", "Where it begins."),
    (["1"], "opening", "What is kept, how to hide and how to leave, and what it cannot do: before the first question."),
    (["enter", "down", "enter"], "card", "For the screener, before anybody is asked anything."),
    (["enter"], "agreement", "Nothing is asked without the person's agreement."),
    (["y"], "question", "One question on each screen. Nothing on it says good or bad."),
    (["?"], "help", "What to listen for, why it is asked, and the keys."),
    (["enter", "n", "y"], "flag", "Something urgent shows its card and numbers at once."),
    (
        ["enter", "2", "n", "n", "n", "n", "1", "down", "space"],
        "several",
        "Several answers can be marked. What somebody does is never counted; it chooses the questions and the services.",
    ),
    (["p"], "pause", "A pause: everything as a code on paper, and nothing else on the screen."),
    (
        ["g", "enter", "n", "n", "n", "down", "space", "enter"],
        "section",
        "How far the screening has come, and never a score.",
    ),
    (["h"], "hand-over", "The rest of a section can be read and answered by the person alone."),
    (["down", "enter"], "alone", "What the person then sees."),
    (["f", "down", "enter", "f"], "turn", "Before what only the screener sees, and the result."),
    (["enter"], "review", "Every answer once more, to be corrected."),
    (["r"], "result", "The first page: one sentence, what to do now, and numbers, each with how well it is known."),
    (["pagedown"], "result-in-full", "Everything after it in full."),
]


def draw(terminal: Terminal, title: str) -> str:
    """What is on a terminal's screen, as SVG without anything that is fetched from elsewhere."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    for number in range(ROWS):
        row = terminal.display.buffer[number]
        line = Text()
        for column in range(COLUMNS):
            line.append(row[column].data, style=_style(row[column]))
        console.print(line, soft_wrap=True)
    svg = console.export_svg(title=f"screening: {title}", unique_id=title)
    return re.sub(r"@font-face \{.*?\}\n?", "", svg, flags=re.DOTALL)


def _style(cell: Char) -> str:
    weights = {"bold": cell.bold, "underline": cell.underscore, "reverse": cell.reverse}
    return " ".join(name for name, is_on in weights.items() if is_on)


def _differs(terminal: Terminal, before: str) -> bool:
    return terminal.text() != before


def main() -> None:
    """Play the story, and draw each of its screens."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    terminal = Terminal(rows=ROWS, columns=COLUMNS)
    terminal.until("What would you like to do?")
    page = [
        "# How it looks\n",
        "Screens of an invented case, drawn by `tests/e2e/draw_screens.py` from the real program.\n",
    ]
    for number, (keys, name, told) in enumerate(STORY, start=1):
        before = terminal.text()
        terminal.press(*keys)
        if keys:
            terminal.until_true(partial(_differs, terminal, before))
        file = f"{number:02}-{name}.svg"
        (FOLDER / file).write_text(draw(terminal, name), encoding="utf-8")
        page.append(f"{told}\n\n![{told}]({file})\n")
    (FOLDER / "README.md").write_text("\n".join(page), encoding="utf-8")
    terminal.press("ctrl-c")
    terminal.end()


if __name__ == "__main__":
    main()
