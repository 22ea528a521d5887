"""Recordings with atrial fibrillation against those without, by a scan's AF score."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.bootstrap import N_DRAWS, Interval
from ecgviewer.study.metrics import Values, bootstrap_auc


@dataclass(frozen=True, slots=True)
class Fibrillation:
    """How well recordings with AF are told on one source.

    n_with, n_without: recordings; n_patients: of both. auc: with its interval by patient.
    """

    source: str
    n_patients: int
    n_with: int
    n_without: int
    auc: Interval


def judge_fibrillation(
    sources: Sequence[str],
    patients: Sequence[str],
    has_af: NDArray[np.bool_],
    scores: Values,
    n_draws: int = N_DRAWS,
) -> tuple[Fibrillation, ...]:
    """Hold the scores of recordings, (n,), against whether they hold AF, source by source.

    Recordings without a score are passed over, and sources where all are alike.
    """
    of = np.array(sources)
    found = []
    for source in dict.fromkeys(sources):
        own = (of == source) & ~np.isnan(scores)
        truth = has_af[own].astype(np.float64)
        if truth.min(initial=1) == truth.max(initial=0):
            continue
        own_patients = np.array(patients)[own]
        found.append(
            Fibrillation(
                source=source,
                n_patients=len(np.unique(own_patients)),
                n_with=int(truth.sum()),
                n_without=int((1 - truth).sum()),
                auc=bootstrap_auc(truth, scores[own], own_patients, n_draws),
            )
        )
    return tuple(found)
