"""What languages are called."""

from gettext import NullTranslations

import pytest

from screening.language.catalog import ENGLISH, Catalog
from screening.reading.catalogs import catalog_of
from screening.show.languages import language_names, named_for_both, written_name


class Indonesian(NullTranslations):
    """One language has a name here that a translator gave it."""

    def pgettext(self, context: str, message: str) -> str:
        return {("a language", "Cantonese"): "Bahasa Kanton"}.get((context, message), message)


INDONESIAN = Catalog("id", Indonesian())


def test_a_language_goes_by_its_name_or_else_by_its_code_and_another_one_is_called_that() -> None:
    assert ENGLISH.render(language_names(["yue", "xx", "other"])) == "Cantonese, xx, another language"


def test_a_language_without_a_name_here_has_the_one_in_the_data_of_unicode() -> None:
    assert ENGLISH.render(language_names(["yue", "tpi"])) == "Cantonese, Tok Pisin"
    assert ENGLISH.render(written_name("fil")) == "Filipino"
    assert ENGLISH.render(written_name("tpi")) == "Tok Pisin"


def test_in_another_language_a_translators_name_comes_first_and_then_that_of_unicode() -> None:
    assert INDONESIAN.render(language_names(["yue", "vi", "taj"])) == "Bahasa Kanton, Vietnam, Tamang"


@pytest.mark.parametrize(
    ("reader", "tag", "named"),
    [
        ("en", "th", "Thai (ไทย)"),
        ("en", "id", "Bahasa Indonesia"),
        ("zh-Hant", "id", "印尼語\uff08Bahasa Indonesia\uff09"),
        ("th", "th", "ไทย"),
        # Unicode has a capital letter, and the translators have none.
        ("vi", "vi", "tiếng Việt"),
        ("vi", "id", "tiếng Indonesia (Bahasa Indonesia)"),
    ],
)
def test_for_two_readers_a_language_has_the_name_that_each_of_them_knows_and_one_where_both_are_alike(
    reader: str, tag: str, named: str
) -> None:
    catalog = ENGLISH if reader == "en" else catalog_of(reader)

    assert catalog.render(named_for_both(tag)) == named
