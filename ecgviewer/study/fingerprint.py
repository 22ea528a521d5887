"""Finds a recording again under another name, in another file format or at another rate.

PTB-XL, for one, is also published among the PhysioNet challenges' records: who learns
from one copy must not be tested on the other. A fingerprint holds, for four leads, whether
the signal rises or falls from one twelfth of a second to the next. It does not depend on
gain, offset or rounding and hardly on the rate; copies differ in few bits, strangers in
about half. What looks alike is then compared sample by sample, or, where one of the two is
no longer at hand, told by the fingerprints alone.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.signal.leads import STANDARD_LEADS

Fingerprints = NDArray[np.uint64]

LEADS = ("I", "II", "V2", "V5")
STEP_S = 0.075
N_STEPS = 128
N_WORDS = len(LEADS) * N_STEPS // 64
# Bits in which copies may differ.
MAX_BITS = 77
# The same as a share, and of how many bits at least, where nothing but bits is compared. Of
# real recordings copies at other rates differed in 6 % at most, strangers in 28 % at least.
MAX_SHARE = 0.15
FEWEST_BITS = 100
# Of the leads' correlations the median has to reach this.
SAME_CORRELATION = 0.97
# Pairs that are compared in one go, so that large sets need little memory.
_BLOCK_PAIRS = 2_000_000
_BLOCK_RECORDS = 1_000

# The first word of each lead's two.
_EVERY_LEAD = range(0, N_WORDS, 2)
_ROWS = [STANDARD_LEADS.index(lead) for lead in LEADS]


def fingerprint(signals: Samples | NDArray[np.int16], rate_hz: float) -> Fingerprints:
    """Return a recording's fingerprint, (N_WORDS,) of 64 bits each.

    signals: (12, n_samples), the standard leads in any unit, an absent one zero. Only the
    first ten seconds count, so that a copy that was cut short is found too.
    """
    totals = np.cumsum(signals[_ROWS].astype(np.float64), axis=1)
    totals = np.concatenate([np.zeros((len(_ROWS), 1)), totals], axis=1)
    # Edges fall between samples at most rates.
    edges = np.arange(N_STEPS + 2) * STEP_S * rate_hz
    inside = edges[edges <= totals.shape[1] - 1]
    at_edges = np.stack([np.interp(inside, np.arange(row.size), row) for row in totals])
    rises = np.diff(at_edges, 2, axis=1) > 0
    bits = np.zeros((len(_ROWS), N_STEPS), dtype=np.uint8)
    bits[:, : rises.shape[1]] = rises
    words: Fingerprints = np.packbits(bits.ravel()).view(np.uint64)
    return words


def as_text(one: Fingerprints) -> str:
    """Return a fingerprint, (N_WORDS,), as hexadecimal digits."""
    return one.tobytes().hex()


def from_texts(texts: Sequence[str]) -> Fingerprints:
    """Return the fingerprints, (n, N_WORDS), that were written as texts.

    Raises ValueError if one is no fingerprint.
    """
    joined = b"".join(bytes.fromhex(text) for text in texts)
    return np.frombuffer(joined, dtype=np.uint64).reshape(len(texts), N_WORDS)


def alike(left: Fingerprints, right: Fingerprints) -> list[tuple[int, int]]:
    """Return which of (n, N_WORDS) may be copies of which of (m, N_WORDS), in order."""
    if not len(left) or not len(right):
        return []
    found: list[tuple[int, int]] = []
    rows = max(1, _BLOCK_PAIRS // len(right))
    for first in range(0, len(left), rows):
        block = left[first : first + rows]
        # Half of the bits rule out nearly all strangers.
        differing = np.zeros((len(block), len(right)), dtype=np.uint16)
        for word in _EVERY_LEAD:
            differing += _differing(block[:, np.newaxis, word], right[:, word])
        i, j = np.nonzero(differing <= MAX_BITS)
        near = _differing(block[i], right[j]).sum(axis=1) <= MAX_BITS
        found += zip((i[near] + first).tolist(), j[near].tolist(), strict=True)
    return found


def _differing(first: Fingerprints, second: Fingerprints) -> NDArray[np.uint8]:
    """Count the bits in which words differ."""
    counts: NDArray[np.uint8] = np.bitwise_count(first ^ second)
    return counts


def same_by_bits(left: Fingerprints, right: Fingerprints) -> dict[int, int]:
    """Return which of (n, N_WORDS) is which of (m, N_WORDS), judged by their bits alone."""
    nearest: dict[int, tuple[float, int]] = {}
    for i, j in alike(left, right):
        share = _differing_share(left[i], right[j])
        if share <= MAX_SHARE:
            nearest[i] = min(nearest.get(i, (share, j)), (share, j))
    return {i: j for i, (_, j) in nearest.items()}


def _differing_share(first: Fingerprints, second: Fingerprints) -> float:
    """Return how much differs of the leads and the time that both have; 1 if that is little."""
    one, other = (
        np.unpackbits(words.view(np.uint8)).reshape(len(LEADS), N_STEPS).astype(bool)
        for words in (first, second)
    )
    leads = one.any(axis=1) & other.any(axis=1)
    steps = [np.flatnonzero(bits.any(axis=0)) for bits in (one, other)]
    n_steps = min((int(times[-1]) + 1 if times.size else 0) for times in steps)
    differing = (one ^ other)[leads, :n_steps]
    return float(differing.mean()) if differing.size >= FEWEST_BITS else 1.0


def is_same_recording(first: Samples, second: Samples) -> bool:
    """Whether two signals, (12, n) at one rate, are one recording; the longer may go on."""
    n_samples = min(first.shape[1], second.shape[1])
    correlations = []
    for a, b in zip(first[:, :n_samples], second[:, :n_samples], strict=True):
        a, b = a - a.mean(), b - b.mean()
        size = float(np.linalg.norm(a) * np.linalg.norm(b))
        if size > 0:
            correlations.append(float(a @ b) / size)
    return bool(correlations) and float(np.median(correlations)) >= SAME_CORRELATION


def pairs(
    left: Sequence[int],
    right: Sequence[int],
    fingerprints: Fingerprints,
    read: Callable[[int], Samples],
) -> list[tuple[int, int]]:
    """Return (i, j): recording i of ``left`` is the same as j of ``right``, one j for each i.

    fingerprints: (n, N_WORDS) of all. read: gives a recording's signals at one rate.
    """
    found: dict[int, int] = {}
    for a, b in alike(fingerprints[list(left)], fingerprints[list(right)]):
        i, j = left[a], right[b]
        if i != j and i not in found and is_same_recording(read(i), read(j)):
            found[i] = j
    return list(found.items())


def copies(fingerprints: Fingerprints, read: Callable[[int], Samples]) -> dict[int, int]:
    """Return which recordings are copies of an earlier one, and of which.

    fingerprints, read: as for pairs.
    """
    earlier: dict[int, int] = {}
    for first in range(0, len(fingerprints), _BLOCK_RECORDS):
        block = fingerprints[first : first + _BLOCK_RECORDS]
        for a, b in alike(block, fingerprints[first:]):
            i, j = first + a, first + b
            if i < j and j not in earlier and is_same_recording(read(i), read(j)):
                earlier[j] = earlier.get(i, i)
    return earlier
