"""How texts are read aloud: pinyin and its initials, for those who type letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from pypinyin import Style, lazy_pinyin, pinyin

HAN = re.compile(r"[\u3400-\u9fff]")
LETTERS = re.compile(r"[a-z]+")
RUNS = re.compile(r"[a-z]+|[^a-z]+")
"""Letters and what stands between them: 获得dianli → 获得, dianli."""
SOUNDED = re.compile(r"[a-z]+|[\u3400-\u9fff]+")
"""Letters and Chinese characters, without the figures and marks between them: “一件事”次 → 一件事, 次."""

SYLLABLE_BEGUN = re.compile(
    r"(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?"
    r"(?:ang?|ao?|ai|eng?|er?|ei|ia(?:ng?|o)?|in?g?|io(?:ng?)?|ie|iu|on?g?|ou|ua(?:ng?|i)?|u[eino]?|v[en]?)?"
)
"""One syllable of pinyin, or its beginning: x, xia, xian; not hd, xiany."""
LONGEST_SYLLABLE = 6
VOWEL = re.compile("[aeiouv]")
WORDS_KEPT = 30_000
"""Words whose reading is remembered: most of those that texts are made of."""
SHORTEST_INSIDE = 3
"""Letters of the shortest initials that are looked for anywhere: two stand together in most texts."""


def say_little(letters: str) -> bool:
    """Whether letters stand in so many texts that only the beginning of one is meant: two initials, one syllable."""
    return len(letters) < SHORTEST_INSIDE or bool(SYLLABLE_BEGUN.fullmatch(letters))


def syllable_ends(letters: str) -> list[int]:
    """Where a syllable may end in letters that are syllables throughout, the last perhaps only begun; else nothing."""
    ends = {0}
    for start in range(len(letters)):
        if start in ends:
            lengths = range(1, min(LONGEST_SYLLABLE, len(letters) - start) + 1)
            parts = (letters[start : start + length] for length in lengths)
            ends |= {start + len(part) for part in parts if SYLLABLE_BEGUN.fullmatch(part) and VOWEL.search(part)}
    return sorted(ends - {0}) if any(SYLLABLE_BEGUN.fullmatch(letters[start:]) for start in ends) else []


def _as_they_are(unread: str) -> Any:
    return list(unread)


@lru_cache(maxsize=WORDS_KEPT)
def syllables(folded: str) -> tuple[str, ...]:
    """How each character of a folded word is read, tones aside: 电力 → dian, li. Others than Chinese are themselves."""
    read = tuple(lazy_pinyin(folded, errors=_as_they_are))
    return read if len(read) == len(folded) else tuple(folded)


def syllables_of(folded: str, words: Iterable[str]) -> tuple[str, ...]:
    """How each character of a folded text is read that these words make up; the words tell 银行 from 行动."""
    read = tuple(syllable for word in words for syllable in syllables(word))
    return read if len(read) == len(folded) else syllables(folded)


def split_reading(reading: str, folded: str) -> tuple[str, ...]:
    """The syllables of a name whose reading is known as a whole: chongqing, 重庆 → chong, qing."""
    if not folded:
        return ()
    for syllable in pinyin(folded[0], style=Style.NORMAL, heteronym=True)[0]:
        if reading.startswith(syllable):
            rest = split_reading(reading[len(syllable) :], folded[1:])
            if len(rest) == len(folded) - 1 and "".join(rest) == reading[len(syllable) :]:
                return (syllable, *rest)
    return ()


def spellings(folded: str, words: Sequence[str]) -> Iterator[str]:
    """What a folded text of these words is indexed by for those who are still typing, each once.

    How it begins, marked; each word's pinyin from each of its characters on; each word's initials. Whatever run of the
    text is typed, it ends a word, goes on with whole words and begins another (dianli|jieru of 获得电力|接入), or it
    begins what is left of one word.
    """
    found = dict.fromkeys(_beginnings(folded, syllables_of(folded, words)))
    return iter(found | dict.fromkeys(spelling for word in words for spelling in _spellings_of_word(word)))


@lru_cache(maxsize=WORDS_KEPT)
def _spellings_of_word(word: str) -> tuple[str, ...]:
    if LETTERS.fullmatch(word):
        return (word,)
    if not HAN.search(word):
        return ()
    read = syllables(word)
    initials = ("".join(syllable[0] for syllable in read),) if len(read) > 1 else ()
    return *("".join(read[start:]) for start in range(len(read))), *initials


def _beginnings(folded: str, read: Sequence[str]) -> Iterator[str]:
    """A text's first character, its pinyin, that one's initial and the first two: 获得电力 → 获, huo, h, hd."""
    if folded:
        yield from (beginning(start) for start in (folded[0], read[0], read[0][0]))
        if len(read) > 1:
            yield beginning(read[0][0] + read[1][0])


def beginning(start: str) -> str:
    """The mark of a text that begins so; of letters, of all texts with marks that begin so."""
    return f"^{start}"


def spelled(typed: str, folded: str, read: Sequence[str]) -> tuple[int, int] | None:
    """Where a folded text spells what was typed; None where it does not.

    Each of its characters may be typed as it is, as its pinyin or as the initial of that; the last may be begun only:
    获得电力 spells 得电, huodedianl, hddl and 获得dianl. `read` is how each character is read.
    """
    for start in range(len(folded)):
        if end := _spelled_from(start, typed, folded, read):
            return start, end
    return None


def _spelled_from(start: int, typed: str, folded: str, read: Sequence[str]) -> int | None:
    reached = {0}
    for at in range(start, len(folded)):
        further = set()
        for done in reached:
            rest = typed[done:]
            sound = read[at]
            if rest == folded[at] or sound.startswith(rest):
                return at + 1
            for part in {folded[at], sound, sound[:1]}:
                if rest.startswith(part):
                    further.add(done + len(part))
        if not further:
            return None
        reached = further
    return None
