import numpy as np
import pytest

from ecgviewer.inference.combine import COMBINE, combine

WINDOWS = np.array([[0.2, 0.9], [0.5, 0.5], [0.8, 0.1]])


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ("mean", [0.5, 0.5]),
        ("mean-logit", [0.5, 0.5]),
        ("max", [0.8, 0.9]),
        ("noisy-or", [1 - 0.8 * 0.5 * 0.2, 1 - 0.1 * 0.5 * 0.9]),
    ],
)
def test_windows_combine_as_worked_out_by_hand(how: str, expected: list[float]):
    assert combine(WINDOWS, how) == pytest.approx(expected)


@pytest.mark.parametrize("how", list(COMBINE))
def test_a_single_window_keeps_its_probabilities(how: str):
    assert combine(WINDOWS[:1], how) == pytest.approx(WINDOWS[0])


def test_certain_windows_do_not_make_the_mean_logit_infinite():
    assert combine(np.array([[0.0], [1.0]]), "mean-logit") == pytest.approx([0.5])
