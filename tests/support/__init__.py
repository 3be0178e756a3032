"""What several tests share: making sets from plain data, random sets, and every way to complete a record."""
