"""The program's start. A Ctrl-C before everything is imported ends it in silence, as it does later."""

import gc
import signal

# So many more objects than before: a whole start makes no more.
_BEFORE_A_LOOK = 100_000


def main() -> None:
    """Import the program, and run it."""
    # Nearly all that a start makes stays until the end. To look through it again and again takes a tenth of the time.
    # Here, because what is imported is most of it.
    gc.set_threshold(_BEFORE_A_LOOK)
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from screening import cli  # noqa: PLC0415 - most of the time to start goes here

    signal.signal(signal.SIGINT, before)
    cli.main()


if __name__ == "__main__":
    main()
