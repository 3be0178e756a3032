"""A file of translations, brought up to date with what is to be translated. Nothing that somebody wrote is lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

import polib
from msgspec import Struct

from screening.reading.translations import WIDTH
from screening.writing.files import replace_file

_FUZZY: Final = "fuzzy"
# As gettext's own `msgmerge`: less alike, and it is another text.
_ALIKE: Final = 0.6
_PARTS: Final = (
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=UTF-8",
    "Content-Transfer-Encoding: 8bit",
)

# Of a line in a list, with the dot before it.
_NUMBER: Final = re.compile(r"\.\d+(?=\.|$)")


class Source(Struct, frozen=True, kw_only=True):
    """One text that is to be translated.

    Attributes:
        english: the text.
        id: its id (`msgctxt`), by which it is known when it has changed; None in the program's own messages, which are
            known by their English and their context.
        context: of a message.
        plural: of a message that counts.
        notes: what a translator is told of it, in lines.
        used_in: the files where it stands, where that is told.
    """

    english: str
    id: str | None = None
    context: str | None = None
    plural: str | None = None
    notes: tuple[str, ...] = ()
    used_in: tuple[str, ...] = ()

    @property
    def written_context(self) -> str | None:
        """What stands as `msgctxt`."""
        return self.id if self.id is not None else self.context


class Head(Struct, frozen=True, kw_only=True):
    """What stands at the top of a new file.

    Attributes:
        of: what is translated, such as `screening palermo`.
        language: the tag of the language.
        called: its English name.
        plurals: how it counts, as PO files say it.
    """

    of: str
    language: str
    called: str
    plurals: str


class Counts(Struct, frozen=True, kw_only=True):
    """How far a file is.

    Attributes:
        texts: how many there are.
        added: new in the file.
        changed: of those that it had, translated from an earlier English text, now or before.
        removed: not needed any more; what somebody wrote there is kept at the end of the file.
        missing: with no translation yet.
        unreviewed: translated from today's text, and reviewed by nobody.
    """

    texts: int
    added: int
    changed: int
    removed: int
    missing: int
    unreviewed: int


def updated(file: polib.POFile | None, sources: Sequence[Source], head: Head) -> tuple[str, Counts]:
    """The text of a file of translations as it has to be: the same for the same texts and the same file.

    A new text is added; of a changed one the translation stays, fuzzy, with the English that it was made of; what is
    not needed any more becomes obsolete, and comes back where it is needed again. The order is that of the texts.

    Args:
        file: what there is; None where nothing is there yet. It is not changed.
        sources: what is to be translated, each id once.
        head: for a new file.
    """
    before = list(file or ())
    found = _found(before, sources)
    forms = _forms(file, head)
    entries = [_entry(source, found.get(source), forms) for source in sources]
    used = set(map(id, found.values()))
    gone = [entry for entry in before if id(entry) not in used]
    rest = [_obsolete(entry) for entry in gone if _says(entry) or entry.tcomment]
    text = _written([_top(file, head), *entries, *rest], file.header if file is not None else _about(head))
    return text, Counts(
        texts=len(entries),
        added=sum(source not in found or bool(found[source].obsolete) for source in sources),
        changed=sum(map(_is_stale, entries)),
        removed=sum(not entry.obsolete for entry in gone),
        missing=sum(not _says(entry) for entry in entries),
        unreviewed=sum(_says(entry) and entry.fuzzy and not _is_stale(entry) for entry in entries),
    )


def write_translations(path: Path, text: str) -> None:
    """Write a file of translations, whole or not at all; the folders above it are made where they are missing.

    Args:
        path: the file. A new one may be read by anybody, as far as the system lets them.
        text: what stands in it.

    Raises:
        OSError: it cannot be written, and what stood there still does.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, text, private=False)


def _found(before: Sequence[polib.POEntry], sources: Sequence[Source]) -> Mapping[Source, polib.POEntry]:
    """The entry that each text had. None is taken twice.

    First those that were made of these very words: also of a list into which a line was put, where each has the number
    of another one now. Then those with the same id, whose words have changed.
    """
    found: dict[Source, polib.POEntry] = {}
    used: set[int] = set()
    # What says something comes before what is empty, and what is in use before what is obsolete.
    best_first = sorted(before, key=lambda entry: (not _says(entry), bool(entry.obsolete)))
    ways: list[tuple[Callable[[polib.POEntry], object], Callable[[Source], object]]] = [
        (lambda entry: (entry.msgctxt, _made_of(entry)), lambda source: (source.written_context, source.english)),
        (
            lambda entry: (_numberless(entry.msgctxt), _made_of(entry)),
            lambda source: (_numberless(source.id), source.english) if source.id is not None else None,
        ),
        (lambda entry: entry.msgctxt, lambda source: source.id),
    ]
    for of_entry, of_source in ways:
        known: dict[object, list[polib.POEntry]] = {}
        for entry in reversed(best_first):
            if id(entry) not in used:
                known.setdefault(of_entry(entry), []).append(entry)
        for source in sources:
            key = of_source(source)
            if source not in found and key is not None and known.get(key):
                found[source] = known[key].pop()
                used.add(id(found[source]))
    for source in sources:
        near = _alike(source, before, used) if source not in found else None
        if near is not None:
            found[source] = near
            used.add(id(near))
    return found


