"""How common classes are where a net is asked, when it learnt them as if they were alike.

A net that is shown as many windows of each class takes what is rare for as likely as what
is common, and most of what it calls rare is then common. Bayes' rule puts that right without
learning anew: odds grow by how much more common a class is than it was in learning
(Saerens et al., Neural Computation 14:21, 2002).
"""

from collections.abc import Sequence

import numpy as np

from ecgviewer.core.card import Calibration

_DIGITS = 4


def prevalence_calibration(learnt: Sequence[int], common: Sequence[int]) -> Calibration | None:
    """Return what weighs a net's logits by how common classes are, None if nothing does.

    learnt: an epoch's windows of each class; common: those among which a class is as
    common as it is where the net is asked. A class that was never learnt stays as it is.
    """
    counts, there = np.array(learnt, dtype=np.float64), np.array(common, dtype=np.float64)
    known = (counts > 0) & (there > 0)
    if known.sum() < 2:
        return None
    ratio = np.ones(len(counts))
    ratio[known] = (there[known] / there[known].sum()) / (counts[known] / counts[known].sum())
    offsets = np.round(np.log(ratio), _DIGITS)
    if not offsets.any():
        return None
    return Calibration(scale=(1.0,) * len(counts), offset=tuple(offsets.tolist()))
