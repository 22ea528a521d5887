"""Figures that benchmarks report: a value, its limit, and a peer measured in the same run."""

import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement; good where value <= limit.

    peer: the same unit, of something known that ran interleaved with it on the same
    machine, so that the ratio means something where absolute times do not.
    """

    name: str
    value: float
    unit: str
    limit: float
    peer: float | None = None

    @property
    def good(self) -> bool:
        """Whether the limit holds."""
        return self.value <= self.limit

    def as_json(self) -> str:
        """Return the one-line form."""
        ratio = self.value / self.peer if self.peer else None
        fields = {**asdict(self), "ratio": ratio}
        rounded = {k: round(v, 3) if isinstance(v, float) else v for k, v in fields.items()}
        return json.dumps(rounded)

    def in_words(self) -> str:
        """Return the line for a person."""
        beside = f", {self.value / self.peer:.2f} × its peer" if self.peer else ""
        verdict = "good" if self.good else "TOO MUCH"
        return f"{self.name:<28}{self.value:8.1f} {self.unit} of {self.limit:g}{beside}  {verdict}"


def interleaved(n_rounds: int, *measures: Callable[[], float]) -> tuple[float, ...]:
    """Return each measure's best of n rounds, run in turns so that all see the same load."""
    rounds = [[measure() for measure in measures] for _ in range(n_rounds)]
    return tuple(min(times) for times in zip(*rounds, strict=True))


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """Return a measure of how long a piece of work takes, in ms."""

    def took_ms() -> float:
        started_s = time.perf_counter()
        work()
        return (time.perf_counter() - started_s) * 1000

    return took_ms


def run_offscreen_without_display() -> None:
    """Let Qt paint in memory where there is no display."""
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def fresh_settings(folder: str) -> QSettings:
    """Return settings that nobody has touched, so that every run starts alike."""
    return QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
