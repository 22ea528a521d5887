"""Sample encodings of WFDB signal files. Source: WFDB Applications Guide, signal(5)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Levels = NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class SampleFormat:
    """One encoding: whole blocks of bytes, each holding the same number of samples.

    decode: uint8 of whole blocks -> integers. part_bytes: how many bytes hold the
    first 1, 2 … samples of a block, as the last block of a file may be cut.
    invalid: the value that stands for "no signal", None where there is none.
    """

    block_samples: int
    block_bytes: int
    decode: Callable[[Bytes], Levels]
    invalid: int | None
    part_bytes: tuple[int, ...] = ()

    def n_bytes(self, n_samples: int) -> int:
        """Return how many bytes the first n_samples of a file take."""
        blocks, rest = divmod(n_samples, self.block_samples)
        return blocks * self.block_bytes + (self.part_bytes[rest - 1] if rest else 0)

    def n_samples(self, n_bytes: int) -> int:
        """Return how many samples a file of n_bytes holds."""
        blocks, rest = divmod(max(n_bytes, 0), self.block_bytes)
        return blocks * self.block_samples + sum(part <= rest for part in self.part_bytes)


def _plain(dtype: str, content: Bytes) -> Levels:
    values = content.view(np.dtype(dtype))
    return values.astype(np.int32 if values.dtype.itemsize == 4 else np.int16)


def _offset_80(content: Bytes) -> Levels:
    return content.astype(np.int16) - np.int16(128)


def _offset_160(content: Bytes) -> Levels:
    # Flipping the top bit is subtracting 32768.
    return (content.view("<u2") ^ np.uint16(0x8000)).view("<i2").astype(np.int16)


def _packed_24(content: Bytes) -> Levels:
    triples = content.reshape(-1, 3)
    words = np.zeros((len(triples), 4), dtype=np.uint8)
    words[:, 1:] = triples
    return words.view("<i4").ravel() >> 8


def _packed_212(content: Bytes) -> Levels:
    low, middle, high = content.reshape(-1, 3).T.astype(np.int16)
    pairs = np.empty((len(low), 2), dtype=np.int16)
    pairs[:, 0] = low | (middle & 0x0F) << 8
    pairs[:, 1] = high | (middle & 0xF0) << 4
    return _signed(pairs.ravel(), 12)


def _packed_310(content: Bytes) -> Levels:
    first, second, third, fourth = content.reshape(-1, 4).T.astype(np.int16)
    triples = np.empty((len(first), 3), dtype=np.int16)
    triples[:, 0] = first >> 1 | (second & 0x07) << 7
    triples[:, 1] = third >> 1 | (fourth & 0x07) << 7
    triples[:, 2] = second >> 3 | (fourth >> 3) << 5
    return _signed(triples.ravel(), 10)


def _packed_311(content: Bytes) -> Levels:
    words = content.view("<u4")
    triples = np.empty((len(words), 3), dtype=np.int16)
    for place in range(3):
        triples[:, place] = (words >> np.uint32(10 * place)) & np.uint32(0x3FF)
    return _signed(triples.ravel(), 10)


def _signed(values: NDArray[np.int16], bits: int) -> NDArray[np.int16]:
    sign = np.int16(1 << (bits - 1))
    return (values ^ sign) - sign


FORMATS = {
    8: SampleFormat(1, 1, partial(_plain, "i1"), None),
    16: SampleFormat(1, 2, partial(_plain, "<i2"), -(2**15)),
    24: SampleFormat(1, 3, _packed_24, -(2**23)),
    32: SampleFormat(1, 4, partial(_plain, "<i4"), -(2**31)),
    61: SampleFormat(1, 2, partial(_plain, ">i2"), -(2**15)),
    80: SampleFormat(1, 1, _offset_80, -(2**7)),
    160: SampleFormat(1, 2, _offset_160, -(2**15)),
    212: SampleFormat(2, 3, _packed_212, -(2**11), (2,)),
    310: SampleFormat(3, 4, _packed_310, -(2**9), (2, 4)),
    311: SampleFormat(3, 4, _packed_311, -(2**9), (2, 3)),
}
"""Format number -> encoding. Format 8 holds differences, the others the values."""

FLAC_FORMATS = {508: -(2**7), 516: -(2**15), 524: -(2**23)}
"""Format number of a FLAC file -> the value that stands for "no signal"."""
