"""What the glossary promises: every term is found by every name, either way round, and seen in a text where it stands."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.glossary.terms import ENGLISH, Term, find, folded, in_text, language_of, languages_named
from screening.reading.glossary import built_in_glossary
from tests.support.thorough import examples, one_in

pytestmark = pytest.mark.slow


CHECKOUT = Path(__file__).resolve().parents[2]
TERMS = [term for theme in built_in_glossary().themes for term in theme.terms]
NAMES = [(term, name) for term in TERMS for names in term.names.values() for name in names]


def term(*english: str, chinese: str = "", everyday: bool = False) -> Term:
    """A small term."""
    names: dict[str, tuple[str, ...]] = {"en": english}
    return Term(names=names | ({"zh-Hant": (chinese,)} if chinese else {}), everyday=everyday)


def titles(terms: tuple[Term, ...]) -> list[str]:
    """The names that terms go by."""
    return [each.title for each in terms]


# --- what is built in ------------------------------------------------------------------------------------------------


def test_of_80_terms_the_name_to_use_was_seen_for_56_and_is_own_judgement_for_24() -> None:
    evidence = Counter(each.evidence("zh-Hant", each.names["zh-Hant"][0]) for each in TERMS)

    assert evidence == {"seen": 56, "own_judgement": 24}


LANGUAGES = ["en", "zh-Hant", "id", "fil", "th", "vi", "zh-Hans"]


def test_every_term_is_in_english_and_in_traditional_chinese_and_most_are_in_five_other_languages() -> None:
    counted = Counter(language for each in TERMS for language in each.names)

    assert all(list(each.names) == [language for language in LANGUAGES if language in each.names] for each in TERMS)
    assert set(counted) == set(LANGUAGES)
    assert counted["en"] == counted["zh-Hant"] == 80
    assert min(counted.values()) > 50


def test_outside_traditional_chinese_no_name_passes_for_seen() -> None:
    assert {language for each in TERMS for language in each.seen} == {"zh-Hant"}


def test_the_head_of_the_files_counts_as_the_files_do() -> None:
    head = (CHECKOUT / "glossary" / "article-3.yaml").read_text(encoding="utf-8")

    counts = "Of the\n# 80 terms, the name to use was seen on a page for 56, and is the project's own judgement for 24."
    assert counts in head


def test_every_page_is_named_in_the_head_of_the_files() -> None:
    head = (CHECKOUT / "glossary" / "article-3.yaml").read_text(encoding="utf-8").partition("\ntitle:")[0]
    pages = {page for each in TERMS for seen in each.seen.get("zh-Hant", {}).values() for page in seen}

    assert len(pages) == 20
    for page in pages:
        name = re.split(r" of 201| on the | on debt| in the | 201|, quoting| \(", page)[0].removeprefix(
            "A page noted as "
        )
        assert re.search(f"^#   {re.escape(name)}(  |$)", head, re.MULTILINE), page


def test_words_with_another_everyday_meaning_say_so() -> None:
    everyday = {name for each in TERMS if each.everyday for name in each.names[ENGLISH]}

    assert {"receipt", "transfer", "transport", "removal", "threat"} <= everyday
    assert not everyday & {"debt bondage", "victim", "exploitation", "organ removal"}


# --- finding ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_name_finds_its_term_before_others_whatever_the_language() -> None:
    lost = []
    # In another language than English, two terms may have one name.
    alike = Counter(folded(name) for _, name in NAMES)
    for wanted, name in one_in(5, NAMES):
        if wanted not in find(TERMS, name)[: alike[folded(name)]]:
            lost.append(name)

    assert lost == []


def test_an_english_name_finds_its_term_before_one_that_is_called_so_in_another_language() -> None:
    lent = Term(names={"en": ("trafficking in persons",), "fil": ("human trafficking",)})

    assert titles(find([lent, term("human trafficking")], "human trafficking")) == [
        "human trafficking",
        "trafficking in persons",
    ]


@examples(100)
@given(
    named=st.sampled_from(NAMES),
    change=st.sampled_from([str.upper, str.title, "《{}》".format, " {}.".format, '"{}"'.format]),
)
def test_capitals_and_marks_make_no_difference(named: tuple[Term, str], change: object) -> None:
    wanted, name = named
    assert callable(change)

    assert find(TERMS, change(name)) == find(TERMS, name)
    assert wanted in find(TERMS, name)


@examples(100)
@given(query=st.text())
def test_whatever_is_looked_for_each_term_is_found_once_at_most(query: str) -> None:
    found = titles(find(TERMS, query))

    assert len(found) == len(set(found))


@pytest.mark.parametrize("query", ["", "  ", "***", "zzz"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert find(TERMS, query) == ()


def test_simplified_characters_are_not_converted() -> None:
    assert find([term("victim", chinese="潛在受害人")], "潜在受害人") == ()


@pytest.mark.parametrize(("query", "found"), [("no luong", ["wages"]), ("dòi", ["claim"]), ("\u0301", [])])
def test_accents_that_were_not_typed_make_no_difference_where_nothing_else_is_found(
    query: str, found: list[str]
) -> None:
    terms = [Term(names={"en": ("wages",), "vi": ("nợ lương",)}), Term(names={"en": ("claim",), "vi": ("đòi",)})]

    assert titles(find(terms, query)) == found


def test_refugees_are_no_refuges() -> None:
    refuge = [term("refuge")]

    assert [name for name, _ in in_text(refuge, "Two refuges for refugees")] == ["refuge"]
    assert list(in_text(refuge, "A charity for refugees")) == []


SOME = [
    term("forced marriage"),
    term("potential victim", chinese="潛在受害人"),
    term("victim", chinese="受害人"),
    term("employment agency"),
    term("force"),
]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("victim", ["victim", "potential victim"]),
        ("victims", ["victim"]),
        ("受害人", ["victim", "potential victim"]),
        ("employment agencies", ["employment agency"]),
        ("force", ["force"]),
        ("forc", ["forced marriage", "force"]),
        ("MARRIAGE", ["forced marriage"]),
    ],
)
def test_the_exact_name_comes_first_then_words_and_letters_only_without_them(query: str, found: list[str]) -> None:
    assert titles(find(SOME, query)) == found


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Trauma-Informed", "trauma informed"),
        ("family/child  protection", "family child protection"),
        ("《巴勒莫》", "巴勒莫"),
        ("\uff21\uff22\uff0c", "ab"),
        ("\u2026", ""),
    ],
)
def test_a_folded_text_has_only_what_makes_a_difference(text: str, same: str) -> None:
    assert folded(text) == same


# --- in a text -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Debt bondage, and a debt", ["debt bondage", "debt"]),
        ("debt bondage", ["debt bondage"]),
        ("Debts of two agencies", ["agency", "debt"]),
        ("A debtor in a subagency", []),
        ("負debt負", ["debt"]),
        ("", []),
    ],
)
def test_the_longest_term_takes_its_words_away_from_the_others(text: str, found: list[str]) -> None:
    terms = [term("debt"), term("debt bondage"), term("agency")]

    assert [name for name, _ in in_text(terms, text)] == found


def test_every_english_name_is_seen_in_a_sentence() -> None:
    english = [(each, name) for each in TERMS for name in each.names[ENGLISH]]

    assert english
    for wanted, name in english:
        assert [each for _, each in in_text(TERMS, f"They spoke of {name}.")] == [wanted], name


# --- languages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("zh-Hant", "zh-Hant"),
        ("zh_Hant", "zh-Hant"),
        ("zh_Hant_HK.UTF-8", "zh-Hant"),
        ("zh_HK", "zh-Hant"),
        ("zh_MO", "zh-Hant"),
        ("zh_TW", None),
        ("zh_Hans", "zh-Hans"),
        ("zh_CN", "zh-Hans"),
        ("zh-SG", "zh-Hans"),
        ("zh", None),
        ("id_ID@latin", "id"),
        ("in_ID", "id"),
        ("fil-PH", "fil"),
        ("tl", "fil"),
        ("tl_PH", "fil"),
        ("tlh", None),
        ("i", None),
        ("", None),
    ],
)
def test_a_locale_has_the_language_that_it_is_written_in(locale: str, language: str | None) -> None:
    assert language_of(locale, ["id", "zh-Hant", "fil", "zh-Hans"]) == language


@pytest.mark.parametrize(
    ("reader", "named"),
    [("en", ("zh-Hant", "fil", "id")), ("tl_PH", ("fil", "zh-Hant", "id")), ("de", ("zh-Hant", "fil", "id"))],
)
def test_the_language_of_whoever_reads_is_named_before_the_others(reader: str, named: tuple[str, ...]) -> None:
    terms = [
        Term(names={"en": ("debt",), "zh-Hant": ("債",), "fil": ("utang",)}),
        Term(names={"en": ("fee",), "zh-Hant": ("費用",), "id": ("biaya",)}),
    ]

    assert languages_named(terms, reader) == named
