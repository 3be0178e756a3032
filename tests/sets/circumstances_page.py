"""The page `docs/circumstances.md`, made of the table of circumstances."""

from pathlib import Path

from screening.language.catalog import ENGLISH
from screening.sets.circumstances import CIRCUMSTANCES, CircumstanceKind
from screening.show.answers import value_name

PAGE = Path(__file__).resolve().parents[2] / "docs" / "circumstances.md"
_HEAD = """\
# Circumstances

Written by `python -m tests.sets.write_circumstances` from the table of the program itself.

A circumstance is asked only to choose rules and services. It is never scored: who somebody is, is no evidence. The list is
closed. A set words those that it asks for, in `set.yaml`, and may leave out all but the age; it cannot add any.

In a screening, the place, the age and the wishes are always asked. Any other is asked only where its answer can still
change something: where a gate or guidance names it, where the rules for a child hang on it, or where a service of the
place looks at it that offers what may be needed. What is not asked stays *not asked*, and leaves nobody out.

```yaml
# a part of set.yaml
circumstances:
  - id: age
    ask: How old are you?
    record: The person's age now
    labels: {adult: 18 or older}
  - id: languages
    ask: Which languages do you speak easily?
    record: Languages in which the person can talk with a service
    labels: {ne: Nepali, hi: Hindi, en: English, other: Another language}
```

Without `ask`, the screener fills it in and it is not read out.

`labels` calls values otherwise than the program does; a value that it leaves out keeps its name and can still be chosen. The
languages are the exception: the ones that have a label are the ones to choose from, in that order. Each stands under its
[code](https://www.loc.gov/standards/iso639-2/php/code_list.php), and `other` stands for any other. Places and districts are
called as their directories call them, so they take no labels.

Doubt and refusal can be recorded of every circumstance, as `unclear` and `declined`; doubt about the age is `unsure`. A
condition names a circumstance and its values: `{circumstance: situation, is: [fishing]}`. A gate on the age may list only
`child` and `unsure`, one on `under_18_when_it_began` only `yes` and `unclear`, so that a child is never asked less than an
adult. Wishes are asked last, so that no gate can look at them; pathways can.

| id | it says | values | when it is asked |
|---|---|---|---|
"""
_WHEN = {
    "place": "first",
    "age": "after the first questions on safety",
    "circumstances": "after safety, before the questions",
    "wishes": "last, always: it is a wish",
}
_ELSEWHERE = {
    "place": "the code of a place that has a directory, such as `hk`",
    "district": "those of the directory of the place",
    "languages": "the codes of the languages that have a label",
}


def circumstances_page() -> str:
    """The whole page."""
    rows = [
        f"| `{name}` | {kind.means}. | {_values(name, kind)} | {_WHEN[kind.stage]} |"
        for name, kind in CIRCUMSTANCES.items()
    ]
    return _HEAD + "\n".join(rows) + "\n"


def _values(name: str, kind: CircumstanceKind) -> str:
    values = ", ".join(f"`{value}` ({ENGLISH.render(value_name(name, value))})" for value in kind.values)
    if kind.values == ("yes", "no"):
        values = "`yes`, `no`"
    several = "; several" if kind.several else ""
    return (values or _ELSEWHERE[name]) + several
