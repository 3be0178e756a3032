"""The rules on what is said to the person: what they hear, and what they let pass."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest

from screening.lint import (
    double_question,
    hard_to_read,
    identity_question,
    label_word,
    leading_question,
    negative_question,
    promise,
    vulnerability_not_used,
)
from screening.reading.set_catalog import data_folder, set_folders
from screening.reading.sets import read_set
from tests.lint.wise import read, wise
from tests.support.problems import said
from tests.support.thorough import one_in

HEARD: dict[Any, list[str]] = {
    identity_question: [
        "What is your name?",
        "Please tell me your full name.",
        "What is the name of your boss?",
        "Can I have your telephone number?",
        "Which number can I call you on?",
        "What is the number on your identity card?",
        "Give me your passport number, please.",
        "What is your home address?",
        "What is your date of birth?",
        "When were you born?",
        "How do you spell it?",
        "We are almost done. What is your birthday?",
    ],
    leading_question: [
        "You wanted to leave, didn't you?",
        "They have your passport, isn\u2019t it?",
        "You could not go, could you?",
        "They hit you, right?",
        "Surely you wanted to go home?",
        "Were you forced to work?",
        "Have you been trafficked?",
        "Did you feel threatened?",
        "Were you ever deceived?",
        "You must have been afraid. How was it?",
    ],
    negative_question: [
        "Don't you want to go home?",
        "Aren\u2019t you allowed to leave?",
        "Do you not have your papers?",
        "Have you never been paid?",
        "When you are ill, do you not see a doctor?",
        "Is there nobody whom you can call?",
        "Did they really not pay you?",
    ],
    double_question: [
        "Who has your passport? Where do you sleep?",
        "Was there any begging? Who keeps the money?",
        "Where do you sleep, and who pays for the room?",
        "Where is your passport, and who has it?",
        "What do you eat and where do you sleep?",
        "Do they hit you, or do they threaten you?",
        "Do you work at night and are you paid for that?",
        "Tell me where you sleep and who holds the key.",
        "How many hours do you work, and how often do you rest?",
        "Who pays the rent and who pays the food?",
        "Did they shout at you, or had the boss taken your papers?",
        "Do you sleep there, and do the guards stay all night?",
        "Has anybody hit you, or has your pay been kept?",
        "Do you eat there, and have you ever been hungry?",
    ],
    label_word: [
        "Are you a victim?",
        "Were you Trafficked here?",
        "Are you here illegally?",
        "Is prostitution a part of it?",
        "Is he your pimp?",
        "Do they treat you like a slave?",
    ],
    promise: [
        "Nobody will hold it against you. How was it?",
        "No one else will find out. What happened?",
        "It only brings help. What happened?",
        "I promise to help. What happened?",
        "We can guarantee that. Who was it?",
        "You will be safe now. Who was it?",
        "You won't be arrested for it. Where was it?",
        "You will not be sent home. Where was it?",
        "Nothing will happen to you. Who was it?",
        "You will get a visa. Who was it?",
        "It stays between us. Who was it?",
        "This is strictly confidential. Who was it?",
        "I will not tell the police. Who was it?",
    ],
    hard_to_read: [
        "Which particular circumstances influenced your individual decision concerning accommodation?",
        "What documentation did the recruitment organisation give you in anticipation of your employment?",
    ],
}
LET_PASS: dict[Any, list[str]] = {
    identity_question: [
        "Where is your passport or identity card now?",
        "Do you have an identity card of this place?",
        "Who has your telephone now?",
        "How old are you?",
        "Is there a safe way to reach you later?",
        "What was signed in your name?",
        "Where will you sleep tonight?",
    ],
    leading_question: [
        "What would happen if you said no?",
        "Do you need a doctor or medicine today?",
        "Who decides when you go out?",
        "Is there a date until which you may stay?",
        "When you want to go out, right after work, how does that go?",
    ],
    negative_question: [
        "What can you not do there?",
        "What happens when you do not go?",
        "Were there tasks that you did not feel free to refuse?",
        "Why did you not go home?",
        "They say you owe them nothing. How was it before?",
    ],
    double_question: [
        "What were you told before you came, and how was it then?",
        "Is there a marriage, or a plan for one? How did it come about?",
        "Tell me about your passport. Where is it now?",
        "When you want to go out, or to talk with a friend, how does that work?",
        "Where do you eat and sleep?",
        "Is there somebody who helps you and who knows where you are?",
        "If you want your passport or identity card today, how do you get it?",
        "Were there tasks that you did not feel free to refuse, and that could bring you trouble?",
        "What is a normal day and week like, from getting up to going to sleep?",
        "When you need something, such as food, a bed or papers, what do they say or do?",
        "Is anybody waiting for you now, or expecting your call?",
        "What happens when you are ill and when you are tired?",
        "Have you ever passed out from a blow, or had a bad wound?",
        "Do you clean the house, or do the cooking?",
        "Did you look after the children, or do the washing at night?",
        "Do you eat with them, and have a room of your own?",
        "Were you locked in, or had a guard at the door?",
    ],
    label_word: ["How did you come here?", "Is it legal?", "May you work here?"],
    promise: [
        "I will not hold it against you. How was it?",
        "What happens if nobody will pay?",
        "Is there a place where nobody will find out?",
        "I cannot promise anything. What would help?",
        "What did they promise you?",
        "Where would you be safe?",
        "The computer keeps nothing. May I begin?",
        "If the law makes me, I have to tell others. Is that all right?",
        "You will get a card with numbers. Is that safe?",
    ],
    hard_to_read: [
        "Do you need a doctor or medicine today?",
        "Which circumstances influenced accommodation?",
        "If you want your passport or identity card today, how do you get it?",
        "What is a normal day and week like, from getting up to going to sleep?",
    ],
}


def cases(texts: dict[Any, list[str]]) -> list[Any]:
    """Rule and text, each with a name."""
    return [
        pytest.param(rule, text, id=f"{rule.__name__.rpartition('.')[2]}: {text[:40]}")
        for rule, listed in texts.items()
        for text in listed
    ]


def findings(rule: Any, folder: Path, **words: str) -> list[str]:
    """What a rule says of the wise set whose first question has these words: the lines where it finds something."""
    data = wise()
    data["sections/main.yaml"]["questions"][0] |= words
    files, _ = read(folder, data)
    assert files.problems == ()
    return [said(finding.message) for finding in rule.check(files)]


# By default each text and each key comes up, but not each text under each key.
WHERE_HEARD = one_in(3, [*product(cases(HEARD), ["ask", "ask_self", "ask_next", "ask_next_self"])])


@pytest.mark.parametrize(
    ("rule", "text", "key"), [pytest.param(*case.values, key, id=f"{case.id} {key}") for case, key in WHERE_HEARD]
)
def test_what_is_wrong_is_heard_once(rule: Any, text: str, key: str, tmp_path: Path) -> None:
    assert len(findings(rule, tmp_path, **{key: text})) == 1


@pytest.mark.parametrize(("rule", "text"), cases(LET_PASS))
def test_what_is_right_passes(rule: Any, text: str, tmp_path: Path) -> None:
    assert findings(rule, tmp_path, ask=text) == []


@pytest.mark.parametrize("rule", [identity_question, leading_question, negative_question, promise, hard_to_read])
@pytest.mark.parametrize("folder", set_folders(data_folder("indicators")), ids=lambda folder: folder.name)
def test_nothing_is_heard_in_the_built_in_sets(rule: Any, folder: Path) -> None:
    assert [said(finding.message) for finding in rule.check(read_set(folder))] == []


@pytest.mark.parametrize(
    ("place", "text", "found"),
    [
        ("do", "Say that nobody will hold it against them.", 1),
        ("do", "Say that you will not hold it against them.", 0),
        ("do", "Say from where you will be safe to call.", 0),
        ("do_not", "Do not say that nobody will hold it against them.", 0),
        ("tonight", "Say that nobody else will know.", 1),
        ("never", "Never say: I promise.", 0),
    ],
)
def test_guidance_makes_no_promise_of_what_others_do(place: str, text: str, found: int, tmp_path: Path) -> None:
    for line, add in ((text, found), ({"child": text}, found), ({"adult": text, "child": text}, 2 * found)):
        data = wise()
        whole = {"tonight": "T", "never": "N", "priority": 1}
        data["set.yaml"]["flags"][0] |= {**whole, place: [line] if place.startswith("do") else line, "id": "going_back"}
        files, _ = read(tmp_path, data)

        assert files.problems == ()
        assert len(list(promise.check(files))) == add


def test_what_the_screener_reads_makes_none_either(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"] |= {"card": ["I promise help."], "not_now": ["We promise."], "closing_card": ["We guarantee it."]}
    data["sections/main.yaml"]["questions"][0] |= {"listen": "It only brings help.", "why": "That only helps."}
    files, _ = read(tmp_path, data)

    assert len(list(promise.check(files))) == 5


def test_words_of_the_person_have_no_label(tmp_path: Path) -> None:
    data = wise()
    data["sections/main.yaml"]["questions"][0] |= {"declined": "Victims first", "declined_self": "I am illegal"}
    data["sections/main.yaml"]["questions"][0]["options"][0]["label_self"] = "I am a slave"
    files, _ = read(tmp_path, data)

    assert [said(finding.message).rpartition(" ")[2] for finding in label_word.check(files)] == ["'illegal'", "'slave'"]
    data["set.yaml"]["audience"] = "person"
    files, _ = read(tmp_path, data)
    assert len(list(label_word.check(files))) == 3


def test_a_label_is_heard_before_a_question_and_in_the_agreement(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["agreement"] = "I speak with victims. May I begin?"
    data["sections/main.yaml"]["questions"][0]["say_first"] = "Now about prostitutes."
    files, _ = read(tmp_path, data)

    assert [said(finding.message).rpartition(" ")[2] for finding in label_word.check(files)] == [
        "'victims'",
        "'prostitutes'",
    ]


@pytest.mark.parametrize(("audience", "found"), [("officer", 0), ("caseworker", 0), ("person", 3)])
def test_what_the_person_reads_alone_has_no_label_anywhere(audience: str, found: int, tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"] |= {"audience": audience, "title": "On trafficking"}
    data["sections/main.yaml"] |= {"title": "Slavery"}
    data["sections/main.yaml"]["questions"][0]["options"][0]["label"] = "Illegal"
    files, _ = read(tmp_path, data)

    assert len(list(label_word.check(files))) == found


def test_what_is_not_asked_may_say_anything(tmp_path: Path) -> None:
    data = wise()
    data["sections/looks.yaml"]["questions"][0] |= {
        "ask": "Victim, didn't you tell me your name?",
        "record": "A victim",
    }
    files, _ = read(tmp_path, data)

    assert [finding for rule in HEARD for finding in rule.check(files)] == []


@pytest.mark.parametrize(
    ("states", "found"),
    [
        ("Somebody uses that there is no money", 0),
        ("Somebody took advantage of an illness", 0),
        ("Illness that others used", 0),
        ("Using love, somebody brought the person", 0),
        ("Has no money", 1),
        ("Was used to little", 1),
        ("Is useful to others", 1),
        ("Has the advantage of nothing", 1),
    ],
)
def test_a_vulnerability_counts_only_where_somebody_used_it(states: str, found: int, tmp_path: Path) -> None:
    data = wise()
    group = "abuse_of_vulnerability_there"
    data["set.yaml"]["dimensions"][group] = {"element": "means", "rule": "one", "title": "T"}
    data["indicators.yaml"][0] |= {"dimension": group, "states": states}
    files, _ = read(tmp_path, data)

    assert len(list(vulnerability_not_used.check(files))) == found


@pytest.mark.parametrize(
    ("brief", "found"),
    [
        ("Hunger was used", 0),
        ("Chosen as nobody knew her", 0),
        ("Picked for having no home", 0),
        ("Held by food and a bed", 0),
        ("Is poor", 1),
    ],
)
def test_in_short_too_a_vulnerability_is_one_that_somebody_used(brief: str, found: int, tmp_path: Path) -> None:
    data = wise()
    group = "abuse_of_vulnerability_there"
    data["set.yaml"]["dimensions"][group] = {"element": "means", "rule": "one", "title": "T"}
    data["indicators.yaml"][0] |= {"dimension": group, "states": "Somebody used it", "brief": brief[:24]}
    files, _ = read(tmp_path, data)

    assert len(list(vulnerability_not_used.check(files))) == found


def test_a_circumstance_is_asked_too(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["circumstances"][0]["ask"] = "Are you a victim, or how old are you?"
    files, _ = read(tmp_path, data)

    (finding,) = label_word.check(files)

    assert finding.file.endswith("set.yaml")
