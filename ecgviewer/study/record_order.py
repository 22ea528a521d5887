"""Training on whole labelled records of twelve leads."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.explain.background import OrdinaryStatistics
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cache import Cache, shared_recordings
from ecgviewer.study.cards import numbered
from ecgviewer.study.corrections import Corrected
from ecgviewer.study.distributed import Team
from ecgviewer.study.fingerprint import as_text
from ecgviewer.study.grow import beside_a_forest
from ecgviewer.study.labels import LABELS
from ecgviewer.study.order import Order
from ecgviewer.study.ordinary import ordinary_of
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Phase
from ecgviewer.study.sources import n_windows, windows_of
from ecgviewer.study.split import Member
from ecgviewer.study.strips import Strip
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examination
from ecgviewer.study.windows import WindowSet

# The window shows the first one unasked: Grad-CAM, whose hottest place is the premature
# beat where HiResCAM's often is not (bench "explanation"), and which is the published one.
METHODS = ("gradcam", "hirescam", "gradient", "occlusion")
CLINICAL = "clinical"
# There is no PR interval in fibrillation. The published mapping knows no such thing.
EXCLUDED_BY = {"IAVB": ("AF",)}
NOT_CLINICAL = 'Labels by the mapping "{}", which is not what a clinician would say.'
ALWAYS_LIMITS = (
    "With fewer than twelve leads the model is weaker, and its thresholds, chosen with twelve, "
    "do not fit well.",
    "Nine classes only; whatever else an ECG shows is not looked at.",
)


@dataclass(frozen=True, eq=False)
class RecordOrder(Order):
    """mapping: by which the labels were read. strips: of one lead, for recipes that want some.

    corrected: what readers corrected of the cache's cells, None where nobody did.
    """

    examples: ClassVar[str] = "records"

    mapping: str
    cache: Cache
    strips: tuple[Strip, ...] = ()
    corrected: Corrected | None = None

    @property
    def cells(self) -> NDArray[np.float32]:
        """Labels of all records, (n_records, n_classes), NaN where not judged."""
        return self.cache.cells

    @property
    def methods(self) -> tuple[str, ...]:
        """The explanations of nets with a last map over time."""
        return METHODS

    @property
    def excluded_by(self) -> Mapping[str, tuple[str, ...]]:
        """What no clinician would say together."""
        return EXCLUDED_BY if self.mapping == CLINICAL else {}

    def windows(self, phase: Phase, fitted: Sequence[int]) -> WindowSet:
        """Return the windows of all of a phase's sources."""
        return windows_of(phase, self.recipe, self.cache, fitted, self.strips)

    def n_learnt(self, phase: Phase, parts: Parts) -> int:
        """Return how many windows all of a phase's sources give in an epoch."""
        return n_windows(phase, parts, self.strips)

    def examination(self, places: tuple[int, ...], team: Team) -> Examination:
        """Return what judges nets by these records."""
        return Examination(self.cache, places, self.recipe, team)

    def members(self, parts: Parts) -> tuple[Member, ...]:
        """Return the split with each record's fingerprint."""
        return identified(parts.members(self.cache.cases), self.cache)

    def refuse_leaks(self, parts: Parts) -> None:
        """Raise EcgError where one recording, under two names, would fit and examine."""
        copies = shared_recordings(self.cache, parts.fit, (*parts.validation, *parts.test))
        if not copies:
            return
        left, right = (self.cache.cases[index] for index in copies[0])
        raise EcgError(
            f"{left.name} of {left.source} and {right.name} of {right.source} are the same "
            f"recording and would be learnt from and examine ({len(copies)} such pairs): leave "
            "one of the data sets out."
        )

    def facts(self, parts: Parts) -> dict[str, Any]:
        """Return the mapping, and counts of the records in each part."""
        reviews = {} if self.corrected is None else {"reviews": self.corrected.facts()}
        return {
            "mapping": self.mapping,
            **reviews,
            "strips": dict(sorted(Counter(strip.source for strip in self.strips).items())),
            "fit": self._counts(parts.fit),
            "validation": self._counts(parts.validation),
            "test": self._counts(parts.test),
        }

    def limits(self, parts: Parts) -> tuple[str, ...]:
        """Return whose records were learnt from, and what holds of all twelve-lead nets."""
        cases = [self.cache.cases[index] for index in parts.fit]
        n_sources = len({case.source for case in cases})
        others = () if self.mapping == CLINICAL else (NOT_CLINICAL.format(self.mapping),)
        reviewed = () if self.corrected is None else (self.corrected.for_a_card(),)
        return (
            f"Trained on {len(cases):,} recordings of {numbered(n_sources, 'collection')}; other "
            "hospitals, devices and patients will differ.",
            *others,
            *reviewed,
            *ALWAYS_LIMITS,
        )

    def completed(self, net: EcgNet, parts: Parts, around: Surroundings) -> EcgNet:
        """Return the net, beside a forest where the recipe has one."""
        if self.recipe.trees is None:
            return net
        return beside_a_forest(net, self.recipe, self.cache, parts.fit, around)

    def ordinary(self, parts: Parts) -> OrdinaryStatistics:
        """Return what the normal ones among the fitted records have in common."""
        return ordinary_of(self.cache, parts.fit)

    def _counts(self, indices: Sequence[int]) -> dict[str, Any]:
        chosen = [self.cache.cases[index] for index in indices]
        cells = self.cache.cells[list(indices)]
        return {
            "records": dict(sorted(Counter(case.source for case in chosen).items())),
            "patients": len({case.patient for case in chosen}),
            "positive": _by_label(np.sum(cells > 0.5, axis=0)),
            "judged": _by_label(np.sum(~np.isnan(cells), axis=0)),
        }


def _by_label(numbers: NDArray[np.int_]) -> dict[str, int]:
    return {label: int(number) for label, number in zip(LABELS, numbers, strict=True)}


def identified(members: Sequence[Member], cache: Cache) -> tuple[Member, ...]:
    """Return records of a cache with the fingerprints of their signals."""
    recording_of = {
        (case.source, case.name): as_text(one)
        for case, one in zip(cache.cases, cache.fingerprints, strict=True)
    }
    return tuple(replace(member, recording=recording_of[member.key]) for member in members)
