"""What several leads say of a beat becomes one answer."""

import numpy as np
import pytest

from ecgviewer.inference.several_leads import joined

LABELS = ("N", "PVC", "PAC")


def test_one_lead_s_answer_stays_as_it_is():
    alone = np.array([[0.5, 0.2, 0.3], [0.0, 1.0, 0.0]])
    np.testing.assert_allclose(joined([alone], LABELS), alone, atol=1e-9)


def test_the_lead_that_shows_a_ventricular_beat_counts_more():
    shows = np.array([[0.05, 0.9, 0.05]])
    hides = np.array([[0.2, 0.0, 0.8]])
    (together,) = joined([shows, hides], LABELS)
    assert together[1] == pytest.approx(0.9 / np.sqrt(2))
    assert together[1] > 0.45
    assert together.argmax() == 1
    # N and PAC share the rest as in the means, 0.125 to 0.425.
    assert together[2] / together[0] == pytest.approx(0.425 / 0.125)
    assert together.sum() == pytest.approx(1)


def test_the_order_of_the_leads_does_not_matter():
    rng = np.random.default_rng(1)
    first, second = rng.dirichlet(np.ones(3), (2, 50))
    np.testing.assert_allclose(joined([first, second], LABELS), joined([second, first], LABELS))
    assert (joined([first, second], LABELS) >= 0).all()


def test_where_nothing_is_ventricular_means_are_taken():
    first, second = np.array([[0.9, 0.1]]), np.array([[0.2, 0.8]])
    np.testing.assert_allclose(joined([first, second], ("N", "AFIB")), [[0.55, 0.45]])
