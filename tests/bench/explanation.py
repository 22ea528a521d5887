"""Whether a map's hottest place is where the class is, on made records whose truth is known."""

from collections.abc import Iterator

import numpy as np

from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.library import default_model, load_model
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.signal.synthesis import synthesize
from tests.bench.harness import Figure
from tests.made_models import record_of

# A premature beat is a place; of a block or a rhythm every beat is one.
EVENTS = ("PVC", "PAC")
N_RECORDS = 24
FIRST_SEED = 1000
# Grad-CAM is the published method and known to miss: its figure is told, not limited.
LIMIT_PERCENT = {"hirescam": 40.0, "gradcam": 100.0}


def measure() -> Iterator[Figure]:
    """Yield how often the hottest sample misses; beside it how often chance would."""
    some_record = record_of(synthesize(EVENTS[0], FIRST_SEED).signals_mv)
    model = load_model(default_model(some_record), "cpu")
    for method in model.card.methods:
        for label in EVENTS:
            missed, by_chance = misses(model, label, method, N_RECORDS)
            name = f"missed_{label.lower()}_{method}"
            yield Figure(name, missed, "%", LIMIT_PERCENT[method], by_chance)


def misses(model: LoadedModel, label: str, method: str, n_records: int) -> tuple[float, float]:
    """Return the share of found records, in %, whose hottest sample lies off the truth.

    And the same share for a sample taken at random. Records in which the model does not
    find the class are left out: there is nothing to explain.
    """
    missed, elsewhere = [], []
    for seed in range(FIRST_SEED, FIRST_SEED + n_records):
        made = synthesize(label, seed)
        record, truth = record_of(made.signals_mv), made.truth[label]
        analysis = analyze(model, record, Task())
        if analysis.scores[label] < analysis.thresholds[label]:
            continue
        heat = explain(model, record, label, method, 0, record.n_samples, Task())
        missed.append(heat.empty or not truth[np.nanargmax(heat.heat[0])])
        elsewhere.append(1 - truth.mean())
    return 100 * float(np.mean(missed)), 100 * float(np.mean(elsewhere))
