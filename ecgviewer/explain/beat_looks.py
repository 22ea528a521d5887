"""What a CNN and an LSTM look at in beats that another model has judged.

The model that scans compares each beat with others and has no map over time of its own. Two
simple nets of two seconds stand in for it, as in the single-lead paper: a CNN, explained by
its class activation map, and an LSTM, by a deletion mask. Each names its own class.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock

import numpy as np

from ecgviewer.core.beat_looks import BeatLooks, Look
from ecgviewer.core.card import AROUND_BEATS, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat, WindowMap
from ecgviewer.core.record import Record
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.beat_maps import Asked, BeatMaps, beat_maps, laid_together
from ecgviewer.explain.deletion_curve import DeletionTest, deletion_test
from ecgviewer.explain.fitting_methods import methods_of
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.one_lead import one_lead
from ecgviewer.inference.strip_input import STRIP_LEAD
from ecgviewer.inference.windows import Span

# By method: the kind of net that it explains, and the model where a card names none.
PAIR = {"cam": ("CNN", "cam_net"), "mask": ("LSTM", "mask_lstm")}
# A window's map takes some 12 kB.
MAPS_KEPT = 4096


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose beats are explained: of a lead of a record; seen: the record with it alone."""

    seen: Record
    lead: str


@dataclass(eq=False)
class KeptMaps:
    """Maps of windows that were sought lately: a page that is turned back to is there.

    Several threads may use one at the same time.
    """

    _lock: Lock = field(default_factory=Lock)
    _maps: OrderedDict[tuple[str, str, str, str, int], tuple[WindowMap, float]] = field(
        default_factory=OrderedDict
    )

    def get(
        self, model: LoadedModel, subject: Subject, method: str, beats: Sequence[int], task: Task
    ) -> BeatMaps:
        """Return the maps of windows around beats, each by its own class, in their order.

        Those that hold no signal are left out. Raises EcgError where none does and where the
        method does not suit the model, Cancelled once the task was cancelled.
        """
        asked = _asked(model, subject, method)
        keys = {
            beat: (subject.seen.record_id, subject.lead, model.card.weights_sha256, method, beat)
            for beat in beats
        }
        with self._lock:
            there = {beat: self._maps[key] for beat, key in keys.items() if key in self._maps}
        lacking = [beat for beat in beats if beat not in there]
        if lacking:
            found = beat_maps(asked, [place_of(beat, subject.seen) for beat in lacking], task)
            there |= {window.centre: (window, found.step) for window in found.windows}
        with self._lock:
            for beat, kept in there.items():
                self._maps[keys[beat]] = kept
                self._maps.move_to_end(keys[beat])
            while len(self._maps) > MAPS_KEPT:
                self._maps.popitem(last=False)
        windows = tuple(there[beat][0] for beat in beats if beat in there)
        return BeatMaps(windows, next(iter(there.values()))[1])


def subject_of(record: Record, lead: str) -> Subject:
    """Return a lead of a record; raises EcgError where there is no such lead."""
    return Subject(one_lead(record, lead), lead)


def place_of(beat: int, record: Record) -> Span:
    """Return the window around a beat; it may reach beyond the record."""
    half = round(STRIP_LEAD.duration_s / 2 * record.rate_hz)
    return beat - half, beat + half


def color_beats(
    model: LoadedModel,
    subject: Subject,
    method: str,
    beats: Sequence[int],
    span: Span,
    kept: KeptMaps,
    task: Task,
) -> Heat:
    """Return the maps of beats, sought together, as one over a span of samples."""
    maps = kept.get(model, subject, method, beats, task)
    heat = laid_together(_asked(model, subject, method), maps, *span)
    return replace(heat, leads=(subject.lead,))


def try_beats(model: LoadedModel, subject: Subject, heat: Heat, task: Task) -> DeletionTest | None:
    """Try the map of the surest beat of a page, None where it colours nothing."""
    # The net calls the lead by the name that it learnt.
    own = replace(heat, leads=model.card.input.leads)
    return deletion_test(model, subject.seen, own, task)


def looks_at(
    card: ModelCard,
    subject: Subject,
    beat: int,
    load: Callable[[str], LoadedModel],
    kept: KeptMaps,
    publish: Callable[[BeatLooks], None],
    task: Task,
) -> BeatLooks:
    """Return what a CNN and an LSTM look at in a beat that the card's model has judged.

    load: by name; raises EcgError where a model is not here, which then is that look's
    reason. publish: told of the trace, and of each look but the last.
    """
    shown = _bare(subject, beat)
    for done, (method, (net, usual)) in enumerate(PAIR.items()):
        publish(shown)
        name = card.explained_by.get(method, usual)
        part = part_of(task, done, len(PAIR))
        try:
            _refuse_silent(shown, subject)
            window = kept.get(load(name), subject, method, (beat,), part).windows[0]
            look = Look(net, method, name, window)
        except EcgError as error:
            look = Look(net, method, name, None, str(error))
        shown = replace(shown, looks=(*shown.looks, look))
    return shown


def _asked(model: LoadedModel, subject: Subject, method: str) -> Asked:
    card = model.card
    methods = methods_of(card)
    if method not in methods or card.input.windows != AROUND_BEATS:
        raise EcgError(f'The model {card.name} has no map of single beats by "{method}".')
    return Asked(model, subject.seen, method, methods[method], None)


def _refuse_silent(shown: BeatLooks, subject: Subject) -> None:
    # What the nets read is bridged over gaps: they would answer about a straight line.
    known = shown.values_mv[np.isfinite(shown.values_mv)]
    if not known.size or float(np.ptp(known)) == 0:
        raise EcgError(
            f"{subject.seen.name} holds no signal there, so there is nothing to explain."
        )


def _bare(subject: Subject, beat: int) -> BeatLooks:
    record = subject.seen
    start, stop = place_of(beat, record)
    return BeatLooks(beat, subject.lead, record.rate_hz, start, record.read(start, stop)[0])
