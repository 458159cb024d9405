"""Documents read in processes of their own, and handed back in the order they came.

Only the pure stages run there: a worker knows the vocabulary and nothing of the database. A process that is killed
takes the one document with it that it was reading; when this process dies, by whatever signal, its workers end too.
"""

from __future__ import annotations

import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from ingest.lexicon import jieba_words
from ingest.pipeline import Reader
from ingest.read import LIMITS, Limits
from ingest.types import DocumentReading, UnreadableDocumentError
from ingest.vocabulary import Vocabulary

SPAWN = get_context("spawn")
"""A fresh interpreter, which inherits neither a database connection nor the other workers' pipes."""

AHEAD = 4
"""Documents taken in for each worker, read or being read, before the first of them is handed on: bounds the memory."""

GRACE = 5
"""Seconds a worker has to end when told to."""

DIED = "读取这份文献的进程意外中止（可能内存不足），未能收入；其他文献不受影响。"


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a document was not read, in Chinese; `trace` is for the log where the fault is the program's own."""

    reason: str
    trace: str = ""


Answer = DocumentReading | Unread
T = TypeVar("T")


def read_document(reader: Reader, name: str, data: bytes) -> Answer:
    """What the reader makes of a document; whatever goes wrong becomes an `Unread`."""
    try:
        return reader.read(name, data)
    except UnreadableDocumentError as error:
        return Unread(str(error))
    except Exception as error:
        return Unread(f"程序出错，未能读取：{type(error).__name__}: {error}", traceback.format_exc())


@dataclass(slots=True, eq=False)
class Request(Generic[T]):
    """A document to be read, and then the answer; `data` None where there is nothing to read.

    `subject` is the caller's own.
    """

    subject: T
    name: str
    data: bytes | None = None
    answer: Answer = Unread("尚未读取")


class OneProcess:
    """Reads in this process, a document at a time."""

    def __init__(self, vocabulary: Vocabulary, limits: Limits = LIMITS) -> None:
        self._vocabulary = vocabulary
        self._limits = limits
        self._reader: Reader | None = None

    def __enter__(self) -> OneProcess:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        """Nothing to end."""

    def answered(self, requests: Iterable[Request[T]]) -> Iterator[Request[T]]:
        """The requests in their order, each read when it is asked for; the reader is built when one needs it."""
        for request in requests:
            if request.data is not None:
                self._reader = self._reader or Reader(self._vocabulary, self._limits)
                request.answer = read_document(self._reader, request.name, request.data)
            yield request


class Workers:
    """Reads in up to `number` processes, started as they are needed and ended with the `with` block."""

    def __init__(self, vocabulary: Vocabulary, number: int, limits: Limits = LIMITS) -> None:
        self._vocabulary = vocabulary
        self._limits = limits
        self._number = number
        self._idle: list[_Worker] = []
        self._busy: dict[_Worker, Request] = {}

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, kind: object, error: object, trace: object) -> None:
        for worker in (*self._idle, *self._busy):
            worker.end()

    def answered(self, requests: Iterable[Request[T]]) -> Iterator[Request[T]]:
        """The requests in their order, while those behind are being read."""
        waiting: deque[Request[T]] = deque()
        for request in requests:
            if request.data is not None:
                self._give(request)
            waiting.append(request)
            while waiting and (waiting[0] not in self._busy.values() or len(waiting) >= AHEAD * self._number):
                yield self._settled(waiting.popleft())
        while waiting:
            yield self._settled(waiting.popleft())

    def _give(self, request: Request[T]) -> None:
        """Hand the document to a worker. One that died while it had nothing to do is replaced by another."""
        while True:
            while not self._idle and len(self._busy) >= self._number:
                self._take_answers()
            fresh = not self._idle
            worker = _Worker(self._vocabulary, self._limits) if fresh else self._idle.pop()
            if worker.give(request):
                self._busy[worker] = request
                request.data = None  # kept by the worker alone
                return
            worker.end()
            if fresh:
                request.answer = Unread(DIED)
                return

    def _settled(self, request: Request[T]) -> Request[T]:
        while request in self._busy.values():
            self._take_answers()
        return request

    def _take_answers(self) -> None:
        """Wait until a worker has answered or died, and note what it said."""
        ready = wait([worker.pipe for worker in self._busy])
        for worker in [worker for worker in self._busy if worker.pipe in ready]:
            request = self._busy.pop(worker)
            answer = worker.answer()
            if answer is None:
                worker.end()
            else:
                self._idle.append(worker)
            request.answer = answer or Unread(DIED)


class _Worker:
    """A process that reads, and this end of the pipe to it."""

    def __init__(self, vocabulary: Vocabulary, limits: Limits) -> None:
        self.pipe, theirs = SPAWN.Pipe()
        self._process = SPAWN.Process(target=_work, args=(theirs, vocabulary, limits), daemon=True)
        self._process.start()
        theirs.close()  # so that the pipe breaks when the process ends

    def give(self, request: Request) -> bool:
        """Whether the process could be told."""
        try:
            self.pipe.send((request.name, request.data))
        except OSError:
            return False
        return True

    def answer(self) -> Answer | None:
        """What the process said; None where it died instead."""
        try:
            said: Answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        return said

    def end(self) -> None:
        """End the process, whatever it is at."""
        self.pipe.close()
        self._process.terminate()
        self._process.join(GRACE)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def _work(pipe: Connection, vocabulary: Vocabulary, limits: Limits) -> None:
    """What a worker does: read what it is sent, until the pipe breaks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is told to all; the parent ends the workers
    threading.Thread(target=_end_with_parent, daemon=True).start()
    reader = Reader(vocabulary, limits)
    jieba_words()
    with suppress(EOFError, OSError):
        while True:
            name, data = pipe.recv()
            pipe.send(read_document(reader, name, data))


def _end_with_parent() -> None:
    """A killed parent ends nobody; but its death shows, and no worker then reads on for nobody."""
    if parent := parent_process():
        parent.join()
        os._exit(1)
