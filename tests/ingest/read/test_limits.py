"""Limits: in the settings, in the reference, and asked before anything is taken in."""

import os
from dataclasses import asdict
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from ingest.read import Limits, whole_file
from ingest.types import UnreadableDocumentError

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference.md"


def test_a_file_too_large_is_not_taken_in(tmp_path):
    file = tmp_path / "大.txt"
    with file.open("wb") as handle:
        os.truncate(handle.fileno(), 2**40)  # a sparse terabyte
    with pytest.raises(UnreadableDocumentError, match="超过上限 100 MB"):
        whole_file(file)


@pytest.mark.parametrize(("name", "value"), asdict(Limits()).items())
def test_the_reference_names_each_limit(name, value):
    assert f"| `{name}` |" in REFERENCE.read_text("utf-8")
    row = next(line for line in REFERENCE.read_text("utf-8").splitlines() if line.startswith(f"| `{name}` |"))
    assert row.endswith(f"| {value} |")


def test_limits_of_the_settings(reference, settings, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("企业开办一日办结。", "utf-8")
    settings.INGEST_LIMITS = {"characters": 5}
    with pytest.raises(CommandError, match="1 份文献未能收入"):
        call_command("ingest", str(tmp_path), "--dry-run")
    assert "文件有 9 字，超过上限 5 字" in capsys.readouterr().out
    settings.INGEST_LIMITS = {"letters": 5}
    with pytest.raises(CommandError, match="INGEST_LIMITS 里有不认识的名称"):
        call_command("ingest", str(tmp_path), "--dry-run")
