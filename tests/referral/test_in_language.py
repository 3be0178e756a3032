"""A directory in another language has other texts, and is the same directory in everything else."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import to_builtins
from msgspec.structs import replace

from screening.reading.directories import OwnFile, read_directory, read_services
from screening.reading.places import places
from screening.reading.set_catalog import data_folder
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.directory_texts import directory_texts
from screening.referral.emergency import with_emergency
from screening.referral.in_language import (
    as_written,
    english_first,
    in_language,
    with_wording_of,
    with_wording_of_anywhere,
    worded,
    wording_of,
)
from screening.referral.matching import NeedServices, match_services
from screening.referral.names import ENGLISH, first_name, known_names
from screening.referral.own_services import OwnServices, with_own
from screening.sets.answers import Answers
from screening.sets.needs import Need
from screening.sets.translation import Translation
from tests.reading.test_places import OWN
from tests.support.services import TODAY

LANGUAGE = "xx"
WRITTEN = {
    place: read_directory(data_folder("referrals") / f"{place}.yaml").directory for place in (*places(), ANYWHERE)
}
every_place = pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)


def translation(
    told: dict[str, str], unreviewed: frozenset[str] = frozenset(), english: tuple[str, ...] = ()
) -> Translation:
    return Translation(LANGUAGE, told, unreviewed, english)


def all_other(written: Directory | OwnServices) -> dict[str, str]:
    """Each text by its id as another one, which says its id."""
    return {name: f"<{name}>" for name in directory_texts(written, LANGUAGE)}


def plain(services: Directory | OwnServices) -> Any:
    """What stands in it, as plain data."""
    return to_builtins(services, enc_hook=str)


def differences(before: Any, after: Any) -> Iterator[tuple[Any, Any]]:
    """What stands in one place of two structures, and is not the same."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys((*before, *after)):
            yield from differences(before.get(key), after.get(key))
    elif isinstance(before, list | tuple) and isinstance(after, list | tuple):
        assert len(before) == len(after)
        for each, other in zip(before, after, strict=True):
            yield from differences(each, other)
    elif before != after:
        yield before, after


@every_place
def test_every_text_is_replaced_by_its_own_and_nothing_else(written: Directory) -> None:
    told, english = all_other(written), directory_texts(written, LANGUAGE)

    found = list(differences(plain(written), plain(worded(written, translation(told)))))

    added = [after for before, after in found if before is None]
    replaced = {after: before for before, after in found if before is not None}
    names = [text for name, text in told.items() if name.endswith((".name", ".everyday")) and "district." not in name]
    assert sorted(added) == sorted(names)
    assert replaced == {text: english[name] for name, text in told.items() if text not in names}


@every_place
def test_names_that_were_there_stay_and_the_reader_reads_the_one_in_their_language(written: Directory) -> None:
    other = in_language(written, translation(all_other(written)))

    for before, after in zip(written.services, other.services, strict=True):
        assert first_name(after.names) == f"<service.{before.id}.name>"
        assert known_names(after.names) == tuple(before.names.values())
        assert {code: after.everyday[code] for code in before.everyday} == before.everyday
    assert (other.name, first_name(other.emergency.names)) == ("<place.name>", "<emergency.name>")


@every_place
def test_a_name_that_the_directory_has_comes_first_for_whoever_reads_it(written: Directory) -> None:
    other = in_language(written, Translation("zh-HK", {}, frozenset(), ()))

    assert [dict(each.names) for each in other.services] == [dict(each.names) for each in written.services]
    for service in other.services:
        assert first_name(service.names) == service.names.get("zh-Hant", service.names[ENGLISH])
    assert other.name == written.names["zh-Hant"]


def test_a_name_that_differs_in_a_comma_takes_no_room() -> None:
    written = WRITTEN["hk"]
    name = next(each for each in written.services if each.id == "iom-hong-kong").names[ENGLISH]

    other = in_language(written, translation({"service.iom-hong-kong.name": f"{name.upper()},"}))

    assert next(first_name(each.names) for each in other.services if each.id == "iom-hong-kong") == name


@every_place
def test_in_english_the_english_name_comes_first(written: Directory) -> None:
    names = [written.names, written.emergency.names, *(each.names for each in written.services)]
    assert all(next(iter(each)) == ENGLISH for each in names)
    assert english_first(written) == written == worded(written, translation({}))


