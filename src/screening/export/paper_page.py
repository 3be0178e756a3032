"""A form as pages of A4, to print from a browser."""

import re

from markupsafe import Markup

from screening.export.paper_lines import PaperForm
from screening.language.catalog import Catalog
from screening.language.names import own_name
from screening.show.characters import visible
from screening.show.html import render_page

_PLAIN = re.compile(r"[^A-Za-z0-9 .,]")


def paper_page(form: PaperForm, catalog: Catalog) -> str:
    """The form on A4, with what it was made with and the number of the page at the foot of each.

    Args:
        form: what is on it.
        catalog: the language of whoever fills it in.
    """
    before, between, after = map(_in_css, form.page)
    values = {
        "form": form,
        "names": tuple(map(own_name, form.languages)),
        "made_with": _in_css(form.made_with),
        "page": Markup(f"{before} counter(page) {between} counter(pages) {after}"),
    }
    return render_page("form.html", values, catalog, form.languages[0])


def _in_css(text: str) -> Markup:
    """A text as a string of a style sheet, of which nothing can be markup, of the style or of the page."""
    # The blank ends the number, and is no part of the text.
    told = _PLAIN.sub(lambda found: f"\\{ord(found[0]):06x} ", visible(text))
    return Markup(f'"{told}"')
