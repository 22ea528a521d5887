"""A record's identity: a hash of its content, so that moved and renamed files keep it."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

_END_BYTES = 65_536
# A record of thousands of segments is known by some of its files.
_MAX_FILES = 16


def record_id(
    rate_hz: float,
    leads: Sequence[str],
    gains: Sequence[float],
    n_samples: int,
    files: Sequence[Path],
) -> str:
    """Return the SHA-256, as 64 hexadecimal digits, of what a record consists of.

    leads: as the file spells them. gains: file units per mV or per own unit. files:
    the signal files, of which the sizes, the first and the last 64 KiB count; never
    their names. Raises OSError if one cannot be read.
    """
    digest = hashlib.sha256()
    facts = (repr(float(rate_hz)), *leads, *(repr(float(gain)) for gain in gains), str(n_samples))
    digest.update("\n".join(facts).encode())
    for path in _some(files):
        with path.open("rb") as file:
            size = path.stat().st_size
            digest.update(b"\n%d\n" % size)
            digest.update(file.read(_END_BYTES))
            file.seek(max(size - _END_BYTES, min(size, _END_BYTES)))
            digest.update(file.read(_END_BYTES))
    return digest.hexdigest()


def _some(files: Sequence[Path]) -> Iterable[Path]:
    step = -(-len(files) // _MAX_FILES)
    return files[::step] if step else files
