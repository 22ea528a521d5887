"""Does a map name what the model uses? Take the coloured part away and ask again.

Source: deletion and insertion of Petsiuk, Das & Saenko (RISE, BMVC 2018,
arXiv:1806.07421), with segments of the same lengths at random places as the control.
"""

from dataclasses import asdict, dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.input import Prepared, window
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import Span, windows_of

COLOURED_SHARE = 0.05
N_RANDOM = 8
# Half a batch of changed windows at a time, so that cancelling need not wait long.
BATCH_SIZE = 4
SEED = 0

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class DeletionTest:
    """One map tried on the window in which it is strongest; all scores are probabilities.

    score: of the window as recorded. share: of its samples, those that the map colours
    most. deletion: without these, bridged by straight lines in every lead. insertion: with
    nothing but these. random: without the same segments all moved by a random step, the
    mean of several draws. flipped: deletion takes the score below the label's threshold. start,
    stop: the window, in samples of the record.
    """

    label: str
    share: float
    score: float
    deletion: float
    insertion: float
    random: float
    flipped: bool
    start: int
    stop: int

    @property
    def sentence(self) -> str:
        """The test in words, as the window shows it."""
        share = f"{100 * self.share:.0f} %"
        before, after = f"{self.score:.2f}", f"{self.deletion:.2f}"
        if before == after:
            effect = f"leaves {self.label} at {after}"
        else:
            verb = "lowers" if self.deletion < self.score else "raises"
            effect = f"{verb} {self.label} from {before} to {after}"
        return f"Removing the coloured {share} {effect}; random {share}: {self.random:.2f}."

    def as_dict(self) -> dict[str, str | float | bool]:
        """Return what `explain --out` stores as JSON."""
        return asdict(self)


def deletion_test(
    model: LoadedModel, record: Record, heat: Heat, task: Task, share: float = COLOURED_SHARE
) -> DeletionTest | None:
    """Try a map of this model on its record; None where it colours none of the net's samples.

    Raises Cancelled once the task was cancelled.
    """
    if heat.empty:
        return None
    place = max(windows_of(record, model), key=lambda place: _strength(heat, place))
    prepared = window(record, *place, model.card.input)
    signal = _signal(prepared, model)
    coloured = _coloured(_heat_on(heat, place, signal.shape[1]), share)
    # A map of one or two samples may fall between those of the net.
    if not coloured.any():
        return None
    shifts = np.random.default_rng(SEED).integers(1, signal.shape[1], size=N_RANDOM)
    removed = [coloured, ~coloured, *(np.roll(coloured, shift) for shift in shifts)]
    variants = [signal, *(_bridged(signal, mask) for mask in removed)]
    score, deletion, insertion, *random = _scores(model, variants, heat.label, task)
    threshold = model.card.thresholds[model.card.labels.index(heat.label)]
    return DeletionTest(
        label=heat.label,
        share=float(coloured.mean()),
        score=score,
        deletion=deletion,
        insertion=insertion,
        random=float(np.mean(random)),
        flipped=score >= threshold > deletion,
        start=place[0],
        stop=place[1],
    )


def _strength(heat: Heat, place: Span) -> float:
    first, last = max(place[0], heat.start) - heat.start, min(place[1], heat.stop) - heat.start
    return float(np.nansum(heat.heat[:, first:last])) if first < last else -1.0


def _heat_on(heat: Heat, place: Span, n_samples: int) -> NDArray[np.float64]:
    """Return the map of a window at the net's rate; a lead-wise map by its strongest lead."""
    strongest = np.nan_to_num(heat.heat).max(axis=0)
    at = place[0] + np.arange(n_samples) * (place[1] - place[0]) / n_samples
    samples = np.arange(heat.start, heat.stop)
    return np.asarray(np.interp(at, samples, strongest, left=0.0, right=0.0))


def _coloured(values: NDArray[np.float64], share: float) -> Mask:
    """Return the share of samples with the highest heat, never one without any."""
    wanted = max(1, round(share * values.size))
    mask = np.zeros(values.size, dtype=bool)
    mask[np.argsort(-values, kind="stable")[:wanted]] = True
    return mask & (values > 0)


def _bridged(signal: Samples, removed: Mask) -> Samples:
    """Replace the removed samples by straight lines between what is left, lead by lead."""
    kept, gone = np.flatnonzero(~removed), np.flatnonzero(removed)
    changed = signal.copy()
    for lead in changed:
        lead[gone] = np.interp(gone, kept, lead[kept])
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


def _scores(model: LoadedModel, signals: list[Samples], label: str, task: Task) -> list[float]:
    column = model.card.labels.index(label)
    logits: list[float] = []
    for first in range(0, len(signals), BATCH_SIZE):
        task.step(first, len(signals))
        arrays = np.stack(
            [_padded(signal, model) for signal in signals[first : first + BATCH_SIZE]]
        )
        answers, model = with_fallback(model, partial(LoadedModel.logits, arrays=arrays))
        logits += [float(answer) for answer in answers[:, column]]
    task.step(len(signals), len(signals))
    return [float(0.5 * (1 + np.tanh(0.5 * logit))) for logit in logits]
