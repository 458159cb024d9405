"""What a document as a whole tells about its cases: worked out once for each document, not once for each case."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ReferenceType, ref

from ingest.types import DocumentDraft

P = ParamSpec("P")
T = TypeVar("T")


def once_a_document(
    read: Callable[Concatenate[DocumentDraft, P], T],
) -> Callable[Concatenate[DocumentDraft, P], T]:
    """Keep the answer for the document asked about last: the cases of one document come one after another.

    Not the document: it goes when its reading is done.
    """
    last: list[tuple[ReferenceType[DocumentDraft], tuple[object, ...], T]] = []

    @wraps(read)
    def kept(draft: DocumentDraft, *args: P.args, **kwargs: P.kwargs) -> T:
        if last and last[0][0]() is draft and all(a is b for a, b in zip(last[0][1], args, strict=True)):
            return last[0][2]
        answer = read(draft, *args, **kwargs)
        last[:] = [(ref(draft), args, answer)]
        return answer

    return kept
