"""What is said of the last key, in one row (pure)."""

from screening.language.messages import gettext

# Translators: these hints stand in one row of 60 columns at most.
CHOOSE_FIRST = gettext("Choose first: arrows, or a letter.")
MARK_FIRST = gettext("Mark first, with the space bar.")
OTHER_KEYBOARD = gettext("Switch the keyboard to English. Ctrl-Z hides, Ctrl-C ends.")
NOT_HERE = gettext("That key does nothing here. ? helps.")
TO_ANSWER = gettext("Enter answers with what is pointed at.")
TO_MARK = gettext("Space marks what is pointed at.")
LAST_PAGE = gettext("The last page. e ends and clears.")
END_ONCE_MORE = gettext("Once more ends and forgets all answers. Other keys stay.")
END_TO_MENU = gettext("Once more leads to the menu and forgets this.")
NEXT_ONCE_MORE = gettext("Once more: the next person. All these answers are forgotten.")
TOO_FAST = gettext("Too fast: read first, then press again.")
NOTHING_NAMED_LIKE = gettext("Nothing has this in its name. Backspace takes it back.")
ALONE_IS_MARKED = gettext("What is marked says that there is nothing else. Take the mark off first.")
