"""What is said of the words of a set in another language: who has reviewed them, and what is not translated (pure)."""

from collections.abc import Iterable, Iterator

from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.catalog import Catalog
from screening.language.messages import Listing, Text, gettext
from screening.sets.model import Wording
from screening.show.languages import written_name
from screening.show.lines import Line
from screening.show.translation_marks import with_marks

UNREVIEWED = gettext(
    "~ beside a heading: no native speaker has reviewed these words. Show them rather than read them out, and prefer "
    "an interpreter."
)


def marked(heading: Text, interview: Interview, step: Step, wordings: Iterable[Wording | None]) -> Text:
    """The heading of a step with a mark where words on its screen are not reviewed, or not translated.

    Args:
        heading: the heading.
        interview: the interview.
        step: what stands on the screen.
        wordings: of the set in each language that stands there, if it is not the one in which it was written.
    """
    others = [wording for wording in wordings if wording is not None]
    if not others:
        return heading
    names = _names(interview, step)
    # With the point at its end, a name is not taken for another that only begins like it.
    unreviewed = any(f"{name}.".startswith(names) for wording in others for name in wording.unreviewed)
    written = any(f"{name}.".startswith(names) for wording in others for name in wording.as_written)
    language = interview.set.written.about.language
    return with_marks(heading, unreviewed=unreviewed, written=language if written else None)


def _names(interview: Interview, step: Step) -> tuple[str, ...]:
    """How the ids of the texts on a screen begin."""
    if step.kind == "item":
        item = interview.item(step)
        return (f"question.{item.id}.", f"option.{item.id}.") if item.counts else (f"circumstance.{item.id}.",)
    return {"card": ("set.card.",), "agreement": ("set.agreement.",), "flag": (f"flag.{step.id}.",)}.get(step.kind, ())


def about_the_wording(wording: Wording | None, beside: str | None, catalog: Catalog) -> Iterator[Line]:
    """What the screener is told once, before the first question.

    Args:
        wording: of the set that is asked; None where it is as it was written.
        beside: the tag of the language of the person, whose words were not read yet; None where it is not known.
        catalog: what the program says.
    """
    languages = (*((wording.language,) if wording is not None else ()), *((beside,) if beside is not None else ()))
    if languages:
        named = Listing(tuple(map(written_name, languages)), "comma")
        told = gettext("Language of the questions: {language}", language=named)
        yield Line("item", told)
    if catalog.unreviewed or beside is not None or (wording is not None and wording.unreviewed):
        yield Line("item", UNREVIEWED)
    if wording is not None and wording.as_written:
        language = wording.written.about.language
        told = gettext("({language}) beside a heading: not all of it is translated.", language=language)
        yield Line("item", told)
