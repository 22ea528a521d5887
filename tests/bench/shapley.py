"""How long weighing the leads of a 10 s record takes, beside the package shap on the same net."""

import time
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.explain.background import background_of
from ecgviewer.explain.lead_mixing import LeadMixing, lead_mixing
from ecgviewer.explain.shapley import lead_weights
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.library import default_model, load_model
from ecgviewer.inference.loaded import LoadedModel, share_cores
from ecgviewer.io.open import open_record
from tests.bench.harness import Figure

FIRST_LIMIT_S, EXACT_LIMIT_S = 2.0, 15.0
# What ExactExplainer asks at once without being told otherwise would need more memory.
PEER_BATCH = 16
LARGEST_ERROR = 1e-3

Floats = NDArray[np.float64]


def measure() -> Iterator[Figure]:
    """Yield the times of the first estimate and of exact weights, and how well they add up.

    The peer of the exact weights is shap's ExactExplainer against one ordinary record,
    times the number of these: it asks the net about the same mixtures.
    """
    record = open_record(demo_folder() / "demo_af.hea")
    model = load_model(default_model(record), "cpu")
    first_s, exact_s, weights = _own(model, record, share_cores())
    mixing = _mixing(model, record)
    peer_s = _peer_s(model, mixing) * len(mixing.ordinary)
    yield Figure("shap_first_estimate", first_s, "s", FIRST_LIMIT_S)
    yield Figure("shap_exact", exact_s, "s", EXACT_LIMIT_S, peer_s)
    error = np.abs(weights.values.sum(axis=0) - (weights.logits - weights.base)).max()
    yield Figure("shap_sum_error", float(error), "logits", LARGEST_ERROR)


def _own(model: LoadedModel, record: Record, n_askers: int) -> tuple[float, float, LeadWeights]:
    began_s = time.perf_counter()
    told_s: list[float] = []

    def note(_weights: LeadWeights) -> None:
        told_s.append(time.perf_counter() - began_s)

    weights = lead_weights(
        model, record, "shap", 0, record.n_samples, Task(), note, n_askers=n_askers
    )
    exact_s = time.perf_counter() - began_s
    return min(told_s, default=exact_s), exact_s, weights


def _mixing(model: LoadedModel, record: Record) -> LeadMixing:
    spec = model.card.input
    return lead_mixing(window_mv(record, 0, record.n_samples, spec), background_of(model), spec)


def _peer_s(model: LoadedModel, mixing: LeadMixing) -> float:
    import shap

    def worth(members: NDArray[np.generic]) -> Floats:
        rows = members.astype(bool)
        parts = [
            model.logits(mixing.mix(np.zeros(len(part), dtype=np.intp), part))
            for part in np.array_split(rows, -(-len(rows) // PEER_BATCH))
        ]
        return np.concatenate(parts).astype(np.float64)

    nobody = shap.maskers.Independent(np.zeros((1, len(mixing.players))))
    everybody = np.ones((1, len(mixing.players)))
    # What numba compiles at the first call is not counted.
    shap.ExactExplainer(lambda members: members[:, :1].astype(np.float64), nobody)(everybody)
    began_s = time.perf_counter()
    shap.ExactExplainer(worth, nobody)(everybody)
    return time.perf_counter() - began_s
