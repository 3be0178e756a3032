"""The only room that talks to a person: prompts, keys, what is on the screen and what leaves it."""
