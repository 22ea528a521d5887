"""From a model and a record to a map on the record's own samples."""

from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray

from ecgviewer.core.card import AROUND_BEATS, InputSpec, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.beat_maps import Asked, beat_maps, laid_together
from ecgviewer.explain.fitting_methods import methods_of
from ecgviewer.explain.methods import Method, NetMap
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import read_batches, windows_of
from ecgviewer.inference.windows import Span, windows_a_batch

Rows = NDArray[np.float64]


class _Canvas:
    """Maps of windows laid over one another on a record's samples, averaged where they meet."""

    def __init__(self, start: int, stop: int) -> None:
        self.start, self.stop = start, stop
        # Signed and positive part; the number of rows is known with the first window.
        self._sums = np.zeros((2, 1, stop - start))
        self._counts = np.zeros(stop - start)
        self._mass = 0.0
        self._padding_mass = 0.0

    def add(self, place: Span, centres: Rows, cells: Rows, inside: NDArray[np.bool_]) -> None:
        """Lay down one window's cells, (rows, n_cells), centred on samples of the record."""
        mass = np.abs(cells).sum(axis=0)
        self._mass += float(mass.sum())
        self._padding_mass += float(mass[~inside].sum())
        first, last = max(self.start, place[0]), min(self.stop, place[1])
        if first >= last or not inside.any():
            return
        if len(cells) > self._sums.shape[1]:
            self._sums = np.repeat(self._sums, len(cells), axis=1)
        samples = np.arange(first, last)
        here = slice(first - self.start, last - self.start)
        for row, values in enumerate(cells[:, inside]):
            # The ReLU belongs to the cells, before they are interpolated.
            for part, kept in enumerate((values, np.maximum(values, 0))):
                self._sums[part, row, here] += np.interp(samples, centres[inside], kept)
        self._counts[here] += 1

    def maps(self) -> tuple[Samples, Samples]:
        """Return the signed map and its positive part in [0, 1]: (rows, n), NaN where unseen."""
        counts = np.where(self._counts > 0, self._counts, np.nan)
        raw, positive = self._sums / counts
        largest = np.nanmax(positive, initial=0.0)
        heat = positive / largest if largest > 0 else positive
        return raw.astype(np.float32), heat.astype(np.float32)

    @property
    def padding_share(self) -> float:
        """Share of the maps' mass that lay in the padding and was dropped."""
        return self._padding_mass / self._mass if self._mass > 0 else 0.0


def explain(
    model: LoadedModel,
    record: Record,
    label: str | None,
    method: str,
    start: int,
    stop: int,
    task: Task,
) -> Heat:
    """Return why a model gave a label its score, over samples start..stop of a record.

    The windows are those of the analysis, so that a place keeps its map wherever the
    span begins; where they overlap their maps are averaged. Of a model that reads windows
    around beats, those are explained that it gives the label, see ``beat_maps``; None
    explains each by its own label. Raises EcgError for an unknown label or method and for
    a span outside the record, Cancelled once the task was cancelled.
    """
    card = model.card
    function = _method(card, method)
    places = _places(model, record, start, stop)
    if card.input.windows == AROUND_BEATS:
        class_wanted = None if label is None else _class_index(card, label)
        asked = Asked(model, record, method, function, class_wanted)
        return laid_together(asked, beat_maps(asked, places, task), start, stop)
    class_index = _class_index(card, label)
    canvas = _Canvas(start, stop)
    leads: set[str] = set()
    step = 1.0
    label = card.labels[class_index]
    ratio = record.rate_hz / card.input.rate_hz
    for done, batch in enumerate(read_batches(record, places, model, task)):
        arrays = np.stack([prepared.array for _, prepared in batch])
        within = part_of(task, done, -(-len(places) // windows_a_batch(card.input)))
        compute = partial(
            _map, function=function, arrays=arrays, class_index=class_index, task=within
        )
        net_map, model = with_fallback(model, compute)
        step = net_map.step * ratio
        cells = net_map.cells.cpu().numpy().astype(np.float64)
        for (place, prepared), rows in zip(batch, cells, strict=True):
            centres, inside = _centres(net_map, prepared, card.input)
            canvas.add(place, place[0] + centres * ratio, rows, inside)
            leads.update(set(card.input.leads).difference(prepared.missing))
    if not leads:
        raise EcgError(f"{record.name} holds no signal there, so there is nothing to explain.")
    heard = [row for row, lead in enumerate(card.input.leads) if lead in leads]
    raw, heat = (rows if len(rows) == 1 else rows[heard] for rows in canvas.maps())
    return Heat(
        label=label,
        method=method,
        model=card.name,
        start=start,
        stop=stop,
        leads=tuple(card.input.leads[row] for row in heard),
        raw=raw,
        heat=heat,
        step=step,
        padding_share=canvas.padding_share,
    )


def _map(
    model: LoadedModel, function: Method, arrays: Samples, class_index: int, task: Task
) -> NetMap:
    inputs = model.tensor(arrays)
    classes = torch.full((len(inputs),), class_index, device=inputs.device)
    return function(model.net, inputs, model.card.input.rate_hz, classes, task)


def _centres(
    net_map: NetMap, prepared: Prepared, spec: InputSpec
) -> tuple[Rows, NDArray[np.bool_]]:
    """Return where cells are centred, in the net's samples after the padding, and which are inside.

    A cell whose centre lies in the padding tells of zeros that nobody recorded.
    """
    before = prepared.pad if spec.pad == "left" else 0
    n_cells = net_map.cells.shape[-1]
    centres = net_map.first + np.arange(n_cells, dtype=np.float64) * net_map.step - before
    return centres, (centres >= 0) & (centres < spec.n_samples - prepared.pad)


def _class_index(card: ModelCard, label: str | None) -> int:
    if label is None:
        raise EcgError(f"A map of the model {card.name} is of one class: name it.")
    return card.place_of(label)


def _method(card: ModelCard, method: str) -> Method:
    fitting = methods_of(card)
    if method not in fitting:
        raise EcgError(
            f'The model {card.name} cannot be explained by "{method}"; '
            f"it can by {', '.join(fitting) or 'no method'}."
        )
    return fitting[method]


def _places(model: LoadedModel, record: Record, start: int, stop: int) -> tuple[Span, ...]:
    if start >= stop or start >= record.n_samples or stop <= 0:
        raise EcgError(
            f"There is nothing to explain from {start / record.rate_hz:g} to "
            f"{stop / record.rate_hz:g} s: {record.name} is {record.duration_s:g} s long."
        )
    return windows_of(record, model, start, stop)
