"""Whether a map's hottest place is where the class is, on made records whose truth is known.

A quick guard; `ecgviewer faithfulness` says more, with intervals and on real records.
"""

from collections.abc import Iterator

import numpy as np

from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.library import load_model, usual_model
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.study.exhibits import Exhibit, made_exhibits
from ecgviewer.study.map_figures import map_figures
from tests.bench.harness import Figure

# A premature beat is a place; of a block or a rhythm every beat is one.
EVENTS = ("PVC", "PAC")
N_RECORDS = 24
METHODS = ("gradcam", "hirescam", "gradient")
# Of the method that is shown unasked. The others' figures are told, not limited.
LIMIT_PERCENT, NO_LIMIT_PERCENT = 40.0, 100.0


def measure() -> Iterator[Figure]:
    """Yield how often the hottest place misses; beside it how often chance would."""
    model = load_model(usual_model() or "", "cpu")
    groups = {group[0].subject.label: group for group in made_exhibits(N_RECORDS)}
    for method in [name for name in METHODS if name in model.card.methods]:
        limit = LIMIT_PERCENT if method == model.card.methods[0] else NO_LIMIT_PERCENT
        for label in EVENTS:
            missed, by_chance = misses(model, groups[label], method)
            yield Figure(f"missed_{label.lower()}_{method}", missed, "%", limit, by_chance)


def misses(model: LoadedModel, exhibits: list[Exhibit], method: str) -> tuple[float, float]:
    """Return the share of found records, in %, whose hottest place lies off the truth.

    And the same share for a place taken at random. Records in which the model does not
    find the class are left out: there is nothing to explain.
    """
    missed, elsewhere = [], []
    for exhibit in exhibits:
        record, evidence = exhibit.show()
        label = exhibit.subject.label
        analysis = analyze(model, record, Task())
        if analysis.scores[label] < analysis.thresholds[label]:
            continue
        heat = explain(model, record, label, method, 0, record.n_samples, Task())
        figures = map_figures(exhibit.subject, heat, None, evidence)
        missed.append(1 - figures.hit)
        elsewhere.append(1 - figures.by_chance)
    return 100 * float(np.mean(missed)), 100 * float(np.mean(elsewhere))
