"""Gives back to the system what reading and measuring have freed.

The C library of Linux keeps freed memory for each thread that used it: after a day's record
was read, a hundred megabytes that nobody uses.
"""

import ctypes
import sys
import time
from collections.abc import Callable
from functools import cache

_AT_MOST_EVERY_S = 2.0


class Returning:
    """Gives memory back, at most every other second."""

    def __init__(self) -> None:
        self._last_s = -_AT_MOST_EVERY_S

    def give_back(self) -> None:
        """Give back what is free; on other systems their own libraries do."""
        now_s = time.monotonic()
        if now_s - self._last_s >= _AT_MOST_EVERY_S:
            self._last_s = now_s
            _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    if sys.platform == "linux":
        found = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if found is not None:
            return found  # type: ignore[no-any-return]  # ctypes finds it by name
    return lambda _pad: None
