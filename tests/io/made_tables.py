"""Tables of text that tests write, as spreadsheets, watches and programs do."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE_HZ = 500
WATCH = """Name,Jane Doe
Date of Birth,1 Jan 1970
Recorded Date,2019-03-01 10:11:12 +0100
Classification,Sinus Rhythm
Symptoms,
Software Version,1.90
Device,"Watch4,3"
Sample Rate,512 hertz


Lead,Lead I
Unit,µV

"""


def made_waves(n_leads: int = 2, n_samples: int = 3_000) -> NDArray[np.float64]:
    """Return waves in mV with three decimals, (n_leads, n_samples)."""
    times = np.arange(n_samples) / RATE_HZ
    leads = np.arange(n_leads)[:, None]
    waves: NDArray[np.float64] = np.sin(times * (7 + leads)) + 0.3 * np.sin(times * 91 + leads)
    return waves.round(3)


def write_table(
    path: Path,
    columns: Sequence[Iterable[object]],
    header: str = "",
    *,
    delimiter: str = ",",
    decimal_comma: bool = False,
    end: str = "\n",
    encoding: str = "utf-8",
) -> Path:
    """Write columns of numbers or words below a header, and return the path."""
    rows = [delimiter.join(map(str, row)) for row in zip(*columns, strict=True)]
    body = end.join(rows) + end
    if decimal_comma:
        body = body.replace(".", ",")
    path.write_bytes((header.replace("\n", end) + body).encode(encoding))
    return path


def write_mv(path: Path, header: str = "time (s),I (mV),II (mV)\n", **form) -> Path:
    """Write two leads in mV with their times in seconds."""
    waves = made_waves()
    times = [f"{number / RATE_HZ:.3f}" for number in range(waves.shape[1])]
    return write_table(path, [times, *waves.tolist()], header, **form)


def clock(number: int, rate_hz: float) -> str:
    """Return the time of a sample as "0:01.250"."""
    minutes, seconds = divmod(number / rate_hz, 60)
    return f"{int(minutes)}:{seconds:06.3f}"
