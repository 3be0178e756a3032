"""The program's start. A Ctrl-C before everything is imported ends it in silence, as it does later."""

import signal


def main() -> None:
    """Import the program, and run it."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    from screening import cli  # noqa: PLC0415 - most of the time to start goes here

    signal.signal(signal.SIGINT, before)
    cli.main()


if __name__ == "__main__":
    main()
