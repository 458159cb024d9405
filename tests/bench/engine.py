"""`python -m tests.bench.engine FOLDER [CASES]`: what the engine takes to write an index of documents prepared before.

Prints cases a second, with their measures, by the clock and by processor time, apart from reading texts and cutting
them into words. The index is thrown away.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from tests.bench import site

CASES = 20_000
"""Their documents take about 15 kB each in memory."""


def main(folder: Path, number: int) -> None:
    site.set_up(folder)
    from catalogue.models import CaseStudy
    from catalogue.search.index.folder import MEMORY_TO_BUILD, Generation
    from catalogue.search.index.followed import Followed
    from catalogue.search.index.follower import follower
    from catalogue.search.index.prepare import analyser_in, prepared
    from catalogue.search.text.analyser import CAN_BE_FAST

    keys = CaseStudy.objects.published().order_by("pk").values_list("pk", flat=True)
    analyser_in(follower().dictionary_folder, fast=CAN_BE_FAST).read("办电")  # its dictionaries are loaded now
    began = time.process_time()
    documents = list(prepared(islice(keys.iterator(), number), follower().dictionary_folder, jobs=1))
    preparing = time.process_time() - began
    with tempfile.TemporaryDirectory(prefix="catalogue-bench-") as scratch:
        generation = Generation.create(Path(scratch) / "generation", "benchmark")
        by_clock, began = time.perf_counter(), time.process_time()
        generation.write((), documents, Followed("benchmark"), MEMORY_TO_BUILD)
        by_clock, taken = time.perf_counter() - by_clock, time.process_time() - began
    cases, measures = len(documents), sum(len(case.measures) for case in documents)
    print(
        f"{cases} cases and {measures} measures: prepared at {cases / preparing:.0f} cases a second of processor time; "
        f"written by the engine at {cases / by_clock:.0f} by the clock, {cases / taken:.0f} of processor time"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else CASES)
