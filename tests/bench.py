"""`make bench`: how long documents take to read and questions to answer, on this machine and in this run.

Prints a table of the ingest (see `bench_ingest`) and one of search, pages and API: medians and 95th percentiles in
milliseconds. A benchmark, not a test: nothing fails when it is slow.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests import bench_ingest

ROOT = Path(__file__).resolve().parent.parent
QUESTIONS = {
    "browse": "",
    "common word": "q=企业",
    "domain word": "q=获得电力",
    "phrase": "q=“一窗受理”",
    "word and filters": "q=审批&region=湖南&indicator=办理建筑许可&year=2019-2021",
    "filters only": "region=广东&region=湖南&indicator=政府采购",
    "nothing found": "q=量子计算机",
}
ROUNDS = 30


def milliseconds(work: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile of `ROUNDS` warm calls."""
    work()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="catalogue-bench-"))
    os.environ |= {
        "SECRET_KEY": "benchmark-only",
        "DATABASE_URL": f"sqlite:///{folder / 'catalogue.sqlite3'}",
        "SEARCH_INDEX_DIR": str(folder / "index"),
        "DJANGO_SETTINGS_MODULE": "catalogue.settings",
    }
    import django

    django.setup()
    from django.core.management import call_command
    from django.http import QueryDict
    from django.test import Client

    from catalogue import search
    from catalogue.filters import CaseFilter

    for command in (["migrate"], ["load_reference"], ["collectstatic", "--noinput"]):
        call_command(*command, verbosity=0)
    start = time.perf_counter()
    call_command("ingest", str(ROOT / "seeds"), verbosity=0)
    size = sum(file.stat().st_size for file in (ROOT / "seeds").iterdir())
    seconds = time.perf_counter() - start
    print(f"ingest of the seeds: {seconds:.1f} s, {size / 1e6 / seconds * 60:.2f} MB a minute, start-up included")

    client = Client(headers={"host": "localhost"})
    print(f"{'milliseconds, warm':<20}{'search.find':>20}{'page':>20}{'API':>20}")
    print(f"{'':<20}" + f"{'median':>11}{'p95':>9}" * 3)
    for name, question in QUESTIONS.items():
        query = CaseFilter(QueryDict(question)).query()
        row = [
            milliseconds(lambda query=query: search.find(query)),
            milliseconds(lambda question=question: client.get(f"/cases/?{question}")),
            milliseconds(lambda question=question: client.get(f"/api/cases/?{question}")),
        ]
        print(f"{name:<20}" + "".join(f"{median:>11.1f}{p95:>9.1f}" for median, p95 in row))


if __name__ == "__main__":
    bench_ingest.main()
    main()
