"""A set's texts and the program's on paper, in one language or in two that stand side by side."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from screening.language.catalog import Catalog, untranslated
from screening.language.messages import Message, Text, gettext
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts


class Side(Struct, frozen=True):
    """One of the languages.

    Attributes:
        indicator_set: the set, in this language as far as it is translated.
        catalog: what the program says, likewise.
    """

    indicator_set: IndicatorSet
    catalog: Catalog

    @property
    def language(self) -> str:
        """Its tag."""
        wording = self.indicator_set.wording
        return wording.language if wording is not None else self.indicator_set.about.language


class Words(Struct, frozen=True):
    """A text on one side.

    Attributes:
        text: what is said.
        language: the tag of the language in which it is: the side's, or the one in which it was written.
        unreviewed: whether no native speaker has reviewed it.
    """

    text: str
    language: str
    unreviewed: bool = False


# A text on each side, in the order of the sides.
Sides = tuple[Words, ...]


def once(sides: Sides) -> Sides:
    """A text on every side where they differ; else on the first.

    Args:
        sides: the text.
    """
    return sides[:1] if len(set(sides)) == 1 else sides


class SideBySide:
    """Looks a text up on every side."""

    def __init__(self, *sides: Side) -> None:
        """Args: sides: the languages, from the left."""
        self._sides = sides
        self._texts = tuple(texts(side.indicator_set) for side in sides)

    def of_set(self, name: str) -> Sides:
        """A text of the set, by its id."""
        return tuple(self._of_set(side, told, name) for side, told in zip(self._sides, self._texts, strict=True))

    def say(self, message: Message) -> Sides:
        """What the program says."""
        return tuple(self._said(side, message) for side in self._sides)

    def as_it_is(self, text: str) -> Sides:
        """What is the same in every language, such as an id."""
        return tuple(Words(text, side.language) for side in self._sides)

    def text(self, text: Text) -> Sides:
        """What is a message, or has its language already."""
        return self.say(text) if isinstance(text, Message) else self.as_it_is(text)

    def around(self, message: Callable[[str], Message], told: Sides) -> Sides:
        """What the program says around a text that has its language already.

        Args:
            message: the message, made from the text.
            told: the text.
        """
        return tuple(
            replace(words, text=side.catalog.render(message(words.text)))
            for side, words in zip(self._sides, told, strict=True)
        )

    @staticmethod
    def joined(*parts: Sides) -> Sides:
        """Texts one after the other. They are in one language on each side, or marked as what is not translated yet."""
        return tuple(
            Words(
                " ".join(words.text for words in each),
                next((words.language for words in reversed(each)), ""),
                any(words.unreviewed for words in each),
            )
            for each in zip(*parts, strict=True)
        )

    def _of_set(self, side: Side, told: Mapping[str, str], name: str) -> Words:
        wording = side.indicator_set.wording
        if wording is None:
            return Words(told[name], side.language)
        if name in wording.as_written:
            return Words(told[name], wording.written.about.language)
        return Words(told[name], side.language, name in wording.unreviewed)

    def _said(self, side: Side, message: Message) -> Words:
        said = side.catalog.render(message)
        english = "en" if said == untranslated(message) else None
        if english is not None and side.language.partition("-")[0] != english:
            return Words(said, english)
        return Words(said, side.language, side.catalog.unreviewed and english is None)


def marks(said: Iterable[Words], language: str) -> str:
    """What stands beside texts on a side: `~` where something is not reviewed, and a code where it is not translated.

    Args:
        said: the texts.
        language: the tag of the side's language.
    """
    said = list(said)
    unreviewed = ["~"] if any(each.unreviewed for each in said) else []
    others = dict.fromkeys(f"({each.language})" for each in said if each.language != language)
    return " ".join([*unreviewed, *others])


def legend(shown: Iterable[Sides], languages: tuple[str, ...], words: SideBySide) -> Iterator[Sides]:
    """What the marks mean that are on a sheet.

    Args:
        shown: all that is on it.
        languages: the tags of the sides.
        words: looks up what is said of them.
    """
    said = [(languages[side], each) for sides in shown for side, each in enumerate(sides)]
    if any(each.unreviewed for _, each in said):
        yield words.say(gettext("~: no native speaker has reviewed these words. Say so if they are wrong."))
    for language in dict.fromkeys(each.language for own, each in said if each.language != own):
        # Translators: {language} is the code of a language, such as en.
        yield words.say(gettext("({language}): these words are not translated yet.", language=language))
