"""What a form asks: every question, circumstance and wish of a set, with all answers that it takes (pure)."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from screening.export.xlsform_answers import Answered
from screening.export.xlsform_expressions import all_of, any_of, called, negated, text
from screening.export.xlsform_rows import Row, Spoken, bold
from screening.language.messages import Message, Text, gettext
from screening.sets.answers import DECLINED, UNCLEAR
from screening.sets.items import Item, ItemOption
from screening.sets.model import IndicatorSet
from screening.show.answers import answer_names, value_name

# Some apps show why something is asked in the very line that says what to listen for.
_APART: Final = "\u2060\n\n"
_SEVERAL: Final = gettext("(one or more)")
_IN_OWN_WORDS: Final[Mapping[str, Message]] = {
    UNCLEAR: gettext("I am not sure"),
    DECLINED: gettext("I do not want to say"),
}
# Translators: read by the person who answers alone, below a list of which they marked some. Chosen to say that they
# thought about no more of it.
_LEFT_OUT: Final = gettext("I left out the rest")
_TOGETHER: Final = gettext(
    "These answers exclude one another. Take one away: the one that stands alone, or one of those about the rest."
)


def question_row(item: Item, answered: Answered, spoken: Spoken) -> Row:
    """The row of an item, which is called by its id: that is what `score` reads.

    Args:
        item: with answers to choose from.
        answered: what is known of gates.
        spoken: the language.
    """
    alone = is_read_by_the_person(item, spoken.indicator_set)
    hint = spoken.say(item.listen) if item.listen and not alone else ""
    why = spoken.say(item.why) if item.why and not alone else ""
    return Row(
        type="select_multiple" if item.several else "select_one",
        name=called(item.id),
        choices=tuple(_choices(item, answered, spoken, alone=alone)),
        label=_label(item, spoken, alone=alone),
        hint=hint,
        guidance=_APART + why if hint and why else why,
        relevant=answered.relevant(item.id),
        constraint=_constraint(item, answered) if item.several else "",
        constraint_message=spoken.say(_TOGETHER) if item.several else "",
    )


def is_read_by_the_person(item: Item, indicator_set: IndicatorSet) -> bool:
    """Whether whoever is screened reads it alone: their own words, and nothing that is meant for somebody else."""
    return indicator_set.about.audience == "person" and item.ask_self is not None


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
        *([spoken.say(_SEVERAL)] if alone and ask and item.several else []),
        "" if alone and ask else spoken.say(mark),
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _choices(item: Item, answered: Answered, spoken: Spoken, *, alone: bool) -> Iterator[tuple[str, str]]:
    for option in item.options:
        yield option.id, spoken.say(_option_label(item, option, alone=alone))
    labels = {rest: _undecided_label(item, rest, alone=alone) for rest in (item.undecided, DECLINED)}
    for rest in answered.rests(item.id):
        said: list[Text] = [labels[rest]] if rest in labels else []
        if alone:
            said = said or [_LEFT_OUT]
        elif item.several:
            # Beside ticks, it says how what was not ticked stands.
            said.append(answer_names(("x", rest), labels)[-1])
        yield rest, " / ".join(spoken.say(each) for each in said)


def _undecided_label(item: Item, rest: str, *, alone: bool) -> Text:
    worded = item.declined_label if rest == DECLINED else item.undecided_label
    if alone and rest == DECLINED and item.declined_label_self is not None:
        return item.declined_label_self
    if alone and worded is None and rest in _IN_OWN_WORDS:
        return _IN_OWN_WORDS[rest]
    return worded or value_name(item.id, rest)


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
