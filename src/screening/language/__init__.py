"""What the program says, as messages, and the catalogues that render them (pure)."""
