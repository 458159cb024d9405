"""Files that staff uploaded, waiting to be read."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils.translation import gettext_lazy as _

from .finding import IngestRun


def random_name(upload: Upload, filename: str) -> str:
    """A name of our own: what the sender calls a file may be too long for a disk, or a path."""
    return f"uploads/{uuid4().hex}"


class Upload(models.Model):
    """A file as it came, kept until the run that reads it has come to its end. Its file goes when the row does."""

    run = models.ForeignKey(IngestRun, on_delete=models.CASCADE, related_name="uploads", verbose_name=_("识读记录"))
    name = models.CharField(_("文件名"), max_length=255)
    file = models.FileField(_("文件"), upload_to=random_name)

    class Meta:
        verbose_name = _("上传的文件")
        verbose_name_plural = _("上传的文件")
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


@receiver(post_delete, sender=Upload)
def delete_file(instance: Upload, **kwargs: Any) -> None:
    """Once the deletion is certain, not before: a transaction may still be undone."""
    storage, name = instance.file.storage, str(instance.file.name)
    transaction.on_commit(lambda: storage.delete(name))
