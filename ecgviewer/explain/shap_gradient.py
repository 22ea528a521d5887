"""Expected gradients of every lead, as Zhang et al. published them for 12 leads.

Source: Zhang et al., iScience 2021 (GradientExplainer of the package shap on the logits);
Erion et al., Nat. Mach. Intell. 2021 (expected gradients). As shap 0.51 does it: sample k
takes one of the ordinary records and a share t of the way from it to the window, and a
value is the mean of gradient times difference. Ours: the ordinary records are none of
those explained, leads that the window lacks take no part, and all labels share a forward
pass. The model's leads are treated as if each were free, although four follow from I and II.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
import torch
from numpy.typing import NDArray

from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.record import Samples
from ecgviewer.core.task import Task
from ecgviewer.explain.lead_mixing import LeadMixing
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.windows import Span

N_SAMPLES = 200
SEED = 0
# Few on a CPU, so that cancelling need not wait.
BATCH_SIZE = {"cpu": 2, "cuda": 25}
PUBLISH_INTERVAL_S = 0.5

Sums = NDArray[np.float64]


def gradient_weights(
    model: LoadedModel,
    mixing: LeadMixing,
    place: Span,
    task: Task,
    publish: Callable[[LeadWeights], None],
    n_samples: int = N_SAMPLES,
) -> LeadWeights:
    """Return expected gradients summed over time, for all leads that the model reads.

    A column of the values adds up to logits - base but for the error of sampling, and for
    what a net computes without gradients, such as measures of its beats.
    """
    logits = _logits(model, mixing, task, n_samples)
    sums: Sums = np.zeros((len(model.card.labels), *mixing.own.shape))
    next_s = time.monotonic() + PUBLISH_INTERVAL_S
    done = 0
    for products in _products(model, mixing, task, n_samples):
        sums += products.sum(axis=0)
        done += len(products)
        if done < n_samples and time.monotonic() >= next_s:
            publish(_weights(model, mixing, place, sums / done, logits, done / n_samples))
            next_s = time.monotonic() + PUBLISH_INTERVAL_S
    return _weights(model, mixing, place, sums / n_samples, logits, 1.0)


def _logits(model: LoadedModel, mixing: LeadMixing, task: Task, n_samples: int) -> Sums:
    """Return the logits of the window and of each ordinary record, (1 + n, n_labels)."""
    rows = []
    for array in (mixing.own, *mixing.ordinary):
        task.step(0, n_samples)
        row, model = with_fallback(model, partial(LoadedModel.logits, arrays=array[np.newaxis]))
        rows.append(row[0])
    return np.array(rows, dtype=np.float64)


def _products(
    model: LoadedModel, mixing: LeadMixing, task: Task, n_samples: int
) -> Iterator[Samples]:
    """Yield gradients times differences, (n, n_labels, n_leads, n_samples)."""
    # The old generator, because these are the draws that shap makes from the same seed.
    draws = np.random.RandomState(SEED)
    plan = [(draws.choice(len(mixing.ordinary)), draws.uniform()) for _ in range(n_samples)]
    size = BATCH_SIZE[model.device.type]
    for first in range(0, n_samples, size):
        task.step(first, n_samples)
        ordinary, shares = zip(*plan[first : first + size], strict=True)
        difference = mixing.own - mixing.ordinary[list(ordinary)]
        share = np.array(shares, dtype=np.float32)[:, np.newaxis, np.newaxis]
        arrays = mixing.ordinary[list(ordinary)] + share * difference
        gradients, model = with_fallback(model, partial(_gradients, arrays=arrays, task=task))
        yield gradients * difference[:, np.newaxis]
    task.step(n_samples, n_samples)


def _gradients(model: LoadedModel, arrays: Samples, task: Task) -> Samples:
    """Return each logit's gradient, (n, n_labels, n_leads, n_samples)."""
    with torch.enable_grad():
        inputs = model.tensor(arrays).requires_grad_()
        logits = model.net(inputs)
        rows = []
        for column in range(logits.shape[1]):
            if task.cancelled:
                task.step(0, 1)  # raises Cancelled
            kept = column + 1 < logits.shape[1]
            (row,) = torch.autograd.grad(logits[:, column].sum(), inputs, retain_graph=kept)
            rows.append(row)
    stacked: Samples = torch.stack(rows, dim=1).float().cpu().numpy()
    return stacked


def _weights(
    model: LoadedModel, mixing: LeadMixing, place: Span, mean: Sums, logits: Sums, settled: float
) -> LeadWeights:
    return LeadWeights(
        leads=mixing.leads,
        labels=model.card.labels,
        values=mean.sum(axis=2).T,
        base=logits[1:].mean(axis=0),
        logits=logits[0],
        method="shap-gradient",
        model=model.card.name,
        start=place[0],
        stop=place[1],
        absent=mixing.absent,
        settled=settled,
        magnitudes=np.abs(mean).sum(axis=2).T,
    )
