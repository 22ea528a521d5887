"""Extremes of long records, kept in the user's cache folder from one opening to the next.

A file is named by the record's content hash, so a moved or renamed record finds it. It holds
the finest level; the coarser ones follow from it in milliseconds.
"""

import contextlib
import json
import logging
import os
import tempfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import platformdirs

from ecgviewer.core.record import Record, Samples
from ecgviewer.signal.pyramid import Pyramid, finest_bin, stacked

log = logging.getLogger(__name__)

# Shorter records are read again in less time than a file takes to be found.
LEAST_VALUES = 4_000_000
# About twenty days of twelve leads; what was not used for longest goes first.
MAX_FOLDER_BYTES = 1 << 30
_MAGIC = b"ecgviewer pyramid 1\n"
_ENDING = ".pyramid"
_MAX_HEADER_BYTES = 65_536


def cache_folder() -> Path:
    """Return where the files lie; the folder may not be there yet."""
    return platformdirs.user_cache_path("ecgviewer", appauthor=False) / "pyramids"


def kept(record: Record) -> Pyramid | None:
    """Return the extremes that were kept of a record, None where there are none that fit.

    Those of a signal file that has changed since do not, nor does a damaged file.
    """
    path = _path_of(record)
    try:
        with path.open("rb") as file:
            if file.readline(len(_MAGIC)) != _MAGIC:
                return None
            header = json.loads(file.readline(_MAX_HEADER_BYTES))
            if not isinstance(header, dict) or header.get("of") != _stamp(record):
                return None
            shape = (2, len(record.leads), -(-record.n_samples // _size(record)))
            content = file.read()
        if len(content) != 4 * int(np.prod(shape)) or zlib.crc32(content) != header.get("crc"):
            return None
        os.utime(path)
    except (OSError, ValueError):
        return None
    low, high = np.frombuffer(content, dtype="<f4").reshape(shape).astype(np.float32, copy=False)
    return stacked(record.n_samples, _size(record), low, high)


def keep(record: Record, pyramid: Pyramid) -> None:
    """Keep a long record's extremes; a full disk or a folder without rights keeps none."""
    if len(record.leads) * record.n_samples < LEAST_VALUES:
        return
    path = _path_of(record)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, _stamp(record), pyramid.lows[0], pyramid.highs[0])
        _make_room(path.parent)
    except OSError as error:
        log.warning("The overview of a record is not kept: %s", error)


def _write(path: Path, stamp: dict[str, object], low: Samples, high: Samples) -> None:
    content = [np.ascontiguousarray(part, dtype="<f4").tobytes() for part in (low, high)]
    crc = zlib.crc32(content[1], zlib.crc32(content[0]))
    header = json.dumps({"of": stamp, "crc": crc}).encode()
    # Written aside and moved: a window that is killed leaves no half file under the name.
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        try:
            file.writelines([_MAGIC, header, b"\n", *content])
            file.close()
            Path(file.name).replace(path)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
            raise


def _make_room(folder: Path) -> None:
    """Delete what was not used for longest until the folder is within its size."""
    files = sorted(_files(folder), key=lambda told: -told[0])
    total = 0
    for _, n_bytes, path in files:
        total += n_bytes
        if total > MAX_FOLDER_BYTES:
            # Another window may have deleted it, or (on Windows) still read it.
            with contextlib.suppress(OSError):
                path.unlink()


def _files(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.iterdir():
        if path.suffix in (_ENDING, ".part"):
            with contextlib.suppress(OSError):
                told = path.stat()
                yield told.st_mtime, told.st_size, path


def _path_of(record: Record) -> Path:
    return cache_folder() / f"{record.record_id}{_ENDING}"


def _size(record: Record) -> int:
    return finest_bin(len(record.leads), record.n_samples)


def _stamp(record: Record) -> dict[str, object]:
    """What must be the same for kept extremes to be true: the content hash reads ends alone.

    Raises OSError if a signal file is gone.
    """
    told = [path.stat() for path in record.files]
    return {
        "leads": list(record.lead_names),
        "n_samples": record.n_samples,
        "bin": _size(record),
        "files": [[each.st_size, each.st_mtime_ns] for each in told],
    }
