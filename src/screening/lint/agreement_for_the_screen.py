"""What the person agrees to, on paper and on telephones."""

from collections.abc import Iterator

from screening.language.messages import gettext
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles

RULE = Rule(id="agreement-for-the-screen", scope=Scope.SOUND_SET, warns=True)


def check(files: SetFiles) -> Iterator[Problem]:
    """What is said to ask for agreement is there for the screen, and not for paper and telephones. A warning.

    This program keeps nothing about anybody. `screening form` makes forms that do: paper keeps what is ticked, and
    telephones and servers keep what is sent. What the agreement says of the answers is not true there, and somebody
    agrees to what does not happen. Write it once more, as `agreement_if_kept`: who keeps the form, and until when.
    Without it, forms tell the screener to say so.

    Passes:
        set.yaml:
          agreement: The computer keeps nothing by itself. May I ask?
          agreement_if_kept: I mark your answers on this form, without your name. May I ask?

    Fails:
        set.yaml: {agreement: The computer keeps nothing by itself. May I ask?}
    """
    about = files.about.value
    if about.agreement is not None and about.agreement_if_kept is None:
        message = gettext("what is said to ask for agreement is for the screen, and forms keep what is answered")
        hint = gettext("Say in 'agreement_if_kept' what is true on paper and on telephones.")
        yield files.about.problem(("agreement",), message, hint, at_key=True)
