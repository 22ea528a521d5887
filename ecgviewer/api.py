"""What a notebook needs: open a record, have it judged, ask why, see it.

>>> from ecgviewer.api import analyze, demo_record, explain, plot
>>> record = demo_record("af")
>>> record.lead_names[:3], record.rate_hz, record.duration_s
(('I', 'II', 'III'), 500.0, 10.0)
>>> record.read(0, 500).shape  # mV, (n_leads, n_samples)
(12, 500)
>>> answer = analyze(record)
>>> answer.findings[0].label, answer.findings[0].present
('AF', True)

A file is opened by its path: ``open_record("ward/100.hea")``; see ``ecgviewer.io.open``.
Research use only. Not a medical device.
"""

from dataclasses import dataclass
from functools import lru_cache, partial
from math import inf, isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.heat import Heat
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel

__all__ = ["EcgPicture", "analyze", "demo_record", "explain", "open_record", "plot"]

# A longer record is explained where it speaks most for the class.
_EXPLAINED_S = 60.0
# Beyond these, ten seconds are a dot, or a wall.
_SMALLEST_SCALE, _LARGEST_SCALE = 1.0, 400.0
_NOTEBOOK_DPI, _FILE_DPI = 144, 300


def demo_record(name: str = "af") -> Record:
    """Return one of the synthetic records that ship; raises EcgError for an unknown name.

    >>> demo_record("pvc").synthetic
    True
    """
    known = sorted(path.stem.removeprefix("demo_") for path in demo_folder().glob("demo_*.hea"))
    if name not in known:
        raise EcgError(f'No demo is called "{name}"; there are {", ".join(known)}.')
    return open_record(demo_folder() / f"demo_{name}.hea")


def analyze(
    record: Record | Path | str, model: str | None = None, device: str = "auto"
) -> Analysis:
    """Return what a model says of a record.

    model: its name (``ecgviewer models``) or folder, None for the one that fits the record.
    device: "auto", "cpu" or "cuda". Raises EcgError.

    >>> answer = analyze(demo_record("lbbb"))
    >>> [finding.label for finding in answer.findings if finding.present]
    ['LBBB']
    >>> answer.scores["LBBB"] > answer.thresholds["LBBB"]
    True
    """
    from ecgviewer.inference.predict import analyze as analyze_

    opened = _record(record)
    return analyze_(_model(opened, model, device), opened, Task())


def explain(
    record: Record | Path | str,
    label: str | None = None,
    method: str | None = None,
    *,
    start_s: float | None = None,
    stop_s: float | None = None,
    model: str | None = None,
    device: str = "auto",
) -> Heat:
    """Return which samples spoke for a class.

    label: None for the likeliest. method: None for the model's first, see ``ecgviewer
    models``. start_s, stop_s: the span; without, all of a record of up to a minute, and of a
    longer one the window that speaks most for the class. The heat's ``raw`` is in signed
    logit units, ``heat`` in [0, 1], both float32 (n_leads or 1, n_samples). Raises EcgError.

    >>> heat = explain(demo_record("pvc"), "PVC")
    >>> heat.label, heat.method, heat.heat.shape
    ('PVC', 'gradcam', (1, 5000))
    """
    from ecgviewer.explain.explainer import explaining_model
    from ecgviewer.explain.heat import explain as explain_
    from ecgviewer.inference.library import as_offered

    opened = _record(record)
    asked = _model(opened, model, device)
    method = method or next(iter(as_offered(asked.card).methods), None)
    if method is None:
        raise EcgError(f"The model {asked.card.name} offers no explanation.")
    asked = explaining_model(asked, method, partial(_loaded, device=device))
    if label is None and not asked.card.exclusive:
        label = analyze(opened, asked.card.name, device).findings[0].label
    span = _span(opened, asked, label, start_s, stop_s)
    return explain_(asked, opened, label, method, *span, Task())


