"""A fuzzer of everything that takes a file or a text from somebody: `python -m tests.fuzz`; docs/performance.md."""
