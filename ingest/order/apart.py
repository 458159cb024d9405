"""A page with the articles that its columns mixed up one after the other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from ingest.lexicon import WordModel
from ingest.order.affinity import Fragment
from ingest.order.headlines import SUBTITLE, fragments_of
from ingest.order.jumps import follow_jumps
from ingest.order.notices import doubtful_join, moved
from ingest.order.seams import Passage, passage
from ingest.order.spread import TOLD, TOLD_IN_LINES, Parting, part_articles
from ingest.sentence_ends import CLOSED
from ingest.types import Block, Notice, Page, SpannedText

ARTICLE = 2
"""The level of the headings that the titles of articles on one page are, as in Markdown."""
NOTE = re.compile(r"[【\[■●]?\s?(?:编者按|编者的话|编前语)")  # "■编者按": over what introduces a column
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
    heads = _heads(fragments, parting)
    marked = [replace(b, heading_level=ARTICLE) if i in heads else b for i, b in enumerate(jumps.blocks)]
    wrapped = _title_ends(fragments, jumps.blocks, heads) if full else set()
    blocks = _in_order(marked, parting, wrapped, lines=bool(full))
    return Page(tuple(blocks), (*notices, *_notices(jumps.blocks, passages, parting)))


def _heads(fragments: Sequence[Fragment], parting: Parting) -> set[int]:
    """The titles of the articles, with the lines below them that belong to them."""
    heads = set(parting.titles)
    first = next(iter(sorted(parting.titles)), 0)
    told = TOLD_IN_LINES if any(fragment.is_line for fragment in fragments) else TOLD
    heads |= {i for i in range(first) if fragments[i].title >= told} or _opening_title(fragments, first)
    return heads | {i + 1 for i in heads if i + 1 < len(fragments) and SUBTITLE.match(fragments[i + 1].passage.text)}


def _opening_title(fragments: Sequence[Fragment], first: int) -> set[int]:
    """The title of the article that the page begins with: below the name of the page or column, over its text."""
    text = next((i for i in range(first) if not fragments[i].passage.is_heading), 0)
    title = next((i for i in reversed(range(text)) if not SUBTITLE.match(fragments[i].passage.text)), None)
    if title is None or NOTE.match(fragments[title].passage.text) or not (title or fragments[title].title):
        return set()
    return {title}


def _title_ends(fragments: Sequence[Fragment], blocks: Sequence[Block], heads: Collection[int]) -> set[int]:
    """The lines with which titles too long for one line end."""
    return {
        i + 1
        for i in heads
        if fragments[i].breaks_off
        and i + 1 < len(fragments)
        and not blocks[i + 1].gap_before
        and not fragments[i + 1].breaks_off
        and not CLOSED.search(fragments[i + 1].passage.text)
    }


def _in_order(blocks: Sequence[Block], parting: Parting, wrapped: Collection[int], *, lines: bool) -> list[Block]:
    """The blocks in their order; the second half of a paragraph joins the first or, as a line, stands right below."""
    heads = set(parting.resumed.values())
    result: list[Block] = []
    for i in parting.order:
        block = blocks[i]
        if result and (i in wrapped or (i in parting.torn and not lines)):
            result[-1] = replace(result[-1], text=SpannedText.running((result[-1].text, block.text)))
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
