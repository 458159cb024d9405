"""Names of one form: made of the same words in whatever order, where general words stand for their like.

员工权益 and 职工权益, 科技成果产业化 and 转化科技成果: nobody could list them all.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

Form = tuple[str, ...]
"""The words of a name, sorted, each general word as the first of its like."""

LONGEST = 14
"""Characters of the longest name that is looked into."""


class Forms:
    """Tells which of the `names` have the form of another; `alike` are general words that stand for one another."""

    def __init__(self, alike: Iterable[Iterable[str]], names: Iterable[str]) -> None:
        self._first = {word: words[0] for words in map(tuple, alike) for word in words}
        self._longest = max(map(len, self._first), default=0)
        self._names: defaultdict[Form, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            if form := self._form(name):
                self._names[form].append(name)

    def like(self, text: str) -> tuple[str, ...]:
        """The names that have the form of a text."""
        form = self._form(text)
        return tuple(name for name in self._names.get(form, ()) if name != text) if form else ()

    def _form(self, text: str) -> Form:
        """Empty where nothing in the text is general, or all of it is one general word."""
        if len(text) > LONGEST:
            return ()
        words: list[str] = []
        between = 0
        at = 0
        while at < len(text):
            if word := self._general_at(text, at):
                words += filter(None, (text[between:at], self._first[word]))
                at = between = at + len(word)
            else:
                at += 1
        words += filter(None, (text[between:],))
        return tuple(sorted(set(words))) if len(words) > 1 else ()

    def _general_at(self, text: str, at: int) -> str:
        ends = range(min(len(text), at + self._longest), at + 1, -1)
        return next((text[at:end] for end in ends if text[at:end] in self._first), "")
