"""Operators of a question."""

import pytest

from catalogue.search.question.parts import parts


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("“获得 电力” 长沙", [("获得电力", "q"), ("长沙", "")]),
        ("通关 -长沙", [("通关", ""), ("长沙", "x")]),
        ('通关 －"长沙 市"', [("通关", ""), ("长沙市", "qx")]),
        ("标题:获得电力", [("获得电力", "t")]),
        ("標題： “获得 电力” x", [("获得电力", "qt"), ("x", "")]),
        ("-标题:长沙 通关", [("长沙", "xt"), ("通关", "")]),
        ("推“一件事”", [('推"一件事"', "")]),  # quotes inside a word are part of it
        ("“一件事", [('"一件事', "")]),
        ("52—56个", [("52-56个", "")]),
        ("-50%", [("-50%", "")]),  # alone it is a figure
        ("-长沙", [("长沙", "x")]),
        ("-", [("-", "")]),
        ("标题:", [("标题:", "")]),
        ("获得 - 电力", [("获得", ""), ("电力", "")]),
        ("“——”", [("--", "q")]),
        ("", []),
    ],
)
def test_parts(question, expected):
    found = [(part.text, "q" * part.quoted + "x" * part.excluded + "t" * part.in_title) for part in parts(question)]
    assert found == expected


def test_each_part_knows_where_it_stands():
    question = "获得电力  -“长沙 市” 标题：环节"
    assert [question[slice(*part.span)] for part in parts(question)] == ["获得电力", "-“长沙 市”", "标题：环节"]
