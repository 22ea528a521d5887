"""A stretch of a record as it looks through a display filter.

A notch, then Butterworth corners, each run forwards and backwards, so that no wave moves;
a corner is where both runs together take 3 dB. Where a record or a gap ends, the filters go
on over the mirrored signal, since the last sample may be one of a QRS complex. Of a stretch
and of the whole record the same values come out, because as much is read around the stretch
as the filters remember.
"""

import math
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.signal.display_filter import DisplayFilter

Floats = NDArray[np.float64]
Places = NDArray[np.int64]
Runs = list[tuple[int, int]]

ORDER = 2
# Narrow enough to leave QRS complexes alone, wide enough for mains that drift by 0.2 Hz.
NOTCH_QUALITY = 30.0
# Mains go on beyond the ends in whole cycles; some count of these is a whole count of samples.
CYCLES = range(5, 21)
# Gaps up to here are bridged for a filter; what a longer one parts knows nothing of the
# other side. Mains would not fit together across more than a part of their cycle.
LONGEST_BRIDGE_S = 1.0
LONGEST_NOTCH_BRIDGE_S = 0.005
# What is farther away than this share of an impulse's beginning counts as forgotten.
FORGOTTEN = 1e-6
# Two runs together take 3 dB where each takes 1.5 dB.
_HALVED = (math.sqrt(2) - 1) ** (1 / (2 * ORDER))


def read_filtered(
    record: Record, start: int, stop: int, chosen: DisplayFilter, task: Task
) -> tuple[Samples, Samples]:
    """Return samples start..stop as recorded and filtered, both float32 (n_leads, n) in mV.

    NaN stays NaN. Leads that are no ECG are not filtered. The span must lie within the
    record, and every corner must fit its rate. Raises EcgError if the file cannot be
    read, Cancelled if the task is.
    """
    filtering = _Filtering(chosen, record.rate_hz)
    first, values = _around(record, start, stop, filtering.margin)
    wanted = (start - first, stop - first)
    raw = values[:, slice(*wanted)].copy()
    seen = raw.copy()
    for index, lead in enumerate(record.leads):
        # A lead at a time: other threads need the interpreter in between.
        task.step(index, len(record.leads))
        if lead.is_ecg:
            seen[index] = filtering.through(values[index], wanted)
    return raw, seen


def _around(record: Record, start: int, stop: int, margin: int) -> tuple[int, Samples]:
    """Return where the samples around a stretch begin, and all of them."""
    first = max(start - margin, 0)
    try:
        return first, record.read(first, min(stop + margin, record.n_samples))
    except EcgError:
        # A file may be damaged near a page that can be read itself.
        return start, record.read(start, stop)


class _Filtering:
    """One filter at one rate."""

    def __init__(self, chosen: DisplayFilter, rate_hz: float) -> None:
        self._notch = _notch(chosen, rate_hz)
        self._corners = _corners(chosen, rate_hz)
        self._cycle = _mains_cycle(chosen.notch_hz, rate_hz) if chosen.notch_hz else 0
        self._bridge = round(LONGEST_BRIDGE_S * rate_hz)
        self._notch_bridge = round(LONGEST_NOTCH_BRIDGE_S * rate_hz)
        self._notch_memory, self._memory = _memory(self._notch), _memory(self._corners)

    @property
    def margin(self) -> int:
        """Samples on either side that filtered values depend on."""
        # A gap that begins there, and what is mirrored into it from its far end.
        return self._notch_memory + self._memory + 2 * self._bridge

    def through(self, values: Samples, wanted: tuple[int, int]) -> Samples:
        """Filter one lead, (n,), and return the wanted part of it."""
        seen = values.astype(np.float64)
        if len(self._notch):
            for begin, end, present in _parts(values, self._notch_bridge):
                seen[begin:end] = self._without_mains(_bridged(seen[begin:end], present))
        if len(self._corners):
            for begin, end, present in _parts(values, self._bridge):
                if begin < wanted[1] and end > wanted[0]:
                    room = (wanted[0] - begin, end - wanted[1])
                    seen[begin:end] = self._cornered(_bridged(seen[begin:end], present), room)
        seen[np.isnan(values)] = np.nan
        return seen[slice(*wanted)].astype(np.float32)

    def _without_mains(self, whole: Floats) -> Floats:
        """Run the notch over a signal without gaps."""
        size, cycle, far = whole.size, self._cycle, self._notch_memory
        place = np.arange(-far, size + far)
        beyond = _repeated(place, size, cycle) if size > cycle else _folded(place, size)
        return _both_ways(self._notch, whole[beyond])[far : far + size]

    def _cornered(self, whole: Floats, room: tuple[int, int]) -> Floats:
        """Run the corners over a signal without gaps; room: samples around what is wanted."""
        before, after = (min(max(self._memory - there, 0), self._memory) for there in room)
        place = np.arange(-before, whole.size + after)
        return _both_ways(self._corners, whole[_folded(place, whole.size)])[before:][: whole.size]


