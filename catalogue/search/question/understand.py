"""What a question means: its words put right, widened, and told from places, indicators and years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from itertools import groupby

from tantivy import Query

from catalogue.models.validators import EARLIEST_YEAR, latest_year
from catalogue.search.query import Read, Widening
from catalogue.search.text.fold import fold, fold_by_phrases

from .engine import Unit, holding, most_of_query, preferring, text_query
from .known import Known
from .mending import Mending, mending
from .parts import Part, parts
from .spelling import without_tones
from .terms import Term, Way, Word, each_way_once, words_to_find
from .units import units_of
from .widening import Widened
from .words import ABOUT_CASES, ASKING_IN_ENGLISH, FIGURE, NUMBERS, YEAR, YEARS, words_of

MOST_TOGETHER = 5
"""Words that a name is made of at most: 湘江|新区."""
LATIN, LETTERS = re.compile("[a-z]"), re.compile("[a-z]+(?:-[a-z]+)*")
LATIN_OR_NOT = re.compile(r"[a-z]+|[^a-z]+")
OFTEN = 1_000
"""Cases above which the words of a part are not looked for in a row: at a million that takes longest of all."""
COMMON = 3
"""A word that more than one in so many cases hold tells little."""
FEW_ANSWERS = 5
"""Cases below which a sentence is answered with those that hold most of its words, too."""
MOST_SHARE = 0.51
"""The least share of a sentence's words, rare ones weighing more, or of the parts of a question, that a case must hold
where none holds all."""


@dataclass(frozen=True)
class Understood:
    """A question as the index is asked it, and how it came to be so."""

    terms: tuple[Term, ...]
    text: Query | None
    """None where nothing is asked for."""
    widened: tuple[Widening, ...] = ()
    read: tuple[Read, ...] = ()
    units: tuple[Unit, ...] = ()
    """What a case may hold or miss, where not all that are found hold all."""
    complete: int | None = None
    """How many cases hold all of the words, where that is so few that those that hold most are asked for too."""


def understand(question: str, without: Iterable[str], known: Known) -> Understood:
    """What to ask the index for; `without` are the words that the reader does not want added or put in place."""
    return _Reader(known, frozenset(map(fold, without))).understood(question)


@dataclass
class _Reader:
    """Reads one question against one state of the index."""

    known: Known
    without: frozenset[str]
    taken: list[Read] = field(default_factory=list)

    @cached_property
    def _widening(self) -> Widened:
        return Widened(self.known, self.without)

    def understood(self, question: str) -> Understood:
        terms = tuple(dict.fromkeys(self._terms(self._put_right(parts(question)))))
        if not terms:
            return Understood((), None)
        terms = self._widening.with_ways(terms)
        text = text_query(terms)
        if (apart := each_way_once(terms)) != terms:
            text = preferring(text, text_query(apart))
        complete: int | None = None
        units: tuple[Unit, ...] = ()
        enough = FEW_ANSWERS if _is_sentence(terms) else 1
        if len(words_to_find(terms)) > 1 and (found := self.known.count(text)) < enough:
            units = units_of(terms, self.known)
            if wider := self._most_of(text, terms, units, found):
                text, complete = wider, found
        return Understood(terms, text, tuple(self._widening.widened), tuple(self.taken), units, complete)

    def _most_of(self, text: Query, terms: Sequence[Term], units: Sequence[Unit], found: int) -> Query | None:
        """What finds more than the `found` cases that hold all: most of the units; or else, where nothing was found,
        most of those that say by themselves what is asked about: 倒闭 of 厂子倒闭了怎么收场.
        """
        matters = [] if found else [unit for unit in units if self.known.names_a_matter(unit.text)]
        queries = (most_of_query(text, terms, held, MOST_SHARE) for held in (units, matters) if held)
        return next((query for query in queries if self.known.count(query) > found), None)

    # --- putting right

    def _put_right(self, given: Sequence[Part]) -> Iterator[Part | Term]:
        """The parts, those that no case prints read as what was meant: English, pinyin, initials, slips."""
        for latin, run in groupby(map(self._simplified, given), _is_latin):
            found = list(run)
            if latin:
                yield from self._least_aside(list(self._read_latin(found)))
            else:
                for part in found:
                    yield from self._read_part(part)

    def _simplified(self, part: Part) -> Part:
        """The part in Simplified characters by their context, where it is printed only so: 瞭解 for 了解."""
        text = fold_by_phrases(part.text)
        return part if text == part.text or self.known.count(holding(part.text)) else replace(part, text=text)

    def _read_latin(self, run: list[Part]) -> Iterator[Part | Term]:
        """The longest runs of words in Latin letters that mean something together: getting electricity, huo de."""
        at = 0
        telling = [part for part in run if part.text.removesuffix("s") not in ASKING_IN_ENGLISH]
        while at < len(run):
            for end in range(len(run), at, -1):
                joined = without_tones("".join(part.text for part in run[at:end]))
                asked = " ".join(part.text for part in run[at:end])
                if end - at == 1 and telling and run[at] not in telling:
                    pass
                elif names := [name for name in self.known.jargon.in_chinese(joined) if name not in self.without]:
                    yield self._instead(asked, names)
                elif end - at == 1 and self.known.printed(run[at].text):
                    yield run[at]
                elif meant := self._spelt(joined):
                    yield from self._several(asked, meant, run[at].span)
                else:
                    continue
                at = end
                break
            else:
                yield run[at]
                at += 1

    def _least_aside(self, read: Sequence[Part | Term]) -> Iterator[Part | Term]:
        """What English words were read as; those that say little need not be found beside one that says more."""
        terms = [each for each in read if isinstance(each, Term)]
        telling = [term for term in terms if self._is_telling(term.text)]
        least = [term for term in terms if term not in telling]
        for each in read:
            if telling and each in least:
                continue
            if telling and each == telling[0]:
                aside = (replace(word, optional=True) for term in least for word in term.words)
                each = replace(telling[0], words=(*telling[0].words, *aside))  # noqa: PLW2901
            yield each

    def _instead(self, asked: str, names: Sequence[str]) -> Term:
        """A term for one name, or for any of several that are meant alike; the text as typed counts too."""
        self.taken.append(Read(asked, tuple(names)))
        typed = [asked] if self.known.cases_with(asked) else []
        also = tuple(self.known.way(name, 1.0) for name in (*names[1:], *typed))
        subjects = tuple(slug for name in names for slug in self.known.jargon.subjects(name))
        return Term(names[0], (replace(self._word(names[0]), also=also, subjects=subjects),))

    def _several(self, asked: str, names: Sequence[str], span: tuple[int, int]) -> Iterator[Part]:
        self.taken.append(Read(asked, tuple(names), in_a_row=True))
        yield from (Part(name, span) for name in names)

    def _spelt(self, latin: str) -> list[str]:
        """What is spelt so, in pinyin or by initials, and stands in some case; the words one after the other."""
        spelling = self.known.jargon.spelling
        for found in (spelling.read(latin), self._mending.spelling.read(latin)):
            if names := [name for name in found if name not in self.without and self._finds(name)]:
                return [self._commonest(names[0])]
        for words in (spelling.read_in_a_row(latin), self._mending.spelling.read_in_a_row(latin)):
            if words and not self.without.intersection(words):
                return [self._commonest(word) for word in words]
        return []

    def _commonest(self, name: str) -> str:
        """Of the words of the field that are read like one, that which most cases print: shuiwu is 税务, not 水务."""
        alike = (word for word in self.known.jargon.spelling.sounding_like(name) if word not in self.without)
        return max((name, *alike), key=self.known.printed)

    def _finds(self, name: str) -> bool:
        return bool(self.known.printed(name) or self.known.jargon.subjects(name))

    def _read_part(self, part: Part) -> Iterator[Part | Term]:
        typed = without_tones(part.text)
        letters = LATIN.search(typed)
        if not part.is_free or (letters and self.known.printed(part.text)):
            yield part
        elif letters and (names := self._spelt(typed) if typed.isascii() else self._mixed(typed)):
            yield from self._several(part.text, names, part.span)
        else:
            yield replace(part, text=self._mended(part.text))

    def _mixed(self, typed: str) -> list[str]:
        """What is typed half in characters, half in pinyin or initials: a name (hd电力) or several (changsha办电)."""
        names = self.known.jargon.spelling.mixed(typed)
        if whole := next((name for name in names if name not in self.without and self._finds(name)), ""):
            return [whole]
        pieces = LATIN_OR_NOT.findall(typed)
        spelt = [self._spelt(piece) if piece.isascii() else [piece] for piece in pieces]
        return [name for names in spelt for name in names] if len(pieces) > 1 and all(spelt) else []

    @cached_property
    def _mending(self) -> Mending:
        return mending(self.known.searcher, self.known.analyser)

    def _mended(self, text: str) -> str:
        """The text with what finds nothing, and differs by one slip from what does, put right."""
        words = words_of(text, self._cut)
        blank = [word for word in words if not self._finds_by_itself(word)]
        if len(text) == 2 and len(words[0]) == 1:  # 公给: no character of it may be left out
            blank = [text]
        if blank and self.known.printed(text):
            return text
        for slip, name in self._mending.slips(text, blank, self.known.jargon, self.known.analyser, self._finds_about):
            if name not in self.without:
                self.taken.append(Read(slip, (name,)))
                text = text.replace(slip, name)
        return text

    def _finds_about(self, text: str) -> int:
        """About how many cases print a text; one for a word of the field that finds others by what it means."""
        return self.known.printed(text) or int(bool(self.known.jargon.groups(text)) and self._finds_by_itself(text))

    def _finds_by_itself(self, text: str) -> bool:
        word = self._word(text)
        if word.places or word.subjects or word.years or self.known.printed(text):
            return True
        groups = (*self.known.jargon.groups(text), *self.known.jargon.further_groups(text))
        return any(self.known.cases_with(other) for group in groups for other in group.words)

    # --- words

    def _terms(self, given: Iterable[Part | Term]) -> Iterator[Term]:
        for part in given:
            if isinstance(part, Term):
                yield part
            elif part.quoted or part.in_title:
                yield Term(part.text, excluded=part.excluded, in_title=part.in_title)
            elif part.excluded:
                yield Term(part.text, (self._named(part.text),), excluded=True)
            elif (
                FIGURE.search(part.text)
                and not (YEAR.search(part.text) or YEARS.search(part.text))
                and self.known.printed(part.text)
            ):
                yield Term(part.text, (self._word(part.text),))  # who types a figure wants just that
            else:
                words = tuple(self._words(part.text))
                yield Term(part.text, words, often=all(self._is_often_found(word) for word in words))

    def _words(self, text: str) -> Iterator[Word]:
        """The words of a part; those that say little need not be found beside others of the part that say more."""
        found = words_of(text, self._cut)
        if len(found) > 1 or not self.known.printed(found[0]):  # a whole part that finds something is one word: 减材料
            apart = list(dict.fromkeys(inner for word in found for inner in self._apart(word)))
            found = [word for word in apart if len(word) > 1] or [text]  # single characters stand everywhere
        telling = [word for word in found if self._is_telling(word)]
        for word in found:
            optional = bool(telling) and word not in telling
            yield replace(self._word(word), optional=optional, parts=self._parts(word))

    def _parts(self, word: str) -> tuple[Word, ...]:
        """The words that one was joined from, since together they have the form of a name."""
        if self._is_name(word) or not self.known.jargon.groups_like(word):
            return ()
        apart = [part for part in words_of(word, partial(self._cut, alike=False)) if len(part) > 1]
        return tuple(map(self._word, apart)) if len(apart) > 1 else ()

    def _is_often_found(self, word: Word) -> bool:
        """Whether whatever prints a word is found by it, and much: its neighbours then only add to the order."""
        return word.known and (word.optional or self.known.cases_with(word.text) > OFTEN)

    def _apart(self, word: str) -> Sequence[str]:
        """The words that a word was joined from; a word that finds nothing is one of the field and another."""
        cut = [word] if NUMBERS.fullmatch(word) else self._cut(word)
        if len(cut) == len(word) > 1:  # 脑机: not two characters that stand everywhere, but a word that nobody knows
            return cut if self.known.printed(word) else [word]
        if cut != [word] or self._finds_by_itself(word):
            return cut
        return [inner for half in self._halves(word) for inner in self._apart(half)] or [word]

    def _halves(self, word: str) -> tuple[str, ...]:
        """Two words that make up a word, one of them of the field: 注册|商标; none where there are no such."""
        both = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
        known = (halves for halves in both if all(map(self.known.analyser.indexes, halves)))
        return next((halves for halves in known if any(map(self.known.jargon.groups, halves))), ())

    def _cut(self, text: str, *, alike: bool = True) -> list[str]:
        """The words of a folded text, those that make up a name of a place or of the field together again.

        With `alike` those, too, that together have the form of one.
        """
        if LATIN.match(text) and text.isalnum() and text.isascii():
            return [text]  # app is no part of apprenticeship
        cut = self.known.analyser.cut(text)
        words: list[str] = []
        at = 0
        while at < len(cut):
            ends = range(min(len(cut), at + MOST_TOGETHER), at + 1, -1)
            end = next(
                (end for end in ends if self._are_name(cut[at:end], alike=alike, alone=end - at == len(cut))), at + 1
            )
            words.append("".join(cut[at:end]))
            at = end
        return words

    def _is_name(self, text: str) -> bool:
        known = self.known.jargon.vocabulary
        return self.known.jargon.has(text) or bool(known.find_subjects(text) or known.find_places(text))

    def _are_name(self, words: Sequence[str], *, alike: bool, alone: bool) -> bool:
        """Whether words in a row make up a name; or have the form of one that cases print, where they say something or
        stand `alone`.
        """
        text = "".join(words)
        if self._is_name(text) and (len(words) == 1 or self._finds_by_itself(text)):
            return True
        like = [other for group in self.known.jargon.groups_like(text) for other in group.words] if alike else []
        return (
            any(map(self.known.cases_with, like))
            and (alone or any(map(self._is_telling, words)))
            and not any(map(self.known.jargon.vocabulary.find_places, words))
        )

    def _is_telling(self, word: str) -> bool:
        """Whether a word tells one case from another: not a single character, nor what a third of all cases hold."""
        if NUMBERS.fullmatch(word):
            return True
        if len(word) == 1 or word in ABOUT_CASES or self.known.jargon.is_everyday(word):
            return False
        return self.known.cases_with(word) * COMMON <= max(self.known.cases, COMMON)

    def _word(self, text: str) -> Word:
        if years := _years(text):
            return self._year(text, years)
        return Word(
            text,
            places=() if text.isascii() else self._places(text),
            subjects=tuple(slug for slug in self.known.jargon.subjects(text) if self._is_wanted(slug)),
            known=self.known.analyser.indexes(text),
            by_chance=self.known.is_made_by_chance(text),
        )

    def _named(self, text: str) -> Word:
        """A word with what it names in full, not what it means: 专利 is no name of the indicator 知识产权."""
        word = self._word(text)
        names = self.known.jargon.vocabulary.subjects
        return replace(word, subjects=tuple(slug for slug in word.subjects if fold(names[slug].name) == text))

    def _year(self, text: str, years: tuple[int, int]) -> Word:
        """A year or range; the digits of a year are a word of the index, so that 2021年 need not be found in a row."""
        digits = text[:4] if years[0] == years[1] else ""
        often = self.known.cases_with(digits) > OFTEN
        return Word(text, (Way(digits, 1.0),) if digits else (), years=years, known=often)

    def _is_wanted(self, slug: str) -> bool:
        """Whether the reader has not removed an indicator by its name."""
        return fold(self.known.jargon.vocabulary.subjects[slug].name) not in self.without

    def _places(self, text: str) -> tuple[str, ...]:
        """Codes of the regions that a word names, and of those that took the place of former ones."""
        found: dict[str, None] = {}
        waiting = [place.code for place in self.known.jargon.vocabulary.find_places(text)]
        while waiting:
            place = self.known.jargon.vocabulary.places[waiting.pop()]
            waiting += [place.successor] if place.successor and place.successor not in found else []
            found[place.code] = None
        return tuple(found)


def _is_latin(part: Part) -> bool:
    return part.is_free and LETTERS.fullmatch(without_tones(part.text)) is not None


def _is_sentence(terms: Sequence[Term]) -> bool:
    """Whether something was asked in one breath, whose words the reader may not mean one by one: 怎么缩短接电时间."""
    return any(sum(not word.optional for word in term.words) > 1 for term in terms)


def _years(text: str) -> tuple[int, int] | None:
    """The year or range of years that a word is, where cases can be of them."""
    if match := YEARS.fullmatch(text):
        first, last = sorted(map(int, match.groups()))
    elif YEAR.fullmatch(text):
        first = last = int(text[:4])
    else:
        return None
    return (first, last) if first >= EARLIEST_YEAR and last <= latest_year() else None
