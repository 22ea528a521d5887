"""Raw samples kept in memory, page by page, so that painting never reads a file."""

import threading
from collections import OrderedDict

import numpy as np

from ecgviewer.core.record import Samples

PAGE_SAMPLES = 4096
MAX_BYTES = 128 << 20


class TileCache:
    """Pages of one record's samples; the longest unused leave first. Thread-safe."""

    def __init__(self, n_leads: int, n_samples: int, max_bytes: int = MAX_BYTES) -> None:
        self._n_samples = n_samples
        self._max_pages = max(4, max_bytes // (4 * PAGE_SAMPLES * max(1, n_leads)))
        self._pages: OrderedDict[int, Samples] = OrderedDict()
        self._lock = threading.Lock()

    def put(self, start: int, samples: Samples) -> None:
        """Keep float32 (n_leads, n) read at ``start``; a page that is not whole is left out."""
        stop = start + samples.shape[1]
        first = -(-max(start, 0) // PAGE_SAMPLES)
        with self._lock:
            for page in range(first, -(-stop // PAGE_SAMPLES)):
                begin = page * PAGE_SAMPLES
                end = min(begin + PAGE_SAMPLES, self._n_samples)
                if begin < end <= stop:
                    self._pages[page] = samples[:, begin - start : end - start]
                    self._pages.move_to_end(page)
            while len(self._pages) > self._max_pages:
                self._pages.popitem(last=False)

    def read(self, start: int, stop: int) -> Samples | None:
        """Return (n_leads, stop - start) of the span inside the record, None if not all is here."""
        start, stop = max(start, 0), min(stop, self._n_samples)
        if stop <= start:
            return None
        wanted = range(start // PAGE_SAMPLES, -(-stop // PAGE_SAMPLES))
        with self._lock:
            if any(page not in self._pages for page in wanted):
                return None
            for page in wanted:
                self._pages.move_to_end(page)
            parts = [self._pages[page] for page in wanted]
        joined = parts[0] if len(parts) == 1 else np.concatenate(parts, axis=1)
        offset = wanted.start * PAGE_SAMPLES
        return joined[:, start - offset : stop - offset]

    def missing(self, start: int, stop: int) -> tuple[int, int] | None:
        """Return the span of whole pages that lacks nothing of start..stop, None if all is here."""
        start, stop = max(start, 0), min(stop, self._n_samples)
        wanted = range(start // PAGE_SAMPLES, -(-stop // PAGE_SAMPLES))
        with self._lock:
            absent = [page for page in wanted if page not in self._pages]
        if stop <= start or not absent:
            return None
        return absent[0] * PAGE_SAMPLES, min((absent[-1] + 1) * PAGE_SAMPLES, self._n_samples)
