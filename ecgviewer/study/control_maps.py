"""Maps that know nothing of the model: what an explanation has to beat.

One is noise, one simply colours every QRS complex, which any reader of ECGs could do.
"""

import numpy as np

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Samples
from ecgviewer.signal.beats import r_peaks

RANDOM, BEATS = "random", "beats"
CONTROLS = (RANDOM, BEATS)
# Of windows around beats: knows that, and so always points at them.
MIDDLE = "middle"
# As wide as a QRS complex, and as coarse as the cells of a net.
QRS_S, NOISE_S = 0.05, 0.064


def control_map(name: str, like: Heat, values_mv: Samples, rate_hz: float, seed: int) -> Heat:
    """Return a control's map of the same span as a real one, for all leads at once.

    values_mv: (n_leads, n_samples) of that span.
    """
    n_samples = like.stop - like.start
    if name == BEATS:
        row = _around_beats(values_mv, rate_hz)
    else:
        row = noise(n_samples, NOISE_S * rate_hz, np.random.default_rng(seed))
    heat = row.astype(np.float32)[np.newaxis]
    return Heat(
        label=like.label,
        method=name,
        model=like.model,
        start=like.start,
        stop=like.stop,
        leads=like.leads,
        raw=heat,
        heat=heat,
        step=NOISE_S * rate_hz,
    )


def noise(n_samples: int, step: float, rng: np.random.Generator) -> np.ndarray:
    """Return random cells, step samples apart, drawn between as a net's maps are: (n_samples,)."""
    centres = np.arange(0, n_samples + step, step)
    return np.interp(np.arange(n_samples), centres, rng.random(centres.size))


def _around_beats(values_mv: Samples, rate_hz: float) -> np.ndarray:
    """Return 1 at each beat, falling off with the distance from it."""
    row = np.zeros(values_mv.shape[1])
    samples = np.arange(row.size)
    for beat in r_peaks(values_mv, rate_hz):
        np.maximum(row, np.exp(-0.5 * ((samples - beat) / (QRS_S * rate_hz)) ** 2), out=row)
    return row
