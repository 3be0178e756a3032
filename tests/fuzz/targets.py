"""What is fuzzed, and how often: seldom what takes long, so that many inputs fit into the time."""

from collections.abc import Callable, Mapping
from random import Random

from msgspec import Struct

from tests.fuzz import changed_files, command_lines, feeding, typed
from tests.fuzz.feeding import Feed
from tests.fuzz.given import Given
from tests.fuzz.workplace import Workplace


class Target(Struct, frozen=True):
    """Something that takes files or texts from somebody.

    Attributes:
        make: makes an input, of what a random source says and nothing else.
        feed: hands it over.
        weight: how many of a thousand inputs it gets.
    """

    make: Callable[[Random, Workplace], Given]
    feed: Feed
    weight: int


TARGETS: Mapping[str, Target] = {
    "set": Target(lambda choose, _: changed_files.small_set(choose), feeding.feed_set, 200),
    "real-set": Target(lambda choose, _: changed_files.real_set(choose), feeding.feed_set, 10),
    "directory": Target(lambda choose, _: changed_files.directory(choose), feeding.feed_services, 120),
    "own-services": Target(lambda choose, _: changed_files.own_services(choose), feeding.feed_services, 60),
    "glossary": Target(lambda choose, _: changed_files.glossary(choose), feeding.feed_glossary, 70),
    "translations": Target(lambda choose, _: changed_files.translations(choose), feeding.feed_checked, 70),
    "comments": Target(lambda choose, _: changed_files.comments(choose), feeding.feed_checked, 60),
    "record": Target(lambda choose, place: typed.record(choose, place.small_sets), feeding.feed_record, 90),
    "score": Target(lambda choose, place: typed.lines_to_score(choose, place.small_sets), feeding.feed_score, 90),
    "code": Target(lambda choose, place: typed.answer_code(choose, place.codes), feeding.feed_code, 100),
    "resume": Target(lambda choose, place: typed.resuming(choose, place.codes), feeding.feed_resume, 40),
    "command": Target(lambda choose, _: command_lines.command_line(choose), feeding.feed_command, 90),
}


def make(target: str, seed: int, number: int, workplace: Workplace) -> Given:
    """One input again, from its target, seed and number."""
    # A text is hashed whole, and the same in every process.
    return TARGETS[target].make(Random(f"{target} {seed} {number}"), workplace)


def shares(inputs: int, targets: Mapping[str, Target]) -> dict[str, int]:
    """How many inputs each of these gets, at least one."""
    weights = sum(target.weight for target in targets.values())
    return {name: max(1, round(inputs * target.weight / weights)) for name, target in targets.items()}
