"""The parts of a frame as prompt_toolkit and questionary paint them: its rows, and the list of its choices."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.layout import Container, FormattedTextControl, VSplit, Window
from prompt_toolkit.layout.dimension import Dimension
from prompt_toolkit.styles import Style
from wcwidth import width as cell_len

from screening.show.looks import LOOKS
from screening.show.rows import Row
from screening.terminal.choice_rows import ChoiceRows
from screening.terminal.view_state import NOTHING_POINTED

if TYPE_CHECKING:
    from questionary.prompts.common import InquirerControl


def looks(*, colours: bool) -> Style:
    """How each piece of a row looks; without colours, by weight and by being reversed."""
    known = {f"piece.{name}": _known(look) for name, look in LOOKS.items()}
    pointed = "noinherit fg:ansiblack bg:ansibrightcyan" if colours else "reverse bold"
    return Style.from_dict({**known, "piece.pointed": pointed, "pointer": pointed, "text": "", "separator": ""})


def _known(look: str) -> str:
    """A look as far as this version of prompt_toolkit knows it: older ones have no dim."""
    try:
        Style.from_dict({"look": look})
    except ValueError:
        return ""
    return look


def what_lists_need() -> Iterator[None]:
    """Import what a list of choices needs: the first screen has none, and does not wait for it."""
    import questionary.prompts.common  # noqa: F401, PLC0415 - late, as it says

    yield


def choice_list(choices: ChoiceRows, pointer: str) -> "InquirerControl":
    """The choices, with the pointer at one of them or at none.

    Args:
        choices: the choices, row by row.
        pointer: the sign for it.
    """
    from questionary import Choice as ListChoice  # noqa: PLC0415 - see what_lists_need
    from questionary import Separator  # noqa: PLC0415
    from questionary.prompts.common import InquirerControl  # noqa: PLC0415

    rows: list[Any] = []
    for number, row in enumerate(choices.rows):
        rows.append(Separator(" ") if row.kind is None else ListChoice(cast(Any, _fragments([row])), value=str(number)))
    # A pointer that stands within its row is there already.
    sign = None if choices.within else pointer
    control = InquirerControl(rows, pointer=sign, use_indicator=False, show_description=False)
    control.pointed_at = choices.pointed
    # Where nothing is pointed at, there is nowhere for the cursor to be.
    control.show_cursor = choices.pointed != NOTHING_POINTED
    return control


def rows_control(rows: list[Row]) -> FormattedTextControl:
    """Rows that are read, without a cursor."""
    return FormattedTextControl(_fragments(rows), show_cursor=False)


def rows_window(rows: list[Row]) -> Window:
    """Rows, as high as they are."""
    return Window(FormattedTextControl(_fragments(rows)), height=Dimension.exact(len(rows)))


def blank(height: int) -> Window:
    """Blank rows."""
    return Window(height=Dimension.exact(height))


def beside(columns: int, what: Container) -> Container:
    """Something, so far to the right."""
    return VSplit([Window(width=Dimension.exact(columns)), what, Window()]) if columns else what


def _fragments(rows: list[Row]) -> StyleAndTextTuples:
    fragments: StyleAndTextTuples = []
    for row in rows:
        fragments += [(f"class:piece.{style}", text) for style, text in row.pieces]
        # A mark without a width of its own at the end of a row would be painted twice.
        if row.text and not cell_len(row.text[-1]):
            fragments.append(("", " "))
        fragments.append(("", "\n"))
    return fragments[:-1]
