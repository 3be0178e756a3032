"""Draws the screens of a whole screening, from the real program at a real terminal, as pictures for the docs.

Run it by hand after a change of looks or wording, and look at what it draws: python -m tests.e2e.draw_screens. Names of
pictures draw those alone. Every picture has words that must stand on it: where one is missing, nothing is drawn of it,
and the exit code is 1.
"""

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from msgspec import Struct

from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.terminal.view_state import ENTER
from tests.bench.player import Player, Turn
from tests.support.people import answers_of
from tests.support.pictures import DARK, PALETTES, Palette, picture
from tests.support.program import BEFORE_AT_ONCE, THE_DAY
from tests.support.terminal import Terminal
from tests.support.walks import Nobody

FOLDER = Path(__file__).parents[2] / "docs" / "screens"
# Two in the morning, in Hong Kong: most lines are closed.
AT_NIGHT = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)
PROGRAM = f"{BEFORE_AT_ONCE.replace(repr(THE_DAY), repr(AT_NIGHT))}\nfrom screening.__main__ import main\nmain()"
USUAL, WIDE, WIDEST = (80, 24), (120, 40), (200, 60)


class Picture(Struct, frozen=True):
    """A picture.

    Attributes:
        name: of its file, without the number.
        told: what is said of it in the docs.
        words: what has to stand on it.
        at: the step of the screening at which it is taken, by its id or kind; with an empty one, before the first.
            None where it is no screen of a screening.
        keys: what is pressed there before.
        sizes: the sizes in which it is drawn; the first without saying so in its name.
        palettes: the colours; the first without saying so in its name.
        run: what the program is called with, where it is no screening; at one, besides its set and place.
    """

    name: str
    told: str
    words: tuple[str, ...]
    at: str | None = None
    keys: tuple[str, ...] = ()
    sizes: tuple[tuple[int, int], ...] = (USUAL,)
    palettes: tuple[Palette, ...] = (DARK,)
    run: tuple[str, ...] = ()

    def files(self, number: int) -> Iterator[tuple[str, tuple[int, int], Palette]]:
        """Its files, each with its size and colours."""
        for size in self.sizes:
            for palette in self.palettes:
                of_size = "" if size == USUAL else "-{}x{}".format(*size)
                of_palette = "" if palette is self.palettes[0] else f"-{palette.name}"
                yield f"{number:02}-{self.name}{of_size}{of_palette}.svg", size, palette


# An invented case: the vignette that `screening demo` plays.
PERSON = "domestic worker"
ALL_SIZES = (USUAL, WIDE, WIDEST)
STORY = [
    Picture("menu", "Where it begins.", ("What would you like to do?",)),
    Picture(
        "opening",
        "What is kept, how to hide and how to leave, and what it cannot do: before the first question.",
        ("Before you begin", "Ctrl-C"),
        at="",
    ),
    Picture("card", "For the screener, before anybody is asked anything.", ("For you, before you begin",), at="card"),
    Picture(
        "agreement",
        "Nothing is asked without the person's agreement.",
        ("Agreement", "Yes, the person agrees to talk now"),
        at="agreement",
    ),
    Picture(
        "question",
        "One question on each screen. Nothing on it says good or bad.",
        ("passport", "Somebody has them", "Unclear"),
        at="papers",
        keys=("down", "down"),
        sizes=ALL_SIZES,
        palettes=PALETTES,
    ),
    Picture(
        "help",
        "What to listen for, why it is asked, and the keys.",
        ("Help", "Listen for", "Why we ask"),
        at="papers",
        keys=("?",),
    ),
    Picture(
        "flag",
        "Something urgent shows its card and numbers at once.",
        ("Now, before anything else", "Do not"),
        at="going_back",
        palettes=PALETTES,
    ),
    Picture(
        "several",
        "Several answers can be marked; what is not marked is no, unclear, or was not said.",
        ("[x]",),
        at="hold-used",
        keys=("down", "space", "down"),
        palettes=PALETTES,
    ),
    Picture(
        "pause",
        "A pause: everything as a code on paper, and nothing else on the screen.",
        ("Pause", "Go on with the screening"),
        at="hold-used",
        keys=("p",),
    ),
    Picture(
        "section",
        "How far the screening has come, and never a score; before another section, a break.",
        ("Offer a break",),
        at="papers",
    ),
    Picture(
        "hand-over",
        "The rest of a section can be read and answered by the person alone.",
        ("Hand the screen over", "The person has the screen now"),
        at="papers",
        keys=("h",),
    ),
    Picture(
        "alone",
        "What the person then sees.",
        ("For you to read and answer", "I am not sure"),
        at="papers",
        keys=("h", "h"),
    ),
    Picture(
        "turn",
        "Before what only the screener sees, and the result.",
        ("Turn the screen to yourself.",),
        at="turn",
    ),
    Picture(
        "review", "Every answer once more, to be corrected.", ("All answers once more", "Show the result"), at="review"
    ),
    Picture(
        "result",
        "The first page: how sure, why, what the person wants, what to do now and whom to call.",
        ("CLEAR CONCERN", "Because", "Says", "POLICE: said NO", "Now", "Call", "999", "2343 2255"),
        at="end",
        sizes=ALL_SIZES,
        palettes=PALETTES,
    ),
    Picture("steps", "A letter leads to the steps,", ("tonight",), at="end", keys=("d",)),
    Picture("numbers", "to the numbers,", ("Whom to call", "999"), at="end", keys=("c",), palettes=PALETTES),
    Picture("law", "to the law of the place, as far as it fits,", ("law",), at="end", keys=("l",)),
    Picture("why", "to what counted, and what is unknown,", ("Why",), at="end", keys=("w",)),
    Picture(
        "saving",
        "and to what can be taken along, knowingly.",
        ("Save or print", "Does the person agree?"),
        at="end",
        keys=("o",),
    ),
    Picture(
        "both",
        "In two languages: the officer's, and the person's beside it.",
        ("passport", "paspor"),
        at="papers",
        run=("--with", "id"),
    ),
    Picture(
        "theirs",
        "A key leaves only the words of the person.",
        ("paspor",),
        at="papers",
        keys=("l",),
        run=("--with", "id"),
    ),
]


