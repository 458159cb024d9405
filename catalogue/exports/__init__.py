"""The catalogue's cases in the formats people take away."""

from .formats import FORMATS, Format
from .record import case_as_dict
from .stream import in_order

__all__ = ["FORMATS", "Format", "case_as_dict", "in_order"]
