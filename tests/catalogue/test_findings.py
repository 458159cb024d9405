"""Kinds of findings: each that the code can tell has its words, and no word is left over."""

import ast
from pathlib import Path

from catalogue.models import Finding
from ingest.interjected import INTERJECTED
from ingest.noise import MESSAGES

ROOT = Path(__file__).resolve().parents[2]
TELLING = {"Notice", "leave_out", "_notice"}
"""What is called with the code of a finding first or second."""


def literals(package: str) -> list[ast.expr]:
    files = [*(ROOT / package).rglob("*.py")]
    trees = [ast.parse(file.read_text("utf-8")) for file in files if file.name != "finding.py"]
    return [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.expr)]


def told(call: ast.Call) -> set[str]:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    first = [arg.value for arg in call.args[:2] if isinstance(arg, ast.Constant)] if name in TELLING else []
    return {value for value in first if isinstance(value, str) and value.isascii()}


def test_every_code_told_has_words():
    calls = [node for node in literals("ingest") if isinstance(node, ast.Call)]
    codes = set(MESSAGES) | {code for code, *_ in INTERJECTED}
    codes = codes.union(*map(told, calls))
    assert len(codes) > 30
    assert codes <= set(Finding.Code.values)


def test_every_word_is_of_a_code_that_can_be_told():
    strings = {node.value for p in ("ingest", "catalogue") for node in literals(p) if isinstance(node, ast.Constant)}
    assert set(Finding.Code.values) <= strings
