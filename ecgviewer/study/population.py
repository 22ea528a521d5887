"""How much each lead speaks for each class over whole data sets.

After Figures 2-5 of Zhang et al., iScience 2021, and of the study that it was tried in:
weights of leads, averaged over the records that have the class.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import as_completed
from functools import cache
from pathlib import Path

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.subtask import part_of
from ecgviewer.core.task import Task
from ecgviewer.explain.background import background_of
from ecgviewer.explain.shapley import lead_weights
from ecgviewer.explain.strongest_window import strongest_window
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.io.open import open_record
from ecgviewer.study.claim import claim
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.side_by_side import processes
from ecgviewer.study.weighed_records import WeighedRecord, WeightStore, unweighed, weighed

SEED = 2026


def choose(cases: Sequence[Case], limit: int | None) -> list[Case]:
    """Return a sample with up to ``limit`` positive records of each source and class.

    None takes every case. Always the same records, a smaller limit's among a larger one's;
    a record counts for all classes that it has. Rare classes choose first.
    """
    if limit is None:
        return list(cases)
    chosen: dict[tuple[str, str], Case] = {}
    for source in dict.fromkeys(case.source for case in cases):
        own = sorted((case for case in cases if case.source == source), key=_draw)
        positive = [[case for case in own if case.cells[k] == 1] for k in range(len(LABELS))]
        for records in sorted(positive, key=len):
            chosen |= {(case.source, case.name): case for case in records[:limit]}
    return [case for case in cases if (case.source, case.name) in chosen]


def _draw(case: Case) -> str:
    return hashlib.sha256(f"{SEED}:{case.source}/{case.name}".encode()).hexdigest()


def weigh_cases(
    model: LoadedModel,
    cases: Sequence[Case],
    method: str,
    folder: Path | None,
    task: Task,
    jobs: int = 1,
    n_askers: int = 1,
) -> list[WeighedRecord]:
    """Return the weights of each case's leads, in the cases' order.

    folder: where they are kept, so that a stopped study goes on where it was; None keeps
    nothing. jobs: processes that work side by side, each with one thread; n_askers: threads
    where there is one process. Raises EcgError if another study is
    kept there, Cancelled once the task was cancelled.
    """
    if folder is not None:
        claim(folder, _settings(model, method))
    store = WeightStore(folder)
    left = [case for case in cases if store.get((case.source, case.name)) is None]
    n_before = len(cases) - len(left)
    task.step(n_before, len(cases))
    if jobs > 1 and model.folder is not None and len(left) > 1:
        _weigh_side_by_side(model, left, method, store, task, jobs)
    else:
        for done, case in enumerate(left, start=n_before):
            part = part_of(task, done, len(cases))
            store.add(weigh_case(model, case, method, part, n_askers))
    task.step(1, 1)
    return [record for case in cases if (record := store.get((case.source, case.name)))]


def _settings(model: LoadedModel, method: str) -> dict[str, object]:
    return {
        "study": "population",
        "model": model.card.name,
        "weights_sha256": model.card.weights_sha256,
        "background_sha256": hashlib.sha256(background_of(model).tobytes()).hexdigest(),
        "method": method,
    }


def weigh_case(
    model: LoadedModel, case: Case, method: str, task: Task, n_askers: int = 1
) -> WeighedRecord:
    """Weigh one record's leads, of a long one in the window that speaks most for its class."""
    key = case.source, case.name
    present = [label for label, cell in zip(LABELS, case.cells, strict=True) if cell == 1]
    label = next((one for one in present if one in model.card.labels), None)
    try:
        record = open_record(case.path)
        span = strongest_window(model, record, label, 0, record.n_samples, Task())
        weights = lead_weights(model, record, method, *span, task, n_askers=n_askers)
    except EcgError as error:
        return unweighed(key, case.patient, str(error))
    return weighed(key, case.patient, weights, model.card.input.leads)


def _weigh_side_by_side(
    model: LoadedModel,
    cases: Sequence[Case],
    method: str,
    store: WeightStore,
    task: Task,
    jobs: int,
) -> None:
    place = str(model.folder), model.device.type
    with processes(min(jobs, len(cases))) as pool:
        futures = [pool.submit(_weigh_elsewhere, *place, case, method) for case in cases]
        for done, future in enumerate(as_completed(futures), start=1):
            store.add(future.result())
            task.step(done, len(cases))


def _weigh_elsewhere(folder: str, device: str, case: Case, method: str) -> WeighedRecord:
    return weigh_case(_loaded(folder, device), case, method, Task())


@cache
def _loaded(folder: str, device: str) -> LoadedModel:
    import torch

    from ecgviewer.inference.library import load_model

    model = load_model(folder, device)
    # The processes share the cores among themselves.
    torch.set_num_threads(1)
    return model


def positive_in(cases: Sequence[Case], label: str) -> np.ndarray:
    """Return which cases have a label, (n_cases,) bool."""
    column = LABELS.index(label)
    return np.array([case.cells[column] == 1 for case in cases], dtype=bool)
