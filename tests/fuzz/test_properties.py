"""What holds for every text and every data at the pure doors."""

import io
import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import CodeMistake, Decoded, decode, encode, groups_of
from screening.language.catalog import ENGLISH
from screening.reading.arriving import json_records
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.schemas import FILES
from screening.reading.shape import shape
from screening.reading.streams import lines_of
from screening.reading.yaml_text import read_yaml
from screening.sets.model import IndicatorSet
from screening.show.scoring import Scoring
from tests.fuzz.given import raw_characters
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import sets_with_records
from tests.support.thorough import examples


@cache
def _a_set() -> IndicatorSet:
    options = [{"id": name, "label": name, "shows": ["i"]} for name in ("a", "b")]
    return small_set(
        [
            asked("q", shows=["i"]),
            asked("one", choose="one", options=options),
            asked("more", choose="several", options=options),
        ],
        [indicator("i", "deception")],
    )


_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=200) | st.sampled_from(
    ["yes", "unclear", "a", "b", "q"]
)
_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_texts, inner, max_size=4),
    max_leaves=12,
)


@examples(600)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="surrogatepass")))
def test_reading_yaml_never_raises(content: bytes) -> None:
    text = read_yaml(content, "file.yaml")

    assert text.readable or text.problems


@pytest.mark.parametrize("kind", FILES)
@examples(120)
@given(data=_data)
def test_giving_data_a_shape_never_raises(kind: str, data: Any) -> None:
    text = read_yaml(json.dumps(data, allow_nan=False, default=str).encode() if _is_json(data) else b"x", "file.yaml")

    file = shape(text, FILES[kind])

    assert file.problems or file.value is not None


def _is_json(data: Any) -> bool:
    try:
        json.dumps(data, allow_nan=False)
    except ValueError:
        return False
    return True


@examples(900)
@given(
    answers=st.dictionaries(st.sampled_from(["q", "one", "more"]) | _texts, _data, max_size=3),
    circumstances=st.dictionaries(st.sampled_from(["place", "age", "languages", "wants"]) | _texts, _data, max_size=3),
)
def test_a_record_is_understood_or_said_to_be_none(answers: dict[str, Any], circumstances: dict[str, Any]) -> None:
    reader = RecordReader(_a_set())

    told = []
    for read, written in ((reader.answers, answers), (reader.circumstances, circumstances)):
        try:
            assert read(written).keys() <= written.keys()
        except Misrecorded as error:
            told.append(str(error))

    assert all(each.endswith((".", "?")) for each in told)


@examples(600)
@given(st.lists(st.binary(max_size=80) | _data.map(lambda data: json.dumps(data).encode()), max_size=5))
def test_each_line_to_score_that_is_not_blank_comes_to_one_result(lines: list[bytes]) -> None:
    written = b"\n".join(lines)
    results = list(Scoring(_a_set(), ENGLISH).lines(json_records(lines_of(io.BytesIO(written)), _a_set())))

    assert len(results) == sum(bool(line.strip()) for line in written.split(b"\n"))


@examples(900)
@given(st.text(st.characters(), max_size=400) | st.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ- \n", max_size=120))
def test_a_code_is_read_or_said_to_be_none_in_one_line(text: str) -> None:
    with pytest.raises(CodeMistake) as told:
        decode(text, [_a_set()])

    said = str(told.value)
    assert said
    assert "\n" not in said
    assert not raw_characters(said.encode(errors="replace"))
    assert all(1 <= group <= len(groups_of(text)) for group in told.value.groups)


@examples(150)
@given(sets_with_records())
def test_a_code_holds_what_was_recorded(case: tuple[IndicatorSet, dict[str, Any], dict[str, Any]]) -> None:
    indicator_set, answers, circumstances = case

    decoded = decode(encode(indicator_set, {**answers, **circumstances}), [indicator_set])

    assert decoded == Decoded(indicator_set, decoded.answers, indicator_set.about.version)
    assert _sorted(decoded.answers) == _sorted({**answers, **circumstances})


def _sorted(answers: dict[str, Any]) -> dict[str, Any]:
    return {name: sorted(value) if isinstance(value, tuple) else value for name, value in answers.items()}
