"""Scans a record of any length: finds its beats, has each judged, sums up.

The record is read stretch by stretch, and what is known after each may be shown at once.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.scan import SCAN_LABELS, Scan, leads_in_words
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.core.text import later, tr
from ecgviewer.inference.beat_logits import beat_logits
from ecgviewer.inference.calibrate import card_probabilities
from ecgviewer.inference.irregular import entropies, with_irregularity
from ecgviewer.inference.lead_choice import ecg_lead_names, stand_in_lead
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.one_lead import leads_beside, one_lead, strip_lead_name
from ecgviewer.inference.predict import refuse_unsuitable
from ecgviewer.inference.rhythm import af_score, rhythm_episodes, settled_labels
from ecgviewer.inference.several_leads import joined
from ecgviewer.inference.strip_beats import beats_by_stretch
from ecgviewer.inference.strip_input import STRETCH_S, STRIP_LEAD
from ecgviewer.inference.unread import gaps_between, shows_beats
from ecgviewer.signal.scan_summary import summarize

Positions = NDArray[np.int64]

# A beat is judged once so much after it is known: models may compare it with the beats around.
CONTEXT_S = 90.0


def scan(
    model: LoadedModel,
    record: Record,
    task: Task,
    publish: Callable[[Scan], None] | None = None,
    *,
    lead: str | None = None,
    n_askers: int = 1,
) -> Scan:
    """Return a single-lead model's answer for every beat of a record.

    publish: told of what is known after each stretch but the last. lead: the one to read,
    None for lead II or what stands in for it: of leads without a telling name several are
    judged and the answers joined (several_leads). n_askers: threads that ask the net. Raises
    EcgError where the record or the lead cannot be read or the model does not judge single
    beats, Cancelled once the task was cancelled.
    """
    refuse_unsuitable(record)
    if set(model.card.labels) != SCAN_LABELS:
        raise EcgError(
            f"The model {model.card.name} does not tell the classes of single beats "
            f"({', '.join(sorted(SCAN_LABELS))}): name a single-lead model."
        )
    seen = record if lead is None else one_lead(record, lead)
    growing = _Growing(model, seen, strip_lead_name(seen), leads_beside(seen), n_askers)
    n_stretches = -(-record.n_samples // round(STRETCH_S * record.rate_hz))
    for done, (end, beats) in enumerate(beats_by_stretch(seen, 0, record.n_samples)):
        growing.add(end, beats, part_of(task, done, n_stretches))
        if publish is not None and end < record.n_samples:
            publish(growing.scan())
    return growing.scan()


@dataclass(eq=False)
class _Growing:
    """A scan in the making."""

    model: LoadedModel
    record: Record
    lead: str
    beside: tuple[Record, ...]
    n_askers: int
    done_until: int = 0
    beats: Positions = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    scores: list[NDArray[np.float32]] = field(default_factory=list)
    gaps: list[Positions] = field(default_factory=list)
    entropies: list[NDArray[np.float64]] = field(default_factory=list)

    def add(self, end: int, found: Positions, task: Task) -> None:
        """Judge the beats that are far enough from ``end``, up to which beats are known."""
        self.beats = np.concatenate([self.beats, found])
        whole = end >= self.record.n_samples
        until = end if whole else max(0, end - round(CONTEXT_S * self.record.rate_hz))
        asked = slice(*np.searchsorted(self.beats, (self.done_until, until)))
        self.scores.append(self._judge(asked, task))
        self.gaps.append(self._gaps(asked, whole=whole))
        gaps = np.concatenate(self.gaps)
        self.entropies.append(entropies(self.beats, gaps, asked))
        self.done_until = until

    def scan(self) -> Scan:
        """Return what is known so far."""
        card, rate_hz, until = self.model.card, self.record.rate_hz, self.done_until
        scores = self._settled()
        samples = self.beats[: len(scores)]
        gaps = np.concatenate(self.gaps)
        episodes = rhythm_episodes(scores, card.labels, samples, gaps, rate_hz, until)
        label = settled_labels(scores, card.labels, samples, episodes)
        return Scan(
            record_id=self.record.record_id,
            record_name=self.record.name,
            lead=self.lead,
            model=card.name,
            rate_hz=rate_hz,
            n_samples=self.record.n_samples,
            labels=card.labels,
            samples=samples,
            label=label,
            scores=scores,
            gaps=gaps,
            episodes=episodes,
            summary=summarize(
                *(samples, label, card.labels, episodes, gaps),
                rate_hz=rate_hz,
                until=until,
                af_score=af_score(scores, card.labels),
            ),
            done_until=until,
            notes=self._notes(),
            beside=tuple(record.leads[0].name for record in self.beside),
        )

    def _settled(self) -> NDArray[np.float32]:
        """Return the probabilities of all beats judged so far, (n_beats, n_labels)."""
        scores, card = np.concatenate(self.scores), self.model.card
        if card.irregularity is None:
            return scores
        entropy = np.concatenate(self.entropies)
        return with_irregularity(scores, card.labels, entropy, card.irregularity)

    def _judge(self, asked: slice, task: Task) -> NDArray[np.float32]:
        """Return the probabilities of the beats asked for, (n_asked, n_labels)."""
        card = self.model.card
        if asked.start == asked.stop:
            task.step(1, 1)
            return np.empty((0, len(card.labels)), dtype=np.float32)
        # One thread keeps a GPU busy.
        n_askers = self.n_askers if self.model.device.type == "cpu" else 1
        others = [one for one in self.beside if shows_beats(one, self.beats[asked])]
        seen = (self.record, *others)
        answers = []
        for done, record in enumerate(seen):
            part = part_of(task, done, len(seen))
            logits = beat_logits(self.model, record, self.beats, asked, part, n_askers)
            answers.append(card_probabilities(logits, card))
        return joined(answers, card.labels).astype(np.float32)

    def _gaps(self, asked: slice, *, whole: bool) -> Positions:
        """Return what cannot be read between the beats asked for and since those before."""
        before = self.beats[asked.start - 1] if asked.start else 0
        after = [self.record.n_samples] if whole else []
        places = np.concatenate([[before], self.beats[asked], after]).astype(np.int64)
        return gaps_between(self.record, places, self.beats)

    def _notes(self) -> tuple[str, ...]:
        notes = list(self.model.notes)
        if stand_in_lead(ecg_lead_names(self.record), STRIP_LEAD.leads) is not None:
            read = leads_in_words([self.lead, *(record.leads[0].name for record in self.beside)])
            template = (
                later("The model learnt lead II; {leads} were read in its place.")
                if self.beside
                else later("The model learnt lead II; {leads} was read in its place.")
            )
            notes.append(tr(template, leads=read))
        if any(lead.is_ecg and not lead.calibrated for lead in self.record.leads):
            notes.append(
                tr("The file gives no gain for some leads, so their millivolts are a guess.")
            )
        if not self.beats.size:
            notes.append(tr("No beat was found in lead {lead}.", lead=self.lead))
        return tuple(notes)
