"""How the numbers of limb_reversal came about: made swaps of recordings taken as right.

Cables really are swapped in one recording of fifty or hundred; such ones among those taken
as right blur the fit a little and count as false alarms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.io.open import open_record
from ecgviewer.signal.beat_shape import beat_shape, swapped_shapes
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.lead_reversal import LIMB_SWAPS
from ecgviewer.signal.leads import INDEPENDENT_LEADS, find_lead
from ecgviewer.signal.limb_reversal import (
    COEFFICIENTS,
    EXPECTED_SHARE,
    LIKELY,
    features,
    is_emptied,
)
from ecgviewer.study.quality_study import Logistic, fit_logistic

Floats = NDArray[np.float64]

EMPTIED: Final = "RA/RL"
N_FOLDS: Final = 5
RIDGE: Final = 0.5
LONGEST_S: Final = 30.0


@dataclass(frozen=True, eq=False)
class ReversalModel:
    """What tells a swap: I and II out of V1-V6, (2, 6), and a logistic model for each swap."""

    limbs_from_chest: Floats
    logistic: Mapping[str, Logistic]

    def answers(self, beats: Floats) -> NDArray[np.str_]:
        """Return the name of the likely swap, (n,), "" where none, of usual beats (n, 8, N)."""
        swaps = list(self.logistic)
        logits = np.stack(
            [
                model.logits(features(swap, beats, self.limbs_from_chest))
                for swap, model in self.logistic.items()
            ]
        )
        likely = logits.max(axis=0) >= np.log(LIKELY / (1 - LIKELY))
        named = np.where(likely, np.array(swaps)[logits.argmax(axis=0)], "")
        return np.where(is_emptied(beats), EMPTIED, named)


def usual_beats(paths: Iterable[Path]) -> Floats:
    """Return the usual beats, (n, 8, N_POINTS), of records that have the leads and beats.

    Of long ones the first LONGEST_S seconds are read.
    """
    found = []
    for path in paths:
        record = open_record(path)
        rows = [find_lead(lead, record.lead_names) for lead in INDEPENDENT_LEADS]
        if None in rows:
            continue
        stop = min(record.n_samples, round(LONGEST_S * record.rate_hz))
        values_mv = bridged(record.read(0, stop)[[row for row in rows if row is not None]])
        level_mv = values_mv.astype(np.float32)
        shape = beat_shape(level_mv, record.rate_hz, r_peaks(level_mv, record.rate_hz))
        if shape is not None:
            found.append(shape.values.astype(np.float64))
    return np.stack(found)


def made_swap(swap: str, beats: Floats) -> Floats:
    """Return usual beats (n, 8, N_POINTS) as the swapped cables would have recorded them."""
    flat = beats.reshape(len(beats), -1)
    return np.asarray(swapped_shapes(flat, [LIMB_SWAPS[swap]])[0].reshape(beats.shape))


def fit_reversal(beats: Floats) -> ReversalModel:
    """Fit what tells each swap to usual beats (n, 8, N_POINTS) taken as right."""
    chest = beats[:, 2:].transpose(0, 2, 1).reshape(-1, beats.shape[1] - 2)
    limbs = beats[:, :2].transpose(0, 2, 1).reshape(-1, 2)
    limbs_from_chest = np.asarray(np.linalg.lstsq(chest, limbs)[0].T, dtype=np.float64)
    logistic = {swap: _fit_swap(swap, beats, limbs_from_chest) for swap in COEFFICIENTS}
    return ReversalModel(limbs_from_chest, logistic)


def _fit_swap(swap: str, beats: Floats, limbs_from_chest: Floats) -> Logistic:
    right = features(swap, beats, limbs_from_chest)
    wrong = features(swap, made_swap(swap, beats), limbs_from_chest)
    truth = np.repeat([0.0, 1.0], len(beats))
    counts = np.repeat([2 * (1 - EXPECTED_SHARE), 2 * EXPECTED_SHARE], len(beats))
    return fit_logistic(np.concatenate([right, wrong]), truth, counts, RIDGE)


def cross_answers(beats: Floats) -> dict[str, NDArray[np.str_]]:
    """Return what is answered, (n,), to each made swap and to none (""), fitted without it."""
    folds = np.random.default_rng(0).permutation(len(beats)) % N_FOLDS
    answers = {swap: np.empty(len(beats), dtype="U8") for swap in ("", *LIMB_SWAPS)}
    for fold in range(N_FOLDS):
        inside = folds == fold
        found = answers_of(fit_reversal(beats[~inside]), beats[inside])
        for swap, told in found.items():
            answers[swap][inside] = told
    return answers


def answers_of(model: ReversalModel, beats: Floats) -> dict[str, NDArray[np.str_]]:
    """Return what a model answers, (n,), to each made swap of beats and to none ("")."""
    right = {"": model.answers(beats)}
    return right | {swap: model.answers(made_swap(swap, beats)) for swap in LIMB_SWAPS}
