"""Whether the cables of a 12-lead record look swapped: right arm with left arm, leg or leg.

A swap of limb cables leaves the chest leads as they are, so what the chest leads lead one
to expect of I and II fits better once the swap is undone; besides, the P wave goes down
where it should go up. After Kors & van Herpen, "Accurate automatic detection of electrode
interchange in the electrocardiogram", Am. J. Cardiol. 88 (2001) 396-399 (expected leads
against recorded ones) and Batchvarov et al., "Incorrect electrode cable connection during
electrocardiographic recording", Europace 9 (2007) 1081-1090 (what each swap looks like).
The numbers are ours, fitted to PTB-XL with made swaps (`study.reversal_study`).

What cannot be told is not said: left arm with left leg looks like a usual heart (Kors and
van Herpen found 18 % of these), and a right leg on the left arm flattens III, which the
axis of many hearts does too.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.core.text import later, tr
from ecgviewer.signal.gaps import bridged
from ecgviewer.signal.lead_reversal import LIMB_SWAPS
from ecgviewer.signal.leads import INDEPENDENT_LEADS, find_lead

Floats = NDArray[np.float64]

# I and II out of V1-V6, by least squares over the usual beats of PTB-XL.
LIMBS_FROM_CHEST: Final = np.array(
    [
        [-0.627, 0.245, 0.035, -0.079, 0.065, 0.312],
        [0.026, -0.083, 0.102, 0.163, -0.153, 0.591],
    ]
)
# Logistic coefficients: a constant, then one for each of FEATURES.
FEATURES: Final = ("gain", "agreement", "P wave", "QRS complex", "T wave")
COEFFICIENTS: Final = {
    "RA/LA": np.array([-2.97, 2.46, -2.78, -1.45, -2.87, -1.86]),
    "RA/LL": np.array([-3.11, 4.64, -2.66, 0.31, 0.29, -1.16]),
}
# Which of I, II the swap turns over.
_TURNED: Final = {"RA/LA": 0, "RA/LL": 1}
# So few recordings are swapped, of either kind, that the coefficients were fitted to it.
EXPECTED_SHARE: Final = 0.02
LIKELY: Final = 0.5
# With the right leg's cable on the right arm, II shows one leg against the other: nothing.
# No record of PTB-XL had less in II than this share of what I, II and III have on average.
EMPTY_SHARE: Final = 0.1
# Of I + III - II, by the size of the three: beyond it a lead is broken and no cable swapped.
LARGEST_MISFIT: Final = 0.2
# Where the shape's waves lie, in seconds from the R peak.
_P_S: Final = (-0.19, -0.06)
_BEFORE_P_S: Final = (-0.25, -0.2)
_QRS_S: Final = (-0.05, 0.075)
_T_S: Final = (0.15, 0.375)
# Keeps ratios of nearly empty leads small; shapes have RMS 1.
_LITTLE: Final = 0.1

# By names in LIMB_SWAPS.
SWAP_WORDS: Final = {
    "RA/LA": later("the cables of the right and left arm look swapped"),
    "RA/LL": later("the cables of the right arm and the left leg look swapped"),
    "LA/LL": later("the cables of the left arm and leg look swapped"),
    "RA/RL": later("the cables of the right arm and the right leg look swapped"),
}


@dataclass(frozen=True, slots=True)
class LimbReversal:
    """Two limb cables that look swapped.

    swap: its name in LIMB_SWAPS, which undoes it but for "RA/RL", where a lead is lost.
    probability: 0..1, where EXPECTED_SHARE of all recordings have it.
    """

    swap: str
    probability: float

    @property
    def words(self) -> str:
        """What to say of it."""
        return tr(SWAP_WORDS[self.swap])


def likely_reversal(
    values_mv: Samples, rate_hz: float, names: Sequence[str]
) -> LimbReversal | None:
    """Return which limb cables look swapped; None where none, or where it cannot be told.

    values_mv: (n_leads, n_samples) in mV, NaN in gaps; names: of the leads. All of I, II
    and V1-V6 are needed, each with some signal, and two whole beats.
    """
    # scipy takes a second to load, and the window's start may pass through this file.
    from ecgviewer.signal.beat_shape import beat_shape
    from ecgviewer.signal.beats import r_peaks

    rows = [row for lead in INDEPENDENT_LEADS if (row := find_lead(lead, names)) is not None]
    if len(rows) < len(INDEPENDENT_LEADS) or np.isnan(values_mv[rows]).all(axis=1).any():
        return None
    filled = bridged(values_mv[rows]).astype(np.float32)
    shape = beat_shape(filled, rate_hz, r_peaks(filled, rate_hz))
    if shape is None:
        return None
    beats = shape.values[np.newaxis].astype(np.float64)
    if is_emptied(beats)[0]:
        return LimbReversal("RA/RL", 1.0) if _limbs_fit(values_mv, names) else None
    found = {swap: float(probabilities(swap, beats)[0]) for swap in COEFFICIENTS}
    likeliest = max(found, key=lambda swap: found[swap])
    return LimbReversal(likeliest, found[likeliest]) if found[likeliest] >= LIKELY else None


def probabilities(swap: str, beats: Floats) -> Floats:
    """Return how likely a swap is, (n,), 0..1, by usual beats (n, 8, N_POINTS)."""
    constant, *weights = COEFFICIENTS[swap]
    logits = constant + features(swap, beats, LIMBS_FROM_CHEST) @ np.array(weights)
    return np.asarray(1 / (1 + np.exp(-logits)))


def features(swap: str, beats: Floats, limbs_from_chest: Floats) -> Floats:
    """Return what tells a swap, (n, len(FEATURES)), by usual beats (n, 8, N_POINTS).

    beats: of INDEPENDENT_LEADS, as `beat_shape` makes them. How much better the expected I
    and II fit with the swap undone; how the lead that the swap turns over agrees with what
    is expected of it, -1..1; and that lead's P wave, QRS complex and T wave.
    """
    level = beats - np.median(beats, axis=2, keepdims=True)
    expected = limbs_from_chest @ level[:, 2:]
    size = _rms(_limb_leads(level)) + _LITTLE
    undone = LIMB_SWAPS[swap].astype(np.float64) @ level
    misfits = [np.log(_rms(x[:, :2] - expected) / size + _LITTLE) for x in (level, undone)]
    lead = level[:, _TURNED[swap]]
    before = np.median(lead[:, _points(_BEFORE_P_S)], axis=1)
    return np.stack(
        [
            misfits[0] - misfits[1],
            _agreement(lead, expected[:, _TURNED[swap]]),
            np.clip((lead[:, _points(_P_S)].mean(axis=1) - before) / size, -0.5, 0.5),
            np.clip(lead[:, _points(_QRS_S)].mean(axis=1) / size, -2.0, 2.0),
            np.clip(lead[:, _points(_T_S)].mean(axis=1) / size, -1.0, 1.0),
        ],
        axis=1,
    )


def is_emptied(beats: Floats) -> NDArray[np.bool_]:
    """Return where II has next to nothing and I and III do, (n,), by usual beats."""
    level = beats - np.median(beats, axis=2, keepdims=True)
    return np.asarray(_rms(level[:, 1:2]) < EMPTY_SHARE * _rms(_limb_leads(level)))


def _limb_leads(level: Floats) -> Floats:
    """Return I, II and III, (n, 3, N_POINTS)."""
    return np.stack([level[:, 0], level[:, 1], level[:, 1] - level[:, 0]], axis=1)


def _rms(leads: Floats) -> Floats:
    return np.asarray(np.sqrt(np.mean(np.square(leads), axis=(1, 2))))


def _agreement(one: Floats, other: Floats) -> Floats:
    sizes = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return np.asarray((one * other).sum(axis=1) / (sizes + _LITTLE))


def _points(span_s: tuple[float, float]) -> slice:
    from ecgviewer.signal.beat_shape import N_POINTS, SPAN_S

    per_s = N_POINTS / (SPAN_S[1] - SPAN_S[0])
    return slice(*(round((edge_s - SPAN_S[0]) * per_s) for edge_s in span_s))


def _limbs_fit(values_mv: Samples, names: Sequence[str]) -> bool:
    """Whether I + III = II holds as far as III is there; where not, II alone is broken."""
    rows = [find_lead(lead, names) for lead in ("I", "II", "III")]
    if None in rows:
        return True
    one, two, three = bridged(values_mv[[row for row in rows if row is not None]])
    spread = float(one.std() + two.std() + three.std())
    return float((one + three - two).std()) <= LARGEST_MISFIT * spread
