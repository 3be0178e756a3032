"""YAML to model. The only room that opens files. Every problem carries its position, and all of them come at once."""
