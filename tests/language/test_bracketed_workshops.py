"""Nothing is said of a workshop in English alone: what is no message is in the words of a set, or a sign or number."""

import re
from collections.abc import Iterator
from io import StringIO

from screening.language.messages import Argument
from screening.sets.texts import texts
from screening.show.handout import handout, handout_lines
from screening.show.html import handout_page
from screening.show.lines import Line
from screening.show.workshop_html import workshop_page
from screening.show.workshop_parts import Bars, Dots, HeatMap, Table
from screening.show.workshop_report import Workshop, workshop_parts
from screening.show.workshop_text import markdown_parts, print_parts
from tests.support.languages import BRACKETED, MARKED, not_in_template, not_of_messages
from tests.support.simulated_room import full_set
from tests.support.workshops import simulated


def workshop() -> Workshop:
    return simulated(before=18)


def arguments() -> Iterator[Argument]:
    """Everything that a report says, message by message."""
    for part in workshop_parts(workshop()):
        match part:
            case Line():
                yield part.text
            case HeatMap():
                yield from (part.title, part.described, *(each for _, each in part.legend))
            case Table():
                yield from _of_table(part)
            case Bars():
                yield from (part.title, part.described, *(each for _, each in part.legend), *_of_table(part.table))
                yield from (bar.label for bar in part.bars)
            case Dots():
                yield from (part.title, part.described, part.before, part.after, *_of_table(part.table))


def _of_table(table: Table) -> Iterator[Argument]:
    yield from (table.title, *table.head)
    yield from (cell for row in table.rows for cell in row)


def test_translators_are_given_all_that_a_report_says() -> None:
    assert [message for argument in arguments() for message in not_in_template(argument)] == []


def test_what_is_in_no_message_is_of_the_set_or_a_number() -> None:
    known = {*texts(full_set()).values()} | {each.title for each in full_set().vignettes}
    strange = {
        piece
        for argument in arguments()
        for piece in not_of_messages(MARKED.render(argument))
        if piece not in known and not re.fullmatch(r"[-0-9.,;%\s]*", piece)
    }

    assert strange <= {
        full_set().about.id,
        full_set().about.version,
        *(each.id for _, _, each in full_set().questions()),
    }


def test_every_way_to_show_it_says_what_it_says_in_the_language_it_is_given() -> None:
    output = StringIO()
    print_parts(workshop_parts(workshop()), output, BRACKETED, 80)
    written = (
        output.getvalue(),
        markdown_parts(workshop_parts(workshop()), BRACKETED, 80),
        workshop_page(workshop(), BRACKETED),
    )

    assert all("What the room made of it" in each for each in written)
    assert not any(re.search(r"(?<![\[\\])What the room made of it", each) for each in written)


def test_a_handout_says_what_it_says_in_the_language_it_is_given() -> None:
    sheet = handout([("palermo", full_set().vignettes[0])])

    assert [each for line in handout_lines(sheet) for each in not_in_template(line.text)] == []
    assert "[Seat:]" in handout_page(sheet, BRACKETED)
