"""XLI, the packing of signals in Philips files: Lempel, Ziv and Welch over differences.

Each lead is a chunk of its own: the length of its packed bytes (int32), two unused bytes, a
first difference (int16), then 10-bit codes, the highest bit first. Unpacked are 16-bit words,
the upper bytes of all before the lower bytes of all: two samples, then second differences,
turned in sign and raised by 64. Numbers of several bytes begin with the lowest. Source: the
published decoders of the format (C. A. Watford, Sierra ECG Tools); T. A. Welch, "A technique
for high-performance data compression", IEEE Computer 17(6), 1984.
"""

import struct
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_HEADER = struct.Struct("<iHh")
_CODE_BITS = 10
# The highest code ends a lead; strings have the others.
_END_CODE = (1 << _CODE_BITS) - 1
_RAISED_BY = 64
_LOWEST, _HIGHEST = -(1 << 15), (1 << 15) - 1


def unpack_leads(content: bytes, n_leads: int, n_samples: int) -> list[NDArray[np.int64]]:
    """Return each lead's samples, int64 (n,) of 16 bits, n at most n_samples.

    n_leads: further ones are left alone. Raises ValueError, with what is wrong, where the
    content is damaged, ends too early, or unpacks to more than n_samples.
    """
    chunks = _chunks(content)
    leads: list[NDArray[np.int64]] = []
    while len(leads) < n_leads:
        chunk = next(chunks, None)
        if chunk is None:
            raise ValueError(f"it holds {len(leads)} of {n_leads} leads")
        first, packed = chunk
        leads.append(_samples(_unpack(packed, 2 * n_samples), first))
    return leads


def _chunks(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the first difference and the packed bytes of each lead."""
    place = 0
    while place < len(content):
        if place + _HEADER.size > len(content):
            raise ValueError("a lead has no beginning")
        size, _, first = _HEADER.unpack_from(content, place)
        place += _HEADER.size
        if not 0 < size <= len(content) - place:
            raise ValueError("a lead ends too early")
        yield first, content[place : place + size]
        place += size


def _unpack(packed: bytes, at_most: int) -> bytes:
    """Return the bytes that the codes stand for; raises ValueError beyond ``at_most``."""
    strings = [bytes((value,)) for value in range(256)]
    pieces: list[bytes] = []
    size, before = 0, b""
    for code in _codes(packed, at_most + 2):
        if code == _END_CODE:
            break
        if code < len(strings):
            string = strings[code]
        elif code == len(strings) and before:
            # The string that this very code completes begins and ends alike.
            string = before + before[:1]
        else:
            raise ValueError("a code stands for nothing")
        if before and len(strings) < _END_CODE:
            strings.append(before + string[:1])
        pieces.append(string)
        size += len(string)
        if size > at_most:
            raise ValueError("a lead is longer than announced")
        before = string
    return b"".join(pieces)


def _codes(packed: bytes, at_most: int) -> list[int]:
    """Return the first 10-bit codes: four in five bytes; a rest of fewer bits is no code."""
    n_codes = min(len(packed) * 8 // _CODE_BITS, at_most)
    n_groups = -(-n_codes // 4)
    padded = np.zeros(5 * n_groups, dtype=np.uint16)
    used = np.frombuffer(packed, dtype=np.uint8, count=min(len(packed), padded.size))
    padded[: used.size] = used
    a, b, c, d, e = padded.reshape(n_groups, 5).T
    codes = np.stack(
        [a << 2 | b >> 6, (b & 63) << 4 | c >> 4, (c & 15) << 6 | d >> 2, (d & 3) << 8 | e], axis=1
    )
    found: list[int] = codes.ravel()[:n_codes].tolist()
    return found


def _samples(unpacked: bytes, first: int) -> NDArray[np.int64]:
    """Return samples from their words: int64 (n,); raises ValueError outside 16 bits."""
    values = np.frombuffer(unpacked + b"\0" * (len(unpacked) % 2), dtype=np.uint8)
    high, low = values.reshape(2, -1).astype(np.uint16)
    words = (high << 8 | low).view(np.int16).astype(np.int64)
    if words.size < 2:
        raise ValueError("a lead has no samples")
    # A word says how the slope changes after the next sample; the last one's is not needed.
    turns = np.concatenate([[first], words[2:-1] - _RAISED_BY])[: words.size - 2]
    slopes = words[1] - words[0] - np.cumsum(turns)
    samples = np.concatenate([words[:2], words[1] + np.cumsum(slopes)])
    if samples.min() < _LOWEST or samples.max() > _HIGHEST:
        raise ValueError("a lead leaves the range of 16 bits")
    return samples
