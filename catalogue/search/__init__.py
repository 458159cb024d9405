"""Search: `find` answers a `CaseQuery`, from an index that follows the database by itself."""

from .find import find, find_all
from .index.changelog import record, record_names
from .index.follower import is_ready, serve
from .measures import find_measures
from .query import Suggestion
from .question.hints import hints, suggest_relaxations
from .semantic.similar import find_similar
from .state import asked_once

__all__ = [
    "Suggestion",
    "asked_once",
    "find",
    "find_all",
    "find_measures",
    "find_similar",
    "hints",
    "is_ready",
    "record",
    "record_names",
    "serve",
    "suggest_relaxations",
]
