"""Where something lies within plain data."""

# The keys of mappings and the numbers of items of lists on the way to it.
DataPath = tuple[str | int, ...]
