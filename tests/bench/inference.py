"""How long the model takes over a 10 s record, beside its bare net."""

from collections.abc import Iterator

import numpy as np
import torch

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.task import Task
from ecgviewer.explain.heat import explain
from ecgviewer.inference.library import default_model, load_model
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from tests.bench.harness import Figure, interleaved, timed

N_ROUNDS = 7
LIMIT_MS = 1000


def measure() -> Iterator[Figure]:
    """Yield the times of an analysis and of a Grad-CAM map, on the CPU."""
    record = open_record(demo_folder() / "demo_af.hea")
    model = load_model(default_model(record), "cpu")
    spec = model.card.input
    inputs = torch.zeros(1, len(spec.leads), spec.n_samples)

    def bare() -> None:
        with torch.inference_mode():
            model.net(inputs)

    def analysed() -> None:
        analyze(model, record, Task())

    def explained() -> None:
        heat = explain(model, record, "AF", "gradcam", 0, record.n_samples, Task())
        assert np.isfinite(heat.heat).any()

    bare_ms, analyze_ms, explain_ms = interleaved(
        N_ROUNDS, timed(bare), timed(analysed), timed(explained)
    )
    yield Figure("analyze_10_s", analyze_ms, "ms", LIMIT_MS, bare_ms)
    yield Figure("explain_10_s_gradcam", explain_ms, "ms", LIMIT_MS, bare_ms)