@given(st.sampled_from(list(WRITTEN)), st.data())
def test_whichever_texts_are_told_the_others_stay(place: str, data: st.DataObject) -> None:
    written = WRITTEN[place]
    names = data.draw(st.sets(st.sampled_from(sorted(directory_texts(written, LANGUAGE)))))

    other = worded(written, translation({name: f"<{name}>" for name in names}))

    changed = {after for _, after in differences(plain(written), plain(other))}
    assert changed == {f"<{name}>" for name in names}


PEOPLE: list[Answers] = [
    {},
    {"gender": "woman", "age": "child", "abroad": "no", "police": "no", "identity_card": "no", "languages": ("id",)},
    {"gender": "man", "age": "adult", "abroad": "yes", "police": "yes", "may_stay": "no"},
    {"gender": "woman", "age": "adult", "abroad": "no", "with_children": "yes", "district": "kwun-tong"},
]


def told(by_need: tuple[NeedServices, ...]) -> Any:
    """Who is named, and why not; what a reason is about, and not in which words."""
    return [
        (
            each.need,
            [
                (match.service.id, _kinds(match.ask_first), match.contacts_now[0].contact.number)
                for match in each.matches
            ],
            [(left_out.service.id, _kinds(left_out.reasons)) for left_out in each.left_out],
            len(each.generally),
        )
        for each in by_need
    ]


def _kinds(reasons: Any) -> list[Any]:
    return [(reason.kind, reason.certain, reason.recorded, len(reason.wanted)) for reason in reasons]


@every_place
def test_whoever_is_named_is_named_in_every_language(written: Directory) -> None:
    other = in_language(written, translation(all_other(written)))
    needs: list[Need] = list(get_args(Need))

    for person in PEOPLE:
        before, after = (match_services(needs, person, with_emergency(each), TODAY, "yes") for each in (written, other))
        assert told(after) == told(before)


def own() -> OwnServices:
    file = read_services(OWN)
    assert isinstance(file, OwnFile)
    return file.own


def test_an_agencys_own_services_are_put_into_the_language_too_and_so_are_only_their_texts() -> None:
    texts = all_other(own())

    found = [after for _, after in differences(plain(own()), plain(worded(own(), translation(texts))))]

    assert sorted(found) == sorted(texts.values())


def test_what_is_not_reviewed_and_what_stays_as_it_was_is_known_by_its_id() -> None:
    written = WRITTEN["hk"]
    other = in_language(written, translation({"place.name": "X"}, frozenset({"place.name"}), ("emergency.note",)))

    wording = wording_of(other)

    assert wording is not None
    assert wording.language == LANGUAGE
    assert (set(wording.unreviewed), set(wording.as_written)) == ({"place.name"}, {"emergency.note"})
    assert as_written(other) is as_written(written) is written
    assert wording_of(written) is None


def test_of_a_service_that_an_agency_writes_anew_only_its_own_words_count() -> None:
    mine = replace(own(), services=(replace(WRITTEN["hk"].services[0], names={ENGLISH: "Ours"}),), calls=())
    name = mine.services[0].id
    old = in_language(
        WRITTEN["hk"], translation({}, frozenset({f"service.{name}.about", "place.name"}), (f"service.{name}.notes.0",))
    )
    told_of_mine = translation({}, frozenset({f"service.{name}.name"}), (f"service.{name}.about",))

    wording = wording_of(with_wording_of(with_own(old, mine), told_of_mine, [name]))

    assert wording is not None
    assert wording.unreviewed == {f"service.{name}.name", "place.name"}
    assert wording.as_written == {f"service.{name}.about"}


def test_what_can_be_done_anywhere_brings_its_own_words() -> None:
    place, anywhere = (
        in_language(WRITTEN[name], translation({}, frozenset({f"{base}.0.do.0" for base in ("anywhere", "service.x")})))
        for name in ("hk", ANYWHERE)
    )
    bare = in_language(WRITTEN["hk"], translation({}))

    wording = wording_of(with_wording_of_anywhere(bare, anywhere))

    assert wording is not None
    assert wording.unreviewed == {"anywhere.0.do.0"}
    assert with_wording_of_anywhere(WRITTEN["hk"], anywhere) is WRITTEN["hk"]
    assert wording_of(place) is not None
