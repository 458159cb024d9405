"""The pictures of scanned pages: their files in the media storage, their rows in the database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from catalogue.models import PageImage, Source
from catalogue.models.page_image import FOLDER
from ingest.types import PageScan

UNCLAIMED = timedelta(hours=1)
"""After which a file without a row is a leftover: the document it came with is long loaded, or never will be."""


def write_page_images(source: Source, scans: Sequence[PageScan]) -> None:
    """Put these pictures in the place of the source's.

    Files are written before their rows are certain, so that no row is ever without its file; those that an ingest left
    behind when it was killed are removed by a later one.
    """
    for old in source.page_images.all():
        old.delete()
    for scan in scans:
        PageImage.objects.create(source=source, number=scan.number, image=ContentFile(scan.image, "page.webp"))
    if scans:
        _remove_leftovers()


def _remove_leftovers() -> None:
    if not default_storage.exists(FOLDER):
        return
    claimed = {PurePosixPath(name).name for name in PageImage.objects.values_list("image", flat=True)}
    for name in set(default_storage.listdir(FOLDER)[1]) - claimed:
        file = f"{FOLDER}/{name}"
        if default_storage.get_modified_time(file) < timezone.now() - UNCLAIMED:
            default_storage.delete(file)
