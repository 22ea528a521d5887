"""What the workers do to explain single beats of a scanned record."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.card import ModelCard
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.ui import jobs

if TYPE_CHECKING:
    from ecgviewer.explain.beat_looks import KeptMaps
    from ecgviewer.inference.loaded import LoadedModel


@dataclass(frozen=True, eq=False, slots=True)
class Beats:
    """Beats of a scan, as samples of the record, that are to be explained.

    card: of the model that judged them, lead: what it read. span: the samples to colour.
    """

    card: ModelCard
    lead: str
    samples: tuple[int, ...]
    method: str
    span: tuple[int, int]


def color_beats(record: Record, device: str, beats: Beats, task: Task) -> Heat:
    """Explain the beats of a page together."""
    from ecgviewer.explain.beat_looks import color_beats as color
    from ecgviewer.explain.beat_looks import subject_of

    name = beats.card.explained_by.get(beats.method, beats.card.name)
    subject = subject_of(record, beats.lead)
    where = beats.samples, beats.span
    return color(_loaded(name, device), subject, beats.method, *where, _kept(), task)


def try_beats(record: Record, device: str, beats: Beats, heat: Heat, task: Task) -> jobs.Trial:
    """Take the coloured part of the surest beat away and ask its net again."""
    from ecgviewer.explain.beat_looks import subject_of
    from ecgviewer.explain.beat_looks import try_beats as try_

    subject = subject_of(record, beats.lead)
    return jobs.Trial(heat, try_(_loaded(heat.model, device), subject, heat, task))


def look_at_beat(
    record: Record,
    device: str,
    beats: Beats,
    publish: Callable[[BeatLooks], None],
    task: Task,
) -> BeatLooks:
    """Explain one beat by a CNN and an LSTM; what is there is published meanwhile."""
    from ecgviewer.explain.beat_looks import looks_at, subject_of

    (beat,) = beats.samples
    subject = subject_of(record, beats.lead)

    def load(name: str) -> "LoadedModel":
        return _loaded(name, device)

    return looks_at(beats.card, subject, beat, load, _kept(), publish, task)


def _loaded(name: str, device: str) -> "LoadedModel":
    from ecgviewer.inference.library import refuse_absent

    refuse_absent(name)
    return jobs.loaded(name, device)


@cache
def _kept() -> "KeptMaps":
    from ecgviewer.explain.beat_looks import KeptMaps

    return KeptMaps()
