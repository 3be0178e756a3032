"""One set laid over another, or leaving out parts of it, as plain data with positions, before it is given a shape."""

from screening.reading.overlay.extending import overlay

__all__ = ["overlay"]
