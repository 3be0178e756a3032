"""What the built-in directories promise to whoever sits in front of the screen."""
