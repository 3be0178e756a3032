"""What is due in an interview, what an input does to it, and its answers as a code (pure)."""
