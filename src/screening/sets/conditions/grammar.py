"""The grammar of conditions as one table, from which they are read, written and described (pure).

A form is one way to write a leaf: a mapping with the form's own key and those beside it. A new kind of leaf is a type
in `types`, a form here, and its meaning wherever the type checker then finds none.
"""

from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Final, Generic, TypeVar, assert_never, get_args

from msgspec import Struct

from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions import mistakes
from screening.sets.conditions.mistakes import Wrong
from screening.sets.conditions.types import (
    All,
    AnswerIs,
    AnyLeaf,
    AnyOf,
    Counts,
    FlagRaised,
    GateLeaf,
    LevelLeaf,
    LevelReached,
    PathwayLeaf,
    ReachableLevel,
    Supported,
)

Made_co = TypeVar("Made_co", covariant=True)

# --- what a key takes ------------------------------------------------------------------------------------------------


class Takes(Struct, frozen=True):
    """What stands under a key.

    Attributes:
        wrong: why a value cannot stand under a key; None where it can.
        schema: the same as JSON Schema.
    """

    wrong: Callable[[str, Any], Wrong | None]
    schema: Mapping[str, Any]


def _is_name(value: Any) -> bool:
    return isinstance(value, str) and value != ""


def _names(otherwise: Callable[[str, Any], Wrong]) -> Takes:
    def wrong(key: str, value: Any) -> Wrong | None:
        return None if isinstance(value, list) and value and all(map(_is_name, value)) else otherwise(key, value)

    return Takes(wrong, {"type": "array", "items": NAME.schema, "minItems": 1})


def _word(otherwise: Callable[[str], Wrong | None], schema: Mapping[str, Any]) -> Takes:
    """A name of which more is known."""
    return Takes(lambda key, value: otherwise(value) if _is_name(value) else mistakes.takes_a_name(key, value), schema)


def _number(fits: Callable[[Any], bool], otherwise: Callable[[str], Wrong], schema: Mapping[str, Any]) -> Takes:
    def wrong(key: str, value: Any) -> Wrong | None:
        return None if not isinstance(value, bool) and fits(value) else otherwise(key)

    return Takes(wrong, schema)


NAME = Takes(
    lambda key, value: None if _is_name(value) else mistakes.takes_a_name(key, value),
    {"type": "string", "minLength": 1},
)
# What no name has, and the formulas of other tools have.
FORMULA: Final = "=<>()${} "
BARE_NAME: Final[Mapping[str, Any]] = {"type": "string", "pattern": f"^[^{FORMULA}]+$"}


def _is_answer(value: Any) -> bool:
    return _is_name(value) or (isinstance(value, int) and not isinstance(value, bool))


def _answers() -> Takes:
    """Answers; a rating may be written as the number that it is."""
    schema = {"anyOf": [NAME.schema, {"type": "integer"}]}
    return Takes(
        lambda key, value: (
            None
            if isinstance(value, list) and value and all(map(_is_answer, value))
            else mistakes.takes_answers(key, value)
        ),
        {"type": "array", "items": schema, "minItems": 1},
    )


_ANSWERS = _answers()
_COUNTABLES = _names(mistakes.takes_names)
_LEVELS = get_args(ReachableLevel)
_REACHABLE = _word(
    lambda word: None if word in _LEVELS else mistakes.not_a_level(word, _LEVELS), {"enum": list(_LEVELS)}
)
_CIRCUMSTANCE = _word(
    lambda word: None if word in CIRCUMSTANCES else mistakes.not_a_circumstance(word, CIRCUMSTANCES),
    {"enum": list(CIRCUMSTANCES)},
)
# Questions and circumstances share one namespace, and each of the two has a word of its own.
_QUESTION = _word(
    lambda word: mistakes.a_circumstance(word) if word in CIRCUMSTANCES else None,
    {**NAME.schema, "not": {"enum": list(CIRCUMSTANCES)}},
)
_WHOLE = _number(
    lambda value: isinstance(value, int) and value >= 1, mistakes.takes_a_count, {"type": "integer", "minimum": 1}
)
_SCORE = _number(
    lambda value: isinstance(value, int | float) and value >= 0 and isfinite(value),
    mistakes.takes_a_score,
    {"type": "number", "minimum": 0},
)

