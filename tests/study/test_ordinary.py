from dataclasses import dataclass, replace

import numpy as np
import pytest

from ecgviewer.core.record import Samples
from ecgviewer.explain.background import USUAL, make_background, ordinary_statistics
from ecgviewer.study.labels import LABELS
from ecgviewer.study.ordinary import FEWEST, ordinary_of
from tests.made_models import SPEC as SPEC_500_HZ

SPEC = replace(SPEC_500_HZ, rate_hz=125.0, n_samples=1250)
NORMAL = make_background(SPEC)


@dataclass
class _Cache:
    """Normal records, and others that are ten times as high."""

    cells: np.ndarray
    rate_hz: float = SPEC.rate_hz

    def read_mv(self, index: int) -> Samples:
        factor = 1 if self.cells[index, LABELS.index("SNR")] == 1 else 10
        return NORMAL[index % len(NORMAL)] * np.float32(factor)


def _cache(n_normal: int, n_others: int) -> _Cache:
    cells = np.zeros((n_normal + n_others, len(LABELS)), dtype=np.float32)
    cells[:n_normal, LABELS.index("SNR")] = 1
    return _Cache(cells)


def test_only_normal_records_that_were_fitted_count():
    cache = _cache(FEWEST + 4, 30)
    found = ordinary_of(cache, range(54))  # type: ignore[arg-type]  # what is read of a cache
    assert found == ordinary_statistics(
        (cache.read_mv(index) for index in range(FEWEST + 4)), SPEC.rate_hz
    )
    assert found.heights_mv == pytest.approx(USUAL.heights_mv, rel=0.15)


def test_with_few_normal_records_the_usual_statistics_hold():
    cache = _cache(FEWEST, 5)
    assert ordinary_of(cache, range(1, FEWEST + 5)) == USUAL  # type: ignore[arg-type]
