"""What a form asks: every question, circumstance and wish of a set, with all answers that it takes (pure)."""

from collections.abc import Iterator
from itertools import combinations

from screening.export.xlsform_answers import Answered
from screening.export.xlsform_expressions import all_of, any_of, called, negated, text
from screening.export.xlsform_rows import Row, Spoken, bold
from screening.language.messages import Text, gettext
from screening.sets.answers import DECLINED
from screening.sets.items import Item, ItemOption
from screening.show.answers import answer_names, value_name

_TOGETHER = gettext(
    "These answers exclude one another. Take one away: the one that stands alone, or one of those about the rest."
)


def question_row(item: Item, answered: Answered, spoken: Spoken) -> Row:
    """The row of an item, which is called by its id: that is what `score` reads.

    Args:
        item: with answers to choose from.
        answered: what is known of gates.
        spoken: the language.
    """
    alone = _is_read_by_the_person(item, spoken)
    return Row(
        type="select_multiple" if item.several else "select_one",
        name=called(item.id),
        choices=tuple(_choices(item, answered, spoken, alone=alone)),
        label=_label(item, spoken, alone=alone),
        hint=spoken.say(item.listen) if item.listen else "",
        guidance=spoken.say(item.why) if item.why else "",
        relevant=answered.relevant(item.id),
        constraint=_constraint(item, answered) if item.several else "",
        constraint_message=spoken.say(_TOGETHER) if item.several else "",
    )


def _is_read_by_the_person(item: Item, spoken: Spoken) -> bool:
    return spoken.indicator_set.about.audience == "person" and item.ask_self is not None


def _label(item: Item, spoken: Spoken, *, alone: bool) -> str:
    ask = (item.ask_self if alone else item.ask) if item.is_asked else None
    then = item.ask_next_self if alone else item.ask_next
    mark: Text = item.record
    if item.several:
        mark = gettext("Mark: {statement} (one or more)", statement=item.record)
    elif ask is not None:
        mark = gettext("Mark: {statement}", statement=item.record)
    paragraphs = (
        spoken.say(item.say_first) if item.say_first else "",
        bold(spoken.say(ask)) if ask else "",
        spoken.say(then if alone else gettext("Ask next: {question}", question=then)) if then and ask else "",
        "" if alone and ask else spoken.say(mark),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _choices(item: Item, answered: Answered, spoken: Spoken, *, alone: bool) -> Iterator[tuple[str, str]]:
    for option in item.options:
        yield option.id, spoken.say(_option_label(item, option, alone=alone))
    labels: dict[str, Text] = {
        item.undecided: item.undecided_label or value_name(item.id, item.undecided),
        DECLINED: (alone and item.declined_label_self) or item.declined_label or value_name(item.id, DECLINED),
    }
    for rest in answered.rests(item.id):
        said = [labels[rest]] if rest in labels else []
        if item.several:
            # Beside ticks, it says how what was not ticked stands.
            said.append(answer_names(("x", rest), labels)[-1])
        yield rest, " / ".join(spoken.say(each) for each in said)


def _option_label(item: Item, option: ItemOption, *, alone: bool) -> Text:
    own = option.label_self if alone else None
    return own or option.label or value_name(item.id, option.id)


def _constraint(item: Item, answered: Answered) -> str:
    """No answer beside one that stands alone, and no two about the rest."""
    alone = any_of(_is_ticked(option.id) for option in item.options if option.alone)
    together = [(alone, "count-selected(.) > 1"), *combinations(map(_is_ticked, answered.rests(item.id)), 2)]
    return all_of(negated(all_of(both)) for both in together)


def _is_ticked(option: str) -> str:
    return f"selected(., {text(option)})"
