"""What a training run is told to do, whatever its net reads."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from ecgviewer.explain.background import OrdinaryStatistics
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.distributed import Team
from ecgviewer.study.initial import Initial
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Phase, Recipe
from ecgviewer.study.split import Member
from ecgviewer.study.training import Surroundings
from ecgviewer.study.validation import Examiner
from ecgviewer.study.windows import WindowSet, n_batches


@dataclass(frozen=True, eq=False)
class Order(ABC):
    """A recipe by its name, and labelled examples, which the places in parts stand for.

    initial: whose weights are gone on with. reduced: in words, what is smaller than the
    recipe has it. examples: what they are called.
    """

    examples: ClassVar[str]

    name: str
    recipe_name: str
    recipe: Recipe
    initial: Initial | None = field(default=None, kw_only=True)
    reduced: tuple[str, ...] = field(default=(), kw_only=True)

    @property
    @abstractmethod
    def cells(self) -> NDArray[np.float32]:
        """Labels of all examples, (n_examples, n_labels), NaN where not judged."""

    @property
    @abstractmethod
    def methods(self) -> tuple[str, ...]:
        """The explanations that fit the net; the first is shown unasked."""

    @property
    def excluded_by(self) -> Mapping[str, tuple[str, ...]]:
        """Labels that nobody can judge beside others, as on a card."""
        return {}

    @property
    def explained_by(self) -> Mapping[str, str]:
        """The models that methods explain in this one's place, as on a card."""
        return {}

    @property
    def blocks_by(self) -> str:
        """The model that tells bundle branch blocks in this one's place, as on a card."""
        return ""

    @abstractmethod
    def windows(self, phase: Phase, fitted: Sequence[int]) -> WindowSet:
        """Return what a phase learns from."""

    @abstractmethod
    def n_learnt(self, phase: Phase, parts: Parts) -> int:
        """Return how many windows a phase learns from in an epoch."""

    @abstractmethod
    def examination(self, places: tuple[int, ...], team: Team) -> Examiner:
        """Return what judges nets by these examples."""

    @abstractmethod
    def members(self, parts: Parts) -> tuple[Member, ...]:
        """Return the records' places in the split, with the fingerprints of their signals."""

    @abstractmethod
    def refuse_leaks(self, parts: Parts) -> None:
        """Raise EcgError where what is learnt from would also examine."""

    @abstractmethod
    def facts(self, parts: Parts) -> dict[str, Any]:
        """Return in plain words and numbers what is learnt from, without paths."""

    @abstractmethod
    def limits(self, parts: Parts) -> tuple[str, ...]:
        """Return sentences of what a net of these examples cannot do."""

    def completed(self, net: EcgNet, _parts: Parts, _around: Surroundings) -> EcgNet:
        """Return the fitted net with what else the recipe grows beside it."""
        return net

    def ordinary(self, _parts: Parts) -> OrdinaryStatistics | None:
        """Return what leads are weighed against, None for nets that have but one."""
        return None

    def workload(self, parts: Parts) -> int:
        """Return how many windows a run learns from, each epoch's again."""
        size = self.recipe.batch_size
        counts = [(phase.epochs, self.n_learnt(phase, parts)) for phase in self.recipe.phases]
        return sum(epochs * n_batches(n, size) * min(size, n) for epochs, n in counts)
