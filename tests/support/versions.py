"""Two versions of a set in folders of their own, as an agency has them that changed a statement."""

from collections.abc import Mapping
from pathlib import Path

from tests.support.folders import write

_FILES: Mapping[str, str] = {
    "set.yaml": """\
id: our-house
version: "{version}"
title: A first talk
circumstances:
  - {{id: age, record: The person's age}}
sections:
  - {{id: life, stage: questions}}
dimensions:
  control: {{element: means, rule: two, title: Control}}
rules:
  two: [{{total: 2}}]
levels:
  some_concern: means
""",
    "indicators.yaml": """\
- {{id: kept, states: The papers are kept, dimension: control, strength: medium}}
- {{id: confined, states: Cannot leave, dimension: control, strength: medium}}
""",
    "sections/life.yaml": """\
id: life
title: Life and work
questions:
  - {{id: papers, ask: Where are your papers?, record: {papers}, shows: [kept]}}
  - {{id: go-out, ask: Can you go out?, record: Cannot come and go freely, shows: [confined]}}
{more}""",
}
OLD_STATEMENT = "Somebody keeps the papers and will not give them back"
STATEMENT_TODAY = "Somebody else has the papers with or without the person agreeing"


def write_version(folder: Path, version: str, papers: str = OLD_STATEMENT, more: str = "") -> Path:
    """One version of the set in a folder of sets; `more` is a question at its end."""
    said = {"version": version, "papers": papers, "more": more}
    write(folder / "our-house", {name: text.format(**said) for name, text in _FILES.items()})
    return folder
