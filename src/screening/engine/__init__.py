"""From a record to an assessment, and why it is what it is (pure)."""
