"""What is explained before the first question: what stays visible, and what the keys do."""

from screening.language.messages import gettext
from screening.show.lines import Line

_ELSEWHERE = Line(
    "item",
    gettext("A terminal inside another program (tmux, screen, a remote desktop) may keep a copy of its own."),
)
FULL_SCREEN = (
    Line(
        "item",
        gettext(
            "Nothing is kept. The program writes no file unless you save the result at the end, and sends nothing."
        ),
    ),
    Line(
        "item",
        gettext("x hides the screen. Then r and Enter bring it back; a second x, or ten minutes, forgets everything."),
    ),
    Line(
        "item",
        gettext("Ctrl-C ends at once, clears this screen and what was scrolled off it, and forgets all answers."),
    ),
    Line("item", gettext("v leaves only the question on the screen: press it where somebody reads along.")),
    Line("item", gettext("? explains the question and the keys.")),
    Line(
        "item",
        gettext("It cannot help against somebody who watches, a photograph, or a recording of the screen."),
    ),
    _ELSEWHERE,
)
LINE_BY_LINE = (
    Line("item", gettext("Line by line. Everything stays on this screen, and above it, until it is cleared.")),
    Line(
        "item",
        gettext("The program writes no file unless you save the result at the end, sends nothing and has no history."),
    ),
    Line("item", gettext("Ctrl-C ends at once and forgets all.")),
    Line(
        "item",
        gettext("x clears the screen at once. Then r brings it back; a second x, or ten minutes, forgets all."),
    ),
    Line(
        "item",
        gettext(
            "Each is typed with Enter: an answer; s skips, b goes back, p pauses, f finishes, ? explains, v leaves out "
            "what the answers say."
        ),
    ),
    Line("item", gettext("It cannot help against somebody who watches or listens, or a recording of the screen.")),
    _ELSEWHERE,
)
