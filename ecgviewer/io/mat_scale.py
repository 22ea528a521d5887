"""From a MAT file's numbers to mV, and how far that can be trusted."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Notice, Samples
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.mat_conventions import Convention
from ecgviewer.io.mat_facts import baselines, gains, unit_names
from ecgviewer.io.mat_layouts import Layout
from ecgviewer.io.units import mv_per_unit
from ecgviewer.io.wfdb_header import DEFAULT_GAIN

# The challenges of 2017, 2020 and 2021 publish ``val`` so.
_CHALLENGE_GAIN = 1000.0
_PEEK_SAMPLES = 5_000
# Beyond this many mV no ECG swings; numbers that do are µV or ADC units.
_LARGEST_MV = 20.0
# PhysioNet's exports write missing samples of 16 bits so.
_INVALID_16 = -32_768


@dataclass(frozen=True, eq=False)
class Scale:
    """How file units become mV: (value - baseline) / gain, each float64 (n_leads,).

    units: of the result. warning: what was guessed, None where nothing was. published:
    whether the data set's publication says it, and nothing nearer.
    """

    gain: NDArray[np.float64]
    baseline: NDArray[np.float64]
    units: tuple[str, ...]
    calibrated: bool = True
    warning: Notice | None = None
    published: bool = False


@dataclass(frozen=True, eq=False)
class MatSource:
    """The samples of a layout, scaled."""

    layout: Layout
    scale: Scale

    def read(self, start: int, stop: int) -> Samples:
        """Return float32 (n_leads, stop - start), NaN where there is no signal.

        Raises EcgError if the file cannot be read.
        """
        raw = self.layout.read(start, stop)
        values = (raw.astype(np.float64) - self.scale.baseline[:, None]) / self.scale.gain[:, None]
        if raw.dtype.kind == "i" and raw.dtype.itemsize == 2:
            values[raw == _INVALID_16] = np.nan
        # Infinite numbers and those beyond float32 are no signal either.
        values[~(np.abs(values) < 1e30)] = np.nan
        return values.astype(np.float32)


def scale_of(layout: Layout, convention: Convention | None, hints: ImportHints) -> Scale:
    """Return the scale by what is surest: a person, the file, its data set, a guess.

    Raises EcgError if the signal has to be looked at and cannot be read.
    """
    n = layout.n_leads
    plain = Scale(np.ones(n), np.zeros(n), ("mV",) * n)
    given, base = gains(layout), baselines(layout)
    zero = plain.baseline if base is None else base
    if hints.gain is not None:
        return replace(plain, gain=np.full(n, hints.gain), baseline=zero)
    if units := unit_names(layout):
        factors = np.array([mv_per_unit(unit) or 1.0 for unit in units])
        named = tuple("mV" if mv_per_unit(unit) else unit for unit in units)
        if given is None or not _is_raw(layout):
            return replace(plain, gain=1 / factors, units=named)
        return replace(plain, gain=given / factors, baseline=zero, units=named)
    if given is not None and _is_raw(layout):
        return replace(plain, gain=given, baseline=zero)
    if convention is not None:
        described = np.array(convention.gain * n if len(convention.gain) == 1 else convention.gain)
        base = np.broadcast_to(np.array(convention.baseline), (n,))
        return replace(plain, gain=described, baseline=base, published=True)
    return _guessed(plain, layout)


def guessed_gain(layout: Layout) -> float:
    """Return the likeliest file units per mV where none are given.

    ADC units: 1000 for a challenge's ``val``, else the 200 that header(5) of WFDB
    takes; other numbers are mV, or µV where they swing too far for mV. Raises EcgError
    if the signal cannot be read.
    """
    if _is_raw(layout):
        is_challenge = layout.path[-1:] == ("val",) and layout.n_leads in (1, 12)
        return _CHALLENGE_GAIN if is_challenge else DEFAULT_GAIN
    return 1000.0 if _swing(layout) > _LARGEST_MV else 1.0


def _guessed(plain: Scale, layout: Layout) -> Scale:
    """Return a scale that shows something, marked as not calibrated."""
    gain = guessed_gain(layout)
    assumed = "mV" if gain == 1.0 else f"{gain:g} per mV"
    warning = Notice(
        f"No unit is given: numbers are read as {assumed}, so amplitudes are uncertain."
    )
    return replace(plain, gain=plain.gain * gain, calibrated=False, warning=warning)


def _is_raw(layout: Layout) -> bool:
    """Whether the numbers are an ADC's: integers, by class or by value."""
    if layout.is_integer:
        return True
    values = _peek(layout)
    return bool(values.size) and bool(np.all(values == np.round(values))) and _swing(layout) > 0


def _swing(layout: Layout) -> float:
    """Return how far the first samples lie from their lead's median (99th percentile)."""
    values = _peek(layout)
    if not values.size:
        return 0.0
    centred = np.abs(values - np.median(values, axis=1, keepdims=True))
    return float(np.percentile(centred, 99))


def _peek(layout: Layout) -> NDArray[np.float64]:
    values = layout.read(0, min(layout.n_samples, _PEEK_SAMPLES)).astype(np.float64)
    finite = np.isfinite(values).all(axis=0)
    return values[:, finite]
