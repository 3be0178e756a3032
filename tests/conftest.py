"""What holds for every test."""

import os

from hypothesis import Phase, settings

from tests.support.thorough import FAULTS

# The same examples at every run where a build depends on it; new ones at every developer's run.
settings.register_profile("ci", derandomize=True, database=None)
# Where a fault is put in, it is enough that an example fails: the smallest one is not looked for.
settings.register_profile(FAULTS, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate))
if os.environ.get("CI"):
    settings.load_profile("ci")
