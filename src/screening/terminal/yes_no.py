"""One question to whoever sits at the terminal, outside of any dialog."""

import sys

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.language.scripts import is_other_script
from screening.terminal.typed import OTHER_KEYBOARD, as_word


def asked_yes_no(before: Text, question: Text, catalog: Catalog) -> bool:
    """Ask until the answer is yes or no. It is asked on stderr, for stdout may be a file.

    Args:
        before: what is said once.
        question: what is asked, each time.
        catalog: the language. The answer is typed in English letters, whatever it is.

    Raises:
        EOFError: the input ended.
    """
    sys.stderr.write(f"{catalog.render(before)}\n")
    while True:
        sys.stderr.write(f"{catalog.render(question)} ")
        sys.stderr.flush()
        given = sys.stdin.readline()
        if not given:
            raise EOFError
        answer = as_word(given)
        if answer in {"y", "yes", "n", "no"}:
            return answer.startswith("y")
        if is_other_script(given):
            sys.stderr.write(f"{catalog.render(OTHER_KEYBOARD)}\n")
