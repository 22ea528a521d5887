"""What a window looks like, in the few numbers by which strange records are told.

The measures and the beat are plain signal processing at the net's rate; the net's own
view comes from the pass that answers, so it costs nothing more.
"""

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec
from ecgviewer.core.record import Samples
from ecgviewer.inference.input import Prepared
from ecgviewer.signal.beat_shape import N_POINTS, BeatShape, beat_shape
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.leads import INDEPENDENT_LEADS
from ecgviewer.signal.quality import Quality, measure_quality

Floats = NDArray[np.float64]

MEASURES: Final = (
    "usual height",
    "largest height",
    "smallest height",
    "usual noise",
    "largest noise",
    "usual drift",
    "largest drift",
    "mains",
    "clipped",
    "flat",
    "rate",
    "irregularity",
    "unlikeness",
    "limb leads",
)
# Of these, less than usual may be strange too; of the others, less is only better.
TWO_SIDED: Final = ("usual height", "largest height", "smallest height", "rate")
# Added before a logarithm, so that none and almost none are alike.
_ALMOST_NONE: Final = {"noise": 1e-3, "drift": 3e-3, "mains": 1e-3, "clipped": 1e-3, "flat": 0.05}
_OF_ONE_LEAD: Final = {
    "largest noise": "noise",
    "largest drift": "drift",
    "mains": "mains",
    "clipped": "clipped",
    "flat": "flat",
}
_SLOWEST_BPM: Final = 6.0
_LIKEST: Final = 0.999


@dataclass(frozen=True, eq=False)
class Traits:
    """A window's or a record's traits.

    net: float64 (n_channels,), the net's last features, averaged over time.
    measures: float64 (len(MEASURES),), mostly logarithms. shape: float64 (n_leads *
    N_POINTS,), the usual beat, NaN where no beats or not all independent leads are there.
    missing: leads that the model wants and the window lacks. worst: the lead in which a
    measure of one lead was taken, {"largest noise": "V3"}.
    """

    net: Floats
    measures: Floats
    shape: Floats
    missing: tuple[str, ...]
    worst: Mapping[str, str]


def traits_of(prepared: Prepared, features: Samples, spec: InputSpec) -> Traits:
    """Return a window's traits; features: the net's, averaged over time, (n_channels,).

    The window must not be silent.
    """
    padded = slice(prepared.pad, None) if spec.pad == "left" else slice(-prepared.pad or None)
    values_mv = prepared.array[:, padded] / np.float32(spec.scale)
    peaks = r_peaks(values_mv, spec.rate_hz)
    rows = shape_rows(spec.leads)
    beat = beat_shape(values_mv[rows], spec.rate_hz, peaks)
    present = [row for row, lead in enumerate(spec.leads) if lead not in prepared.missing]
    quality = measure_quality(values_mv[present], spec.rate_hz)
    whole = beat is not None and not {spec.leads[row] for row in rows} & {*prepared.missing}
    return Traits(
        net=features.astype(np.float64),
        measures=np.array(
            [
                *_quality_measures(quality),
                *_rhythm_measures(peaks / spec.rate_hz, values_mv.shape[1] / spec.rate_hz),
                -np.arctanh(np.clip(beat.likeness if beat else 0.0, -_LIKEST, _LIKEST)),
                _limb_measure(values_mv, spec.leads),
            ]
        ),
        shape=_shape(beat if whole else None, len(rows)),
        missing=prepared.missing,
        worst=_worst_leads(quality, [spec.leads[row] for row in present]),
    )


def shape_rows(leads: Sequence[str]) -> list[int]:
    """Return where the leads that make the beat's shape stand among a model's leads."""
    return [leads.index(lead) for lead in INDEPENDENT_LEADS if lead in leads]


def typical(windows: Sequence[Traits]) -> Traits:
    """Return a record's traits: the median over its windows, one or more."""
    if len(windows) == 1:
        return windows[0]
    always = set(windows[0].missing).intersection(*(traits.missing for traits in windows))
    with warnings.catch_warnings():
        # No window may have a beat; the shape is then NaN, as it should be.
        warnings.simplefilter("ignore", RuntimeWarning)
        shape = np.nanmedian([traits.shape for traits in windows], axis=0)
    return Traits(
        net=np.median([traits.net for traits in windows], axis=0),
        measures=np.median([traits.measures for traits in windows], axis=0),
        shape=shape,
        missing=tuple(lead for lead in windows[0].missing if lead in always),
        worst={
            name: Counter(traits.worst[name] for traits in windows).most_common(1)[0][0]
            for name in windows[0].worst
        },
    )


def _worst_leads(quality: Quality, leads: Sequence[str]) -> dict[str, str]:
    worst = {
        measure: leads[int(np.argmax(getattr(quality, name)))]
        for measure, name in _OF_ONE_LEAD.items()
    }
    return worst | {"smallest height": leads[int(np.argmin(quality.height_mv))]}


def _shape(beat: BeatShape | None, n_leads: int) -> Floats:
    if beat is None:
        return np.full(n_leads * N_POINTS, np.nan)
    return beat.values.astype(np.float64).ravel()


def _quality_measures(quality: Quality) -> list[float]:
    """Return the measures from "usual height" to "flat"."""
    height = np.log(np.maximum(quality.height_mv, 1e-6))
    noise, drift, mains, clipped, flat = (
        np.log(getattr(quality, name) + least) for name, least in _ALMOST_NONE.items()
    )
    return [
        *(float(np.median(height)), float(height.max()), float(height.min())),
        *(float(np.median(noise)), float(noise.max())),
        *(float(np.median(drift)), float(drift.max())),
        *(float(mains.max()), float(clipped.max()), float(flat.max())),
    ]


def _rhythm_measures(peaks_s: Floats, duration_s: float) -> list[float]:
    """Return the rate (logarithm of beats a minute) and how irregular the beats come."""
    intervals_s = np.diff(peaks_s)
    beats = 60 / float(np.median(intervals_s)) if intervals_s.size else 60 / duration_s
    spread = float(intervals_s.std() / intervals_s.mean()) if intervals_s.size > 1 else 0.0
    return [float(np.log(max(beats, _SLOWEST_BPM))), float(np.log(spread + 0.02))]


def _limb_measure(values_mv: Samples, leads: Sequence[str]) -> float:
    """Return how far I + III is from II, which Einthoven's law does not allow; logarithm."""
    if not {"I", "II", "III"} <= set(leads):
        return 0.0
    one, two, three = (values_mv[leads.index(lead)] for lead in ("I", "II", "III"))
    error = float((one + three - two).std())
    return float(np.log(error / max(float(one.std() + two.std() + three.std()), 1e-6) + 0.01))
