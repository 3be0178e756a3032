"""What is read at once says the same as polib; what is not written plainly is left to it."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.reading.plain_po import PlainEntry, plain_entries

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], include_characters='\n\t\r"\\'), max_size=90)
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


@given(
    st.lists(
        st.builds(
            polib.POEntry,
            msgctxt=st.from_regex(r"[a-z]+\.[a-z]+", fullmatch=True),
            msgid=TEXTS.filter(bool),
            msgstr=TEXTS,
            flags=st.sampled_from([[], ["fuzzy"]]),
            obsolete=st.booleans(),
        ),
        unique_by=lambda entry: (entry.msgctxt, entry.msgid),
    ),
    st.sampled_from([78, 20, 0]),
)
def test_a_file_as_a_tool_writes_it_says_what_was_put_in(entries: list[polib.POEntry], width: int) -> None:
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Language": "id"}
    for entry in entries:
        file.append(entry)
    lines = ["" if line.startswith("#") and line[1:2] not in {",", "~"} else line for line in str(file).split("\n")]

    found = plain_entries(lines)

    assert found is not None
    said = {(each.context, each.english, each.text, "fuzzy" in each.flags) for each in found}
    assert said == {(each.msgctxt, each.msgid, each.msgstr, each.fuzzy) for each in entries if not each.obsolete}
    assert all(lines[each.line - 1].startswith("msgctxt ") for each in found)


@pytest.mark.parametrize(
    "written",
    [
        'msgid "a"\nmsgstr "A"\n',
        'msgctxt "a"\nmsgid "a"\nmsgid_plural "as"\nmsgstr[0] "A"\n',
        'msgctxt "a"\nmsgid "a"\n',
        'msgctxt "a"\n\nmsgid "a"\nmsgstr "A"\n',
        'msgctxt "a"\nmsgid "a"\nmsgstr "A" \n',
        'msgctxt "a"\nmsgid "a"\nmsgstr "\\x"\n',
        'msgctxt "a"\nmsgid "a"\nmsgstr "A""\n',
        'msgctxt "a"\nmsgid "a"\nmsgstr "A"\nmore\n',
        'msgctxt "a"\nmsgid ""\nmsgstr "A"\n',
        '# a comment\nmsgctxt "a"\nmsgid "a"\nmsgstr "A"\n',
        'msgctxt "a"\nmsgid "a"\nmsgstr "A"\n\nmsgctxt "a"\nmsgid "a"\nmsgstr "B"\n',
        "anything\n",
    ],
)
def test_what_is_not_written_plainly_is_left_to_polib(written: str) -> None:
    assert plain_entries(f"{HEAD}\n{written}".split("\n")) is None


def test_the_head_is_no_text_and_need_not_be_there() -> None:
    entry = 'msgctxt "a.b"\nmsgid "a"\nmsgstr ""\n"A "\n"B"'
    read = PlainEntry("a.b", "a", "A B", (), 5)

    assert plain_entries(f"{HEAD}\n{entry}".split("\n")) == [read]
    assert plain_entries(entry.split("\n")) == [PlainEntry("a.b", "a", "A B", (), 1)]
    assert plain_entries([]) == []
