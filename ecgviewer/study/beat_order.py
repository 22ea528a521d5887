"""Training on windows of one lead around labelled beats."""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import Calibration
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.beat_corrections import UsedCorrections
from ecgviewer.study.beat_examination import BeatExamination
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lessons import BeatLessons, learnt_counts, one_hot
from ecgviewer.study.beat_split import PATIENT, RANDOM, split_windows
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.cards import numbered
from ecgviewer.study.distributed import Team
from ecgviewer.study.fingerprint import as_text, fingerprint, is_same_recording, same_by_bits
from ecgviewer.study.order import Order
from ecgviewer.study.parts import Parts
from ecgviewer.study.prevalence import prevalence_calibration
from ecgviewer.study.recipe import Beats, Phase
from ecgviewer.study.recognise import RATE_HZ, beginning_uv
from ecgviewer.study.split import FIT, TEST, VALIDATION, Member
from ecgviewer.study.windows import WindowSet

# By net; the window shows the first one unasked.
METHODS = {
    "cam_net": ("cam", "hirescam", "mask", "gradient", "occlusion"),
    "mask_lstm": ("mask", "mask-paper", "gradient", "occlusion"),
    "ecgnet": ("cam", "mask", "mask-paper", "gradient", "occlusion"),
    "hannun": ("cam", "gradient", "occlusion"),
}
OF_ANY_NET = ("gradient", "occlusion")
# ECGNet has no map over time of its own: its two halves are explained by themselves.
EXPLAINED_BY = {"ecgnet": {"cam": "cam_net", "mask": "mask_lstm", "mask-paper": "mask_lstm"}}
# As many as a split at random leaves them. More take long after each epoch.
CHOOSING_A_CLASS = 480
ALWAYS_LIMITS = (
    "Two seconds of one lead hold a beat and its neighbours, not a rhythm: SBR and SVTA say how "
    "fast the heart beats there, and AFIB is better looked for over half a minute.",
    "Eight classes only; every window gets one of them, whatever else it shows.",
)


