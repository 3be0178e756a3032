"""What reading YAML promises: the words of YAML 1.2, everything dangerous refused at its place, and never a crash."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from screening.reading import yaml_text
from screening.reading.bounds import MAX_ALIASES, MAX_BYTES, MAX_DEPTH, MAX_NODES
from screening.reading.yaml_text import YamlText, read_yaml
from tests.support.problems import said
from tests.support.thorough import examples

many = examples(200)


def read(text: str) -> YamlText:
    """What the text comes to."""
    return read_yaml(text.encode(), "file.yaml")


def positions(text: YamlText) -> list[tuple[int, int]]:
    """Where its problems are."""
    return [(problem.line, problem.column) for problem in text.problems]


def only_problem(text: YamlText) -> str:
    """Its one problem, as it is printed."""
    assert len(text.problems) == 1, text.problems
    return str(text.problems[0])


# --- words -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "No",
        "NO",
        "2019-06-01",
        "2019-06",
        "12:30",
        "1_000",
        "tRUE",
        "nUll",
        "<<",
        "=",
    ],
)
def test_what_yaml_1_1_would_change_stays_text(word: str) -> None:
    text = read(f"a: {word}")

    assert (text.data, list(text.problems)) == ({"a": word}, [])


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("null", None),
        ("Null", None),
        ("~", None),
        ("", None),
        ("012", 12),
        ("-7", -7),
        ("+7", 7),
        ("0", 0),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
    ],
    ids=repr,
)
def test_plain_words_are_understood_by_the_core_schema(word: str, value: object) -> None:
    data = read(f"a: {word}").data

    assert data == {"a": value}
    assert type(data["a"]) is type(value)


@pytest.mark.parametrize(
    "written", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"], ids=["single", "double", "literal", "folded"]
)
@pytest.mark.parametrize("word", ["true", "null", "12", "1.5"])
def test_what_is_quoted_is_always_text(written: str, word: str) -> None:
    assert read(f"a: {written.format(word)}").data == {"a": word}


@pytest.mark.parametrize("key", ["no", "true", "null", "12", "1.5", "2019-06-01"])
def test_a_key_is_always_text(key: str) -> None:
    assert read(f"{key}: x").data == {key: "x"}


def test_a_mark_of_byte_order_is_passed_over_and_moves_nothing() -> None:
    text = read_yaml(b"\xef\xbb\xbfa: 1\na: 2\n", "file.yaml")

    assert text.data == {"a": 1}
    assert positions(text) == [(2, 1)]


@pytest.mark.parametrize(
    "content", ["", "\n\n", "# only a comment\n", "---\n"], ids=["nothing", "lines", "comment", "start"]
)
def test_an_empty_file_is_nothing(content: str) -> None:
    text = read(content)

    assert (text.data, list(text.problems), text.readable) == (None, [], True)


@pytest.mark.parametrize("digits", [19, 400, 10_000])
def test_a_number_too_long_for_an_integer_is_no_integer(digits: int) -> None:
    assert isinstance(read(f"a: {'9' * digits}").data["a"], float)


# --- places ----------------------------------------------------------------------------------------------------------


def test_every_value_and_key_has_its_place() -> None:
    text = read("a:\n  - x\n  - b: {c: 1}\n")

    position = text.position.find(("a", 1, "b", "c"))

    assert (position.line, position.column, position.key_line, position.key_column) == (3, 12, 3, 9)


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    position = read("a:\n  b: 1\n").position.find(("a", "missing", "deeper"))

    assert (position.line, position.column) == (2, 3)


def test_a_column_counts_characters_and_not_bytes() -> None:
    position = read("{國家: 香港, a: x}").position.find(("a",))

    assert (position.key_column, position.column) == (10, 13)


# --- only the top ---


@pytest.mark.parametrize(
    ("content", "data"),
    [
        ("b: 1\na: {c: 2}\nd: 3\n", {"b": 1, "a": {"c": 2}}),
        ("a: 1\nb: [1]\nnot: {yaml", {"a": 1, "b": [1]}),
        ("c: {a: 1, b: 2}\na: &x 3\nb: *x\nd: 4", {"c": {"a": 1, "b": 2}, "a": 3, "b": 3}),
        ("a: 1\nc: 2\n", {"a": 1, "c": 2}),
        ("[a, b]", ["a", "b"]),
    ],
)
def test_what_follows_the_keys_that_are_wanted_is_not_read(content: str, data: object) -> None:
    text = read_yaml(content.encode(), "x.yaml", until=("a", "b"))

    assert (text.data, text.readable, list(text.problems)) == (data, True, [])


# --- what is refused -------------------------------------------------------------------------------------------------


def test_the_first_of_two_equal_keys_stands_and_the_second_is_a_problem() -> None:
    text = read("a: 1\nb: 2\na: 3\n")

    assert text.data == {"a": 1, "b": 2}
    assert only_problem(text).startswith("file.yaml:3:1: the key 'a' appears here a second time (first in line 1).")


def test_every_repeated_key_is_told_at_any_depth() -> None:
    text = read("a:\n  - {b: 1, b: 2, b: 3}\na:\n  c: 1\n  c: 2\n")

    assert text.data == {"a": [{"b": 1}]}
    assert positions(text) == [(2, 12), (2, 18), (3, 1), (5, 3)]


FORBIDDEN = {
    "NUL": "\x00",
    "bell": "\x07",
    "backspace": "\x08",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "control sequence": "\x9b",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "right-to-left override": "\u202e",
    "left-to-right embedding": "\u202a",
    "isolate": "\u2066",
    "end of isolate": "\u2069",
    "no character": "\uffff",
}


@pytest.mark.parametrize("character", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_forbidden_character_is_refused_where_it_stands(character: str) -> None:
    text = read(f"a: fine\nb: good{character}bye\n")

    assert only_problem(text).startswith(f"file.yaml:2:8: the character U+{ord(character):04X} is not allowed")
    assert text.data == {"a": "fine", "b": "good\ufffdbye"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        (r"\e", "U+001B"),
        (r"\a", "U+0007"),
        (r"\0", "U+0000"),
        (r"\x1b", "U+001B"),
        (r"\u009b", "U+009B"),
        (r"\N", "U+0085"),
        (r"\L", "U+2028"),
        (r"\P", "U+2029"),
        (r"\u202e", "U+202E"),
        (r"\U00002066", "U+2066"),
    ],
)
def test_a_forbidden_character_written_as_an_escape_is_refused_too(written: str, code: str) -> None:
    text = read(f'a: fine\nb: "good{written}[31mbye"\n')

    assert only_problem(text).startswith(f"file.yaml:2:4: the character {code} is not allowed")


def test_an_escape_is_plain_text_outside_double_quotes() -> None:
    text = read(r"a: '\e[31m'")

    assert (text.data, list(text.problems)) == ({"a": r"\e[31m"}, [])


def test_every_forbidden_character_is_told_and_reading_goes_on() -> None:
    text = read("a: \u202ex\u202c\nb: \x07\nc: 1\n")

    assert positions(text) == [(1, 4), (1, 6), (2, 4)]
    assert text.data["c"] == 1


@pytest.mark.parametrize(
    "character", ["\u200f", "\u00a0", "香", "\U0001f6aa", "é"], ids=["mark", "space", "Han", "emoji", "accent"]
)
def test_other_characters_of_the_world_are_allowed(character: str) -> None:
    text = read(f"a: x{character}y")

    assert (text.data, list(text.problems)) == ({"a": f"x{character}y"}, [])


@pytest.mark.parametrize(
    "tag",
    [
        "!!python/object/apply:os.system ['true']",
        "!!python/name:os.system",
        "!mine x",
        "!!str x",
        "!!set {a, b}",
        "!<tag:x> y",
    ],
)
def test_a_tag_is_refused_and_builds_nothing(tag: str) -> None:
    text = read(f"a: 1\nb: {tag}\n")

    assert only_problem(text).startswith("file.yaml:2:4: the tag ")
    assert _is_plain(text.data)


def _is_plain(data: Any) -> bool:
    if isinstance(data, dict):
        return all(isinstance(key, str) and _is_plain(part) for key, part in data.items())
    if isinstance(data, list):
        return all(_is_plain(part) for part in data)
    return data is None or type(data) in {str, int, float, bool}


UNREADABLE: dict[str, tuple[str, int, int, str]] = {
    "a second document": ("a: 1\n---\nb: 2\n", 2, 1, "a second document starts here"),
    "an alias of nothing": ("a: 1\nb: *x\n", 2, 4, "the alias *x has no anchor before it"),
    "an alias of itself": ("a: &x [*x]\n", 1, 8, "the alias *x has no anchor before it"),
    "an alias before its anchor": ("a: *x\nb: &x 1\n", 1, 4, "the alias *x has no anchor before it"),
    "an alias as a key": ("a: &x 1\n*x : 2\n", 2, 1, "a key must be a word"),
    "a list as a key": ("a: 1\n[b]: 2\n", 2, 1, "a key must be a word"),
    "a mapping as a key": ("? {b: c}\n: 2\n", 1, 3, "a key must be a word"),
    "a bracket left open": ("a: 1\nb: [1, 2\n", 3, 1, "this is not YAML"),
    "a quote left open": ('a: 1\nb: "x\n', 3, 1, "this is not YAML"),
    "a tab as indentation": ("a:\n\tb: 1\n", 2, 1, "this is not YAML"),
    "wrong indentation": ("a: 1\n  b: 2\n", 2, 4, "this is not YAML"),
    "half a surrogate": ('a: 1\nb: "\\ud800"\n', 2, 7, "this is not YAML"),
    "a character that cannot be": ('a: 1\nb: "\\UFFFFFFFF"\n', 2, 7, "this is not YAML"),
    "another version of YAML": ("%YAML 2.0\n---\na: 1\n", 1, 1, "this is not YAML"),
}


@pytest.mark.parametrize(("content", "line", "column", "what"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_one_problem_at_its_place(content: str, line: int, column: int, what: str) -> None:
    text = read(content)

    assert only_problem(text).startswith(f"file.yaml:{line}:{column}: {what}")
    assert not text.readable


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"a: 1\nb: \xff\n", 2), (b"\xff\xfea\x00:\x00", 1), ("é".encode("latin-1"), 1), (b"a: \xed\xa0\x80", 1)],
    ids=["one byte", "UTF-16", "Latin-1", "surrogate"],
)
def test_what_is_not_utf_8_is_refused_at_its_line(content: bytes, line: int) -> None:
    text = read_yaml(content, "file.yaml")

    assert only_problem(text).startswith(f"file.yaml:{line}:1: the file is not UTF-8.")
    assert not text.readable


# --- bounds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "line", "column"),
    [
        ("[" * 500, 1, MAX_DEPTH + 1),
        ("{a: " * 500, 1, 4 * MAX_DEPTH + 1),
        ("- " * 500, 1, 2 * MAX_DEPTH + 1),
        ("".join(f"{' ' * depth}a:\n" for depth in range(500)), MAX_DEPTH + 1, MAX_DEPTH + 1),
    ],
    ids=["brackets", "braces", "dashes", "indentation"],
)
def test_deep_nesting_is_refused_at_the_bound(content: str, line: int, column: int) -> None:
    text = read(content)

    assert only_problem(text).startswith(f"file.yaml:{line}:{column}: this is nested more than {MAX_DEPTH} deep")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_so_is_nesting_beyond_the_bound_of_the_parser_itself(opening: str) -> None:
    text = read(opening * 10_000)

    assert f"this is nested more than {MAX_DEPTH} deep" in only_problem(text)
    assert not text.readable


def test_nesting_up_to_the_bound_is_read() -> None:
    text = read("[" * MAX_DEPTH + "]" * MAX_DEPTH)

    assert (list(text.problems), text.readable) == ([], True)


def test_an_alias_stands_for_its_anchor_and_has_a_place_of_its_own() -> None:
    text = read("a: &x {b: [1]}\nc: *x\n")

    assert (text.data, list(text.problems)) == ({"a": {"b": [1]}, "c": {"b": [1]}}, [])
    position = text.position.find(("c", "b", 0))
    assert (position.line, position.column) == (2, 4)


def test_an_anchor_may_be_set_again_and_the_last_counts() -> None:
    assert read("[&x 1, *x, &x 2, *x]").data == [1, 1, 2, 2]


@pytest.mark.parametrize(("number", "readable"), [(MAX_ALIASES, True), (MAX_ALIASES + 1, False)])
def test_aliases_are_bounded(number: int, readable: bool) -> None:
    text = read("- &x 1\n" + "- *x\n" * number)

    assert text.readable is readable


def test_a_billion_laughs_are_refused_before_they_are_laughed() -> None:
    laughs = ["a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]"]
    laughs += [f"a{step}: &a{step} [{', '.join([f'*a{step - 1}'] * 9)}]" for step in range(1, 10)]

    (problem,) = read("\n".join(laughs)).problems

    assert str(problem).startswith("file.yaml:6:")
    assert f"there are more than {MAX_NODES} values" in said(problem.message)


def test_a_file_larger_than_the_bound_is_not_parsed() -> None:
    text = read_yaml(b"#" * (MAX_BYTES + 1), "file.yaml")

    assert only_problem(text).startswith("file.yaml:1:1: the file is larger than 8 MiB.")
    assert not text.readable


# --- whatever stands in the file -------------------------------------------------------------------------------------

_YAMLISH = st.text(alphabet=":-[]{}?!&*#|>%@`\"'\\,~<= \n\t\rabx01.é香\x07\x85\u2028\u202e\ufeff", max_size=80)


def _sound(text: YamlText) -> None:
    for problem in text.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).isprintable()
    assert text.readable or text.problems
    assert _is_plain(text.data)


@many
@given(st.binary(max_size=300))
def test_no_bytes_ever_raise(content: bytes) -> None:
    _sound(read_yaml(content, "file.yaml"))


@many
@given(st.one_of(_YAMLISH, st.text(max_size=80)))
def test_no_text_ever_raises(content: str) -> None:
    _sound(read_yaml(content.encode("utf-8", "surrogatepass"), "file.yaml"))


_PLAIN = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(10**17), 10**17), st.text(alphabet="abc no:-#'\"é香 ", max_size=9)
    ),
    lambda parts: st.one_of(
        st.lists(parts, max_size=4), st.dictionaries(st.text("abcno", max_size=3), parts, max_size=4)
    ),
    max_leaves=20,
)


@many
@given(_PLAIN)
def test_what_was_written_is_read_back(data: Any) -> None:
    text = read(_written(data))

    assert (text.data, list(text.problems)) == (data, [])


def _written(data: Any) -> str:
    """YAML in which all text, and nothing else, is quoted."""
    match data:
        case None:
            return "~"
        case bool():
            return str(data).lower()
        case int():
            return str(data)
        case str():
            return f'"{data.replace(chr(34), chr(92) + chr(34))}"'
        case list():
            return f"[{', '.join(map(_written, data))}]"
    return "{" + ", ".join(f"{_written(key)}: {_written(part)}" for key, part in data.items()) + "}"


@pytest.mark.parametrize("content", ["a: [1, {b: x}]", "a: 1\na: 2", "[" * 1000, 'a: "\\e"', "a: *x", "--- a\n--- b"])
def test_the_parser_written_in_python_tells_the_same(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = read(content)
    monkeypatch.setattr(yaml_text, "_Loader", yaml.SafeLoader)

    slow = read(content)

    assert (slow.data, slow.problems, slow.readable) == (fast.data, fast.problems, fast.readable)
