"""WFDB files that tests write: any format, frames, offset and skew."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from ecgviewer.io.wfdb_formats import FLAC_FORMATS, FORMATS


@dataclass(frozen=True)
class MadeSignals:
    """How one signal file is to be made; one entry of per_frame and skew a signal."""

    format: int
    n_frames: int
    per_frame: tuple[int, ...] = (1,)
    skew: tuple[int, ...] = ()
    offset: int = 0
    seed: int = 0


def write_header(
    path: Path, lines: Sequence[str], *, comments: Sequence[str] = (), encoding: str = "utf-8"
) -> Path:
    """Write a header of these lines and comments and return its path."""
    text = "\n".join([*lines, *(f"# {comment}" for comment in comments)]) + "\n"
    path.write_bytes(text.encode(encoding))
    return path


def write_record(folder: Path, made: MadeSignals, *, length: str | None = None) -> Path:
    """Write random samples in the wanted format and return the header's path."""
    n_samples = made.n_frames * sum(made.per_frame)
    if made.format in FLAC_FORMATS:
        write_flac(folder / "made.dat", made)
    else:
        generator = np.random.default_rng(made.seed)
        n_bytes = FORMATS[made.format].n_bytes(n_samples)
        content = generator.integers(0, 256, n_bytes, dtype=np.uint8)
        if made.format == 311:
            content[3::4] &= 0x3F
        lead_in = bytes(range(made.offset))
        (folder / "made.dat").write_bytes(lead_in + content.tobytes())
    lines = [f"made {len(made.per_frame)} 250 {made.n_frames if length is None else length}"]
    for place, per_frame in enumerate(made.per_frame):
        skew = made.skew[place] if made.skew else 0
        layout = f"{made.format}x{per_frame}:{skew}+{made.offset}"
        lines.append(
            f"made.dat {layout} {200 + place}({place * 7})/mV 16 0 {place} 0 0 lead {place}"
        )
    return write_header(folder / "made.hea", lines)


def write_flac(path: Path, made: MadeSignals) -> None:
    """Write a FLAC file of random steps with as many bits as the format is named for."""
    bits = made.format - 500
    values = flac_values(made)
    width = 16 if bits <= 16 else 32
    dtype = np.int16 if width == 16 else np.int32
    subtype = {8: "PCM_S8", 16: "PCM_16", 24: "PCM_24"}[bits]
    scaled = (values.astype(np.int64) << (width - bits)).astype(dtype)
    soundfile.write(path, scaled, 250, subtype=subtype, format="FLAC")


def flac_values(made: MadeSignals) -> NDArray[np.int64]:
    """Return the values of a FLAC file, (samples, channels)."""
    limit = 2 ** (made.format - 501)
    n_samples = made.offset + made.n_frames * made.per_frame[0]
    generator = np.random.default_rng(made.seed)
    return generator.integers(-limit, limit, (n_samples, len(made.per_frame)))
