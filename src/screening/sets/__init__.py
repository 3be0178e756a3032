"""The words of the program as frozen types, and what depends on them alone (pure)."""
