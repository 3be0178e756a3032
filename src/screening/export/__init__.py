"""A set as something that is filled in elsewhere: on paper, on other people's phones."""
