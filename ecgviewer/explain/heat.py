"""From a model and a record to a map on the record's own samples."""

from functools import partial

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import InputSpec, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.explain.methods import METHODS, Method
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import Span, read_batches, windows_of

Curve = NDArray[np.float64]


class _Canvas:
    """Maps of windows laid over one another on a record's samples, averaged where they meet."""

    def __init__(self, start: int, stop: int) -> None:
        self.start, self.stop = start, stop
        self._sums = np.zeros((2, stop - start))
        self._counts = np.zeros(stop - start)
        self._mass = 0.0
        self._padding_mass = 0.0

    def add(self, place: Span, centres: Curve, cells: Curve, inside: NDArray[np.bool_]) -> None:
        """Lay down one window's cells, centred on samples of the record."""
        mass = np.abs(cells)
        self._mass += float(mass.sum())
        self._padding_mass += float(mass[~inside].sum())
        first, last = max(self.start, place[0]), min(self.stop, place[1])
        if first >= last or not inside.any():
            return
        samples = np.arange(first, last)
        here = slice(first - self.start, last - self.start)
        kept = cells[inside]
        # The ReLU belongs to the cells, before they are interpolated.
        for row, values in enumerate((kept, np.maximum(kept, 0))):
            self._sums[row, here] += np.interp(samples, centres[inside], values)
        self._counts[here] += 1

    def maps(self) -> tuple[Samples, Samples]:
        """Return the signed map and its positive part in [0, 1]: (1, n), NaN where unseen."""
        counts = np.where(self._counts > 0, self._counts, np.nan)
        raw, positive = self._sums / counts
        largest = np.max(positive, initial=0.0, where=self._counts > 0)
        heat = positive / largest if largest > 0 else positive
        return raw.astype(np.float32)[np.newaxis], heat.astype(np.float32)[np.newaxis]

    @property
    def padding_share(self) -> float:
        """Share of the maps' mass that lay in the padding and was dropped."""
        return self._padding_mass / self._mass if self._mass > 0 else 0.0


def explain(
    model: LoadedModel,
    record: Record,
    label: str,
    method: str,
    start: int,
    stop: int,
    task: Task,
) -> Heat:
    """Return why a model gave a label its score, over samples start..stop of a record.

    The windows are those of the analysis, so that a place keeps its map wherever the
    span begins; where they overlap their maps are averaged. Raises EcgError for an
    unknown label or method and for a span outside the record, Cancelled once the task
    was cancelled.
    """
    card = model.card
    class_index, function = _class_index(card, label), _method(card, method)
    places = _places(model, record, start, stop)
    compute = partial(_cells, function=function, class_index=class_index)
    canvas = _Canvas(start, stop)
    leads: set[str] = set()
    ratio = record.rate_hz / card.input.rate_hz
    for batch in read_batches(record, places, model, task):
        arrays = np.stack([prepared.array for _, prepared in batch])
        cells, model = with_fallback(model, partial(compute, arrays=arrays))
        for (place, prepared), row in zip(batch, cells, strict=True):
            centres, inside = _centres(model.net.cell_step, len(row), prepared, card.input)
            canvas.add(place, place[0] + centres * ratio, row, inside)
            leads.update(set(card.input.leads).difference(prepared.missing))
    if not leads:
        raise EcgError(f"{record.name} holds no signal there, so there is nothing to explain.")
    raw, heat = canvas.maps()
    return Heat(
        label=label,
        method=method,
        model=card.name,
        start=start,
        stop=stop,
        leads=tuple(lead for lead in card.input.leads if lead in leads),
        raw=raw,
        heat=heat,
        step=model.net.cell_step * ratio,
        padding_share=canvas.padding_share,
    )


def _cells(model: LoadedModel, function: Method, arrays: Samples, class_index: int) -> Curve:
    cells = function(model.net, model.tensor(arrays), class_index)
    return np.asarray(cells.cpu().numpy(), dtype=np.float64)


def _centres(
    step: int, n_cells: int, prepared: Prepared, spec: InputSpec
) -> tuple[Curve, NDArray[np.bool_]]:
    """Return where cells are centred, in the net's samples after the padding, and which are inside.

    A cell whose centre lies in the padding tells of zeros that nobody recorded.
    """
    before = prepared.pad if spec.pad == "left" else 0
    centres = np.arange(n_cells, dtype=np.float64) * step - before
    return centres, (centres >= 0) & (centres < spec.n_samples - prepared.pad)


def _class_index(card: ModelCard, label: str) -> int:
    if label not in card.labels:
        raise EcgError(
            f'The model {card.name} has no label "{label}"; it has {", ".join(card.labels)}.'
        )
    return card.labels.index(label)


def _method(card: ModelCard, method: str) -> Method:
    fitting = [name for name in METHODS if name in card.methods]
    if method not in fitting:
        raise EcgError(
            f'The model {card.name} cannot be explained by "{method}"; '
            f"it can by {', '.join(fitting) or 'no method'}."
        )
    return METHODS[method]


def _places(model: LoadedModel, record: Record, start: int, stop: int) -> tuple[Span, ...]:
    if start >= stop or start >= record.n_samples or stop <= 0:
        raise EcgError(
            f"There is nothing to explain from {start / record.rate_hz:g} to "
            f"{stop / record.rate_hz:g} s: {record.name} is {record.duration_s:g} s long."
        )
    return tuple(
        place for place in windows_of(record, model) if place[0] < stop and place[1] > start
    )