@dataclass(frozen=True, eq=False)
class BeatOrder(Order):
    """beats: all labelled windows. split: "random" or "patient". style: which windows they are.

    corrected: what of it readers corrected, None where nobody did.
    """

    examples: ClassVar[str] = "windows"
    # Whether an epoch has as many of each class, whatever there are.
    levels_classes: ClassVar[bool] = True

    beats: BeatWindows
    split: str
    style: str
    corrected: UsedCorrections | None = field(default=None, kw_only=True)

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels of all windows, (n_windows, n_classes), one 1 a row."""
        return one_hot(self.beats.labels)

    @property
    def methods(self) -> tuple[str, ...]:
        """The explanations of this recipe's net."""
        return METHODS.get(self.recipe.net, OF_ANY_NET)

    @property
    def explained_by(self) -> Mapping[str, str]:
        """The nets that stand in where this one has no map of its own."""
        return EXPLAINED_BY.get(self.recipe.net, {})

    def windows(self, phase: Phase, fitted: Sequence[int]) -> WindowSet:
        """Return the windows that a phase learns from."""
        return BeatLessons(self.beats, fitted, _source(phase).a_class)

    def n_learnt(self, phase: Phase, parts: Parts) -> int:
        """Return how many windows an epoch has."""
        counts = np.bincount(self.beats.labels[list(parts.fit)], minlength=len(BEAT_LABELS))
        return sum(learnt_counts(counts.tolist(), _source(phase).a_class))

    def calibration(self, parts: Parts) -> Calibration | None:
        """Return what weighs answers by how common classes are, if an epoch levels that out.

        Of a split at random they are so among all windows, whose labels nobody needs for
        that; by patient among those of the patients who are learnt from.
        """
        if not self.levels_classes:
            return None
        fitted = np.bincount(self.beats.labels[list(parts.fit)], minlength=len(BEAT_LABELS))
        phase = max(self.recipe.phases, key=lambda one: one.epochs)
        learnt = learnt_counts(fitted.tolist(), _source(phase).a_class)
        every = np.bincount(self.beats.labels, minlength=len(BEAT_LABELS))
        common = every if self.split == RANDOM else fitted
        return prevalence_calibration(learnt, common.tolist())

    def examination(self, places: tuple[int, ...], team: Team) -> BeatExamination:
        """Return what judges nets by these windows."""
        return BeatExamination(self.beats, places, team)

    def members(self, parts: Parts) -> tuple[Member, ...]:
        """Return each recording's place in the split, and its beginning's fingerprint.

        Where windows are split at random, a recording counts as learnt from as soon as one
        of its windows is.
        """
        part_of: dict[int, str] = {}
        for part, rows in ((TEST, parts.test), (VALIDATION, parts.validation), (FIT, parts.fit)):
            part_of |= dict.fromkeys(np.unique(self.beats.recording[list(rows)]).tolist(), part)
        return tuple(
            Member(one.source, one.name, one.patient, part_of[place], as_text(self._bits[place]))
            for place, one in enumerate(self.beats.recordings)
            if place in part_of
        )

    def refuse_leaks(self, parts: Parts) -> None:
        """Raise EcgError where who examines was learnt from, by this net or the one before.

        A split at random leaks by its nature, so that nothing may be gone on with.
        """
        if self.split != PATIENT:
            if self.initial is not None:
                raise EcgError(
                    "Windows split at random cannot go on from another model, which may have "
                    "learnt from those that examine: give --init scratch or --split patient."
                )
            return
        learnt, chosen, asked = (
            set(np.unique(self.beats.recording[list(rows)]).tolist())
            for rows in (parts.fit, parts.validation, parts.test)
        )
        for left, right in ((learnt, chosen), (learnt, asked), (chosen, asked)):
            self._refuse_shared(sorted(left), sorted(right))

    def _refuse_shared(self, left: Sequence[int], right: Sequence[int]) -> None:
        """Raise EcgError where two groups of recordings share a person or a recording."""
        recordings = self.beats.recordings
        people = {recordings[place].patient: place for place in left}
        pairs = [(people.get(recordings[place].patient), place) for place in right]
        pairs += [
            (left[a], right[b])
            for a, b in same_by_bits(self._bits[list(left)], self._bits[list(right)]).items()
            if is_same_recording(self._beginnings[left[a]], self._beginnings[right[b]])
        ]
        for first, second in pairs:
            if first is not None:
                one, other = recordings[first], recordings[second]
                raise EcgError(
                    f"{one.name} of {one.source} and {other.name} of {other.source} are of one "
                    "person or one recording and would be in two parts of the split: leave one of "
                    "the data sets out."
                )

    @cached_property
    def _beginnings(self) -> list[Samples]:
        """Return the first seconds of every recording, (12, n) in µV."""
        return [_beginning(one.path) for one in self.beats.recordings]

    @cached_property
    def _bits(self) -> NDArray[np.uint64]:
        return np.stack([fingerprint(one, RATE_HZ) for one in self._beginnings])

    def facts(self, parts: Parts) -> dict[str, Any]:
        """Return which windows there are, how they are split, and counts of each part."""
        reviews = {} if self.corrected is None else {"reviews": self.corrected.facts()}
        return {
            "split_by": self.split,
            "style": self.style,
            **reviews,
            "sources": list(dict.fromkeys(one.source for one in self.beats.recordings)),
            "windows_sha256": digest(self.beats),
            "fit": self._counts(parts.fit),
            "validation": self._counts(parts.validation),
            "test": self._counts(parts.test),
        }

    def limits(self, parts: Parts) -> tuple[str, ...]:
        """Return whose windows were learnt from, and what two seconds cannot show."""
        of = np.unique(self.beats.recording[list(parts.fit)]).tolist()
        n_sources = len({self.beats.recordings[place].source for place in of})
        seen = (
            "Learnt from other windows of the same patients that examine it: the figures say "
            "nothing of patients whom it does not know.",
        )
        return (
            f"Trained on {len(parts.fit):,} windows of {numbered(len(of), 'recording')} of "
            f"{numbered(n_sources, 'collection')}; other recorders and patients will differ.",
            *(seen if self.split == RANDOM else ()),
            *self.reviewed,
            *ALWAYS_LIMITS,
        )

    @property
    def reviewed(self) -> tuple[str, ...]:
        """Return whose word some labels rest on, in a sentence if there is anybody."""
        return () if self.corrected is None else (self.corrected.for_a_card(),)

    def _counts(self, rows: Sequence[int]) -> dict[str, Any]:
        chosen = list(rows)
        of = [self.beats.recordings[place] for place in np.unique(self.beats.recording[chosen])]
        counts = np.bincount(self.beats.labels[chosen], minlength=len(BEAT_LABELS))
        return {
            "windows": dict(sorted(Counter(self.beats.sources[chosen].tolist()).items())),
            "records": dict(sorted(Counter(one.source for one in of).items())),
            "patients": len({one.patient for one in of}),
            "positive": dict(zip(BEAT_LABELS, counts.tolist(), strict=True)),
        }


def _beginning(path: Path) -> Samples:
    try:
        return beginning_uv(open_record(path)).astype(np.float32)
    except EcgError:
        # Silent at first: it cannot be known again by its beginning.
        return np.zeros((len(STANDARD_LEADS), 1), dtype=np.float32)


def _source(phase: Phase) -> Beats:
    """Return what a phase learns from; raises ValueError unless that is beats alone."""
    (source,) = phase.sources
    if not isinstance(source, Beats):
        raise ValueError(f"windows around beats are no {source.kind}")
    return source


def parts_of(beats: BeatWindows, split: str, seed: int) -> Parts:
    """Return who learns, chooses and examines; of a class 480 at most choose.

    Raises EcgError if a part would be empty.
    """
    parts = split_windows(beats, split, seed)
    rng = np.random.default_rng(seed)
    chosen = np.asarray(parts.validation)
    of_each = [chosen[beats.labels[chosen] == label] for label in range(len(BEAT_LABELS))]
    fewer = [rng.permutation(rows)[:CHOOSING_A_CLASS] for rows in of_each]
    return replace(parts, validation=tuple(np.sort(np.concatenate(fewer)).tolist()))


def digest(beats: BeatWindows) -> str:
    """Return what tells apart sets of windows: other records, places, labels or another order."""
    found = hashlib.sha256()
    for place, one in enumerate(beats.recordings):
        own = beats.recording == place
        found.update(f"{one.name}\n".encode())
        found.update(beats.samples_at[own].tobytes() + beats.labels[own].tobytes())
    return found.hexdigest()
