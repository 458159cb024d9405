"""A page with the articles that its columns mixed up one after the other."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.lexicon import WordModel
from ingest.order.headlines import fragments_of
from ingest.order.jumps import follow_jumps
from ingest.order.notices import doubtful_join, moved
from ingest.order.seams import Passage, joined, passage
from ingest.order.spread import Parting, part_articles
from ingest.types import Block, Notice, Page

SIGNATURE = "byline"
"""The code of the notices that put a writer's name aside."""


def articles_apart(page: Page, words: WordModel, full: Collection[int] = ()) -> Page:
    """The page with every article in one piece, where columns mixed up several; sentences torn apart are joined.

    `full` are the lines as wide as the text is set, where the blocks are lines of paragraphs; those stay apart.
    """
    jumps = follow_jumps(page.blocks)
    passages = tuple(passage(i, block) for i, block in enumerate(jumps.blocks))
    signatures = [notice.spans[0].start for notice in page.notices if notice.code == SIGNATURE and notice.spans]
    full = {n for n, origin in enumerate(jumps.origins) if origin in full}
    fragments = fragments_of(passages, jumps.blocks, signatures, jumps.pairs, full)
    notices = (*page.notices, *jumps.notices)
    parting = part_articles(fragments, words)
    if parting is None:
        return Page(jumps.blocks, notices)
    blocks = _in_order(jumps.blocks, parting, lines=bool(full))
    return Page(tuple(blocks), (*notices, *_notices(jumps.blocks, passages, parting)))


def _in_order(blocks: Sequence[Block], parting: Parting, *, lines: bool) -> list[Block]:
    """The blocks in their order; the second half of a paragraph joins the first or, as a line, stands right below."""
    heads = set(parting.resumed.values())
    result: list[Block] = []
    for i in parting.order:
        block = blocks[i]
        if i in parting.torn and result and not lines:
            result[-1] = replace(result[-1], text=joined(result[-1].text, block.text))
        elif i in heads:
            result.append(replace(block, gap_before=0 if i in parting.torn else 1, hard_break=False))
        elif i in parting.titles:
            result.append(replace(block, gap_before=max(1, block.gap_before)))
        else:
            result.append(block)
    return result


def _notices(blocks: Sequence[Block], passages: Sequence[Passage], parting: Parting) -> Iterator[Notice]:
    starts = {*parting.resumed.values(), *parting.titles}
    place = {index: n for n, index in enumerate(parting.order)}
    for tail, head in sorted(parting.resumed.items()):
        run = [head]
        for following in parting.order[place[head] + 1 :]:
            if following != run[-1] + 1 or following in starts:
                break
            run.append(following)
        yield moved(passages[tail].text, passages[head].text, [blocks[i] for i in run])
    yield from (doubtful_join(blocks, doubt) for doubt in parting.doubts)
