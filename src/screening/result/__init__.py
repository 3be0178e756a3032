"""What follows from an assessment (pure)."""
