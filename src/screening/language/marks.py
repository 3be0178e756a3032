"""The mark of a text that translators are given and that is no message yet (pure).

By itself, because the command line starts with it: the messages beside it take their time to be imported.
"""


def gettext_noop(text: str, /) -> str:
    """A text that becomes a message later, such as the help that typer keeps."""
    return text
