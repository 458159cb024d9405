"""The catalogue's cases in the formats people take away."""

from .record import case_as_dict

__all__ = ["case_as_dict"]
