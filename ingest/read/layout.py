"""Words on a page, known by their places, put in reading order: columns one after the other, lines as paragraphs.

Used for PDF and for recognised scans. Coordinates are points from the top left corner of the page, y downwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—]")
SENTENCE_END = re.compile(r"[。！？；：…][”’）》」』]*$")
LABEL = re.compile(
    r"[（(]?[一二三四五六七八九十百]{1,3}[）)、]|[（(]?\d{1,2}[）)、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节条]|[●■◆•①-⑳]"
)  # "一、", "（二）", "3."

WORD_GAP = 0.25
"""Blank between Latin words or digits, in character heights."""
WIDE_GAP = 0.6
"""Blank between Chinese characters that was set on purpose: the halves of a title."""
COLUMN_GAP = 1.05
"""Blank that may be the gutter between two columns."""
WIDEST_LABEL = 4
"""Characters by which lines below a number may stand further in."""
APART = 1.6
"""From how many times the usual step to the next line a line stands apart: the page leaves one blank."""
LEAST_LINES = 3
"""Lines each of two columns must have side by side to be columns."""
LEAST_CHARACTERS = 8
"""Characters the middle line of a column must have: shorter lines are cells of a table, or labels and values."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text on one line, without a wide blank in it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float = 1.0
    """Of a program that recognised it in a picture."""

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def pieces_of(glyphs: Iterable[Piece]) -> list[Piece]:
    """Single characters joined to pieces: those on one line up to the next wide blank."""
    return [_joined(run) for line in _lines(glyphs) for run in _runs(line)]


def page_text(pieces: Sequence[Piece]) -> str:
    """The text of a page, a line for each paragraph, with a blank line where the page leaves one."""
    return page_lines(pieces)[0]


def page_lines(pieces: Sequence[Piece]) -> tuple[str, list[tuple[int, int, float]]]:
    """The text of a page, and for each printed line where it stands in that text and the least confidence in it."""
    texts: list[str] = []
    lines: list[tuple[int, int, float]] = []
    begin = 0
    for paragraph in _paragraphs(pieces):
        text = ""
        for line in paragraph:
            text = _glued(text, line.text)
            end = begin + len(text)
            lines.append((end - len(line.text), end, line.confidence))
        texts.append(text)
        begin += len(text) + 1
    return "\n".join(texts), lines


def _paragraphs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The lines of each paragraph; an empty one where the page leaves a line blank."""
    paragraphs: list[list[Piece]] = []
    last: Piece | None = None
    full = False
    for column in _columns(list(pieces)):
        rows = _lines(column)
        lines = [_joined(row) for row in rows]
        pitch = median([b.middle - a.middle for a, b in pairwise(lines)] or [0.0])
        left, right = _margins(lines, APART * pitch)
        indents = any(line.left - left >= line.height for line in lines)
        margin = left
        for n, line in enumerate(lines):
            if last and n and LABEL.match(last.text) and _hangs(last, line):
                margin = line.left  # where the lines below a number stand that is set outside the text
            flush = abs(line.left - margin) < line.height
            ended = last and SENTENCE_END.search(last.text) and not indents  # nothing tells a new paragraph but this
            if last and full and flush and not ended and _goes_on(last, line, pitch if n else 0):
                paragraphs[-1].append(line)
            else:
                if n and last and line.middle - last.middle > APART * pitch:
                    paragraphs.append([])
                paragraphs.append([line])
                margin = left
            whole = len(rows[n]) == 1 + bool(LABEL.fullmatch(rows[n][0].text)) and len(line.text) >= LEAST_CHARACTERS
            full = whole and right - line.right < 1.6 * line.height
            last = line
    return paragraphs


def _margins(lines: Sequence[Piece], apart: float) -> tuple[float, float]:
    """Left and right margin of the text; a line that stands apart, as a page header does, may reach beyond."""
    close = [b.middle - a.middle <= apart for a, b in pairwise(lines)]
    text = [
        line
        for line, near in zip(lines, map(any, zip([False, *close], [*close, False], strict=True)), strict=True)
        if near
    ]
    return min(line.left for line in text or lines), max(line.right for line in text or lines)


def _hangs(last: Piece, line: Piece) -> bool:
    """Whether a line stands further in than the numbered one above it, by no more than a number takes."""
    return line.height <= line.left - last.left < WIDEST_LABEL * line.height and not SENTENCE_END.search(last.text)


def _goes_on(last: Piece, line: Piece, pitch: float) -> bool:
    """Whether a line that begins at the margin, after one that reached the other margin, goes on with its sentence."""
    if not 0.8 < line.height / last.height < 1.25 or (LABEL.match(line.text) and SENTENCE_END.search(last.text)):
        return False
    return not pitch or line.middle - last.middle <= 1.3 * pitch


def _lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """The pieces that stand on one line, from left to right; the lines from the top."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (piece.middle, piece.left)):
        if lines and piece.middle - lines[-1][0].middle < 0.5 * min(piece.height, lines[-1][0].height):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [sorted(line, key=lambda piece: piece.left) for line in lines]


