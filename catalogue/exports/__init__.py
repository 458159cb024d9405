"""The catalogue's cases in the formats people take away."""

from .formats import FORMATS, Format
from .record import records

__all__ = ["FORMATS", "Format", "records"]
