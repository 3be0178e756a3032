"""One set laid over another, or leaving out parts of it, as plain data with positions, before it is given a shape."""

from screening.reading.overlay.asking_more import asks_more
from screening.reading.overlay.extending import overlay

__all__ = ["asks_more", "overlay"]
