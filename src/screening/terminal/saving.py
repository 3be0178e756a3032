"""Taking a result along: what that means, what is to be saved, where, and how one gets rid of it again.

Nothing is written here, and nothing before a place was typed: whoever begins the dialog gives it what writes.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol

from msgspec import Struct

from screening.language.messages import Message, Text, gettext
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.menu import Beginning
from screening.terminal.screen import Choice, Dialog, Input, Screen

Printed = Literal["browser", "editor"]

_TITLE = gettext("Save or print")
_MEANS = (
    Line("text", gettext("A file holds what the person told you. With it, it is no longer true that nothing is kept.")),
    Line("text", gettext("A browser, a printer, a backup and a folder in the cloud may keep copies of their own.")),
    Line("text", gettext("Delete it when nobody needs it any more.")),
)
_OF_A_CHILD = Line("text", gettext("A child: ask child protection what may be kept, and tell the child."))
_AGREED = Line("lead", gettext("Does the person agree? Is there a place where nobody else finds it?"))
_DECIDE = (
    Choice("y", "yes", gettext("They agree, and I know a safe place")),
    Choice("n", "no", gettext("No, or not sure: nothing is saved")),
)
_WHAT = Line("lead", gettext("What do you want to take along?"))
_TO_PRINT: Mapping[Printed, Message] = {
    "browser": gettext("To print it, open it in a browser and print from there. Then close the window."),
    "editor": gettext("To print it, open it in an editor and print from there. Then close the window."),
}
_TO_DELETE = gettext("To get rid of it, delete the file and empty the bin. Copies in a backup or a cloud stay there.")


class Document(Struct, frozen=True):
    """Something that can be saved.

    Attributes:
        label: what it is.
        name: how the file is called where nobody says otherwise; never after a person.
        text: what stands in it; put together only when it is wanted.
        printed: with what it is printed.
    """

    label: Text
    name: str
    text: Callable[[], str]
    printed: Printed = "browser"


class Kept(Struct, frozen=True):
    """A file that was written: where it is, and whether it is certain that nobody but its owner may read it."""

    path: str
    private: bool


class Keep(Protocol):
    """What writes a file, and the only thing that does."""

    def __call__(self, typed: str, name: str, text: str) -> Kept | Message:
        """Write a new file.

        Args:
            typed: a folder, or a folder and a name, as it was typed.
            name: how it is called where only a folder was typed.
            text: what stands in it.

        Returns:
            What was written; or why nothing was, in a sentence.
        """
        ...


class SaveOrPrint:
    """Says what saving means, asks whether the person agrees, and then what is wanted."""

    def __init__(
        self,
        documents: Sequence[Document],
        others: Sequence[Beginning],
        save: Callable[[Document, Dialog], Dialog],
        back_to: Dialog,
        *,
        child: bool = False,
    ) -> None:
        """Prepare to ask.

        Args:
            documents: what can be saved.
            others: what can be taken along otherwise.
            save: asks where, and leads back to the dialog that it is given.
            back_to: where it is called from, and leads back to.
            child: it is of a child, or of somebody who may be one.
        """
        self._documents = {str(number): document for number, document in enumerate(documents, start=1)}
        self._others = {str(number): other for number, other in enumerate(others, start=len(documents) + 1)}
        self._save = save
        self._back_to = back_to
        self._child = child
        self._decided = False

    def screen(self) -> Screen:
        """What it means; once that is decided, what there is."""
        if not self._decided:
            lines = (*_MEANS, *((_OF_A_CHILD,) if self._child else ()), _AGREED)
            return Screen(_TITLE, lines=lines, choices=_DECIDE, keys=frozenset({"back"}))
        labels = [*(each.label for each in self._documents.values()), *(each.label for each in self._others.values())]
        choices = keyed((str(number), label) for number, label in enumerate(labels, start=1))
        return Screen(_TITLE, lines=(_WHAT,), choices=choices, keys=frozenset({"back"}))

    def take(self, given: Input) -> Dialog | None:
        """Decide, choose, or go back."""
        value = str(given.value)
        if not self._decided:
            self._decided = given.act == "choose" and value == "yes"
            return self if self._decided else self._back_to
        if given.act == "back":
            self._decided = False
            return self
        if value in self._documents:
            return self._save(self._documents[value], self._back_to)
        return self._others[value].begin()


class SaveAs:
    """Asks where a document is to be saved, until it is or nobody wants it any more."""

    def __init__(self, document: Document, keep: Keep, here: str, back_to: Dialog) -> None:
        """Prepare to ask.

        Args:
            document: what is saved.
            keep: what writes it.
            here: the folder in which the program was started.
            back_to: where it leads when it is over.
        """
        self._document = document
        self._keep = keep
        self._here = here
        self._back_to = back_to
        self._refused: Message | None = None
        self._kept: Kept | None = None

    def screen(self) -> Screen:
        """The entry, with why it could not be saved before; once it is, where it is."""
        if self._kept is not None:
            return Screen(gettext("Saved"), lines=tuple(self._told(self._kept)))
        told = (Line("lead", self._refused),) if self._refused is not None else ()
        lines = (
            *told,
            Line("lead", gettext("Type where to save it.")),
            Line("text", gettext("A folder is enough: the file is then called {name}.", name=self._document.name)),
            Line("text", gettext("A dot is the folder you are in: {folder}", folder=self._here)),
            Line(
                "text",
                gettext(
                    "Another name can be typed too, such as ./{name}. Never one of a person.", name=self._document.name
                ),
            ),
        )
        return Screen(self._document.label, lines=lines, entry=True, keys=frozenset({"back"}))

    def take(self, given: Input) -> Dialog:
        """Write it where it was typed; or go back, and nothing is written."""
        if given.act == "back" or self._kept is not None:
            return self._back_to
        kept = self._keep(given.text, self._document.name, self._document.text())
        if isinstance(kept, Kept):
            self._kept = kept
        else:
            self._refused = kept
        return self

    def _told(self, kept: Kept) -> Sequence[Line]:
        private = gettext(
            "Only the account that you use now may open the file, and those who look after this computer. Whoever "
            "shares the account may too."
        )
        open_ = gettext("Others who use this computer may be able to open it. Put it where they cannot.")
        return (
            Line("lead", kept.path),
            Line("text", private if kept.private else open_),
            Line("text", _TO_PRINT[self._document.printed]),
            Line("text", _TO_DELETE),
        )
