"""Does a map name what the model uses? Take its parts away, hottest first, and ask again.

Source: deletion and insertion of Petsiuk, Das & Saenko (RISE, BMVC 2018,
arXiv:1806.07421), with regions of the same shape at random places as the control. What
is removed is bridged by straight lines, lead by lead, which adds no steps and no waves.
"""

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.heat import Heat
from ecgviewer.core.map_trial import MapTrial
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import windows_of
from ecgviewer.inference.windows import Span, read_windows

COLOURED_SHARE = 0.05
# A map that is right is right within its first percents, so these are the closer spaced.
CURVE_SHARES = (0.01, 0.02, 0.05, 0.10, 0.20, 0.50)
N_RANDOM = 4
# Few enough at a time that cancelling need not wait long.
BATCH_SIZE = 8
SEED = 0

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DeletionTest(MapTrial):
    """A map's trial on the window in which it is strongest.

    start, stop: that window, in samples of the record.
    """

    start: int
    stop: int


def deletion_test(
    model: LoadedModel, record: Record, heat: Heat, task: Task, share: float = COLOURED_SHARE
) -> DeletionTest | None:
    """Try a map of this model on its record; None where it colours none of the net's samples.

    Raises Cancelled once the task was cancelled.
    """
    if heat.empty:
        return None
    if heat.windows:
        heat = heat.alone(max(heat.windows, key=lambda window: window.score))
        place = heat.start, heat.stop
    else:
        place = max(windows_of(record, model), key=lambda place: _strength(heat, place))
    signal = _signal(read_windows(record, [place], model.card.input)[0], model)
    values = _heat_on(heat, place, signal.shape[1])
    coloured = _hottest(values, share) & (values > 0)
    # A map of one or two samples may fall between those of the net.
    if not coloured.any():
        return None
    rng = np.random.default_rng(SEED)
    rows = _rows(heat, model)
    shown = [coloured, ~coloured, *(_elsewhere(coloured, rng) for _ in range(N_RANDOM))]
    removed = [np.zeros_like(coloured), *shown, *_curve_masks(values, rng)]
    variants = [_bridged(signal, _on_leads(mask, rows, len(signal))) for mask in removed]
    logits, model = _logits(model, variants, task)
    column = model.card.labels.index(heat.label)
    probabilities = card_probabilities(logits, model.card)[:, column].tolist()
    score, deletion, insertion, *random = probabilities[: 1 + len(shown)]
    areas = _areas(logits[1 + len(shown) :, column].reshape(4, -1))
    threshold = model.card.thresholds[column]
    return DeletionTest(
        label=heat.label,
        share=float(coloured.mean()),
        score=score,
        deletion=deletion,
        insertion=insertion,
        random=float(np.mean(random)),
        flipped=score >= threshold > deletion,
        deletion_auc=areas[0],
        insertion_auc=areas[1],
        random_deletion_auc=areas[2],
        random_insertion_auc=areas[3],
        start=place[0],
        stop=place[1],
    )


def _curve_masks(values: Floats, rng: np.random.Generator) -> list[Mask]:
    """Return what each step of the four curves removes, curve after curve."""
    hottest = [_hottest(values, share) for share in CURVE_SHARES]
    elsewhere = [_elsewhere(mask, rng) for mask in hottest]
    return [*hottest, *(~mask for mask in hottest), *elsewhere, *(~mask for mask in elsewhere)]


def _areas(curves: Floats) -> tuple[float, ...]:
    """Return each curve's mean height over the logarithm of the share."""
    at = np.log(CURVE_SHARES)
    return tuple(float(np.trapezoid(curve, at) / (at[-1] - at[0])) for curve in curves)


def _strength(heat: Heat, place: Span) -> float:
    first, last = max(place[0], heat.start) - heat.start, min(place[1], heat.stop) - heat.start
    return float(np.nansum(heat.heat[:, first:last])) if first < last else -1.0


def _heat_on(heat: Heat, place: Span, n_samples: int) -> Floats:
    """Return a window's signed map at the net's rate, (rows, n); -inf where it tells nothing."""
    at = place[0] + np.arange(n_samples) * (place[1] - place[0]) / n_samples
    samples = np.arange(heat.start, heat.stop)
    known = np.where(np.isnan(heat.raw), -np.inf, heat.raw)
    nearest = np.clip(np.rint(at).astype(int) - heat.start, 0, len(samples) - 1)
    inside = (at >= heat.start) & (at <= heat.stop - 1)
    return np.where(inside, known[:, nearest], -np.inf)


def _hottest(values: Floats, share: float) -> Mask:
    """Return the hottest share of what a map tells of; the same shape as the map."""
    told = np.isfinite(values)
    wanted = min(int(told.sum()), max(1, round(share * values.size)))
    mask = np.zeros(values.size, dtype=bool)
    mask[np.argsort(-values, axis=None, kind="stable")[:wanted]] = True
    return mask.reshape(values.shape)


def _elsewhere(mask: Mask, rng: np.random.Generator) -> Mask:
    """Return the same segments, all moved by one random step and, lead by lead, to other leads."""
    moved = np.roll(mask, int(rng.integers(1, max(2, mask.shape[1]))), axis=1)
    return np.asarray(moved[rng.permutation(len(moved))])


def _rows(heat: Heat, model: LoadedModel) -> list[int]:
    """Return which of the net's leads the map speaks of."""
    return [model.card.input.leads.index(lead) for lead in heat.leads]


def _on_leads(mask: Mask, rows: list[int], n_leads: int) -> Mask:
    """Return what is removed of every lead of the net; absent ones have nothing to remove."""
    spread = np.zeros((n_leads, mask.shape[1]), dtype=bool)
    spread[rows] = mask
    return spread


def _bridged(signal: Samples, removed: Mask) -> Samples:
    """Replace what is removed by straight lines between what is left, lead by lead."""
    changed = signal.copy()
    for lead, gone in zip(changed, removed, strict=True):
        if gone.all():
            lead[:] = 0
        elif gone.any():
            lead[gone] = np.interp(np.flatnonzero(gone), np.flatnonzero(~gone), lead[~gone])
    return changed


def _signal(prepared: Prepared, model: LoadedModel) -> Samples:
    """Return the window without its padding."""
    n_samples = prepared.array.shape[1]
    if model.card.input.pad == "left":
        return prepared.array[:, prepared.pad :]
    return prepared.array[:, : n_samples - prepared.pad]


def _padded(signal: Samples, model: LoadedModel) -> Samples:
    spec = model.card.input
    pad = spec.n_samples - signal.shape[1]
    return np.pad(signal, ((0, 0), (pad, 0) if spec.pad == "left" else (0, pad)))


def _logits(model: LoadedModel, signals: list[Samples], task: Task) -> tuple[Floats, LoadedModel]:
    """Return (n_signals, n_classes) and the model that answered."""
    answers = []
    for first in range(0, len(signals), BATCH_SIZE):
        task.step(first, len(signals))
        arrays = np.stack(
            [_padded(signal, model) for signal in signals[first : first + BATCH_SIZE]]
        )
        logits, model = with_fallback(model, partial(LoadedModel.logits, arrays=arrays))
        answers.append(logits.astype(np.float64))
    task.step(len(signals), len(signals))
    return np.concatenate(answers), model
