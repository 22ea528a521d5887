"""What a single-lead model says of windows around labelled beats."""

from collections.abc import Sequence

import numpy as np

from ecgviewer.study.answers import Answers, Beat
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lessons import one_hot
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.metrics import Values


def beat_answers(model: str, windows: BeatWindows, rows: Sequence[int], scores: Values) -> Answers:
    """Return a model's answers to windows, of which each has exactly one label.

    scores: (len(rows), n_classes), rows adding up to 1; each is held against the most
    probable of the other classes.
    """
    chosen = list(rows)
    return Answers(
        model=model,
        labels=BEAT_LABELS,
        cases=tuple(
            Beat(of.source, of.name, of.path, of.patient, sample)
            for of, sample in zip(
                (windows.recordings[place] for place in windows.recording[chosen]),
                windows.samples_at[chosen].tolist(),
                strict=True,
            )
        ),
        truth=one_hot(windows.labels[chosen]).astype(np.float64),
        scores=scores,
        thresholds=_largest_of_others(scores),
        excluded_by={},
        exclusive=True,
    )


def _largest_of_others(scores: Values) -> Values:
    second, first = np.sort(scores, axis=1)[:, -2:].T
    is_first = scores == first[:, np.newaxis]
    return np.asarray(np.where(is_first, second[:, np.newaxis], first[:, np.newaxis]))