# --- the forms -------------------------------------------------------------------------------------------------------


class FormKey(Struct, frozen=True):
    """A key of a form.

    Attributes:
        attribute: what it is called in the leaf.
        takes: what stands under it.
        needed: whether it may not be left out.
    """

    attribute: str
    takes: Takes
    needed: bool = True


class Form(Struct, Generic[Made_co], frozen=True):
    """One way to write a leaf.

    Attributes:
        word: the key that says which form it is.
        makes: the leaf's type.
        keys: all its keys, that of its word first.
        counted: at least one of the keys that are not needed has to stand there.
    """

    word: str
    makes: type[Made_co]
    keys: Mapping[str, FormKey]
    counted: bool = False


QUESTION = Form("question", AnswerIs, {"question": FormKey("item", _QUESTION), "is": FormKey("listed", _ANSWERS)})
CIRCUMSTANCE = Form(
    "circumstance", AnswerIs, {"circumstance": FormKey("item", _CIRCUMSTANCE), "is": FormKey("listed", _ANSWERS)}
)
FLAG = Form("flag", FlagRaised, {"flag": FormKey("flag", NAME)})
ELEMENT = Form("element", Supported, {"element": FormKey("name", NAME)})
# A bare name is short for an element or a dimension.
BARE = ELEMENT
DIMENSION = Form("dimension", Supported, {"dimension": FormKey("name", NAME)})
LEVEL = Form("level", LevelReached, {"level": FormKey("level", _REACHABLE)})
IN = Form(
    "in",
    Counts,
    {
        "in": FormKey("names", _COUNTABLES),
        "strong": FormKey("strong", _WHOLE, needed=False),
        "medium_or_strong": FormKey("medium_or_strong", _WHOLE, needed=False),
        "total": FormKey("total", _WHOLE, needed=False),
        "score": FormKey("score", _SCORE, needed=False),
    },
    counted=True,
)
COUNTS: Final = tuple(key for key, each in IN.keys.items() if not each.needed)


def form_of(leaf: AnyLeaf) -> Form[AnyLeaf]:
    """The form in which a leaf is written."""
    match leaf:
        case AnswerIs(item):
            return CIRCUMSTANCE if item in CIRCUMSTANCES else QUESTION
        case FlagRaised():
            return FLAG
        case Supported():
            return BARE
        case LevelReached():
            return LEVEL
        case Counts():
            return IN
        case _:
            assert_never(leaf)


# --- the junctions ---------------------------------------------------------------------------------------------------

JUNCTIONS: Final[Mapping[str, type[All[Any]] | type[AnyOf[Any]]]] = {"all": All, "any": AnyOf}
_WORD_OF = {type_: word for word, type_ in JUNCTIONS.items()}


def junction_of(tree: All[Any] | AnyOf[Any]) -> str:
    """The word with which conditions are joined."""
    return _WORD_OF[type(tree)]


# --- the uses --------------------------------------------------------------------------------------------------------


class Use(Struct, Generic[Made_co], frozen=True):
    """Which forms may stand where a condition is used for something.

    Attributes:
        forms: the forms.
        elsewhere: what is said of the words of the other forms.
    """

    forms: tuple[Form[Made_co], ...]
    elsewhere: Mapping[str, Wrong] = {}

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a condition may begin with."""
        return (*JUNCTIONS, *(form.word for form in self.forms))


def _all_said(wrong: Wrong, *forms: Form[AnyLeaf]) -> Mapping[str, Wrong]:
    return {form.word: wrong for form in forms}


GATES: Final[Use[GateLeaf]] = Use(
    (QUESTION, CIRCUMSTANCE, FLAG), _all_said(mistakes.NOT_IN_A_GATE, ELEMENT, DIMENSION, LEVEL, IN)
)
LEVELS: Final[Use[LevelLeaf]] = Use(
    (ELEMENT, DIMENSION, IN), _all_said(mistakes.NOT_IN_A_LEVEL, QUESTION, CIRCUMSTANCE, FLAG, LEVEL)
)
PATHWAYS: Final[Use[PathwayLeaf]] = Use((QUESTION, CIRCUMSTANCE, FLAG, ELEMENT, DIMENSION, LEVEL, IN))
