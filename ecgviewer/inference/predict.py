"""What a model says of a record, window by window and as a whole."""

import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis, WindowScores
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.core.text import later, tr
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.combine import Probabilities, combine
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.lead_choice import ecg_lead_names, stand_in_lead
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.traits import traits_of
from ecgviewer.inference.unfamiliar import judge
from ecgviewer.inference.windows import Span, read_windows, window_places, windows_a_batch

SHORTEST_S = 1.0
# Below this no QRS complex has a shape that a net could know.
LOWEST_RATE_HZ = 50.0


class Heard(NamedTuple):
    """A window that a model read.

    place: samples of the record. probabilities: (n_classes,). features: the net's last
    map, averaged over time, (channels,).
    """

    place: Span
    prepared: Prepared
    probabilities: Probabilities
    features: Samples


def analyze(model: LoadedModel, record: Record, task: Task) -> Analysis:
    """Return the model's answer about a whole record.

    Windows without any signal are left out. Raises EcgError where the record cannot be
    judged, Cancelled once the task was cancelled.
    """
    began_s = time.perf_counter()
    places = windows_of(record, model)
    heard, model = hear(model, record, places, task)
    return analysis_of(model, record, heard, len(places), began_s)


def analysis_of(
    model: LoadedModel, record: Record, heard: Sequence[Heard], n_places: int, began_s: float
) -> Analysis:
    """Return a model's answer about a record from what it said of its windows.

    n_places: how many windows the record has, silent ones too. began_s: of the counter of
    performance, when reading began. Raises EcgError where nothing was heard.
    """
    if not heard:
        raise EcgError(f"{record.name} holds no signal in any lead that the model reads.")
    card = model.card
    score = combine(np.stack([window.probabilities for window in heard]), card.combine)
    unfamiliar, reason = _unfamiliar(model, record, heard)
    return Analysis(
        model=card.name,
        labels=card.judged,
        scores=_by_label(card, score),
        thresholds=_by_label(card, card.thresholds),
        windows=tuple(
            WindowScores(*window.place, _by_label(card, window.probabilities)) for window in heard
        ),
        missing_leads=_missing([window.prepared for window in heard], card.input.leads),
        n_samples=record.n_samples,
        device=model.device_name,
        took_s=time.perf_counter() - began_s,
        notes=(*model.notes, *_notes(record, model, n_places - len(heard))),
        excluded_by=card.excluded_by,
        unfamiliar=unfamiliar,
        unfamiliar_limit=card.unfamiliar_limit,
        unfamiliar_reason=reason,
    )


def hear(
    model: LoadedModel, record: Record, places: tuple[Span, ...], task: Task
) -> tuple[list[Heard], LoadedModel]:
    """Return what a model says of some windows, and the model that said it.

    Windows without any signal are left out. Raises EcgError and Cancelled as ``analyze``
    does.
    """
    heard: list[Heard] = []
    for batch in read_batches(record, places, model, task):
        windows = [prepared for _, prepared in batch]
        (logits, features), model = with_fallback(
            model, partial(LoadedModel.logits_and_features, windows=windows)
        )
        probabilities = probabilities_of_windows(logits, record, model)
        heard += [
            Heard(*item, scores, seen)
            for item, scores, seen in zip(batch, probabilities, features, strict=True)
        ]
    return heard, model


def _unfamiliar(
    model: LoadedModel, record: Record, heard: Sequence[Heard]
) -> tuple[float | None, str]:
    """Return how unlike the training records a record is, and why; None where unknown."""
    if model.familiarity is None:
        return None, ""
    spec = model.card.input
    traits = [traits_of(window.prepared, window.features, spec) for window in heard]
    return judge(model.familiarity, traits, spec.leads, record.patient)


def windows_of(
    record: Record, model: LoadedModel, start: int = 0, stop: int | None = None
) -> tuple[Span, ...]:
    """Return the windows in which a model reads a record, or those of samples start..stop.

    Raises EcgError if it is too short or too coarsely sampled, or has no beat where windows
    lie around beats.
    """
    refuse_unsuitable(record)
    last = record.n_samples if stop is None else min(stop, record.n_samples)
    return window_places(record, model.card.input, max(0, start), last)


def refuse_unsuitable(record: Record) -> None:
    """Raise EcgError if a record is too short or too coarsely sampled for any model."""
    if record.duration_s < SHORTEST_S:
        raise EcgError(
            f"{record.name} is {record.duration_s:.2g} s long; "
            f"a model needs at least {SHORTEST_S:.0f} s."
        )
    if record.rate_hz < LOWEST_RATE_HZ:
        raise EcgError(
            f"{record.name} is sampled at {record.rate_hz:g} Hz; "
            f"a model needs at least {LOWEST_RATE_HZ:g} Hz."
        )


def read_batches(
    record: Record, places: tuple[Span, ...], model: LoadedModel, task: Task
) -> Iterator[list[tuple[Span, Prepared]]]:
    """Yield the windows that hold a signal, a few at a time; the task is told of each few."""
    size = windows_a_batch(model.card.input)
    for first in range(0, len(places), size):
        task.step(first, len(places))
        batch = places[first : first + size]
        windows = read_windows(record, batch, model.card.input)
        heard = [item for item in zip(batch, windows, strict=True) if not item[1].silent]
        if heard:
            yield heard
    task.step(len(places), len(places))


def probabilities_of_windows(logits: Samples, record: Record, model: LoadedModel) -> Probabilities:
    """Return what a model's logits (n_windows, n_classes) say of a record's windows.

    Raises EcgError where they are not finite.
    """
    if not np.isfinite(logits).all():
        raise EcgError(
            f"{record.name} holds values that the model {model.card.name} cannot judge; "
            "are its units right?"
        )
    return card_probabilities(logits, model.card)


def _by_label(card: ModelCard, values: Iterable[float]) -> dict[str, float]:
    """Return the values of those labels that the model has learnt."""
    every = zip(card.labels, values, strict=True)
    return {label: float(value) for label, value in every if label not in card.unlearnt}


def _missing(heard: list[Prepared], leads: tuple[str, ...]) -> tuple[str, ...]:
    always = set(leads).intersection(*(prepared.missing for prepared in heard))
    return tuple(lead for lead in leads if lead in always)


def _notes(record: Record, model: LoadedModel, n_silent: int) -> Iterator[str]:
    names = ecg_lead_names(record)
    stand_in = stand_in_lead(names, model.card.input.leads)
    if stand_in is not None:
        yield tr(
            "No lead has a name that the model knows; {name} was read as lead {lead}.",
            name=names[0],
            lead=stand_in,
        )
    if any(lead.is_ecg and not lead.calibrated for lead in record.leads):
        yield tr("The file gives no gain for some leads, so their millivolts are a guess.")
    if n_silent:
        one = later("{n} window holds no signal and took no part.")
        many = later("{n} windows hold no signal and took no part.")
        yield tr(one if n_silent == 1 else many, n=n_silent)
