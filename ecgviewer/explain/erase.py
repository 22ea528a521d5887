"""Erase a part and ask again: what does a model say without it?

The part is replaced by straight lines from the last sample before it to the first one
after it, lead by lead, as in the deletion test of a map. The recording stays as it is.
"""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.erased import Erased, line_ends, spans_in
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis, WindowScores
from ecgviewer.core.record import Record, Samples, SignalSource
from ecgviewer.core.task import Task
from ecgviewer.inference.combine import combine
from ecgviewer.inference.input import MARGIN_S
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import hear, windows_of
from ecgviewer.inference.windows import Span
from ecgviewer.signal.strip import REACH_S


def ask_without(
    model: LoadedModel, record: Record, erased: Sequence[Erased], before: Analysis, task: Task
) -> Analysis:
    """Return what a model says of a record without some parts of it.

    before: the same model's answer about the whole record. Only windows that an erased
    part touches are asked again; the others keep their scores. Raises EcgError where
    nothing is left to judge, Cancelled once the task was cancelled.
    """
    began_s = time.perf_counter()
    touched = {
        place for place in windows_of(record, model) if _touches(erased, place, record, model)
    }
    heard, model = hear(model, bridged(record, erased), tuple(sorted(touched)), task)
    known = {(w.start, w.stop): w for w in before.windows if (w.start, w.stop) not in touched}
    for place, _, scores, _ in heard:
        known[place] = WindowScores(*place, dict(zip(before.labels, scores.tolist(), strict=True)))
    if not known:
        raise EcgError(f"Nothing of {record.name} is left that the model could read.")
    windows = tuple(known[place] for place in sorted(known))
    table = np.array([[window.scores[label] for label in before.labels] for window in windows])
    combined = combine(table, model.card.combine).tolist()
    return replace(
        before,
        scores=dict(zip(before.labels, combined, strict=True)),
        windows=windows,
        device=model.device_name,
        took_s=time.perf_counter() - began_s,
    )


def bridged(record: Record, erased: Sequence[Erased]) -> Record:
    """Return a record that reads straight lines where something was erased.

    Where a record begins or ends with an erased part, or has no signal on one side of it,
    the line is level; a lead that is erased as a whole holds no signal.
    """
    spans = [
        (row, start, stop)
        for row, lead in enumerate(record.leads)
        for start, stop in spans_in(erased, lead.name)
    ]
    edges = {at for _, start, stop in spans for at in (start - 1, stop)}
    beside = {at: record.read(at, at + 1)[:, 0].tolist() for at in sorted(edges)}
    lines = tuple(
        _Line(row, start, stop, *line_ends(beside[start - 1][row], beside[stop][row]))
        for row, start, stop in spans
    )
    return replace(record, source=_BridgedSource(record.source, lines))


@dataclass(frozen=True, slots=True)
class _Line:
    """What stands for an erased span of one lead: mV just before it and just after it."""

    row: int
    start: int
    stop: int
    before_mv: float
    after_mv: float

    def lay(self, values: Samples, first: int) -> None:
        """Write the line into (n_leads, n) samples read at ``first``, in place."""
        begin, end = max(self.start, first), min(self.stop, first + values.shape[1])
        at = np.arange(begin, end)
        ends = (self.start - 1, self.stop)
        line = np.interp(at, ends, (self.before_mv, self.after_mv))
        values[self.row, begin - first : max(begin, end) - first] = line


@dataclass(frozen=True, eq=False, slots=True)
class _BridgedSource:
    """A record's signal with lines laid over it."""

    source: SignalSource
    lines: tuple[_Line, ...]

    def read(self, start: int, stop: int) -> Samples:
        values = self.source.read(start, stop).copy()
        for line in self.lines:
            if line.start < stop and line.stop > start:
                line.lay(values, start)
        return values


def _touches(erased: Sequence[Erased], place: Span, record: Record, model: LoadedModel) -> bool:
    # Resampling and filters look beyond a window.
    spec = model.card.input
    resampled_s = 0.0 if record.rate_hz == spec.rate_hz else 2 * MARGIN_S
    reach_s = REACH_S if spec.windows in OF_BEATS else resampled_s
    reach = math.ceil(reach_s * record.rate_hz)
    return any(span.start < place[1] + reach and span.stop > place[0] - reach for span in erased)
