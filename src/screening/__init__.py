"""A checklist with which trained people screen for human trafficking and find whom to call."""

import sys

# Nothing may reach the disk, not even compiled modules; here, because every other module comes after this one.
sys.dont_write_bytecode = True

# A constant, because importlib.metadata costs 40 ms at every start; the build reads it from here.
__version__ = "0.1.0"
