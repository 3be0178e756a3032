"""The windows of which a full screen is put together, and which of them stand on it now."""

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.layout import BufferControl, Container, FormattedTextControl, HSplit, ScrollOffsets, Window
from prompt_toolkit.layout.dimension import Dimension

from screening.show.rows import Row
from screening.terminal.frame import Frame, note_row
from screening.terminal.signs import Signs
from screening.terminal.typed_line import entry_sign
from screening.terminal.widgets import beside, blank, choice_list, rows_control, rows_window

_NOTHING = FormattedTextControl("")


class Windows:
    """The windows of one terminal.

    Attributes:
        root: what stands on the screen.
        current: the part of it at which the cursor is.
    """

    def __init__(self, typed: Buffer, signs: Signs) -> None:
        """Begin with a blank screen.

        Args:
            typed: what is typed where a screen asks for a text.
            signs: what lines are drawn with.
        """
        self._signs = signs
        self._entry = Window(BufferControl(typed), wrap_lines=True, get_line_prefix=entry_sign)
        # A choice of several rows is scrolled to as a whole.
        self._rows_below_pointer = 0
        self._choices = Window(_NOTHING, scroll_offsets=ScrollOffsets(bottom=lambda: self._rows_below_pointer))
        self._body = Window()
        self._hidden = Window()
        self.root: Container = self._hidden
        self.current = self._hidden

    def hide(self) -> None:
        """Leave the screen blank."""
        self.root, self.current = self._hidden, self._hidden

    def put_text(self, rows: list[Row]) -> None:
        """Have these rows alone stand on the screen."""
        self._body.content, self._body.height = rows_control(rows), None
        self.root, self.current = self._body, self._body

    def put(self, frame: Frame, *, types: bool) -> None:
        """Have a frame stand on the screen.

        Args:
            frame: what stands where.
            types: a text is typed at it.
        """
        current = self._current(frame, types=types)
        self._body.content = rows_control(frame.body)
        self._body.height = Dimension.exact(frame.body_height)
        below: list[Container] = []
        if current is not self._body:
            # The text is as high as it needs to be, and what is to be done stands right below it.
            below = [blank(1), beside(frame.choices_indent, current)]
        else:
            self._body.height = None
        rule = Row(self._signs.rule * frame.width, "rule", "text")
        rows = [
            *(rows_window(frame.header), rows_window([rule]), self._body, *below, *([Window()] if below else [])),
            *(rows_window([note_row(frame, self._signs)]), rows_window(frame.footer)),
        ]
        column = HSplit(rows, width=Dimension.exact(frame.width), height=Dimension.exact(frame.height))
        self.root = HSplit([blank(frame.above), beside(frame.margin, column), Window()])
        self.current = current

    def _current(self, frame: Frame, *, types: bool) -> Window:
        """The part of the screen at which the cursor is."""
        if frame.choices.rows:
            self._choices.content = choice_list(frame.choices, self._signs.pointer)
            self._rows_below_pointer = frame.choices.below
            self._choices.height = Dimension.exact(frame.choices_height)
            return self._choices
        if types:
            self._entry.height = Dimension.exact(frame.choices_height)
            return self._entry
        return self._body
