"""A question cut into its parts: words between blanks, phrases in quotes, what is excluded or bound to the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalogue.search.text.fold import fold

QUOTES = '"“”„‟«»「」『』＂〝〞'
PART = re.compile(
    rf"(?<!\S)(?P<minus>[-－])?(?P<field>(?:标题|標題)[:：]\s*)?"
    rf"(?:[{QUOTES}](?P<phrase>[^{QUOTES}]+)[{QUOTES}](?!\S)|(?P<word>\S+))"
)
"""“获得 电力”, 长沙, -长沙, －"长沙", 标题:获得电力, 標題：“获得 电力”, -标题:长沙, 推“一件事”."""

NUMBER = re.compile(r"-[0-9]")
"""A folded text that begins like a negative number or the end of a range: -50%, -4月."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a question: `text` folded, `span` where it stands in the question."""

    text: str
    span: tuple[int, int]
    quoted: bool = False
    excluded: bool = False
    in_title: bool = False

    @property
    def is_free(self) -> bool:
        """Whether it may be read, widened and put right: neither quoted nor excluded nor bound to the title."""
        return not (self.quoted or self.excluded or self.in_title)


def parts(question: str) -> list[Part]:
    """The parts of a question in order, without those that hold nothing but marks beside others that hold more.

    A question that is nothing but one excluded number is that number: “-50%” stands in texts.
    """
    found = list(_parts(question))
    if len(found) == 1 and found[0].excluded and NUMBER.match(whole := fold(question)):
        return [Part(whole, found[0].span)]
    telling = [part for part in found if any(character.isalnum() for character in part.text)]
    return telling or found


def _parts(question: str) -> Iterator[Part]:
    for match in PART.finditer(question):
        text = fold(match["phrase"] or match["word"])
        if text and (match["phrase"] or not match["minus"] or text.strip('-"')):
            yield Part(
                text, match.span(), bool(match["phrase"]), excluded=bool(match["minus"]), in_title=bool(match["field"])
            )
        elif whole := fold(match[0]):
            yield Part(whole, match.span())
