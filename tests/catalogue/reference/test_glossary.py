"""The file of English terms."""

from collections import Counter

import pytest

from catalogue.reference import ReferenceFileError, read_glossary, read_indicators, read_thesaurus


def spelling(term: str) -> str:
    return term.lower().replace(" ", "").replace("-", "")


def test_the_file_says_what_it_should():
    glossary = read_glossary()
    assert glossary["credit repair"] == "信用修复"
    assert glossary["power outage"] == "停电"
    assert glossary["commercial lending"] == "企业贷款"
    assert glossary["deregister"] == "企业注销"


def test_no_term_stands_twice_or_in_another_file():
    elsewhere = [topic for group in read_thesaurus() for topic in group.english]
    elsewhere += [topic for indicator in read_indicators() for topic in (*indicator.doing_business, *indicator.b_ready)]
    times = Counter(map(spelling, read_glossary()))
    assert [term for term, number in times.items() if number > 1] == []
    assert times.keys() & set(map(spelling, elsewhere)) == set()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[english]\n'tax' = '税'", "'tax' = '税'"),
        ("[english]\n'Tax' = '纳税'", "'Tax'"),
        ("[english]\n'tax' = ['纳税']", "'tax'"),
        ("[english]\n'tax' = '纳税'\n'tax' = '办税'", "glossary.toml"),
        ("[french]\n'taxe' = '纳税'", "french is unknown"),
    ],
)
def test_a_file_that_is_none_is_refused(tmp_path, text, wrong):
    path = tmp_path / "glossary.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=wrong):
        read_glossary(path)
