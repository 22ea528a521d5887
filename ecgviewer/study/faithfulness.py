"""Which explanations of a model can be trusted: every method, map by map.

Maps of classes that a model finds are tried by deletion and insertion, held against the
places where the class is known to show (made records, marked waves) and against the same
net with shuffled weights. Beside the methods stand two maps that know nothing of the
model (`control_maps`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.heat import Heat
from ecgviewer.core.record import Record
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.deletion_curve import deletion_test
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.study.claim import claim
from ecgviewer.study.control_maps import CONTROLS, control_map
from ecgviewer.study.exhibits import Exhibit
from ecgviewer.study.map_figures import Subject, map_figures
from ecgviewer.study.map_store import Likeness, MapStore, Outcome
from ecgviewer.study.randomised_weights import SHARE_OF, likeness


@dataclass(frozen=True, slots=True)
class Trial:
    """What is tried: methods by name, on groups of exhibits.

    limit: how many maps a group is tried on at most, None for all. The weights are
    shuffled for the first map of each group, since every depth costs another map.
    """

    methods: tuple[str, ...]
    groups: tuple[tuple[Exhibit, ...], ...]
    limit: int | None = None

    @property
    def n_wanted(self) -> int:
        """How many maps of each method this makes at most."""
        sizes = (len(group) for group in self.groups)
        return sum(size if self.limit is None else min(size, self.limit) for size in sizes)


def try_methods(
    model: LoadedModel, trial: Trial, folder: Path | None, task: Task
) -> tuple[Outcome, ...]:
    """Return how every method's maps fared, group after group.

    folder: where outcomes are kept, so that a stopped study goes on where it was; None
    keeps nothing. Raises EcgError if another study is kept there, Cancelled once the task
    was cancelled.
    """
    if folder is not None:
        claim(folder, _settings(model, trial))
    store = MapStore(folder)
    outcomes: list[Outcome] = []
    n_done = 0
    for group in trial.groups:
        tried = _try_group(model, trial, group, store, task, n_done)
        outcomes += tried
        n_done += len(group) if trial.limit is None else min(len(group), trial.limit)
    task.step(1, 1)
    return tuple(outcomes)


def _try_group(
    model: LoadedModel,
    trial: Trial,
    group: Sequence[Exhibit],
    store: MapStore,
    task: Task,
    n_done: int,
) -> list[Outcome]:
    """Try exhibits of one source and class until enough of them were found by the model."""
    outcomes: list[Outcome] = []
    n_found = 0
    for exhibit in group:
        if trial.limit is not None and n_found >= trial.limit:
            break
        outcome = store.get(exhibit.subject)
        if outcome is None:
            part = part_of(task, n_done + n_found, trial.n_wanted)
            outcome = _try(model, trial.methods, exhibit, shuffled=n_found == 0, task=part)
            store.add(outcome)
        outcomes.append(outcome)
        n_found += outcome.found
    return outcomes


def _settings(model: LoadedModel, trial: Trial) -> dict[str, object]:
    return {
        "study": "faithfulness",
        "model": model.card.name,
        "weights_sha256": model.card.weights_sha256,
        "methods": list(trial.methods),
    }


def _try(
    model: LoadedModel, methods: Sequence[str], exhibit: Exhibit, *, shuffled: bool, task: Task
) -> Outcome:
    subject = exhibit.subject
    try:
        record, evidence = exhibit.show()
        analysis = analyze(model, record, Task())
    except EcgError as error:
        return Outcome(subject, found=False, problem=str(error))
    if not any(found.present and found.label == subject.label for found in analysis.findings):
        return Outcome(subject, found=False)
    heats, stayed = _explain_all(model, record, methods, subject.label, task, shuffled=shuffled)
    heats += _controls(record, heats[0], subject)
    maps = [
        map_figures(subject, heat, deletion_test(model, record, heat, Task()), evidence)
        for heat in heats
    ]
    return Outcome(subject, found=True, maps=tuple(maps), likenesses=tuple(stayed))


def _explain_all(
    model: LoadedModel,
    record: Record,
    methods: Sequence[str],
    label: str,
    task: Task,
    *,
    shuffled: bool,
) -> tuple[list[Heat], list[Likeness]]:
    """Return every method's map and, where wanted, how it stays with shuffled weights."""
    heats: list[Heat] = []
    stayed: list[Likeness] = []
    n_each = 1 + len(SHARE_OF) if shuffled else 1
    for number, method in enumerate(methods):
        parts = [part_of(task, number * n_each + k, len(methods) * n_each) for k in range(n_each)]
        heat = explain(model, record, label, method, 0, record.n_samples, parts[0])
        heats.append(heat)
        for depth, part in zip(SHARE_OF, parts[1:], strict=False):
            stayed.append(Likeness(method, depth, likeness(model, record, heat, depth, part)))
    return heats, stayed


def _controls(record: Record, like: Heat, subject: Subject) -> list[Heat]:
    values_mv = record.read(0, record.n_samples)
    seed = sum(subject.record.encode())
    return [control_map(name, like, values_mv, record.rate_hz, seed) for name in CONTROLS]