def _corners(chosen: DisplayFilter, rate_hz: float) -> Floats:
    """Return the second-order sections (n, 6) of one run."""
    # scipy takes a second to load, and the window imports this file.
    from scipy.signal import butter

    parts = [np.empty((0, 6))]
    if chosen.high_pass_hz is not None:
        corner_hz = _one_run_hz(chosen.high_pass_hz, rate_hz, _HALVED)
        parts.append(butter(ORDER, corner_hz, "highpass", fs=rate_hz, output="sos"))
    if chosen.low_pass_hz is not None:
        corner_hz = _one_run_hz(chosen.low_pass_hz, rate_hz, 1 / _HALVED)
        parts.append(butter(ORDER, corner_hz, "lowpass", fs=rate_hz, output="sos"))
    return np.concatenate(parts)


def _notch(chosen: DisplayFilter, rate_hz: float) -> Floats:
    from scipy.signal import iirnotch, tf2sos

    if chosen.notch_hz is None:
        return np.empty((0, 6))
    return np.asarray(tf2sos(*iirnotch(chosen.notch_hz, NOTCH_QUALITY, fs=rate_hz)))


def _one_run_hz(corner_hz: float, rate_hz: float, stretched: float) -> float:
    """Return where one run's corner has to lie; the bilinear transform bends frequencies."""
    bent = math.tan(math.pi * corner_hz / rate_hz) * stretched
    return rate_hz / math.pi * math.atan(bent)


def _memory(sections: Floats) -> int:
    """Return after how many samples an impulse is forgotten."""
    if not len(sections):
        return 0
    slowest = max(float(np.abs(np.roots(section[3:])).max()) for section in sections)
    return math.ceil(math.log(FORGOTTEN) / math.log(slowest))


def _mains_cycle(mains_hz: float, rate_hz: float) -> int:
    """Return the samples of some whole cycles, as nearly whole as possible."""
    lengths = [count * rate_hz / mains_hz for count in CYCLES]
    nearest = min(lengths, key=lambda length: abs(length - round(length)))
    return round(nearest)


def _both_ways(sections: Floats, values: Floats) -> Floats:
    from scipy.signal import sosfiltfilt

    return np.asarray(sosfiltfilt(sections, values, padtype=None, padlen=0), dtype=np.float64)


def _parts(values: Samples, bridge: int) -> list[tuple[int, int, Runs]]:
    """Return (first, stop) of what lies between long gaps, and its runs from there on."""
    edges = np.diff((~np.isnan(values)).astype(np.int8), prepend=0, append=0)
    parts: list[tuple[int, int, Runs]] = []
    for first, stop in np.flatnonzero(edges).reshape(-1, 2).tolist():
        if parts and first - parts[-1][1] <= bridge:
            begin, _, present = parts.pop()
            present.append((first - begin, stop - begin))
            parts.append((begin, stop, present))
        else:
            parts.append((first, stop, [(0, stop - first)]))
    return parts


def _bridged(values: Floats, present: Runs) -> Floats:
    """Fill the gaps between runs: each side goes on mirrored and gives way to the other.

    A straight line would begin at the height of one sample, which may be that of a QRS
    complex; a high-pass would make a wave of that.
    """
    for (begin, left), (right, end) in pairwise(present):
        at = np.arange(left, right)
        share = (at - left + 1) / (right - left + 1)
        from_left = values[begin + _folded(at - begin, left - begin)]
        from_right = values[right + _folded(at - right, end - right)]
        values[left:right] = (1 - share) * from_left + share * from_right
    return values


def _folded(at: Places, length: int) -> Places:
    """Return which of ``length`` samples stands at a place before or behind them, mirrored."""
    if length == 1:
        return np.zeros_like(at)
    period = 2 * (length - 1)
    place = at % period
    return np.minimum(place, period - place)


def _repeated(at: Places, length: int, cycle: int) -> Places:
    """Return the same where the first and the last ``cycle`` samples are repeated."""
    behind = length - cycle + (at - length) % cycle
    return np.where(at < 0, at % cycle, np.where(at < length, at, behind))
