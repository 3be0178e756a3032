"""What languages are called."""

from screening.language.catalog import ENGLISH
from screening.show.languages import language_names


def test_a_language_goes_by_its_name_or_else_by_its_code_and_another_one_is_called_that() -> None:
    assert ENGLISH.render(language_names(["yue", "xx", "other"])) == "Cantonese, xx, another language"
