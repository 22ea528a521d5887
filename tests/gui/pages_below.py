"""Records and short words for tests of two pages, one above the other."""

from pathlib import Path

import numpy as np

from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS


def write(folder: Path, name: str, seconds: float, rate_hz: float = 500.0, leads=STANDARD_LEADS):
    """Write a record that no two seconds of look alike; return its header."""
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    wave = np.sin(2 * np.pi * time_s * (1 + time_s / 50)).astype(np.float32)
    write_record(folder / name, np.tile(wave, (len(leads), 1)), rate_hz, leads)
    return folder / f"{name}.hea"


def papers(desk):
    return desk.window.centre.papers


def places(desk) -> tuple[float, float]:
    """Where both papers themselves begin."""
    shown = papers(desk).above.view.start_s, papers(desk).below.view.start_s
    assert shown == (desk.state.view.start_s, desk.state.compared.start_s)
    return shown


def compare(desk, path: Path) -> None:
    """Put a record below as the Files panel does."""
    desk.window.files.compare_wished.emit(path)
    desk.until(lambda: desk.state.compared and desk.state.compared.record.path == path)
    desk.until_idle()


def traces(paper) -> int:
    return len(paper.page.scene(paper.sheet()).traces)
