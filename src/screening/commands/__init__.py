"""One file a command: read the options, call the rooms, show what came of it."""
