"""The keys of a POSIX terminal, one by one, as prompt_toolkit reads them; but nothing keeps Ctrl-C from being heard."""

import os
import termios
import time
from contextlib import AbstractContextManager, suppress

from prompt_toolkit.input.vt100 import Vt100Input, raw_mode
from prompt_toolkit.key_binding import KeyPress

_LOCAL, _CHARACTERS = 3, 6
_PASTE_BEGINS, _PASTE_ENDS = "\x1b[200~", "\x1b[201~"
# A terminal sends what is pasted in one go.
_PASTE_SECONDS = 0.5


class TerminalKeys(Vt100Input):
    """The keys at stdin."""

    def read_keys(self) -> list[KeyPress]:
        """Everything that was pressed. A paste whose end never comes does not swallow what is pressed after it."""
        data, now = self.stdin_reader.read(), time.monotonic()
        if self._is_pasting and now - self._read_at > _PASTE_SECONDS:
            self.vt100_parser.reset()
            self._is_pasting, self._tail = False, ""
        # A mark may come in two parts.
        seen = self._tail + data
        if _PASTE_BEGINS in seen or _PASTE_ENDS in seen:
            self._is_pasting = seen.rfind(_PASTE_BEGINS) > seen.rfind(_PASTE_ENDS)
        self._tail, self._read_at = seen[1 - len(_PASTE_ENDS) :], now
        self.vt100_parser.feed(data)
        pressed, self._buffer = self._buffer, []
        return pressed

    _is_pasting = False
    _tail = ""
    _read_at = 0.0

    def raw_mode(self) -> AbstractContextManager[None]:
        r"""While it lasts, keys come one by one and unseen; Ctrl-C and Ctrl-\ are signals all the time.

        As characters they would wait until somebody reads them, whatever the program is doing at that moment.
        """
        return _WithSignals(self.fileno())


class _WithSignals(raw_mode):
    def __enter__(self) -> None:
        super().__enter__()
        with suppress(OSError, ValueError, termios.error):
            modes = termios.tcgetattr(self.fileno)
            modes[_CHARACTERS][termios.VINTR] = b"\x03"
            modes[_CHARACTERS][termios.VQUIT] = b"\x1c"
            # Ctrl-Z covers the screen, and is a key like x: a signal would stop the script that started the program.
            modes[_CHARACTERS][termios.VSUSP] = bytes([os.fpathconf(self.fileno, "PC_VDISABLE") & 0xFF])
            termios.tcsetattr(self.fileno, termios.TCSANOW, modes)

    @classmethod
    def _patch_lflag(cls, attrs: int) -> int:
        # What was typed before a signal, and what is being painted, is not dropped at it.
        return super()._patch_lflag(attrs) | termios.ISIG | termios.NOFLSH
