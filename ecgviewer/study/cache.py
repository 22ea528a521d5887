"""Recordings of a study as arrays on disk, so that training reads at memory speed.

Records are read one by one and stay on disk: a training set may be larger than memory.
"""

import errno
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.lead_choice import ecg_lead_names, pick_leads
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.resample import resample
from ecgviewer.study.dataset import Case
from ecgviewer.study.fingerprint import (
    Fingerprints,
    as_text,
    copies,
    fingerprint,
    from_texts,
    pairs,
)
from ecgviewer.study.signal_store import Place, Writer, map_chunk, read_index, stamps

# Raised where what is stored of a record changes its meaning.
VERSION = 1
UV_PER_MV = 1000
LIMIT_UV = 32767
# Longer recordings are for `scan`: one record is held in memory while it is stored.
MAX_DURATION_S = 3600.0
# The disk keeps this much for everybody else.
SPARE_BYTES = 200_000_000
_ASKED_FOR_LENGTH = 32
_GB = 1e9


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that is not in a cache, and why, in one sentence.

    same_as: the case of which it is another copy, where that is why.
    """

    case: Case
    reason: str
    same_as: Case | None = None


@dataclass(frozen=True, eq=False)
class Cache:
    """Signals of all cases that could be read, at one rate; they stay on disk.

    skipped: the cases that could not be read; they are not among ``cases``.
    fingerprints: uint64 (n_cases, N_WORDS), see fingerprint.
    """

    cases: tuple[Case, ...]
    places: tuple[Place, ...]
    chunks: dict[str, NDArray[np.int16]]
    rate_hz: float
    fingerprints: Fingerprints
    skipped: tuple[Skipped, ...] = ()

    def read_mv(self, index: int) -> Samples:
        """Return one record, float32 (12, n_samples) in mV; an absent lead is zero."""
        place = self.places[index]
        values = self.chunks[place.chunk][place.start : place.stop]
        in_mv: Samples = values.reshape(place.n_leads, -1).astype(np.float32)
        in_mv /= np.float32(UV_PER_MV)
        return in_mv

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels of all cases, (n_cases, n_classes), NaN where not judged."""
        return np.array([case.cells for case in self.cases], dtype=np.float32)


def open_cache(cases: Sequence[Case], folder: Path, rate_hz: float, task: Task) -> Cache:
    """Return the cache of these cases; what is not yet below ``folder`` is added to it.

    A record counts as there as long as its files keep their size and time. Raises
    EcgError if no record can be read or the disk has too little room; Cancelled if the
    task is cancelled. What was added until then is kept.
    """
    store = folder / f"{rate_hz:g}hz-v{VERSION}"
    keys = _keys(cases)
    known = read_index(store)
    missing = [i for i, key in enumerate(keys) if key not in known]
    reasons: dict[int, str] = {}
    if missing:
        _refuse_small_disk([cases[i] for i in missing], store, rate_hz)
        reasons = _add([(cases[i], keys[i]) for i in missing], store, rate_hz, task)
        known = read_index(store)
    there = [i for i, key in enumerate(keys) if key in known]
    skipped = tuple(
        Skipped(cases[i], reasons[place]) for place, i in enumerate(missing) if place in reasons
    )
    if cases and not there:
        raise EcgError(f"None of {len(cases)} records can be read; the first: {skipped[0].reason}")
    places = tuple(known[keys[i]] for i in there)
    return Cache(
        cases=tuple(cases[i] for i in there),
        places=places,
        chunks={name: map_chunk(store, name) for name in {place.chunk for place in places}},
        rate_hz=rate_hz,
        fingerprints=from_texts([place.fingerprint for place in places]),
        skipped=skipped,
    )


def shared_recordings(
    cache: Cache, left: Sequence[int], right: Sequence[int]
) -> list[tuple[int, int]]:
    """Return pairs (i of left, j of right) that are the same recording, one j for each i.

    They are found by their signals, under whatever names, formats and rates they came.
    """
    return pairs(left, right, cache.fingerprints, cache.read_mv)


