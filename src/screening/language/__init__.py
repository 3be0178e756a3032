"""Words in several languages (pure)."""
