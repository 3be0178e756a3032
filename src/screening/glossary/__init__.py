"""Terms in several languages, and how to find one by any of its names (pure)."""
