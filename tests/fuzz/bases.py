"""What is mutated: the real files, and small ones that are read quickly."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from msgspec import Struct

from screening.reading.sets import find_set, read_set
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts
from screening.writing.templates import extending_set, new_set
from tests.fuzz.mutation import Sheet, Vocabulary, sheet_of, vocabulary_of

CHECKOUT = Path(__file__).resolve().parents[2]

Kind = Literal["set", "directory", "own", "glossary"]

_PLACE = """\
place: xx
names: {en: Somewhere, de: Irgendwo}
as_of: "2026-11-20"
time_zone: Asia/Hong_Kong
emergency: {number: "999", names: {en: Emergency}, evidence: official, source: https://example.org, page_date: "2026"}
districts: {north: North, south: South}
duties:
  - {id: a-duty, title: A duty, text: [Tell them.], child: true, evidence: official, source: a law, page_date: "2020-01"}
services:
  - id: a-shelter
    names: {en: A shelter, zh-Hant: 庇護}
    everyday: {en: Blue house}
    offers: [shelter, anti-trafficking]
    serves: {gender: [woman], ages: [adult], situations: [domestic-work], with_children: false}
    barriers:
      - {kind: needs_identity_card, value: "no", evidence: official, source: a page, page_date: "2026-01-02"}
    referral: {by: [self, police], how: [Call first.]}
    informs_police: "yes"
    languages: [en, tl]
    districts: [north]
    ask_first: [Ask whether there is room.]
    contacts:
      - kind: telephone
        number: "+852 2332 2441"
        hours: "Mo-Fr 09:00-17:00; Sa 09:00-12:00; PH off"
        spoken: [{languages: [id], hours: "We 10:00-12:00"}]
        evidence: official
        source: https://example.org/shelter
        page_date: "2026-10-01"
      - {kind: email, number: a@example.org, note: Seldom read, evidence: second_hand, confirmed_on: "2026-01-31"}
    source: https://example.org/shelter
    page_date: "2026-10-01"
  - id: child-line
    names: {en: Child line}
    offers: [child-protection]
    contacts: [{kind: telephone, number: "116 111", hours: 24/7, dial_from: inside, evidence: article}]
    source: https://example.org/child
    page_date: "2019"
not_listed: [labour-advice]
anywhere: [{needs: [medical], do: [Go to a hospital.]}]
traps: [{what: "1234 5678", why: It is dead.}]
"""

_WORDS = """\
title: Work
about: Small, to be read quickly.
terms:
  - names: {en: [debt bondage, bonded labour], zh-Hant: [抵債勞動], de: [Schuldknechtschaft]}
    seen: {zh-Hant: {抵債勞動: [A law]}}
    note: Work that a debt is paid with.
  - names: {en: [pay, wages], tl: [sahod]}
    everyday: true
"""


class Base(Struct, frozen=True):
    """Something that is mutated.

    Attributes:
        name: how it is called, and its folder.
        kind: what it is.
        files: what stands in its files, by their paths in it.
    """

    name: str
    kind: Kind
    files: Mapping[str, bytes]

    @property
    def stands_in(self) -> str:
        """The folder of its folder: the copies of built-in sets are apart, for no two sets may have one id."""
        return "copy" if self.name.endswith("-copy") else self.kind

    def sheet(self, path: str) -> Sheet:
        """One of its files, ready to be mutated."""
        return _sheet(self.files[path], path.endswith(".yaml"))


@cache
def _sheet(content: bytes, is_yaml: bool) -> Sheet:
    return sheet_of(content, is_yaml=is_yaml)


def _folder(path: Path) -> dict[str, bytes]:
    found = sorted(each for each in path.rglob("*") if each.suffix in {".yaml", ".po"})
    return {str(each.relative_to(path)): each.read_bytes() for each in found}


def _written(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def po_of(indicator_set: IndicatorSet) -> bytes:
    """A translation of a set: some of it reviewed, some fuzzy, some empty."""
    entries = ['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n']
    for number, (name, text) in enumerate(texts(indicator_set).items()):
        quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        said = ("", f"Auf Deutsch: {quoted}", quoted)[number % 3]
        mark = "#, fuzzy\n" if number % 4 == 1 else f"#: {name}:1\n"
        entries.append(f'{mark}msgctxt "{name}"\nmsgid "{quoted}"\nmsgstr "{said}"\n')
    return "\n".join(entries).encode()


@cache
def bases() -> Mapping[str, Base]:
    """All of them, by name."""
    examples = sorted((CHECKOUT / "tests" / "sets" / "examples").iterdir())
    found = [Base(path.name, "set", _folder(path)) for path in examples]
    found = [
        Base(base.name, "set", {**base.files, "locale/de.po": po_of(read_set(path).set)})
        for base, path in zip(found, examples, strict=True)
    ]
    ours = _written(new_set("our-set"))
    found.append(Base("our-set", "set", ours))
    kitchen = {
        name: text.replace(b"extends: palermo", b"extends: our-set")
        for name, text in _written(extending_set("kitchen", find_set("palermo"))).items()
    }
    found.append(Base("kitchen", "set", kitchen))
    found.append(Base("broken", "set", _folder(CHECKOUT / "tests" / "reading" / "broken")))
    found.append(Base("like-palermo", "set", _written(extending_set("like-palermo", find_set("palermo")))))
    for name in ("palermo", "child", "first-contact", "self-check"):
        files = _folder(CHECKOUT / "indicators" / name)
        found.append(Base(f"{name}-copy", "set", {**files, "locale/de.po": po_of(find_set(name))}))
    found.append(Base("somewhere", "directory", {"xx.yaml": _PLACE.encode()}))
    for path in sorted((CHECKOUT / "referrals").glob("*.yaml")):
        found.append(Base(f"place-{path.stem}", "directory", {path.name: path.read_bytes()}))
    own = (CHECKOUT / "tests" / "reading" / "own" / "harbour-house.yaml").read_bytes()
    found.append(Base("harbour-house", "own", {"harbour-house.yaml": own}))
    # The same for a place whose directory is read quickly.
    small = own.replace(b"adds_to: hk", b"adds_to: mo").replace(b"leave_out: [samaritan-befrienders]", b"leave_out: []")
    found.append(Base("small-house", "own", {"small-house.yaml": small}))
    found.append(Base("words", "glossary", {"words.yaml": _WORDS.encode()}))
    for path in sorted((CHECKOUT / "glossary").glob("*.yaml")):
        found.append(Base(f"theme-{path.stem}", "glossary", {path.name: path.read_bytes()}))
    return {base.name: base for base in found}


@cache
def sheets(kind: Kind) -> tuple[Sheet, ...]:
    """The YAML files of all bases of a kind, to splice with."""
    return tuple(
        base.sheet(path)
        for base in bases().values()
        if base.kind == kind
        for path in base.files
        if path.endswith(".yaml")
    )


@cache
def words(kind: Kind) -> Vocabulary:
    """What stands at each key in the files of a kind."""
    return vocabulary_of(sheets(kind))
