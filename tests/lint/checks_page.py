"""The page `docs/checks.md`, made of the docstrings of the rules."""

import re
from pathlib import Path

from screening.lint import RULES
from tests.lint.wise import EXAMPLE, as_yaml, manual, wise

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"
_HEAD = """\
# What `screening check` finds

Written by `python -m tests.lint.write_checks` from the rules themselves. The examples are run as tests.

    screening check indicators referrals glossary
    screening check my-set --format json

Each finding is a line: where it is, what is wrong, how to fix it, and its code. `--format json` gives a list for other
programs, and `--format github` gives notes on the changed lines of a pull request. Sets and directories that are given
together are also checked against each other; so are the files of a glossary. The exit code is 0 if nothing is found,
and 1 if something is.

The first 200 problems are shown in the order of the files, and then how many more there are (in JSON `more`; `count` is
all of them). A file may have at most 8 MiB and 200,000 values. The same limits hold for all files of a set together
with what it extends, and for all files of a glossary. A translation may have at most 4 MiB and 100,000 lines. Anything
larger is refused, with a line that says so.

Problems that keep a file from being used at all come first: `file` (it cannot be opened, or is not a file of a set),
`yaml` (it is not YAML, or has a character that may not be shown), `shape` (a key or a value is not what belongs there),
`reference` (what is named does not exist, or is not allowed there), `duplicate-id`. A set with such a problem is not
used, and most rules below wait until it is fixed.

If you have a reason to ignore what a rule finds, say so on the same line or on the line above:

```yaml
# screening: ignore hard-to-read because the word is the one that people use here
- {id: remittance, ask: ...}
```

If such a comment has no reason or an unknown code, or if there is nothing to ignore, the comment itself is a finding
(`ignore`).
"""
_BASE = """\
## The set under the examples

An example shows only what differs from this small set and directory. Entries of a list are matched by their id; `null`
removes a key. In a file of translations every text has an empty entry, except where the example says something else.
"""


def checks_page() -> str:
    """The whole page."""
    rules = [f"## {code}\n\n{EXAMPLE.sub(_fenced, manual(RULES[code])).strip()}\n" for code in sorted(RULES)]
    base = [f"```yaml\n# {name}\n{as_yaml(data)}```\n" for name, data in wise().items()]
    return "\n".join([_HEAD, *rules, _BASE, *base])


def _fenced(example: re.Match[str]) -> str:
    lines = [line.removeprefix("    ") for line in example[2].strip("\n").splitlines()]
    return "\n".join([f"{example[1]}:", "", "```yaml", *lines, "```", "", ""])
