"""One question to whoever sits at the terminal, outside of any dialog."""

import sys


def asked_yes_no(before: str, question: str) -> bool:
    """Ask until the answer is yes or no. It is asked on stderr, for stdout may be a file.

    Args:
        before: what is said once.
        question: what is asked, each time.

    Raises:
        EOFError: the input ended.
    """
    sys.stderr.write(f"{before}\n")
    while True:
        sys.stderr.write(f"{question} ")
        sys.stderr.flush()
        given = sys.stdin.readline()
        if not given:
            raise EOFError
        answer = given.strip().lower()
        if answer in {"y", "yes", "n", "no"}:
            return answer.startswith("y")
