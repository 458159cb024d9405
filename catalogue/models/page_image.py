"""Pictures of the pages that were read from pictures, for the editor to compare with the text."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from .source import Source

FOLDER = "pages"
"""Where the files lie in the media storage."""


def random_name(page: PageImage, filename: str) -> str:
    """A name that says nothing and that nobody guesses."""
    return f"{FOLDER}/{uuid4().hex}.webp"


class PageImage(models.Model):
    """One scanned page as WebP, drawn anew from the file; only staff see it. Its file goes when the row does."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="page_images", verbose_name=_("来源"))
    number = models.PositiveIntegerField(_("页码"), help_text=_("自文件首页为 1 数起。"))
    image = models.FileField(_("图像"), upload_to=random_name)

    class Meta:
        verbose_name = _("页面图像")
        verbose_name_plural = _("页面图像")
        ordering = ("source", "number")
        constraints = [models.UniqueConstraint(fields=["source", "number"], name="page_image_once")]

    def __str__(self) -> str:
        return _("第 %(page)s 页") % {"page": self.number}


@receiver(post_delete, sender=PageImage)
def delete_file(instance: PageImage, **kwargs: Any) -> None:
    """Once the deletion is certain, not before: a transaction may still be undone."""
    storage, name = instance.image.storage, str(instance.image.name)
    transaction.on_commit(lambda: storage.delete(name))
