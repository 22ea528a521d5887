"""Other recorders and other hearts: beats in turn are changed before a net learns from them."""

import numpy as np

from ecgviewer.core.beat_row import N_PICTURE, N_PICTURES, PICTURES, RATE, VALUES
from ecgviewer.core.record import Samples
from ecgviewer.signal.beat_context import N_BEFORE

# The first picture is the beat itself, which noise changes; the others are medians.
_OWN = 0


def changed(rows: Samples, rng: np.random.Generator) -> Samples:
    """Return rows of beats in turn, (n_beats, N_COLUMNS), as another recorder would give them."""
    result = rows.copy()
    pictures = rows[:, PICTURES].reshape(-1, N_PICTURES, N_PICTURE) * rng.uniform(0.8, 1.25)
    if rng.random() < 0.1:
        pictures = -pictures  # electrodes the other way round
    if rng.random() < 0.5:
        noise = rng.normal(0, rng.uniform(0, 0.12), pictures[:, _OWN].shape)
        pictures[:, _OWN] += noise
    if rng.random() < 0.4:
        pictures[:, _OWN] += _wander(len(rows), rng)
    if rng.random() < 0.4:
        pictures = _stretched(pictures, float(np.exp(rng.normal(0, 0.25))))
    if rng.random() < 0.3:
        pictures = np.roll(pictures, int(rng.integers(-3, 4)), axis=-1)
    result[:, PICTURES] = pictures.reshape(len(rows), -1)
    result[:, VALUES] += rng.normal(0, 0.05, rows[:, VALUES].shape)
    result[:, RATE] += rng.normal(0, 0.3)
    return result


def _wander(n_beats: int, rng: np.random.Generator) -> Samples:
    time = np.linspace(-1, 1, N_PICTURE)
    level, slope = rng.normal(0, 0.2, (2, n_beats, 1))
    wander: Samples = (level + slope * time).astype(np.float32)
    return wander


def _stretched(pictures: Samples, factor: float) -> Samples:
    """Return pictures of slower or faster hearts, about R."""
    places = np.clip((np.arange(N_PICTURE) - N_BEFORE) * factor + N_BEFORE, 0, N_PICTURE - 1)
    left = np.minimum(places.astype(np.int64), N_PICTURE - 2)
    share = (places - left).astype(np.float32)
    stretched: Samples = pictures[..., left] * (1 - share) + pictures[..., left + 1] * share
    return stretched