@dataclass(frozen=True, eq=False)
class EcgPicture:
    """A page of ECG paper, which a notebook shows by itself."""

    record: Record
    heat: Heat | None
    view: object

    def save(self, path: Path | str) -> Path:
        """Write it as .png (300 dpi, true to scale) or .svg; raises EcgError."""
        from ecgviewer.ui.picture import suffix_of

        path = Path(path)
        content = self._file(suffix_of(path.name), _FILE_DPI)
        try:
            path.write_bytes(content)
        except OSError as error:
            raise EcgError(f"{path.name} cannot be written: {error.strerror}.") from error
        return path

    def _repr_png_(self) -> bytes:
        return self._file(".png", _NOTEBOOK_DPI)

    def _file(self, suffix: str, dpi: int) -> bytes:
        from ecgviewer.paper.view import View
        from ecgviewer.ui.page_picture import file_of_page

        assert isinstance(self.view, View)
        return file_of_page(self.record, self.view, self.heat, dpi, suffix)


def plot(
    record: Record | Path | str,
    heat: Heat | None = None,
    *,
    start_s: float | None = None,
    layout: str | None = None,
    speed_mm_per_s: float = 25.0,
    gain_mm_per_mv: float = 10.0,
    theme: str = "light",
) -> EcgPicture:
    """Return ten seconds of a record on ECG paper, coloured by an explanation where one is given.

    start_s: None for where the heat begins, else the record's beginning. layout: "3x4",
    "6x2", "12x1" or "II"; None for what suits the leads. theme: "light", "dark", "print".
    Raises EcgError.

    >>> record = demo_record("pvc")
    >>> picture = plot(record, explain(record, "PVC"), layout="12x1")
    >>> picture._repr_png_()[1:4]
    b'PNG'
    """
    from ecgviewer.paper.view import Layout, Theme, View

    opened = _record(record)
    if heat is not None and heat.stop > opened.n_samples:
        raise EcgError(
            f"The explanation is not of {opened.name}: it reaches beyond that record's end."
        )
    _refuse_impossible_page(start_s, speed_mm_per_s, gain_mm_per_mv)
    few = len(opened.leads) < 6
    try:
        view = View(
            start_s=_begin_s(opened, heat) if start_s is None else start_s,
            speed_mm_per_s=speed_mm_per_s,
            gain_mm_per_mv=gain_mm_per_mv,
            layout=Layout(layout or ("12x1" if few else "3x4")),
            theme=Theme(theme),
            fit=False,
        )
    except ValueError as error:
        raise EcgError(f"The page cannot be drawn: {error}.") from error
    return EcgPicture(opened, heat, view)


def _refuse_impossible_page(
    start_s: float | None, speed_mm_per_s: float, gain_mm_per_mv: float
) -> None:
    if start_s is not None and not isfinite(start_s):
        raise EcgError(f"The page cannot begin at {start_s} s.")
    for value, unit in ((speed_mm_per_s, "mm/s"), (gain_mm_per_mv, "mm/mV")):
        if not _SMALLEST_SCALE <= value <= _LARGEST_SCALE:
            raise EcgError(
                f"The page cannot be drawn at {value:g} {unit}: choose from {_SMALLEST_SCALE:g} "
                f"to {_LARGEST_SCALE:g}."
            )


def _begin_s(record: Record, heat: Heat | None) -> float:
    return heat.start / record.rate_hz if heat is not None else 0.0


def _record(record: Record | Path | str) -> Record:
    return record if isinstance(record, Record) else open_record(record)


def _model(record: Record, name: str | None, device: str) -> "LoadedModel":
    from ecgviewer.inference.library import default_model

    return _loaded(name or default_model(record), device)


@lru_cache(maxsize=4)
def _loaded(name: str, device: str) -> "LoadedModel":
    from ecgviewer.inference.library import load_model

    return load_model(name, device)


def _span(
    record: Record,
    model: "LoadedModel",
    label: str | None,
    start_s: float | None,
    stop_s: float | None,
) -> tuple[int, int]:
    from ecgviewer.explain.strongest_window import strongest_window

    for moment_s in (start_s, stop_s):
        if moment_s is not None and not 0 <= moment_s < inf:
            raise EcgError(f"{record.name} has nothing to explain at {moment_s:g} s.")
    start = round((start_s or 0.0) * record.rate_hz)
    stop = record.n_samples if stop_s is None else round(stop_s * record.rate_hz)
    stop = min(stop, record.n_samples)
    asked = start_s is not None or stop_s is not None
    if asked or record.duration_s <= _EXPLAINED_S:
        return start, stop
    return strongest_window(model, record, label, start, stop, Task())