def _runs(line: list[Piece]) -> list[list[Piece]]:
    runs = [[line[0]]]
    for before, piece in pairwise(line):
        if piece.left - before.right > COLUMN_GAP * min(before.height, piece.height):
            runs.append([])
        runs[-1].append(piece)
    return runs


def _joined(pieces: Sequence[Piece]) -> Piece:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        wide = WIDE.match(before.text[-1:]) or WIDE.match(piece.text[:1])
        gap = (piece.left - before.right) / max(before.height, piece.height)
        text += (" " if gap > (WIDE_GAP if wide else WORD_GAP) else "") + piece.text
    return Piece(
        text,
        min(piece.left for piece in pieces),
        min(piece.top for piece in pieces),
        max(piece.right for piece in pieces),
        max(piece.bottom for piece in pieces),
        min(piece.confidence for piece in pieces),
    )


def _glued(text: str, more: str) -> str:
    """Two lines of one paragraph: Latin words keep a blank between them."""
    return f"{text}{' ' if text[-1:].isalpha() and text[-1:].isascii() and more[:1].isascii() else ''}{more}"


def _columns(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces in groups that are read one after the other; each group is a column, or text over the whole width."""
    gutter = _gutter(pieces)
    if gutter is None:
        return [pieces] if pieces else []
    whole: list[Piece] = []
    band: list[list[Piece]] = []
    groups: list[list[Piece]] = []

    def close() -> None:
        nonlocal band
        left = [piece for line in band for piece in line if piece.right <= gutter]
        right = [piece for line in band for piece in line if piece.left >= gutter]
        if len(band) and left and right:
            groups.extend([*_columns(left), *_columns(right)])
        elif left or right:
            groups.append(left or right)
        band = []

    for line in _lines(pieces):
        crossing = any(piece.left < gutter < piece.right for piece in line)
        tail = bool(whole) and not band and line[-1].right < gutter and not SENTENCE_END.search(whole[-1].text)
        if crossing or tail:
            close()
            whole += line
            continue
        if whole:
            groups.append(whole)
            whole = []
        band.append(line)
    close()
    return [*groups, whole] if whole else groups


def _gutter(pieces: list[Piece]) -> float | None:
    """The x between two columns; None where the lines run over the whole width.

    It is the right end of a piece from which the most pairs of lines stand to the left and to the right.
    """
    best: tuple[int, float] | None = None
    for x in sorted({round(piece.right) + 1.0 for piece in pieces}):
        left = [piece for piece in pieces if piece.right <= x]
        right = [piece for piece in pieces if piece.left >= x]
        crossing = [piece for piece in pieces if piece.left < x < piece.right]
        rows = _side_by_side(left, right)
        if rows < LEAST_LINES or rows <= len(crossing) / 2 or not _is_text(left) or not _is_text(right):
            continue
        if best is None or rows - len(crossing) > best[0]:
            best = rows - len(crossing), x
    return best and best[1]


def _side_by_side(left: list[Piece], right: list[Piece]) -> int:
    """Lines on the left that have text beside them on the right."""
    return sum(any(one.top < other.bottom and other.top < one.bottom for other in right) for one in left)


def _is_text(pieces: list[Piece]) -> bool:
    return bool(pieces) and median(len(piece.text) for piece in pieces) >= LEAST_CHARACTERS
