"""In which language a card is: that of its names, or any in which the program has something to say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Message, gettext
from screening.language.tags import is_one_in_writing, read_by, standard
from screening.referral.matching import NeedServices
from screening.sets.answers import Answers, ticks_of
from screening.show.card import card_languages
from screening.show.lines import Line


class CardNames(Struct, frozen=True):
    """Names of services in a language.

    Attributes:
        by_service: by the ids of the services.
        unreviewed: there are some among them that no native speaker has reviewed.
    """

    by_service: Mapping[str, str] = {}
    unreviewed: bool = False


NO_NAMES: Final = CardNames()


class CardLanguages(Struct, frozen=True):
    """What a card can say besides the names of its services.

    Attributes:
        tags: the languages in which the program has something to say, besides English.
        catalog: what it says in one of them; in English where it has none.
        names: everyday names of services in one of them, a translator's among them.
        chosen: the tag of the language in which the person reads along; None where nobody has chosen one.
    """

    tags: tuple[str, ...] = ()
    catalog: Callable[[str], Catalog] = lambda _: ENGLISH
    names: Callable[[str], CardNames] = lambda _: NO_NAMES
    chosen: str | None = None

    def everyday(self, tag: str | None) -> Mapping[str, str]:
        """Names for a card in a language; none where the names are in two, as the directory has them.

        Args:
            tag: the language of the card.
        """
        return self.names(tag).by_service if tag is not None else {}


ENGLISH_ALONE = CardLanguages()


def for_the_person(languages: CardLanguages, circumstances: Answers) -> str | None:
    """The language of the card for somebody whose languages are known; None where there is nothing in them.

    Args:
        languages: what there is.
        circumstances: circumstance id to value.
    """
    if languages.chosen is not None:
        return next((tag for tag in languages.tags if is_one_in_writing(tag, languages.chosen)), None)
    return read_by(ticks_of(circumstances.get("languages")), languages.tags) if languages.tags else None


def languages_of_card(
    languages: CardLanguages, by_need: Iterable[NeedServices], circumstances: Answers
) -> tuple[str, ...]:
    """The languages that a card can be in, each once: the person's, then those of the names, then all others.

    Args:
        languages: what there is.
        by_need: the services for each need.
        circumstances: circumstance id to value.
    """
    of_names = card_languages(by_need, circumstances)
    theirs = for_the_person(languages, circumstances)
    there = dict.fromkeys((*([theirs] if theirs is not None else []), *of_names, *languages.tags))
    # Two codes may be one language. The program's own tag is the one that it is found by.
    tags = {standard(tag): tag for tag in (*there, *languages.tags)}
    return tuple(dict.fromkeys(tags[standard(tag)] for tag in there))


def not_reviewed(languages: CardLanguages, tag: str | None) -> Message | None:
    """What is told beside a card in words that no native speaker has reviewed. On the card itself nothing says so.

    Args:
        languages: what there is.
        tag: the language of the card.
    """
    if tag is None or not (languages.catalog(tag).unreviewed or languages.names(tag).unreviewed):
        return None
    return gettext(
        "No native speaker has reviewed the words of this card. Show it to the person, and ask what they read there."
    )


def rendered(lines: Iterable[Line], catalog: Catalog) -> Iterator[Line]:
    """Lines in the words of a language, on a screen that is in another one.

    Args:
        lines: what to say.
        catalog: the language.
    """
    return (replace(line, text=catalog.render(line.text)) for line in lines)
