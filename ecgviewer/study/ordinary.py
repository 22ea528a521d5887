"""What the normal records that a net was fitted on have in common, for its SHAP background."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.explain.background import USUAL, OrdinaryStatistics, ordinary_statistics
from ecgviewer.study.cache import Cache
from ecgviewer.study.labels import LABELS

# Fewer say less than the usual statistics do; more change nothing.
FEWEST, MOST = 20, 400


def ordinary_of(cache: Cache, fitted: Sequence[int]) -> OrdinaryStatistics:
    """Return the statistics of the normal records among those fitted; USUAL where few are."""
    is_normal = cache.cells[list(fitted), LABELS.index("SNR")] == 1
    normal = np.asarray(fitted)[is_normal]
    if len(normal) < FEWEST:
        return USUAL
    chosen = normal[np.linspace(0, len(normal) - 1, min(len(normal), MOST)).astype(int)]
    return ordinary_statistics((cache.read_mv(int(index)) for index in chosen), cache.rate_hz)