@cache
def turns() -> tuple[Turn, ...]:
    """The screens of the screening, each with the keys that lead past it."""
    answers = answers_of(PERSON, RecordReader(find_set("palermo")))
    player = Player(answers)
    player.play(Session(Nobody(), ENGLISH, stdout=Nobody().output, place="hk").screening(find_set("palermo")))
    return tuple(player.turns)


def at(wanted: Picture, columns: int, rows: int) -> Terminal:
    """A terminal on whose screen the picture is to be taken."""
    arguments = wanted.run if wanted.at is None else ("run", "palermo", "--place", "hk", *wanted.run)
    terminal = Terminal(columns=columns, rows=rows, command=[sys.executable, "-c", PROGRAM, *arguments])
    terminal.until_true(lambda: bool(terminal.text().strip()))
    if wanted.at is not None:
        known = [turn.name for turn in turns()] + ["end"]
        assert wanted.at in known, f"the screening does not come by {wanted.at}"
        for turn in turns()[: known.index(wanted.at)]:
            before = terminal.text()
            terminal.hit(*(_typed(key) for key in turn.keys))
            terminal.until_true(lambda before=before: terminal.text() != before, f"anything after {turn.name}")  # type: ignore[misc]
    if wanted.keys:
        terminal.press(*wanted.keys, pause=0.1)
    return terminal


def _typed(key: str) -> str:
    return "enter" if key == ENTER else key


def draw(number: int, wanted: Picture) -> list[str]:
    """Draw a picture in each of its sizes and colours; what is missing on it."""
    missing: list[str] = []
    for columns, rows in wanted.sizes:
        terminal = at(wanted, columns, rows)
        said = " ".join(terminal.text().split())
        missing += [
            f"{words!r} is not on {wanted.name} at {columns}x{rows}" for words in wanted.words if words not in said
        ]
        for file, size, palette in wanted.files(number):
            if size == (columns, rows) and not missing:
                (FOLDER / file).write_text(picture(terminal.display, "screening", palette), encoding="utf-8")
        terminal.kill()
        if missing:
            return [*missing, terminal.text()]
    return []


def page() -> str:
    """The page that shows all of them."""
    parts = [
        "# How it looks\n",
        "Screens of an invented case at two in the morning, drawn by `tests/e2e/draw_screens.py` from the real program.\n",
    ]
    for number, wanted in enumerate(STORY, start=1):
        first, *others = [file for file, _, _ in wanted.files(number)]
        parts.append(f"{wanted.told}\n\n![{wanted.told}]({first})\n")
        if others:
            parts.append(
                f"In other sizes and colours: {', '.join(f'[{_short(file, first)}]({file})' for file in others)}.\n"
            )
    return "\n".join(parts)


def _short(file: str, first: str) -> str:
    return file.removeprefix(first.removesuffix(".svg")).removesuffix(".svg").strip("-").replace("-", ", ")


def main(wanted: Sequence[str]) -> int:
    """Draw them, or those that are wanted."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    missing: list[str] = []
    for number, each in enumerate(STORY, start=1):
        if not wanted or each.name in wanted:
            missing += draw(number, each)
            print(f"{number:02}-{each.name}", flush=True)
    if not wanted and not missing:
        known = {file for number, each in enumerate(STORY, start=1) for file, _, _ in each.files(number)}
        for file in FOLDER.glob("*.svg"):
            if file.name not in known:
                file.unlink()
        (FOLDER / "README.md").write_text(page(), encoding="utf-8")
    print(*missing, sep="\n", file=sys.stderr)
    return int(bool(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
