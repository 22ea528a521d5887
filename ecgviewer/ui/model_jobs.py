"""What a worker does about the models of this machine: lists them, takes new ones in."""

from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.card import ModelCard
from ecgviewer.core.plugins import EXPLANATIONS, READERS, Broken, found
from ecgviewer.core.task import Task


@dataclass(frozen=True, slots=True)
class Installed:
    """Names of the models on this machine; of those for single beats the best comes first.

    broken: other packages' readers and explanations that cannot be used.
    """

    models: tuple[str, ...]
    for_beats: tuple[str, ...]
    broken: tuple[Broken, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """A model that was taken in, and all that are there now."""

    card: ModelCard
    installed: Installed


def list_models(_task: Task) -> Installed:
    """Return the names of the models on this machine."""
    from ecgviewer.inference.library import available_models, beat_models

    broken = tuple(one for group in (READERS, EXPLANATIONS) for one in found(group).broken)
    return Installed(available_models(), beat_models(), broken)


def add_model(folder: Path, task: Task) -> Added:
    """Check a model from elsewhere and take it in; raises EcgError where it is refused."""
    from ecgviewer.inference.model_adding import add_model as add

    return Added(add(folder), list_models(task))
