"""Times and memory, and what is kept warm."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

MOST_CALLS, FEWEST_CALLS = 30, 3
SECONDS = 1.5
"""A question that takes long is asked until this is over, but at least `FEWEST_CALLS` times."""
LONG = 3000
"""Milliseconds of the first round after which there is no second."""


def warm(works: Sequence[Callable[[], object]]) -> list[float]:
    """Milliseconds of calls to these in turn, after each was called once: the system's file cache and the engine's own
    caches hold what they need, nothing holds an answer. Where the first round takes very long, it is all there is."""
    times = [once(work) for work in works]
    if sum(times) > LONG:
        return times
    times = []
    began = time.perf_counter()
    while len(times) < FEWEST_CALLS or (len(times) < MOST_CALLS and time.perf_counter() - began < SECONDS):
        times.append(once(works[len(times) % len(works)]))
    return times


def once(work: Callable[[], object]) -> float:
    """Milliseconds of one call."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def percentile(times: Sequence[float], share: float) -> float:
    """The time that this share of the calls stayed within."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def median(times: Sequence[float]) -> float:
    return statistics.median(times)


def drop_from_cache(folder: Path) -> None:
    """Ask the system to forget the files in this folder, so that the next reader goes to the disk."""
    for file in folder.rglob("*"):
        if file.is_file():
            descriptor = os.open(file, os.O_RDONLY)
            try:
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)


def memory() -> dict[str, float]:
    """MB of this process: all, its own (`RssAnon`), and the greatest there was."""
    names = {"VmRSS": "resident", "RssAnon": "own", "VmHWM": "peak"}
    lines = (line.split() for line in Path("/proc/self/status").read_text().splitlines())
    return {names[key]: int(rest[0]) / 1024 for name, *rest in lines if (key := name.rstrip(":")) in names}


def size(folder: Path) -> int:
    """Bytes of all files under it."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
