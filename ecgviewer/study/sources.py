"""From what a phase names to the windows that it learns from."""

from collections.abc import Sequence

from ecgviewer.study.cache import Cache
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Phase, Recipe, Records, Source
from ecgviewer.study.synthetic import SyntheticWindows
from ecgviewer.study.windows import CachedWindows, JoinedWindows, WindowSet, n_batches


def windows_of(phase: Phase, recipe: Recipe, cache: Cache, fitted: Sequence[int]) -> WindowSet:
    """Return the windows of all of a phase's sources; ``fitted`` are cases of the cache."""
    parts = tuple(_windows(source, recipe, cache, fitted) for source in phase.sources)
    return parts[0] if len(parts) == 1 else JoinedWindows(parts)


def workload(recipe: Recipe, parts: Parts) -> int:
    """Return how many records a run learns from, each epoch's again."""
    return sum(phase.epochs * _learnt_an_epoch(phase, recipe, parts) for phase in recipe.phases)


def _learnt_an_epoch(phase: Phase, recipe: Recipe, parts: Parts) -> int:
    counts = [
        len(parts.fit) if isinstance(source, Records) else source.n_records
        for source in phase.sources
    ]
    n_records = sum(counts)
    return n_batches(n_records, recipe.batch_size) * min(recipe.batch_size, n_records)


def _windows(source: Source, recipe: Recipe, cache: Cache, fitted: Sequence[int]) -> WindowSet:
    if isinstance(source, Records):
        return CachedWindows(cache, fitted, recipe.input, recipe.augmentation, recipe.crop)
    return SyntheticWindows(source.n_records, recipe.input, recipe.augmentation, source.seed)
