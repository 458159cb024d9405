"""Where items of a document may begin, whatever they are called: what repeats, and nothing else.

The same label with rising numbers; the same fields or headings coming round again; a line of one sort below each title;
names of places at the head of line after line. Nothing here tells cases from measures: `weighing` does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from ingest.outline import labels
from ingest.segment.evidence import CASE_WORDS, DIGEST, Evidence, Series, names_one_place
from ingest.segment.headlines import is_headline, whole_height
from ingest.segment.items import Item, cut, end_of_headings, item_of, last_of_each, ranges
from ingest.segment.lines import OWNER_FIELD, Lines, is_body_line, is_meta_line, names_owner
from ingest.segment.placed import lines_of_places
from ingest.types import SourceKind

LONGEST_KEY: Final = 12
"""Characters of a heading that comes again in every item (改革背景, 主要做法)."""
SHORTEST_TEXT: Final = 20
"""Characters of a paragraph."""
# “痛点：……” “【改革背景】……”
_FIELD: Final = re.compile(
    r"(?:【(?P<bracketed>[\u4e00-\u9fff]{2,10})】\s?[：:]?|(?P<name>[\u4e00-\u9fff]{2,8})\s?[：:])\s?"
)


def proposals(lines: Lines, evidence: Evidence) -> Iterator[Series]:
    """Every way of cutting the lines into items that some repetition suggests."""
    yield from _numbered(lines, evidence)
    rules = (_cycles(lines), _below_bylines(lines, evidence), _over_owners(lines))
    for found in (*rules, _headlines(lines, evidence), lines_of_places(lines, evidence)):
        if found:
            yield found


def _numbered(lines: Lines, evidence: Evidence) -> Iterator[Series]:
    """Each kind of label as the one that numbers the items; bullets by the sign they print."""
    styles: dict[str, list[int]] = {}
    first = lines.labelled[0][0] if lines.labelled else None
    outermost = bool(CASE_WORDS.search(evidence.heading)) and not names_one_place(evidence.heading, lines.gazetteer)
    for at, label in lines.labelled:
        if not lines.is_subtitle(at):
            styles.setdefault(label.printed if label.style == labels.BULLET else label.style, []).append(at)
    for starts in styles.values():
        headings = [at for at in starts if lines.blocks[at].heading_level]  # ## 1. … with lists 1., 2. in their texts
        for chosen in {tuple(way) for way in (starts, last_of_each(lines, starts), headings)}:
            if len(chosen) >= 2:
                yield replace(_series(lines, list(chosen)), trust=2 if outermost and chosen[0] == first else 0)


def _series(lines: Lines, starts: list[int], heights: Sequence[int] = ()) -> Series:
    if not heights:
        end = min(end_of_headings(lines, starts), _end_of_section(lines, starts))
        return Series(cut(lines, starts, end=end), lines.blocks[: starts[0]], after=lines.blocks[end:])
    sections = zip(ranges(starts, len(lines)), heights, strict=True)
    return Series(tuple(item_of(lines, at, end, height) for (at, end), height in sections), lines.blocks[: starts[0]])


def _end_of_section(lines: Lines, starts: Sequence[int]) -> int:
    """Where the section that holds the items ends: 二、特色亮点 with （一）…（四） does at 三、存在的问题."""
    over = next((label for label in reversed(lines.labels[: starts[0]]) if label), None)
    below = ((at, label) for at, label in lines.labelled if at > starts[-1])
    if over is None or over.ordinal is None or any(lines.labels[at] == over for at in starts):
        return len(lines)
    inside = {label.style for label in lines.labels[starts[0] : starts[-1] + 1] if label}
    ends = (at for at, label in below if (label.style, label.ordinal) == (over.style, over.ordinal + 1))
    return len(lines) if over.style in inside else next(ends, len(lines))


def _cycles(lines: Lines) -> Series | None:
    """Titles over headings or fields that come round again: 改革背景 … 主要做法 … 改革成效, and so on."""
    keys = [_key(lines, at) for at in range(len(lines))]
    count = Counter(key for key in keys if key)
    recurring = [key if key and count[key] > 1 else None for key in keys]
    tops = [at for at, key in enumerate(recurring) if key and (at == 0 or not recurring[at - 1])]
    inside = {at for at, key in enumerate(recurring) if key}
    runs = [(at, run) for at in tops if (run := _titles_above(lines, at, inside, most=5))]
    if len(runs) < 2:
        return _forms(lines, recurring)
    height = min(run for _, run in runs[1:])
    starts = [at - _set_off_height(lines, at, min(run, height), run) for at, run in runs]
    return _series(lines, starts, [_height(lines, start, at) for start, (at, _) in zip(starts, runs, strict=True)])


def _set_off_height(lines: Lines, at: int, height: int, most: int) -> int:
    """The height of the title right above `at`: `height` lines, and those that no blank line parts from them."""
    return next((high for high in range(height, most + 1) if lines.blocks[at - high].gap_before), height)


def _key(lines: Lines, at: int) -> str | None:
    """What may come again in every item: the name of a field, or a short heading."""
    if match := _FIELD.match(lines.words[at]):
        return match["bracketed"] or match["name"]
    words = lines.words[at].strip("：: ")
    return (
        words if words and len(words) <= LONGEST_KEY and lines.is_title(at) and not lines.is_place_alone(at) else None
    )


def _titles_above(lines: Lines, at: int, inside: Collection[int], most: int = 3) -> int:
    """How many lines that read like titles stand right above the line at `at`, none of them `inside` an item."""
    run = 0
    while run < min(at, most) and lines.is_title(at - run - 1) and at - run - 1 not in inside:
        run += 1
    return run


def _height(lines: Lines, start: int, end: int) -> int:
    """How many of the lines from `start` to `end` are the title: not the body that reports it."""
    for at in range(start + 1, end):
        if is_body_line(lines.texts[at]) or OWNER_FIELD.match(lines.texts[at]):
            return at - start
    return max(1, end - start)


def _forms(lines: Lines, recurring: Sequence[str | None]) -> Series | None:
    """Fields that come round again with no title above them: the first of them holds it (事项：税务“码上办”)."""
    first = next((key for key in recurring if key), None)
    starts = [at for at, key in enumerate(recurring) if key and key == first]
    fields = [_FIELD.match(lines.texts[at]) for at in starts]
    if len(starts) < 2 or any(end - at < 3 for at, end in ranges(starts, len(lines))):
        return None
    values = [lines.texts[at][field.end() :] if field else "" for at, field in zip(starts, fields, strict=True)]
    if not all(2 <= len(value) <= 40 and value[-1] not in "。；" for value in values):
        return None
    items = []
    for (at, end), field in zip(ranges(starts, len(lines)), fields, strict=True):
        setting = [n for n in range(at + 1, end) if OWNER_FIELD.match(lines.texts[n])]
        text = tuple(lines.blocks[n] for n in range(at + 1, end) if n not in setting)
        title = lines.blocks[at].text.strip()[field.end() if field else 0 :]
        block = lines.blocks[at]
        items.append(Item(title, text, (block,), setting=tuple(lines.blocks[n] for n in setting)))
    return Series(tuple(items), lines.blocks[: starts[0]])


def _below_bylines(lines: Lines, evidence: Evidence) -> Series | None:
    """Articles of one page: a headline, perhaps with a subtitle, over each writer's name, day or source."""
    below = [
        at
        for at, block in enumerate(lines.blocks)
        if at and len(block.text) and block.text.offset(0) in evidence.below_bylines and not lines.is_title(at)
    ]
    tops = {*below, *(at for at in range(1, len(lines)) if is_meta_line(lines.texts[at]))}
    runs = [(at, run) for at in sorted(tops) if (run := _titles_above(lines, at, tops))]
    runs = [(at, run) for at, run in runs if not is_body_line(lines.texts[at - 1])]  # a signature and its date
    if len(runs) < 2 or not _have_text(lines, [at for at, _ in runs]):
        return None
    height = min(run for _, run in runs[1:])
    heights = [whole_height(lines, at, min(run, height), run, evidence) for at, run in runs]
    found = _series(lines, [at - high for (at, _), high in zip(runs, heights, strict=True)], heights)
    return replace(found, trust=4, judged=True, kind=SourceKind.NEWSPAPER)