def _numberless(name: str | None) -> str | None:
    return _NUMBER.sub(".", name) if name is not None else None


def _made_of(entry: polib.POEntry) -> str:
    """The English that a translation was made of."""
    return str(entry.previous_msgid if _is_stale(entry) else entry.msgid)


def _alike(source: Source, before: Iterable[polib.POEntry], used: set[int]) -> polib.POEntry | None:
    """For a message with new words: the entry of the most similar one that is out of use, in one of the same places."""
    if source.id is not None:
        return None
    near = [
        (SequenceMatcher(None, source.english, entry.msgid).ratio(), -number, entry)
        for number, entry in enumerate(before)
        if id(entry) not in used
        and _says(entry)
        and not entry.obsolete
        and entry.msgctxt == source.context
        and bool(entry.msgid_plural) is bool(source.plural)
        and not {name for name, _ in entry.occurrences}.isdisjoint(source.used_in)
    ]
    ratio, _, entry = max(near, key=lambda each: each[:2], default=(0.0, 0, None))
    return entry if ratio >= _ALIKE else None


def _entry(source: Source, old: polib.POEntry | None, forms: int) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=source.english,
        msgctxt=source.written_context,
        comment="\n".join(source.notes),
        occurrences=[(name, "") for name in source.used_in],
    )
    if source.plural is not None:
        entry.msgid_plural = source.plural
        entry.msgstr_plural = dict.fromkeys(range(forms), "")
    if old is None:
        return entry
    entry.tcomment = old.tcomment
    entry.flags = list(dict.fromkeys(old.flags))
    if source.plural is not None:
        entry.msgstr_plural |= {int(number): text for number, text in old.msgstr_plural.items()}
    else:
        entry.msgstr = old.msgstr
    if not _says(old):
        entry.flags = [flag for flag in entry.flags if flag != _FUZZY]
        return entry
    # What it was made of: that stays while nobody has made it anew, however often the English changes meanwhile.
    made_of = (old.previous_msgid, old.previous_msgid_plural) if _is_stale(old) else (old.msgid, old.msgid_plural)
    if made_of[0] != source.english or (made_of[1] or None) != source.plural:
        entry.previous_msgid = made_of[0]
        if made_of[1]:
            entry.previous_msgid_plural = made_of[1]
        if _FUZZY not in entry.flags:
            entry.flags = [_FUZZY, *entry.flags]
    return entry


def _obsolete(entry: polib.POEntry) -> polib.POEntry:
    gone = copy(entry)
    gone.obsolete = True
    if _is_stale(entry):
        # What it says is of that one, should it come back.
        gone.msgid, gone.msgid_plural = _made_of(entry), entry.previous_msgid_plural or ""
    gone.previous_msgid = gone.previous_msgid_plural = gone.previous_msgctxt = None
    return gone


def _is_stale(entry: polib.POEntry) -> bool:
    return bool(entry.fuzzy and entry.previous_msgid)


def _says(entry: polib.POEntry) -> bool:
    return bool(entry.msgstr) or any(entry.msgstr_plural.values())


def _forms(file: polib.POFile | None, head: Head) -> int:
    """In how many forms a message that counts is written; whoever wrote the file may have said otherwise than we do."""
    said = file.metadata.get("Plural-Forms", "") if file is not None else ""
    for plurals in (said, head.plurals):
        number = plurals.partition("nplurals=")[2].partition(";")[0].strip()
        if number.isascii() and number.isdigit() and 1 <= int(number) <= 9:
            return int(number)
    return 1


def _about(head: Head) -> str:
    return "\n".join(
        (
            f"{head.of}, in {head.called}.",
            "Every text is fuzzy until somebody who grew up with the language has reviewed it.",
            "A line '#| msgid' keeps the English that a text was made of: delete it once the text is made anew.",
        )
    )


def _top(file: polib.POFile | None, head: Head) -> polib.POEntry:
    """The head of the file. What somebody wrote into it stays."""
    metadata = dict(file.metadata) if file is not None else {}
    ours = {"Project-Id-Version": head.of, "Language": head.language}
    ours |= dict(part.split(": ", 1) for part in _PARTS)
    ours["Plural-Forms"] = head.plurals
    if file is None:
        ours |= {"X-Drafted-By": "nobody yet", "X-Reviewed-By": "nobody yet"}
    shell = polib.POFile()
    shell.metadata_is_fuzzy = file is not None and file.metadata_is_fuzzy
    shell.metadata = {**ours, **metadata, "Language": metadata.get("Language") or head.language}
    return shell.metadata_as_entry()


def _written(entries: Iterable[polib.POEntry], header: str) -> str:
    lines = [f"# {line}".rstrip() for line in header.split("\n")] if header else []
    return "\n".join([*lines, *(part for entry in entries for part in _of_entry(entry))])


def _of_entry(entry: polib.POEntry) -> Iterator[str]:
    # Never broken: one that speaks to this program is one line.
    if entry.tcomment:
        yield from (f"# {line}".rstrip() for line in entry.tcomment.split("\n"))
    bare = copy(entry)
    bare.tcomment = ""
    yield bare.__unicode__(WIDTH)
