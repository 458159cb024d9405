"""The file of words that mean the same."""

import pytest

from catalogue.reference import Kind, ReferenceFileError, read_indicators, read_thesaurus


def test_the_file_says_what_it_should():
    groups = read_thesaurus()
    electricity = next(group for group in groups if group.kind == Kind.SAME and "获得电力" in group.words)
    assert {"办电", "业扩报装", "接电"} <= set(electricity.words)
    assert "getting electricity" in electricity.english


def test_every_national_indicator_has_words_of_its_own():
    words = {word for group in read_thesaurus() if group.kind == Kind.SAME for word in group.words}
    national = {row.name for row in read_indicators() if row.parent is None}
    assert national - words == {"包容普惠创新"}  # made of so much that nothing means the same


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("[[same]]\nwords = ['办电', '接电']\n[[everyday]]\nwords = ['接电', '时间']", "more than once: 接电"),
        ("[[same]]\nwords = ['电']", "two characters"),
        ("[[same]]\nwords = []", "no words"),
        ("[[same]]\nword = ['办电']", "word is unknown"),
        ("[[alike]]\nwords = ['办电']", "alike is unknown"),
        ("[[same]", "thesaurus.toml"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(tmp_path, text, wrong):
    path = tmp_path / "thesaurus.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReferenceFileError, match=wrong):
        read_thesaurus(path)


def test_a_word_may_be_near_to_several(tmp_path):
    path = tmp_path / "thesaurus.toml"
    path.write_text("[[near]]\nwords = ['水电气', '办电']\n[[near]]\nwords = ['水电气', '接水']", encoding="utf-8")
    assert len(read_thesaurus(path)) == 2
