"""Ectopic beats between patients: sensitivity and positive predictive value.

Beats are grouped as ANSI/AAMI EC57 does: N (normal, bundle branch blocks, escape beats), S
(from above the ventricles), V (from the ventricles), F (fusions), Q (paced or unclear).
As de Chazal et al. (IEEE Trans. Biomed. Eng. 51:1196, 2004) count, nobody is blamed for
what he takes a Q for, nor for taking an F for a V.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.paths import resources_folder
from ecgviewer.study.bootstrap import N_DRAWS, Interval, interval, patient_draws
from ecgviewer.study.metrics import Confusion, Flags, confusion

_SYMBOLS = {"N": "NLReBj", "S": "AaJSn", "V": "VEr", "F": "F", "Q": "/fQ"}
GROUP_OF = {symbol: group for group, symbols in _SYMBOLS.items() for symbol in symbols}
# What a net's answers say of the beat in the middle; the others are ways of N.
ANSWERS = {"PVC": "V", "PAC": "S", "SVTA": "S"}
# Of which beats it does not matter whether they are taken for one of the group.
_PASSED_OVER = {"S": ("Q",), "V": ("F", "Q")}
ECTOPIC = tuple(_PASSED_OVER)


@dataclass(frozen=True, eq=False)
class Ectopic:
    """How well ectopic beats are found on one source.

    counts: beats by group. recall, precision: of "S" and "V", with intervals by patient.
    """

    source: str
    n_patients: int
    counts: Mapping[str, int]
    recall: Mapping[str, Interval]
    precision: Mapping[str, Interval]


def judge_ectopic(
    source: str,
    symbols: NDArray[np.str_],
    answers: Sequence[str],
    patients: NDArray[np.str_],
    n_draws: int = N_DRAWS,
) -> Ectopic:
    """Hold answers against beats; symbols, answers, patients: of each beat, (n,).

    symbols: as annotated; marks that are no beat are passed over. answers: labels of
    BEAT_LABELS.
    """
    truth = np.array([GROUP_OF.get(symbol, "") for symbol in symbols.tolist()])
    said = np.array([ANSWERS.get(answer, "N") for answer in answers])
    found = {}
    for group, others in _PASSED_OVER.items():
        asked = ~np.isin(truth, ["", *others])
        found[group] = _both(truth[asked] == group, said[asked] == group, patients[asked], n_draws)
    return Ectopic(
        source=source,
        n_patients=len(np.unique(patients)),
        counts={group: int(np.sum(truth == group)) for group in _SYMBOLS},
        recall={group: one[0] for group, one in found.items()},
        precision={group: one[1] for group, one in found.items()},
    )


def _both(
    truth: Flags, said: Flags, patients: NDArray[np.str_], n_draws: int
) -> tuple[Interval, Interval]:
    """Return recall and precision."""
    cells = truth.astype(np.float64)
    once = confusion(cells, said, np.ones((1, len(cells)), dtype=np.float32))
    draws = [confusion(cells, said, weights) for weights in patient_draws(patients, n_draws)]
    return _interval(once, draws, "recall"), _interval(once, draws, "precision")


def _interval(once: Confusion, draws: Sequence[Confusion], figure: str) -> Interval:
    drawn = np.concatenate([getattr(one, figure) for one in draws])
    return interval(float(getattr(once, figure)[0]), drawn)


@cache
def published_ectopic() -> Mapping[str, Mapping[str, float]]:
    """Return what others reach on DS2 by method: s_recall, s_precision, v_recall, v_precision."""
    with (resources_folder() / "published_ectopic.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        row["method"]: {name: float(row[name]) for name in row if name != "method"} for row in rows
    }
