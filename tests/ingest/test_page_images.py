"""Pictures of scanned pages: kept with their source, gone with it, nothing left by what was undone."""

import os
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.db import transaction
from PIL import Image

from catalogue.models import PageImage, Source
from catalogue.models.page_image import FOLDER
from ingest.load.pages import write_page_images
from ingest.read import Limits, ocr, read
from ingest.types import PageScan, ScannedLine, Span, UnreadableDocumentError


def picture(width: int = 40, height: int = 20) -> bytes:
    file = BytesIO()
    Image.new("RGB", (width, height), "white").save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def source(transactional_db, settings, tmp_path) -> Source:
    settings.MEDIA_ROOT = tmp_path
    return Source.objects.create(title="扫描件", file="a.pdf", sha256="5" * 64, text="第一页\u2029第二页", pages=[0, 4])


def content(page: PageImage) -> bytes:
    with page.image.open() as file:
        return file.read()


def files() -> set[str]:
    return set(default_storage.listdir(FOLDER)[1]) if default_storage.exists(FOLDER) else set()


def test_pictures_are_replaced_and_go_with_their_source(source):
    write_page_images(source, [PageScan(1, b"one"), PageScan(2, b"two")])
    assert [(page.number, content(page)) for page in source.page_images.all()] == [(1, b"one"), (2, b"two")]
    first = files()
    write_page_images(source, [PageScan(2, b"new")])
    assert len(files()) == 1
    assert not first & files()
    source.delete()
    assert files() == set()


def test_what_was_undone_leaves_no_row_and_its_file_goes_later(source):
    write_page_images(source, [PageScan(1, b"kept")])
    with transaction.atomic():
        write_page_images(source, [PageScan(1, b"undone")])
        transaction.set_rollback(True)
    assert content(PageImage.objects.get()) == b"kept"
    assert len(files()) == 2
    for name in files():
        os.utime(default_storage.path(f"{FOLDER}/{name}"), (0, 0))
    write_page_images(source, [PageScan(1, b"next")])
    assert len(files()) == 1


def test_only_staff_who_may_see_the_source_see_its_pages(source, client, admin_client, django_user_model):
    write_page_images(source, [PageScan(2, picture())])
    address = f"/admin/catalogue/source/{source.pk}/pages/2/"
    assert client.get(address).status_code == 302
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(address).status_code == 403
    response = admin_client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "image/webp")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "private" in response["Cache-Control"]
    assert b"".join(response.streaming_content) == picture()
    assert admin_client.get(address.replace("/2/", "/9/")).status_code == 404
    shown = admin_client.get(f"/admin/catalogue/source/{source.pk}/change/").content.decode()
    assert address in shown
    assert '<div class="scanned-text">第二页</div>' in shown


def test_doubtful_lines_are_told_with_their_place():
    scans = [
        PageScan(1, b"", (ScannedLine(0, 3, 0.99),)),
        PageScan(3, b"", (ScannedLine(0, 4, 0.999), ScannedLine(5, 9, 0.52), ScannedLine(9, 12, 0.8))),
        PageScan(4, b""),
    ]
    general, doubt, empty = ocr.notices(scans, [0, 10, 20, 40])
    assert "3 页" in general.message
    assert doubt.message == "第 3 页有 2 行文字识别把握不大（最低 52%），请对照页面图像核对。"
    assert doubt.spans == (Span(25, 29), Span(29, 32))
    assert empty.message == "第 4 页是图像，没有识出文字。"


class NothingSeen:
    """What the recogniser answers where it sees no text."""

    boxes = txts = scores = None


@pytest.fixture
def blind(monkeypatch):
    """A recogniser that sees nothing: the extra is not installed where tests run."""
    monkeypatch.setattr("ingest.read.ocr._engine", lambda: lambda picture: NothingSeen())


def test_a_kept_picture_shows_the_page_and_nothing_else(blind):
    file, info = BytesIO(), Image.Exif()
    info[0x0112], info[0x010E] = 6, "taken at home"  # lies on its side, a description
    Image.new("RGB", (400, 200), "red").save(file, "JPEG", exif=info)
    (scan,) = ocr.extract(file.getvalue(), Limits()).scans
    kept = Image.open(BytesIO(scan.image))
    assert (kept.format, kept.size) == ("WEBP", (200, 400))
    assert not kept.getexif()
    assert b"home" not in scan.image


def test_every_page_of_a_tiff_and_paper_behind_what_is_transparent(blind):
    file = BytesIO()
    pages = [Image.new("RGBA", (60, 40), (0, 0, 0, 0)) for _ in range(3)]
    pages[0].save(file, "TIFF", save_all=True, append_images=pages[1:])
    scans = ocr.extract(file.getvalue(), Limits()).scans
    assert [scan.number for scan in scans] == [1, 2, 3]
    assert Image.open(BytesIO(scans[2].image)).getpixel((5, 5))[0] > 250
    with pytest.raises(UnreadableDocumentError, match="3 页，超过上限 2 页"):
        ocr.extract(file.getvalue(), Limits(scanned_pages=2))


@pytest.mark.parametrize("size", [(3000, 3000), (20_000, 20_000)])
def test_pictures_too_large_are_refused_before_they_are_unpacked(blind, size):
    file = BytesIO()
    Image.new("1", size).save(file, "PNG")
    with pytest.raises(UnreadableDocumentError, match="图片超过上限 1 百万像素"):
        read("大.png", file.getvalue(), Limits(pixels=1_000_000))
