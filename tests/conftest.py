"""What holds for every test."""

import os

from hypothesis import settings

# The same examples at every run where a build depends on it; new ones at every developer's run.
settings.register_profile("ci", derandomize=True, database=None)
if os.environ.get("CI"):
    settings.load_profile("ci")
