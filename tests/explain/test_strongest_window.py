from dataclasses import replace

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.explain.strongest_window import strongest_window
from ecgviewer.inference.predict import analyze
from tests.made_models import noise, random_model, record_of


def test_the_window_that_scores_highest_is_taken():
    model, record = random_model(), record_of(noise(12, 12_000))
    windows = analyze(model, record, Task()).windows
    best = max(windows, key=lambda window: window.scores["PVC"])
    found = strongest_window(model, record, "PVC", 0, record.n_samples, Task())
    assert found == (best.start, best.stop)


@pytest.mark.parametrize("label", ["XYZ", "AF"])
def test_a_class_that_the_model_cannot_judge_is_refused(label: str):
    plain, record = random_model(), record_of(noise(12, 12_000))
    model = replace(plain, card=replace(plain.card, unlearnt=("AF",)))
    with pytest.raises(EcgError, match=label):
        strongest_window(model, record, label, 0, record.n_samples, Task())
