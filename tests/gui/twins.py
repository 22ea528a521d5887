"""One record twice: with all that a file can say of it, and bare; and what a window tells."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QDialog

from ecgviewer.core.annotation import Annotation
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.ui.main_window import MainWindow

RATE_HZ, SECONDS = 250, 40
# What only the file or the model says, and nobody else in this window does.
DX = "164889003,427172004"
TELLING = re.compile(
    r"Atrial fibrillation\s+\d|164889003|427172004|\bDx\b|in atr|AFIB|Palpitations"
    r"|suggests|above its threshold|\d\.\d\d\b(?! mV)|Analysing",
)


def write_twin(folder: Path, name: str, *, told: bool, seconds: int = SECONDS) -> Path:
    """Write twelve leads of regular beats; told: with Dx, comment and annotated beats."""
    folder.mkdir(exist_ok=True)
    time_s = np.arange(seconds * RATE_HZ) / RATE_HZ
    beat = np.exp(-0.5 * (((time_s % 0.8) - 0.4) / 0.012) ** 2)
    noise = np.random.default_rng(2).normal(scale=0.02, size=(12, len(time_s)))
    signals_mv = (np.linspace(0.5, 1.2, 12)[:, np.newaxis] * beat + noise).astype(np.float32)
    comments = ["Age: 61", "Sex: Female", *([f"Dx: {DX}", "Palpitations for weeks"] * told)]
    write_record(folder / name, signals_mv, RATE_HZ, STANDARD_LEADS, comments=comments)
    if told:
        places = np.round(np.arange(0.4, seconds - 0.4, 0.8) * RATE_HZ).astype(int).tolist()
        beats = [
            Annotation(at, at, "V" if place % 7 == 3 else "N") for place, at in enumerate(places)
        ]
        write_annotations(folder / f"{name}.atr", [Annotation(5, 5, "(AFIB"), *beats])
    return folder / f"{name}.hea"


@dataclass(frozen=True)
class Twins:
    """One signal twice under one name: with all that a file can say of it, and bare."""

    told: Path
    bare: Path


def texts(window: MainWindow) -> Iterator[str]:
    """Yield all that the window says by eye, tip or screen reader, but for what its keys do."""
    # conftest imports this module, and pytest has to be first at a module of tests.
    from tests.gui.test_translated import said_by

    for where, text in said_by(window):
        if where != "action":
            yield text
    yield from (dialog.windowTitle() for dialog in window.findChildren(QDialog))
    yield window.panels.holter.accessible_text()
    yield window.facts.accessible_text()


def telling(window: MainWindow) -> list[str]:
    """Return what tells of a finding; the classes to choose from are those of every record."""
    offered = {
        f"{row.name}, SNOMED CT {row.code}, key {row.key}" for row in window.panels.review.list.rows
    }
    return sorted({text for text in texts(window) if TELLING.search(text)} - offered)


def open_twin(desk, path: Path) -> None:
    """Open one of the twins, in a folder that holds it alone."""
    desk.open(path)
    desk.window.message_line.clear()
    desk.window.docks["files"].hide()
    desk.until_idle()
