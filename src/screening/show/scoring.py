"""Many records of one set, one after another: what `score` prints of each, for the command and for other programs."""

from collections.abc import Callable, Iterable, Iterator

from screening.engine.assess import Assessor
from screening.engine.patterns import Patterns
from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import Text, gettext
from screening.reading.arriving import Arrived, Misread, Written, json_records
from screening.reading.problem import sentences, shortened
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.streams import numbered
from screening.result.htcds import case_fields
from screening.sets.model import IndicatorSet
from screening.show.htcds import CaseShown
from screening.show.scores import ScoreShown, error_line

# In how many lines a word that was meant is looked for, which takes much longer than to assess one.
MOST_GUESSES = 1_000


class Scoring:
    """Assesses records of one set, one at a time.

    Attributes:
        errors: how many were none.
        patterns: what was remembered of those before.
    """

    def __init__(self, indicator_set: IndicatorSet, language: Catalog) -> None:
        """Prepare the set.

        Args:
            indicator_set: the set that the records were made with.
            language: that of what is wrong with one.
        """
        self.errors = 0
        self._set = indicator_set
        self._language = language
        self._shown = ScoreShown(indicator_set)
        self.patterns = Patterns(indicator_set, RecordReader(indicator_set), self._shown)
        self._guesses = MOST_GUESSES

    def lines(self, records: Iterable[Arrived]) -> Iterator[bytes]:
        """What comes of each record, or why nothing does, as JSON: a line each, in order.

        Of many records the assessment alone is wanted: what `result.evaluate` begins with, without explanation and
        advice.
        """
        assess, line = self.patterns.assess, self._shown.line
        return self._each(records, lambda record: line(record.id, assess(record.answers, record.circumstances)))

    def cases(self, records: Iterable[Arrived]) -> Iterator[bytes]:
        """The same in the words of a standard for cases, as far as it has words for it."""
        assess, read = Assessor(self._set).assess, RecordReader(self._set).record
        line = CaseShown(self._set).line

        def told(record: Written) -> bytes:
            answers = read(record.answers, record.circumstances).answers
            return line(record.id, case_fields(self._set, assess(answers), answers))

        return self._each(records, told)

    def _each(self, records: Iterable[Arrived], told: Callable[[Written], bytes]) -> Iterator[bytes]:
        for record in records:
            if isinstance(record, Misread):
                yield self._error(record.id, record.line, record.message)
                continue
            try:
                line = told(record)
            except Misrecorded as error:
                self._guesses -= 1
                yield self._error(record.id, record.line, _told(error, guess=self._guesses >= 0))
            else:
                yield line

    def _error(self, id_: str | int | None, line: int, told: Text) -> bytes:
        self.errors += 1
        return error_line(id_, line, shortened(self._language.render(told)))


def score_lines(indicator_set: IndicatorSet, lines: Iterable[str | bytes]) -> Iterator[str]:
    """What `screening score` prints of records, one after another: a line for each, in the same order.

    What was seen in a record makes the next ones faster, so give many to one call. It reads one record at a time, holds
    none, and writes nothing anywhere.

    Args:
        indicator_set: the set that the records were made with.
        lines: a record each, as JSON; blank ones are none.

    Returns:
        A line for each record, as JSON, without a new line at its end. One that cannot be read becomes an error in its
        place, whose `line` counts what was given to this call, from 1.
    """
    scoring = Scoring(indicator_set, ENGLISH)
    for line in scoring.lines(json_records(numbered(lines), indicator_set)):
        yield line[:-1].decode()


def _told(error: Misrecorded, *, guess: bool) -> Text:
    """What is wrong with a record, without what stands in it; with a guess at what was meant, which takes long."""
    return sentences(error.message, error.hint) if guess else gettext("{problem}.", problem=error.message)
