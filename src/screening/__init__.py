"""A checklist with which trained people screen for human trafficking and find whom to call."""

# A constant, because importlib.metadata costs 40 ms at every start; the build reads it from here.
__version__ = "0.1.0"
