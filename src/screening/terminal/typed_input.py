"""What was typed in full, where a dialog goes line by line, as an input (pure)."""

from collections.abc import Mapping

from screening.terminal.screen import GO_ON, Input, Key, Screen
from screening.terminal.typed import as_word

# What may be typed for a key, in full or in one letter.
KEYS: Mapping[str, Key] = {
    "s": "skip",
    "skip": "skip",
    "j": "leave_section",
    "next section": "leave_section",
    "b": "back",
    "back": "back",
    "p": "pause",
    "pause": "pause",
    "f": "finish",
    "finish": "finish",
    "h": "hand_over",
    "hand over": "hand_over",
    "m": "menu",
    "menu": "menu",
    "k": "card",
    "card": "card",
    "o": "save",
    "save": "save",
    "t": "story",
    "story": "story",
    "l": "language",
    "language": "language",
}
# Where a dialog ends, a letter may mean something else.
_LAST_KEYS: Mapping[str, Key] = {
    "f": "in_full",
    "full screening": "in_full",
    "n": "next_person",
    "next person": "next_person",
}
_ENDS_EXAMPLE = frozenset({"e", "q", "end", "quit"})
_YES_NO = {"yes": "y", "no": "n"}


def understand(screen: Screen, typed: str) -> Input | None:
    """The input that was typed; None where the screen does not take it."""
    word = as_word(typed)
    if screen.played is not None:
        return Input("finish") if word in _ENDS_EXAMPLE else None if word else GO_ON
    if screen.entry:
        return Input("type", text=typed) if typed else Input("back")
    by_key = {choice.key: choice.value for choice in screen.choices}
    by_value = {choice.value: choice.value for choice in screen.choices}
    # A value may be named in full, but one of a card or menu only where no key is called the same.
    known = {**by_value, **by_key}
    for name, letter in _YES_NO.items():
        if letter in by_key:
            known.setdefault(name, by_key[letter])
    if not word:
        return screen.answer(screen.chosen or (screen.suggested,)) if screen.choices else GO_ON
    if word in known:
        return screen.answer((known[word],))
    if word in KEYS or word in _LAST_KEYS:
        meant = next((keys[word] for keys in (KEYS, _LAST_KEYS) if keys.get(word) in screen.keys), None)
        return Input(meant) if meant is not None else None
    parts = word.replace(",", " ").split()
    values = tuple(known.get(part, "") for part in parts)
    key = KEYS.get(parts[-1]) if parts and parts[-1] not in known else None
    if key is None:
        return screen.answer(values)
    # Such as "1 s": this was told, and the rest is left for later.
    marked = screen.marks(values[:-1])
    return Input(key, marked) if marked and key in screen.keys else None
