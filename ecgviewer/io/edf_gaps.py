"""Spans without signal in EDF+, which has no value for a sample that is missing.

Written, such samples are at the digital minimum, which none of their signal's others has, and
an annotation over them says so: NO_SIGNAL, of one signal or, behind the recording's end, of
all. Both together are read back as missing; other programs' files hold no such text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.io.blocks import blocks
from ecgviewer.io.edf_annotations import TimedText, TimedTexts, addressed
from ecgviewer.io.edf_lists import timed_list

NO_SIGNAL: Final = "no signal (digital minimum)"
# A second of a signal that is off and on would fill the file with its gaps.
_MAX_GAPS: Final = 10_000
# First sample and the one behind the last: int64 (n, 2), rising and apart.
Spans = NDArray[np.int64]


def gaps_of(record: Record) -> tuple[list[list[tuple[int, int]]], bool]:
    """Return each lead's spans without signal, and whether there were too many for all."""
    gaps: list[list[tuple[int, int]]] = [[] for _ in record.leads]
    start = 0
    for block in blocks(record):
        for own, row in zip(gaps, block, strict=True):
            _add(own, _spans(np.isnan(row)), start)
        start += block.shape[1]
    return [own[:_MAX_GAPS] for own in gaps], any(len(own) > _MAX_GAPS for own in gaps)


def _spans(missing: NDArray[np.bool_]) -> Iterable[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(missing, prepend=False, append=False))
    return zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True)


def _add(own: list[tuple[int, int]], spans: Iterable[tuple[int, int]], offset: int) -> None:
    for first, last in spans:
        if own and own[-1][1] == first + offset:
            own[-1] = own[-1][0], last + offset
        elif len(own) <= _MAX_GAPS:
            own.append((first + offset, last + offset))


def gap_lists(
    gaps: Sequence[Sequence[tuple[int, int]]],
    labels: Sequence[str],
    rate_hz: Fraction,
    offset_s: Fraction,
) -> list[bytes]:
    """Return the lists that say where which signal is missing."""
    return [
        timed_list(offset_s + first / rate_hz, (last - first) / rate_hz, f"{NO_SIGNAL}@@{label}")
        for label, own in zip(labels, gaps, strict=True)
        for first, last in own
    ]


@dataclass(frozen=True, eq=False)
class Gaps:
    """What a file says to be missing. by_lead: one a lead. n_samples: without what fills up."""

    by_lead: tuple[Spans, ...]
    n_samples: int


def read_gaps(
    timed: TimedTexts, leads: Sequence[Lead], rate_hz: float, n_samples: int
) -> tuple[Gaps, TimedTexts]:
    """Return the spans without signal, and the texts that are no such marks."""
    by_label = {lead.file_name: lead.name for lead in leads}
    found: dict[str, list[tuple[int, int]]] = {lead.name: [] for lead in leads}
    others: list[TimedText] = []
    for each in timed.texts:
        text, name = addressed(each.text, by_label)
        onset_s = each.onset_s - timed.origin_s
        start, stop = round(onset_s * rate_hz), round((onset_s + each.duration_s) * rate_hz)
        if text != NO_SIGNAL:
            others.append(each)
        elif name is not None:
            found[name].append((start, stop))
        elif 0 < start < n_samples <= stop:
            # Behind the end a data record is only filled up.
            n_samples = start
    spans = tuple(_apart(found[lead.name]) for lead in leads)
    return Gaps(spans, n_samples), replace(timed, texts=tuple(others))


def _apart(spans: Sequence[tuple[int, int]]) -> Spans:
    """Return spans in order, those that touch joined."""
    joined: list[tuple[int, int]] = []
    for start, stop in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(stop, joined[-1][1])
        elif start < stop:
            joined.append((start, stop))
    return np.array(joined, dtype=np.int64).reshape(-1, 2)


def blank(row: Samples, start: int, spans: Spans, lowest: np.float32) -> None:
    """Take away, in place, the samples of a lead from ``start`` on that are marked as missing.

    lowest: what the digital minimum stands for; another value within a span is a sample.
    """
    first = int(np.searchsorted(spans[:, 1], start, side="right"))
    last = int(np.searchsorted(spans[:, 0], start + row.size, side="left"))
    for begin, end in spans[first:last].tolist():
        part = row[max(begin - start, 0) : end - start]
        part[part == lowest] = np.nan
