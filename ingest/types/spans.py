"""Text that knows where it was read: every character carries its offset in the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_BREAK = re.compile(r"\n")
OFFSET = "i"
"""Array type of offsets: 32 bits, since a large document keeps several texts with one for each character."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of character offsets in the source text as read."""

    start: int
    end: int


class SpannedText:
    """A string whose every character knows its offset in the source.

    Immutable. Slicing, joining, substituting and stripping give new ones whose offsets still hold, however often text
    was moved or cut. A character that was put in (a full stop for a half-width one is *replaced*, not put in) takes
    the offset of the character before it.
    """

    __slots__ = ("_offsets", "text")

    def __init__(self, text: str, offsets: Iterable[int]) -> None:
        self.text = text
        self._offsets = offsets if isinstance(offsets, array) else array(OFFSET, offsets)
        if len(self._offsets) != len(text):
            raise ValueError(f"{len(text)} characters but {len(self._offsets)} offsets")

    @classmethod
    def of_source(cls, text: str) -> SpannedText:
        """The source itself: each character at its own place."""
        return cls(text, array(OFFSET, range(len(text))))

    @classmethod
    def join(cls, parts: Iterable[SpannedText]) -> SpannedText:
        """The parts one after the other, nothing between them."""
        texts: list[str] = []
        offsets = array(OFFSET)
        for part in parts:
            texts.append(part.text)
            offsets.extend(part._offsets)
        return cls("".join(texts), offsets)

    @classmethod
    def running(cls, parts: Iterable[SpannedText]) -> SpannedText:
        """The parts, halves of sentences, as one text: two Latin words keep a blank between them."""
        spaced: list[SpannedText] = []
        for part in parts:
            if spaced and _is_latin(spaced[-1].text[-1:]) and _is_latin(part.text[:1]):
                spaced.append(cls(" ", (spaced[-1].offset(len(spaced[-1]) - 1),)))
            spaced.append(part)
        return cls.join(spaced)

    @classmethod
    def paragraphs(cls, texts: Iterable[SpannedText]) -> SpannedText:
        """The texts joined by line breaks, empty ones left out; a break has the offset of the character before it."""
        parts: list[SpannedText] = []
        for text in texts:
            if parts and text:
                parts.append(cls("\n", (parts[-1].offset(len(parts[-1]) - 1),)))
            if text:
                parts.append(text)
        return cls.join(parts)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"SpannedText({self.text!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SpannedText) and (self.text, self._offsets) == (other.text, other._offsets)

    def __hash__(self) -> int:
        return hash((self.text, self._offsets.tobytes()))

    def __getitem__(self, key: slice) -> SpannedText:
        return SpannedText(self.text[key], self._offsets[key])

    def __add__(self, other: SpannedText) -> SpannedText:
        return SpannedText.join((self, other))

    def offset(self, index: int) -> int:
        """The source offset of the character at `index`."""
        return self._offsets[index]

    def strip(self, characters: str | None = None) -> SpannedText:
        start = len(self.text) - len(self.text.lstrip(characters))
        return self[start : max(start, len(self.text.rstrip(characters)))]

    def sub(self, pattern: re.Pattern[str], replacement: str) -> SpannedText:
        """`re.sub` with a literal replacement; its characters take the offsets of the match, the last repeated."""
        texts: list[str] = []
        offsets = array(OFFSET)
        at = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            texts += [self.text[at:start], replacement]
            offsets.extend(self._offsets[at:start])
            if replacement:
                own = self._offsets[start:end] or self._offsets[max(start - 1, 0) : start] or array(OFFSET, [0])
                offsets.extend(own[min(i, len(own) - 1)] for i in range(len(replacement)))
            at = end
        texts.append(self.text[at:])
        offsets.extend(self._offsets[at:])
        return SpannedText("".join(texts), offsets)

    def rewritten(self, text: str) -> SpannedText:
        """Other characters at the same places; `ValueError` where they are not as many."""
        return SpannedText(text, self._offsets)

    def split(self, pattern: re.Pattern[str]) -> list[SpannedText]:
        """The pieces between matches of `pattern`."""
        pieces, at = [], 0
        for match in pattern.finditer(self.text):
            pieces.append(self[at : match.start()])
            at = match.end()
        return [*pieces, self[at:]]

    def lines(self) -> list[SpannedText]:
        """The lines, their breaks left out."""
        return self.split(_BREAK)

    def spans(self) -> tuple[Span, ...]:
        """The source ranges this text was read from, in reading order; gaps of a few dropped blanks are closed."""
        return tuple(_runs(self._offsets))


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _runs(offsets: array[int]) -> Iterator[Span]:
    """Ascending offsets as ranges; a step of up to 4 characters (a dropped line break or mark) stays in one range."""
    start = previous = None
    for offset in offsets:
        if start is None or previous is None:
            start = offset
        elif not 0 <= offset - previous <= 5:
            yield Span(start, previous + 1)
            start = offset
        previous = offset
    if start is not None and previous is not None:
        yield Span(start, previous + 1)


NO_TEXT = SpannedText("", ())
"""Nothing, printed nowhere."""
