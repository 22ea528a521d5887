"""Training on the beats of recordings in turn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.alike_beats import agreed
from ecgviewer.inference.beat_rows import nearest
from ecgviewer.inference.calibrate import probabilities_of
from ecgviewer.study.beat_examination import BeatExamination
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_order import BeatOrder
from ecgviewer.study.beat_scores import TOLERANCE_S
from ecgviewer.study.beat_split import PATIENT, split_windows
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.cards import numbered
from ecgviewer.study.distributed import Team
from ecgviewer.study.metrics import Values
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import BeatsInTurn, Phase
from ecgviewer.study.sequences import BeatsInOrder, SequenceWindows, read_orders

# Two seconds around a beat are what simpler nets see; these explain in this one's place. The
# first is shown unasked: of premature beats, masks point at the beat, and activation maps
# beside it (`ecgviewer faithfulness`).
EXPLAINED_BY = {"mask": "mask_lstm", "cam": "cam_net", "mask-paper": "mask_lstm"}
BLOCKS_BY = "cam_net"
NORMAL = BEAT_LABELS.index("N")
ALWAYS_LIMITS = (
    "Every beat gets one of eight classes, whatever else it shows; flutter, paced beats, fusions "
    "and escape beats are not among them.",
    "LBBB and RBBB are judged from one lead by few patients: take them for hints.",
    "Maps come from other, simpler nets, which may see a beat otherwise than this one does.",
)


@dataclass(frozen=True, eq=False)
class SequenceOrder(BeatOrder):
    """The recordings of labelled windows, whose every detected beat is learnt from."""

    examples: ClassVar[str] = "beats"
    levels_classes: ClassVar[bool] = False

    @property
    def methods(self) -> tuple[str, ...]:
        """The explanations, by other nets all of them."""
        return tuple(EXPLAINED_BY)

    @property
    def explained_by(self) -> Mapping[str, str]:
        """The nets that are explained in this one's place."""
        return EXPLAINED_BY

    @property
    def blocks_by(self) -> str:
        """The net that tells bundle branch blocks of patients whom it does not know."""
        return BLOCKS_BY

    def windows(self, phase: Phase, fitted: Sequence[int]) -> SequenceWindows:
        """Return the stretches of beats that a phase learns from."""
        source = _source(phase)
        places = np.unique(self.beats.recording[list(fitted)]).tolist()
        orders = [one for place in places for one in self.orders[place]]
        if not source.made:
            orders = [one for one in orders if not one.is_made]
        return SequenceWindows(orders, source.length)

    def n_learnt(self, phase: Phase, parts: Parts) -> int:
        """Return how many stretches of beats an epoch has."""
        return self.windows(phase, parts.fit).n_records

    def examination(self, places: tuple[int, ...], team: Team) -> "SequenceExamination":
        """Return what judges nets by the beats at these windows."""
        return SequenceExamination(self.beats, places, team, self)

    def limits(self, parts: Parts) -> tuple[str, ...]:
        """Return whose beats were learnt from, and what one lead cannot show."""
        of = np.unique(self.beats.recording[list(parts.fit)]).tolist()
        n_beats = sum(len(self.orders[place][0].beats) for place in of)
        n_sources = len({self.beats.recordings[place].source for place in of})
        return (
            f"Trained on {n_beats:,} beats of {numbered(len(of), 'recording')} of "
            f"{numbered(n_sources, 'collection')}; other recorders and patients will differ.",
            *self.reviewed,
            *ALWAYS_LIMITS,
        )

    @cached_property
    def orders(self) -> list[tuple[BeatsInOrder, ...]]:
        """Return each recording's beats in turn first, then what else is learnt from it."""
        length = max(_source(phase).length for phase in self.recipe.phases)
        labels = np.zeros(len(self.beats.recordings), dtype=np.int64)
        labels[self.beats.recording] = self.beats.labels
        return [
            read_orders(recording, BEAT_LABELS[label], length)
            for recording, label in zip(self.beats.recordings, labels.tolist(), strict=True)
        ]


@dataclass(frozen=True, eq=False)
class SequenceExamination(BeatExamination):
    """Windows by which nets of beats in turn are judged, by what they say of the beats there.

    A beat that was not detected counts as answered with N.
    """

    order: SequenceOrder

    def scores(self, net: nn.Module) -> Values:
        """Return probabilities, (n_rows, n_classes); each process scores them all."""
        rows = np.array(self.rows, dtype=np.int64)
        found = np.zeros((len(rows), len(BEAT_LABELS)))
        of = self.windows.recording[rows]
        for place in np.unique(of).tolist():
            own = of == place
            found[own] = self._of_recording(net, place, self.windows.samples_at[rows[own]])
        return found

    def _of_recording(self, net: nn.Module, place: int, samples_at: NDArray[np.int64]) -> Values:
        known = self.order.orders[place][0]
        answers = score_rows(net, known.rows, self.team.device)
        rate_hz = self.windows.recordings[place].rate_hz
        return answers_at(known.beats, answers, samples_at, TOLERANCE_S * rate_hz)


def score_rows(net: nn.Module, rows: NDArray[np.float16], device: torch.device) -> Values:
    """Return the probabilities of beats in turn, (n_beats, n_classes), as a scan gives them."""
    single = rows.astype(np.float32)
    with torch.inference_mode():
        logits = net(torch.from_numpy(single)[None].to(device))[0].cpu().numpy()
    return probabilities_of(agreed(logits, single, BEAT_LABELS), None, exclusive=True)


def answers_at(
    beats: NDArray[np.int64], answers: Values, samples_at: NDArray[np.int64], tolerance: float
) -> Values:
    """Return what is said of the beats at these samples, (n, n_classes); N where there is none.

    beats: detected, rising. answers: (n_beats, n_classes).
    """
    found = np.zeros((len(samples_at), len(BEAT_LABELS)))
    found[:, NORMAL] = 1
    if beats.size:
        at = nearest(beats, samples_at)
        is_there = np.abs(beats[at] - samples_at) <= tolerance
        found[is_there] = answers[at[is_there]]
    return found


def parts_by_patient(beats: BeatWindows, seed: int) -> Parts:
    """Return who learns and who examines; nobody chooses, because the last epoch is kept."""
    parts = split_windows(beats, PATIENT, seed)
    return Parts(tuple(sorted((*parts.fit, *parts.validation))), (), parts.test)


def _source(phase: Phase) -> BeatsInTurn:
    """Return what a phase learns from; raises EcgError unless that is beats in turn alone."""
    (source,) = phase.sources
    if not isinstance(source, BeatsInTurn):
        raise EcgError(f"Beats in turn are no {source.kind}.")
    return source
