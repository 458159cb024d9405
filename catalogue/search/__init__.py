"""Search: `find` answers a `CaseQuery`, from an index that follows the database by itself."""

from .changelog import record
from .find import find, find_all

__all__ = ["find", "find_all", "record"]
