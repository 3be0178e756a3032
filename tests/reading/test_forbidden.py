"""Characters that must never reach a screen."""

from hypothesis import given
from hypothesis import strategies as st

from screening.reading.forbidden import FORBIDDEN, is_clean

_TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\x1b\x7f\x85\u2028\u202e\u2066\ufffe\r\n\t\ufeff\u00e9\U0001f600"),
    )
)


@given(_TEXTS)
def test_the_quick_look_finds_what_a_search_of_the_whole_text_finds(text: str) -> None:
    assert is_clean(text) == (FORBIDDEN.search(text) is None)
