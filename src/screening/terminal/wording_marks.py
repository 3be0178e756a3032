"""What is said of the words of a set in another language: who has reviewed them, and what is not translated (pure)."""

from collections.abc import Iterator

from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.messages import Text, gettext
from screening.sets.model import Wording
from screening.show.lines import Line


def marked(heading: Text, interview: Interview, step: Step) -> Text:
    """The heading of a step with a mark where words on its screen are not reviewed, or not translated.

    Args:
        heading: the heading.
        interview: the interview, whose set may be in another language.
        step: what stands on the screen.
    """
    wording = interview.set.wording
    if wording is None:
        return heading
    names = _names(interview, step)
    unreviewed = any(name.startswith(names) for name in wording.unreviewed)
    language = wording.written.about.language
    if not any(name.startswith(names) for name in wording.as_written):
        # Translators: the sign marks words that no native speaker has reviewed.
        return gettext("{heading} ~", heading=heading) if unreviewed else heading
    if unreviewed:
        # Translators: {language} is the code of the language in which some words still are.
        return gettext("{heading} ~ ({language})", heading=heading, language=language)
    # Translators: {language} is the code of the language in which the words still are.
    return gettext("{heading} ({language})", heading=heading, language=language)


def _names(interview: Interview, step: Step) -> tuple[str, ...]:
    """How the ids of the texts on a screen begin."""
    if step.kind == "item":
        item = interview.item(step)
        return (f"question.{item.id}.", f"option.{item.id}.") if item.counts else (f"circumstance.{item.id}.",)
    return {"card": ("set.card.",), "agreement": ("set.agreement",), "flag": (f"flag.{step.id}.",)}.get(step.kind, ())


def about_the_wording(wording: Wording) -> Iterator[Line]:
    """What the screener is told once, before the first question.

    Args:
        wording: of the set that is asked.
    """
    yield Line("item", gettext("Language of the questions: {language}", language=wording.language))
    if wording.unreviewed:
        yield Line(
            "item",
            gettext(
                "~ beside a heading: no native speaker has reviewed these words. Show them rather than read them out, "
                "and prefer an interpreter."
            ),
        )
    if wording.as_written:
        language = wording.written.about.language
        told = gettext("({language}) beside a heading: not all of it is translated.", language=language)
        yield Line("item", told)
