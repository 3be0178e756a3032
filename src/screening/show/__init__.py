"""Assessment and advice as text for people and data for programs. Knows what to say, never to whom or when."""
