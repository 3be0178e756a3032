"""Markdown: what a text says comes out of a real renderer as it was, whatever it looks like."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from screening.language.catalog import ENGLISH
from screening.show.characters import visible
from screening.show.lines import Line, LineKind
from screening.show.markdown import markdown
from tests.support.thorough import examples

# CommonMark alone, and with tables and strikethrough, as GitHub has them.
RENDERERS = {
    "commonmark": MarkdownIt("commonmark"),
    "tables": MarkdownIt("commonmark").enable(["table", "strikethrough"]),
}
# For each kind of line: the tags around its text.
AROUND: dict[LineKind, tuple[str, ...]] = {
    "title": ("h1",),
    "lead": ("p", "strong"),
    "heading": ("h2",),
    "subheading": ("h3",),
    "paragraph": ("p",),
    "text": ("p",),
    "do": ("ul", "li", "p"),
    "avoid": ("ul", "li", "p", "strong"),
    "item": ("ul", "li", "p"),
    "contact": ("ul", "li", "p", "strong"),
    "detail": ("ul", "li", "p"),
}
MARKUP = (
    "~~~", "~~~ python", "```", "1. one", "2) two", "123456789. x", "- a", "-", "+ a", "+", "* a", "---", "- - -", "***",
    "___", "===", "=", "# a", "#", "a #", "> a", ">a", "| a | b |", "a | b", "| - |", "&lt;", "&#60;", "&#x3c;", "&amp;lt;",
    "AT&T", "<b>", "</b>", "<!-- x -->", "<?php ?>", "[x](y)", "![x](y)", "[x]: y", "[x][y]", "[ ] a", "[x] a", "`a`", "``",
    "_a_", "__a__", "a_b_c", "**a**", "*", "~a~", "~~a~~", "    code", "\tcode", "a  \nb", "a\\\nb", "a\n---", "a\n===",
    "a\n\nb", "a\n# b", "a\n- b", "| a |\n| - |\n| b |", "\\", "\\*", "a\\", "$x$", "http://a.example", "https://a.example/b_c_d#e~f",
    "see https://a.example/b.", "(https://a.example)", "https://a.example, b, https://c.example.",
    "https://a.example/%41", "https://a.example/?a&lt;b", "https://xn--mnchen-3ya.example",
    "https://a.example/b*c*d", "www.a.example", "<https://a.example>", "<javascript:alert(1)>", "a@b.example", "<a@b.example>",
    "*https://a.example*", "https://a.example/<b>", "https://a.example/`", "https://a.example](https://b.example)", "https://",
    "\u3000a", "a\u3000", "\xa0\xa0\xa0\xa0a", "\x1b]52;c;x\x07", "a\u202eb", "a\rb", "a\x0cb", "a\u2028b", "\ud800", "\x00", "\ufffe",
    "「急」", "。", "", " ", ":", ":---", "!", "^a^", "==a==", "a\u200db",
)  # fmt: skip


def as_shown(text: str) -> str:
    """A text as a page shows it: what cannot be seen made visible, and blanks run together."""
    return re.sub(r"[ \t\n]+", " ", visible(text)).strip()


def rendered(document: str, renderer: str = "commonmark") -> list[tuple[tuple[str, ...], str]]:
    """Each text of a document with the tags around it, as a renderer understands it."""
    found: list[tuple[tuple[str, ...], str]] = []
    tags: list[str] = []
    for token in RENDERERS[renderer].parse(document):
        if token.type == "inline":
            found.append(_inline(token, tuple(tags)))
        elif token.nesting == 1:
            tags.append(token.tag)
        elif token.nesting == -1:
            tags.pop()
        else:
            found.append(((*tags, token.type), token.content))
    return found


def _inline(token: Token, tags: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    inside: list[str] = []
    text = ""
    for child in token.children or ():
        if child.type == "text":
            text += child.content
        elif child.type not in {"link_open", "link_close"}:
            inside += [] if child.type.endswith("_close") else [child.tag]
        else:
            # The only links are addresses that stand there.
            assert child.markup == "autolink"
            assert child.type == "link_close" or str(child.attrs["href"]).startswith(("http://", "https://"))
    return (*tags, *inside), text


@pytest.mark.parametrize("renderer", RENDERERS)
def test_what_looks_like_markup_is_text_in_every_kind_of_line(renderer: str) -> None:
    for text in MARKUP:
        shown = as_shown(text)

        told = {kind: rendered(markdown([Line(kind, text)], ENGLISH), renderer) for kind in AROUND}

        assert told == {kind: [(options, shown)] if shown else [] for kind, options in AROUND.items()}, ascii(text)


PIECES = st.sampled_from([*MARKUP, *"\\`*_{}[]()#+-.!|<>~&;:=$ \n\t0123456789a", "https://", "www."])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=8).map("".join), st.lists(PIECES, max_size=8).map(" ".join))
LINES = st.lists(st.builds(Line, st.sampled_from(sorted(AROUND)), TEXTS), max_size=6)


@examples(900)
@given(LINES, st.sampled_from(sorted(RENDERERS)))
def test_every_text_of_a_document_comes_out_as_it_is_and_in_order(lines: list[Line], renderer: str) -> None:
    told = [text for _, text in rendered(markdown(lines, ENGLISH), renderer) if text]

    assert told == [as_shown(ENGLISH.render(line.text)) for line in lines if as_shown(ENGLISH.render(line.text))]


@examples(900)
@given(LINES)
def test_nothing_in_a_text_changes_what_is_a_heading_and_what_is_weighty(lines: list[Line]) -> None:
    told = [
        [tag for tag in tags if tag not in {"ul", "li", "p"}]
        for tags, text in rendered(markdown(lines, ENGLISH))
        if text
    ]

    kept = [line for line in lines if as_shown(ENGLISH.render(line.text))]
    assert told == [[tag for tag in AROUND[line.kind] if tag not in {"ul", "li", "p"}] for line in kept]


def test_an_address_can_be_clicked_and_the_full_stop_after_it_is_not_in_it() -> None:
    text = "Write at https://www.example.org/a_b?c=d#e."

    assert markdown([Line("text", text)], ENGLISH) == "Write at <https://www.example.org/a_b?c=d#e>.\n"


def test_a_number_stands_there_as_it_is_dialled() -> None:
    assert markdown([Line("item", "+852 2382-0000 (24 hours)")], ENGLISH) == "- +852 2382-0000 (24 hours)\n"


@pytest.mark.parametrize(
    "text", ["https://a.example/%41_b", "https://a.example/x&y_z", "http://[::1]/_a", "www.a_b.example"]
)
def test_an_address_in_which_something_is_escaped_does_not_begin_as_a_link_does(text: str) -> None:
    assert not re.search(r"https?://|www\.", markdown([Line("text", text)], ENGLISH))
