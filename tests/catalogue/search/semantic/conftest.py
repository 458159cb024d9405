"""Half of the seeds with the vectors of their cases, made once by the model itself: a second of one core each."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("vectors") / "semantic"


@pytest.fixture
def fewer_cases(catalogue_db) -> None:
    """The two longest documents withdrawn, but for the cases that are asked for."""
    from catalogue.models import CaseStudy
    from catalogue.search import record

    asked_for = "^(广东省广州市：南沙区深化政府采购|提高通关便利)"
    withdrawn = CaseStudy.objects.filter(source__file__regex="^00[04]_").exclude(title__regex=asked_for)
    record(withdrawn.values_list("pk", flat=True))
    withdrawn.update(state=CaseStudy.State.WITHDRAWN)


@pytest.fixture
def vectors_folder(fewer_cases, settings, made_once: Path) -> Path:
    """The folder of the vectors, all of them current; the setting is on."""
    from catalogue.search.semantic.embedding import embed

    settings.SEMANTIC_SEARCH = True
    folder = Path(settings.SEARCH_INDEX_DIR) / "semantic"
    shutil.rmtree(folder, ignore_errors=True)
    if made_once.exists():
        shutil.copytree(made_once, folder)
    list(embed(jobs=os.cpu_count() or 1))
    shutil.copytree(folder, made_once, dirs_exist_ok=True)
    return folder
