"""Signals of records of windows: short records are kept in memory once they were read."""

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Record, Samples
from ecgviewer.inference.strip_input import read_band, read_strips
from ecgviewer.io.open import open_record
from ecgviewer.signal.strip import cut_strips, strip_places, strip_ratio

# Half an hour takes 2.6 MB, and the 48 records of MITDB 125 MB.
KEPT_BYTES = 400_000_000
# Of longer records only what windows need is read.
LONGEST_KEPT_S = 3600.0


class BeatSignals:
    """Reads windows of records; what it keeps of them is bounded.

    Several threads may use one.
    """

    def __init__(self, kept_bytes: int = KEPT_BYTES) -> None:
        self._records: dict[Path, Record] = {}
        self._bands: OrderedDict[Path, Samples] = OrderedDict()
        self._spare_bytes = kept_bytes
        self._keeping = Lock()

    def strips(self, path: Path, centres: NDArray[np.int64], n_samples: int) -> Samples:
        """Return windows around samples of a record: float32 (n_centres, n_samples).

        Raises EcgError if the record cannot be read.
        """
        with self._keeping:
            record = self._opened(path)
        if record.duration_s > LONGEST_KEPT_S:
            return read_strips(record, centres, n_samples)
        places = strip_places(centres, strip_ratio(record.rate_hz))
        with self._keeping:
            band = self._band(record)
        return cut_strips(band, places, n_samples)

    def _opened(self, path: Path) -> Record:
        if path not in self._records:
            # A day's annotations take more memory than all that is needed of it.
            self._records[path] = replace(open_record(path), annotations=())
        return self._records[path]

    def _band(self, record: Record) -> Samples:
        if record.path in self._bands:
            self._bands.move_to_end(record.path)
            return self._bands[record.path]
        band = read_band(record, 0, record.n_samples)
        self._bands[record.path] = band
        self._spare_bytes -= band.nbytes
        while self._spare_bytes < 0 and len(self._bands) > 1:
            _, oldest = self._bands.popitem(last=False)
            self._spare_bytes += oldest.nbytes
        return band
