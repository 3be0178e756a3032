"""What a question may be answered with, and what that shows."""

from screening.sets.questions import Option, Question


def test_a_yes_no_question_is_short_for_two_options() -> None:
    question = Question(id="q", ask="Q?", record="R", shows=("a",), raises=("f",))

    assert [(option.id, option.shows, option.raises) for option in question.choices] == [
        ("yes", ("a",), ("f",)),
        ("no", (), ()),
    ]


def test_what_a_question_could_show_is_each_named_once() -> None:
    options = (Option(id="x", label="X", shows=("a", "b")), Option(id="y", label="Y", shows=("b",), raises=("f",)))
    question = Question(id="q", record="R", options=options)

    assert (question.could_show, question.could_raise) == (("a", "b"), ("f",))
