"""Keeping the program's memory out of files."""

import contextlib
import sys

_PR_SET_DUMPABLE = 4


def forbid_core_dumps() -> None:
    """From now on a crash writes no image of the memory, for it would hold the answers.

    On Linux the process is also marked as not dumpable: a core dump that is piped to a collecting program is not held
    back by the limit alone. Where a system knows neither, nothing happens.
    """
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on every system

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(ImportError, OSError, AttributeError):
            import ctypes  # noqa: PLC0415 - only where it is needed

            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
