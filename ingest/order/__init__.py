"""Reading order put right: what a printed page's columns broke apart is joined again, what is in order stays.

A page is cut only where something proves that it has been mixed up: a sentence that cannot go on in the next
paragraph, or a number that nothing before it leads up to. What continues it is found by one assignment over the
page; a link that the evidence does not carry is left alone and named.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from ingest.lexicon import WordModel, jieba_words
from ingest.order.apart import articles_apart
from ingest.order.duplicates import without_duplicates
from ingest.order.links import Links, find_links
from ingest.order.notices import MOVED, QUOTED, doubtful_join, ending, moved
from ingest.order.numbering import Label
from ingest.order.seams import Passage, passages_of
from ingest.types import Block, Notice, Page, Severity, SpannedText


def put_in_order(page: Page, words: WordModel | None = None) -> Page:
    """The page in reading order, broken paragraphs joined; moves, losses and doubts are in its notices."""
    words = words or jieba_words()
    if not any(notice.code == MOVED for notice in page.notices):  # else taken apart while it was lines
        page = articles_apart(page, words)
    blocks, notices = without_duplicates(page.blocks, words)
    passages = passages_of(blocks)
    links = find_links(passages, words)
    runs = _runs(passages, links)
    order = _reading_order(runs, links)
    whole = _joined(blocks, order, links)
    found = [
        *_moves(blocks, passages, order, links, runs),
        *_losses(blocks, passages, order, links),
        *_doubts(blocks, links),
    ]
    return Page(whole, (*page.notices, *notices, *found))


def _runs(passages: tuple[Passage, ...], links: Links) -> dict[int, range]:
    """The stretches of blocks that stay together, by their first block.

    Cut behind each moved-to place, before each moved block, and where a moved stretch comes to a section that follows
    one printed before it.
    """
    count = len(passages)
    cuts = {place + 1 for place in links.moves} | set(links.moves.values())
    cuts |= {cut for place, head in links.moves.items() if (cut := _next_section(passages, place, head, cuts))}
    edges = [0, *sorted(cut for cut in cuts if 0 < cut < count), count]
    return {start: range(start, end) for start, end in pairwise(edges)}


def _next_section(passages: tuple[Passage, ...], place: int, head: int, cuts: set[int]) -> int | None:
    """Where, behind the passage `head` that is moved to `place`, section 2 begins, section 1 being printed between.

    None where a section 1 stands before that place as well: then the list there may be the one that goes on.
    """
    for passage_behind in passages[head + 1 :]:
        if passage_behind.index in cuts:
            return None
        if label := passage_behind.label:
            wanted = Label(label.style, label.number - 1)
            first = next((p.index for p in passages[:head] if p.label == wanted), None)
            return passage_behind.index if first is not None and first > place else None
    return None


def _reading_order(runs: dict[int, range], links: Links) -> list[int]:
    """Block indexes in reading order: every run in print order, each followed by the run that continues it."""
    targets = set(links.moves.values())
    order: list[int] = []
    for start, first in runs.items():
        run: range | None = None if start in targets else first
        while run is not None:
            order += run
            run = runs.get(links.moves.get(run[-1], -1)) if run else None
    return order


def _joined(blocks: tuple[Block, ...], order: list[int], links: Links) -> tuple[Block, ...]:
    """The blocks in order, each broken paragraph with its continuation."""
    result: list[Block] = []
    for index in order:
        block = blocks[index]
        if index in links.continuations and result:
            result[-1] = replace(result[-1], text=SpannedText.running((result[-1].text, block.text)))
        else:
            result.append(block)
    return tuple(result)


def _moves(
    blocks: tuple[Block, ...], passages: tuple[Passage, ...], order: list[int], links: Links, runs: dict[int, range]
) -> list[Notice]:
    """A notice for each run that stands elsewhere now, not for one that only lost what was printed before it."""
    rank = {index: position for position, index in enumerate(order)}
    notices = []
    for place, target in sorted(links.moves.items()):
        if all(rank[between] < rank[place] for between in range(place + 1, target)):
            continue
        notices.append(moved(passages[place].text, passages[target].text, [blocks[i] for i in runs[target]]))
    return notices


def _losses(blocks: tuple[Block, ...], passages: tuple[Passage, ...], order: list[int], links: Links) -> list[Notice]:
    """Sentences whose end is nowhere in the document, and headings whose text is."""
    notices = []
    for place, index in enumerate(order):
        following = passages[order[place + 1]] if place + 1 < len(order) else None
        this = passages[index]
        if this.is_broken_off and (following is None or following.index not in links.continuations):
            notices.append(_without_end(blocks, index, links.before.get(index)))
        elif _is_bare_heading(passages, order, place):
            message = f"标题“{this.text[:40]}”之下没有正文，原文可能缺了一段。"
            notices.append(_loss(message, blocks[index].text))
    return notices


def _without_end(blocks: tuple[Block, ...], index: int, before: int | None) -> Notice:
    """A sentence breaks off; `before` is the passage further up that may be its end."""
    said = f"“…{blocks[index].text.text[-QUOTED:]}”一句没有结尾"
    if before is None:
        return _loss(f"{said}，原文中找不到下文。", blocks[index].text)
    head = blocks[before].text[:QUOTED]
    message = f"{said}；排在它前面的“{head.text}…”可能是它的下文，未移动，请核对。"
    return Notice("lost-tail", Severity.WARNING, message, (*ending(blocks[index].text), *head.spans()))


def _loss(message: str, text: SpannedText) -> Notice:
    return Notice("lost-tail", Severity.WARNING, message, ending(text))


def _is_bare_heading(passages: tuple[Passage, ...], order: list[int], place: int) -> bool:
    """A numbered heading at the end of its list with nothing under it, where the one before it has a text."""
    this = passages[order[place]]
    if not this.is_heading or this.label is None or this.label.number < 2 or place < 2:
        return False
    if place + 1 < len(order):
        following = passages[order[place + 1]]
        if following.label is None or following.label.number == 1 or following.label.style == this.label.style:
            return False
    before = passages[order[place - 1]]
    sibling = next((passages[i] for i in reversed(order[:place]) if passages[i].label), None)
    return (
        sibling is not None
        and sibling.is_heading
        and sibling.label is not None
        and (sibling.label.style, sibling.label.number + 1) == (this.label.style, this.label.number)
        and not before.is_heading
    )


def _doubts(blocks: tuple[Block, ...], links: Links) -> list[Notice]:
    misplaced = [
        Notice(
            "doubtful-order",
            Severity.WARNING,
            f"“{blocks[i].text.text[:QUOTED]}…”接不上前文，可能排错了位置；证据不足，未移动。",
            blocks[i].text.spans(),
        )
        for i in links.misplaced
    ]
    return [*misplaced, *(doubtful_join(blocks, doubt) for doubt in links.doubts)]