def without_copies(cache: Cache) -> Cache:
    """Return the cache without recordings that are in it twice; the first stays.

    The others are among ``skipped`` then. Takes seconds for 20,000 records.
    """
    twice = copies(cache.fingerprints, cache.read_mv)
    kept = [i for i in range(len(cache.cases)) if i not in twice]
    gone = tuple(
        Skipped(
            cache.cases[i],
            f"{_name(cache, i)} is the same recording as {_name(cache, j)}.",
            same_as=cache.cases[j],
        )
        for i, j in sorted(twice.items())
    )
    return replace(
        cache,
        cases=tuple(cache.cases[i] for i in kept),
        places=tuple(cache.places[i] for i in kept),
        fingerprints=cache.fingerprints[kept],
        skipped=(*cache.skipped, *gone),
    )


def _name(cache: Cache, index: int) -> str:
    case = cache.cases[index]
    return f"{case.name} of {case.source}"


def as_microvolts(record: Record, rate_hz: float) -> NDArray[np.int16]:
    """Return int16 (12, n_samples) in µV at ``rate_hz``, leads as models take them.

    Limb leads that follow from two others are derived; an absent lead is zero; a gap is
    bridged with its lead's median. Raises EcgError if the record holds no ECG signal, is
    too long or cannot be read.
    """
    names = ecg_lead_names(record)
    if record.duration_s > MAX_DURATION_S:
        raise EcgError(
            f"{record.name} lasts {record.duration_s / 3600:.1f} h: data sets take records of "
            f"up to {MAX_DURATION_S / 3600:g} h."
        )
    rows = [row for row, lead in enumerate(record.leads) if lead.is_ecg]
    values = pick_leads(record.read(0, record.n_samples)[rows], names, STANDARD_LEADS)
    values[np.isinf(values)] = np.nan
    if all(_is_flat(row) for row in values):
        raise EcgError(f"{record.name} holds no signal of any of the twelve leads.")
    values = _bridged(resample(values, record.rate_hz, rate_hz))
    return np.clip(np.round(values * UV_PER_MV), -LIMIT_UV, LIMIT_UV).astype(np.int16)


def _is_flat(lead: Samples) -> bool:
    present = lead[~np.isnan(lead)]
    return present.size == 0 or bool(present.min() == present.max())


def _bridged(values: Samples) -> Samples:
    for row in values:
        missing = np.isnan(row)
        if missing.any():
            row[missing] = 0 if missing.all() else np.median(row[~missing])
    return values


def _keys(cases: Sequence[Case]) -> list[tuple[str, str]]:
    paths = [case.path for case in cases]
    # Links are not followed: one recording may be linked to under several names.
    return [(str(p.absolute()), s) for p, s in zip(paths, stamps(paths), strict=True)]


def _add(
    wanted: Sequence[tuple[Case, tuple[str, str]]], store: Path, rate_hz: float, task: Task
) -> dict[int, str]:
    """Add records to the store; return those that could not be read, and why."""
    reasons = {}
    try:
        with Writer(store) as writer:
            for place, (case, (path, stamp)) in enumerate(wanted):
                task.step(place, len(wanted))
                try:
                    values = as_microvolts(open_record(case.path), rate_hz)
                except EcgError as error:
                    reasons[place] = str(error)
                    continue
                writer.add(path, stamp, values, as_text(fingerprint(values, rate_hz)))
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        raise EcgError(
            f"The disk of {store} is full; the records stored so far are kept: make room and "
            "start again."
        ) from error
    task.step(len(wanted), len(wanted))
    return reasons


def _refuse_small_disk(cases: Sequence[Case], store: Path, rate_hz: float) -> None:
    """Raise EcgError unless these records will fit, by the length of some of them."""
    lengths_s = []
    for case in cases[:: -(-len(cases) // _ASKED_FOR_LENGTH)]:
        try:
            lengths_s.append(open_record(case.path).duration_s)
        except EcgError:
            continue  # the caller comes to it and says so
    if not lengths_s:
        return
    samples = float(np.mean(lengths_s)) * rate_hz * len(cases)
    needed = samples * len(STANDARD_LEADS) * np.dtype(np.int16).itemsize
    there = next(place for place in (store, *store.absolute().parents) if place.exists())
    free = shutil.disk_usage(there).free
    if needed + SPARE_BYTES > free:
        raise EcgError(
            f"The signals of {len(cases)} records need about {needed / _GB:.1f} GB in {store}, "
            f"whose disk has {free / _GB:.1f} GB left: make room or choose another folder."
        )
