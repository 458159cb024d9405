"""From a query string to a validated question: the one way in for pages, API, feeds and exports."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from catalogue.models import CaseStudy, Source
from catalogue.models.validators import EARLIEST_YEAR, latest_year
from catalogue.search import find_all
from catalogue.search.query import MISSING, NO_YEAR, CaseQuery, Sort
from catalogue.search.sentence import in_words
from catalogue.search.text.fold import fold
from catalogue.search.vocabulary import Place, Vocabulary, current

LONGEST_QUESTION = 200
"""Characters a search box takes: a paragraph to look for, not a document."""
MOST_VALUES = 100
"""Values one filter takes; more is no choice any more."""
LONGEST_VALUE = 80
"""Characters a region, indicator, year or source takes; the longest path of names has about 40."""

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")
"""Control characters and lone surrogates, which neither a page nor a database takes: "电\\x00力"."""
YEAR = re.compile(r"(?P<year>[0-9]{4})年?")
"""A single year: 2021, 2021年."""
YEARS = re.compile(r"(?P<first>[0-9]{4})?年?\s*[-–—－~～至到]+\s*(?P<last>[0-9]{4})?年?")
"""A range of years, either end left open: 2019-2021, 2019—2021年, 2019-, -2021."""
PRIMARY_KEY = re.compile(r"[0-9]{1,18}")
"""A number that fits a 64-bit key: 17."""


def printable(text: str) -> str:
    """The text with control characters and lone surrogates turned into blanks, and no blanks around it."""
    return UNPRINTABLE.sub(" ", text).strip()


class ManyValues(forms.SelectMultiple):
    """Reads every value given under a name, from a query string as from a plain dictionary."""

    def value_from_datadict(self, data: Mapping[str, Any], files: object, name: str) -> list[str]:
        values = data.getlist(name) if isinstance(data, MultiValueDict) else data.get(name, [])
        values = [values] if isinstance(values, str | int) else values or []
        return [text for value in values if (text := printable(str(value)))]


class ManyField(forms.Field):
    """Values that are each read by `read_one`; wrong ones are all named, so that one look mends them."""

    widget = ManyValues

    def read_all(self, values: list[str]) -> Iterable[Any]:
        """What the values mean.

        Raises:
            ValidationError: some of them mean nothing.
        """
        raise NotImplementedError

    def clean(self, value: list[str] | None) -> tuple[Any, ...]:
        values = list(dict.fromkeys(value or ()))
        if len(values) > MOST_VALUES:
            raise ValidationError(_("最多选 %(most)s 项。"), params={"most": MOST_VALUES})
        if too_long := [text for text in values if len(text) > LONGEST_VALUE]:
            raise ValidationError(
                _("“%(start)s…”太长，最多 %(most)s 个字。"), params={"start": too_long[0][:20], "most": LONGEST_VALUE}
            )
        return tuple(dict.fromkeys(self.read_all(values)))


def _each(values: list[str], read_one: Callable[[str], Any]) -> list[Any]:
    """Every value read; the errors of all that could not be read are raised together."""
    found, errors = [], []
    for value in values:
        try:
            found.append(read_one(value))
        except ValidationError as error:
            errors.append(error)
    if errors:
        raise ValidationError(errors)
    return found


class RegionField(ManyField):
    """Codes of regions, given by code, name, short name, alias or path (广州市南沙区); `MISSING` for none."""

    def read_all(self, values: list[str]) -> Iterable[str]:
        vocabulary = current()
        return _each(values, lambda text: _one_region(text, vocabulary))


def _one_region(text: str, vocabulary: Vocabulary) -> str:
    if text == MISSING:
        return MISSING
    places = vocabulary.find_places(text)
    if not places:
        raise ValidationError(_("没有这个地区：%(text)s。"), params={"text": text})
    if len(places) > 1:
        raise ValidationError(
            _("“%(text)s”有 %(n)s 个：%(list)s。请用代码指明。"),
            params={"text": text, "n": len(places), "list": _listed(places, vocabulary)},
        )
    return places[0].code


def _listed(places: Iterable[Place], vocabulary: Vocabulary) -> str:
    """Where each of them lies, with its code: “广东省 › 广州市 › 南沙区（440115）、…”."""
    return "、".join(f"{vocabulary.path_name(place.code)}（{place.code}）" for place in places)


class IndicatorField(ManyField):
    """Slugs of indicators, given by slug, name or alias (办电); `MISSING` for none."""

    def read_all(self, values: list[str]) -> Iterable[str]:
        vocabulary = current()
        return _each(values, lambda text: _one_indicator(text, vocabulary))


def _one_indicator(text: str, vocabulary: Vocabulary) -> str:
    if text == MISSING:
        return MISSING
    subjects = vocabulary.find_subjects(text)
    if not subjects:
        raise ValidationError(_("没有这个指标：%(text)s。"), params={"text": text})
    if len(subjects) > 1:
        names = "、".join(subject.name for subject in subjects)
        raise ValidationError(_("“%(text)s”可指：%(names)s。请写全称。"), params={"text": text, "names": names})
    return subjects[0].slug


class YearField(ManyField):
    """Inclusive ranges of years: `2021`, `2019-2021`, and open ones (`2019-`); `NO_YEAR` for none."""

    def read_all(self, values: list[str]) -> Iterable[tuple[int, int]]:
        return _each(values, _one_range)


def _one_range(text: str) -> tuple[int, int]:
    if text == MISSING:
        return NO_YEAR
    first, last = EARLIEST_YEAR, latest_year()
    if match := YEAR.fullmatch(text):
        ends = (int(match["year"]), int(match["year"]))
    elif (match := YEARS.fullmatch(text)) and (match["first"] or match["last"]):
        ends = (int(match["first"] or first), int(match["last"] or last))
    else:
        raise ValidationError(_("看不懂这个年份：%(text)s。请写成 2021 或 2019-2021。"), params={"text": text})
    if not all(first <= end <= last for end in ends):
        raise ValidationError(
            _("年份应在 %(first)s 年至 %(last)s 年之间：%(text)s。"),
            params={"first": first, "last": last, "text": text},
        )
    return min(ends), max(ends)


class SourceField(ManyField):
    """Primary keys of sources."""

    def read_all(self, values: list[str]) -> Iterable[int]:
        keys = {text: int(text) for text in values if PRIMARY_KEY.fullmatch(text)}
        known = set(Source.objects.filter(pk__in=keys.values()).values_list("pk", flat=True)) if keys else set()

        def one(text: str) -> int:
            if keys.get(text) not in known:
                raise ValidationError(_("没有这个来源：%(text)s。"), params={"text": text})
            return keys[text]

        return _each(values, one)


class WordsField(ManyField):
    """Words as they are typed."""

    def read_all(self, values: list[str]) -> Iterable[str]:
        return values


class QuestionField(forms.CharField):
    """The words to search for."""

    def to_python(self, value: object) -> str:
        """The question with single blanks; empty where it holds nothing that a case could print."""
        text = " ".join(printable(str(value or "")).split())
        if len(text) > LONGEST_QUESTION:
            raise ValidationError(
                _("检索词最多 %(most)s 个字，现有 %(n)s 个。"), params={"most": LONGEST_QUESTION, "n": len(text)}
            )
        return text if fold(text) else ""


class SortField(forms.CharField):
    """One of `relevance`, `year`, `-year`."""

    def to_python(self, value: object) -> Sort | None:
        text = printable(str(value or ""))
        if text and text not in set(Sort):
            known = "、".join(Sort)
            raise ValidationError(
                _("没有这种排序：%(text)s。可用：%(known)s。"), params={"text": text[:20], "known": known}
            )
        return Sort(text) if text else None


class PageField(forms.CharField):
    """A page number from 1 on."""

    def to_python(self, value: object) -> int:  # type: ignore[override]
        text = printable(str(value or ""))
        if text and not (PRIMARY_KEY.fullmatch(text) and int(text)):
            raise ValidationError(_("页码应为正整数：%(text)s。"), params={"text": text[:20]})
        return int(text) if text else 1


class QuestionFilter(django_filters.Filter):
    field_class = QuestionField


class RegionFilter(django_filters.Filter):
    field_class = RegionField


class IndicatorFilter(django_filters.Filter):
    field_class = IndicatorField


class YearFilter(django_filters.Filter):
    field_class = YearField


class SourceFilter(django_filters.Filter):
    field_class = SourceField


class WithoutFilter(django_filters.Filter):
    field_class = WordsField


class SortFilter(django_filters.Filter):
    field_class = SortField


class PageFilter(django_filters.Filter):
    field_class = PageField


class CaseFilter(django_filters.FilterSet):
    """Filters of the case list: OR within a field, AND across fields.

    `CaseFilter(request.GET).query()` is the question; `errors` says by field what could not be read. Values that
    could not be read are left out of the question.
    """

    q = QuestionFilter(label=gettext_lazy("检索词"))
    region = RegionFilter(label=gettext_lazy("地区"))
    indicator = IndicatorFilter(label=gettext_lazy("指标"))
    year = YearFilter(label=gettext_lazy("年份"))
    source = SourceFilter(label=gettext_lazy("来源"))
    without = WithoutFilter(label=gettext_lazy("不另搜的词"))
    sort = SortFilter(label=gettext_lazy("排序"))
    page = PageFilter(label=gettext_lazy("页码"))

    class Meta:
        model = CaseStudy
        fields: list[str] = []

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any) -> None:
        super().__init__({} if data is None else data, *args, **kwargs)  # an empty question is a question too

    def query(self) -> CaseQuery:
        """The question, with its sentence. Without words the newest come first, with them the most relevant."""
        values = self.form.cleaned_data if self.form.is_valid() else getattr(self.form, "cleaned_data", {})
        question = CaseQuery(
            q=values.get("q", ""),
            regions=values.get("region", ()),
            indicators=values.get("indicator", ()),
            years=values.get("year", ()),
            sources=values.get("source", ()),
            without=values.get("without", ()),
            sort=values.get("sort") or (Sort.RELEVANCE if values.get("q") else Sort.NEWEST),
            page=values.get("page", 1),
        )
        return replace(question, sentence=in_words(question))

    def filter_queryset(self, queryset: QuerySet[CaseStudy]) -> QuerySet[CaseStudy]:
        """The cases among these that answer the question, in no order."""
        return queryset.filter(pk__in=find_all(self.query()))