def _have_text(lines: Lines, starts: Sequence[int]) -> bool:
    """Whether something to read stands below each place, not only an address, a day or one more name."""
    sections = ranges(starts, len(lines))
    return all(
        any(len(text) >= SHORTEST_TEXT and not is_meta_line(text) for text in lines.texts[a:b]) for a, b in sections
    )


def _over_owners(lines: Lines) -> Series | None:
    """Titles, each over a line that names the body or place it comes from, with the text below."""
    owners = {
        at
        for at in range(1, len(lines) - 1)
        if names_owner(lines.texts[at])
        and not is_meta_line(lines.texts[at + 1])
        and not names_owner(lines.texts[at - 1])
    }
    runs = [(at, run) for at in sorted(owners) if (run := _titles_above(lines, at, owners))]
    if len(runs) < 2:
        return None
    height = min(run for _, run in runs[1:])
    return _series(lines, [at - min(run, height) for at, run in runs], [min(run, height) for _, run in runs])


def _headlines(lines: Lines, evidence: Evidence) -> Series | None:
    """Lines without a number that stand over paragraphs; below a bulletin's name the first title is one of them."""
    first = 0 if DIGEST.search(evidence.masthead) else evidence.front
    starts = [at for at in range(first, len(lines)) if is_headline(lines, at)]
    return _series(lines, starts) if len(starts) > 1 else None
