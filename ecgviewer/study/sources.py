"""From what a phase names to the windows that it learns from."""

from collections.abc import Sequence

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.study.cache import Cache
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.parts import Parts
from ecgviewer.study.recipe import Beats, BeatsInTurn, OneLead, Phase, Recipe, Records, Source
from ecgviewer.study.strip_windows import StripWindows
from ecgviewer.study.strips import Strip, load_strips
from ecgviewer.study.synthetic import SyntheticWindows
from ecgviewer.study.windows import CachedWindows, JoinedWindows, WindowSet


def windows_of(
    phase: Phase,
    recipe: Recipe,
    cache: Cache,
    fitted: Sequence[int],
    strips: Sequence[Strip] = (),
) -> WindowSet:
    """Return the windows of all of a phase's sources; ``fitted`` are cases of the cache."""
    parts = tuple(
        _windows(source, recipe, cache, fitted, strips)
        for source in phase.sources
        if strips or not isinstance(source, OneLead)
    )
    return parts[0] if len(parts) == 1 else JoinedWindows(parts)


def load_strip_sets(
    data_sets: Sequence[DataSet], recipe: Recipe, recipe_name: str
) -> tuple[Strip, ...]:
    """Return the strips of all sets, as long as the recipe's windows.

    Raises EcgError where the recipe does not learn from strips, or one cannot be read.
    """
    sources = [source for phase in recipe.phases for source in phase.sources]
    if data_sets and not any(isinstance(source, OneLead) for source in sources):
        raise EcgError(
            f"{data_sets[0].path.name} holds one or two leads a record, which the recipe "
            f'"{recipe_name}" does not learn from: leave it out.'
        )
    spec = recipe.input
    return tuple(
        strip
        for data_set in data_sets
        for strip in load_strips(data_set.path, spec.rate_hz, spec.n_samples, Task())
    )


def n_windows(phase: Phase, parts: Parts, strips: Sequence[Strip] = ()) -> int:
    """Return how many windows all of a phase's sources give in an epoch."""
    return sum(
        len(parts.fit) if isinstance(source, Records | Beats | BeatsInTurn) else source.n_records
        for source in phase.sources
        if strips or not isinstance(source, OneLead)
    )


def _windows(
    source: Source,
    recipe: Recipe,
    cache: Cache,
    fitted: Sequence[int],
    strips: Sequence[Strip],
) -> WindowSet:
    if isinstance(source, Records):
        return CachedWindows(cache, fitted, recipe.input, recipe.augmentation, recipe.crop)
    if isinstance(source, OneLead):
        return StripWindows(
            source.n_records, strips, recipe.input, recipe.augmentation, source.seed
        )
    if isinstance(source, Beats | BeatsInTurn):
        raise ValueError("records are learnt from whole, not beat by beat")
    return SyntheticWindows(source.n_records, recipe.input, recipe.augmentation, source.seed)
