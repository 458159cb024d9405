"""What pages print alike at their top or foot, where the document tells its pages (PDF, Word, scans)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from ingest.types import Block

LONGEST = 60
"""Characters of a page header, with the title of a web page or its address."""
PAGE_OF_PAGES = re.compile(r"\d+\s?/\s?\d+$")  # "https://www.example.gov.cn/1.html 2/5"
SENTENCE = re.compile(r"[。！？；]")


def page_edges(blocks: Sequence[Block], found: Container[int]) -> Iterator[int]:
    """The first and last lines of pages that most pages have.

    Lines that are `found` to be no text already are passed over: a page number may stand above a header. Lines that
    differ in a number are not alike: “案例1”, “案例2”. What heads the first page may be the title that those of the
    others repeat, so it stays.
    """
    starts = [n for n, block in enumerate(blocks) if block.hard_break or n == 0]
    pages = [
        [n for n in range(start, end) if n not in found]
        for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True)
    ]
    for edge in ([page[0] for page in pages if page], [page[-1] for page in pages if len(page) > 1]):
        lines = {n: PAGE_OF_PAGES.sub("", blocks[n].text.text) for n in edge}
        times = Counter(lines.values())
        for n, line in lines.items():
            if (
                [n] != pages[0][:1]
                and times[line] > max(1, len(pages) / 2)
                and len(line) <= LONGEST
                and not SENTENCE.search(line)
            ):
                yield n
