"""Kappas are those of the papers that brought them up, and of other programs."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import cohen_kappa_score

from ecgviewer.review.draws import Measured, drawn_sums, measured, pooled_share, wilson
from ecgviewer.review.kappa import cohen_kappa, fleiss_features, fleiss_kappa

# Fleiss 1971, table 1: thirty patients, each judged by six psychiatrists: depression,
# personality disorder, schizophrenia, neurosis, other.
PSYCHIATRIC = np.array(
    [[0, 0, 0, 6, 0], [0, 3, 0, 0, 3], [0, 1, 4, 0, 1], [0, 0, 0, 0, 6], [0, 3, 0, 3, 0],
     [2, 0, 4, 0, 0], [0, 0, 4, 0, 2], [2, 0, 3, 1, 0], [2, 0, 0, 4, 0], [0, 0, 0, 0, 6],
     [1, 0, 0, 5, 0], [1, 1, 0, 4, 0], [0, 3, 3, 0, 0], [1, 0, 0, 5, 0], [0, 2, 0, 3, 1],
     [0, 0, 5, 0, 1], [3, 0, 0, 1, 2], [5, 1, 0, 0, 0], [0, 2, 0, 4, 0], [1, 0, 2, 0, 3],
     [0, 0, 0, 0, 6], [0, 1, 0, 5, 0], [0, 2, 0, 1, 3], [2, 0, 0, 4, 0], [1, 0, 0, 4, 1],
     [0, 5, 0, 1, 0], [4, 0, 0, 0, 2], [0, 2, 0, 4, 0], [1, 0, 5, 0, 0], [0, 0, 0, 0, 6]]
)  # fmt: skip


def fleiss(counts: np.ndarray) -> float:
    return float(fleiss_kappa(fleiss_features(counts).sum(axis=0)))


def test_fleiss_kappa_of_the_psychiatric_table_is_that_of_the_paper():
    assert PSYCHIATRIC.sum(axis=0).tolist() == [26, 26, 30, 55, 43]
    features = fleiss_features(PSYCHIATRIC).sum(axis=0)
    assert features[0] / features[1] == pytest.approx(0.5556, abs=5e-5)
    assert fleiss(PSYCHIATRIC) == pytest.approx(0.430, abs=5e-4)


@pytest.mark.parametrize(
    ("category", "kappa"), list(enumerate([0.245, 0.245, 0.520, 0.471, 0.566]))
)  # table 2
def test_fleiss_kappa_of_one_category_against_all_others_is_that_of_the_paper(category, kappa):
    one = PSYCHIATRIC[:, category]
    assert fleiss(np.column_stack([one, 6 - one])) == pytest.approx(kappa, abs=5e-4)


def test_raters_must_be_equally_many_for_fleiss():
    with pytest.raises(ValueError, match="two or more raters"):
        fleiss_features(np.array([[2, 1], [1, 1]]))


def test_cohen_kappa_of_a_table_is_what_its_formula_gives_by_hand():
    table = np.array([[0.25, 0.13, 0.12], [0.12, 0.02, 0.16], [0.03, 0.15, 0.02]]) * 200
    by_hand = (0.29 - (0.5 * 0.4 + 0.3 * 0.3 + 0.2 * 0.3)) / (1 - 0.35)
    assert float(cohen_kappa(table)) == pytest.approx(by_hand)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=2, max_size=60))
def test_cohen_kappa_is_that_of_another_program(answers):
    first, second = zip(*answers, strict=True)
    table = np.zeros((3, 3))
    np.add.at(table, (first, second), 1)
    ours = float(cohen_kappa(table))
    if len({*first, *second}) == 1:
        assert np.isnan(ours)
    else:
        theirs = cohen_kappa_score(first, second, labels=[0, 1, 2])
        assert ours == pytest.approx(theirs)


def test_a_kappa_that_cannot_be_had_is_none_and_never_nan():
    rows = np.array([[1.0, 1.0, 0.0, 2.0]] * 5)  # all five pairs say "present"
    found = measured(fleiss_kappa, rows.sum(axis=0), drawn_sums(rows), 5)
    assert found == Measured(None, n=5)


def test_draws_are_the_same_every_time_and_take_whole_patients():
    rows = np.random.default_rng(1).normal(size=(40, 3))
    assert np.array_equal(drawn_sums(rows), drawn_sums(rows))
    one_patient = drawn_sums(rows, ["p"] * 40)
    assert np.allclose(one_patient, rows.sum(axis=0))
    pairs = drawn_sums(rows, [str(place // 2) for place in range(40)])
    # Twenty patients instead of forty records: fewer things that vary, so wider draws.
    together = np.repeat(rows[::2], 2, axis=0)
    alone, by_patient = (
        drawn_sums(together, groups).std(axis=0)
        for groups in (None, [str(place // 2) for place in range(40)])
    )
    assert pairs.shape == (2000, 3)
    assert (by_patient > 1.2 * alone).all()


def test_an_interval_of_kappa_holds_the_true_one_about_as_often_as_it_says():
    """Two raters who see the same 40 % and err alike: 95 of 100 intervals hold their kappa."""
    rng = np.random.default_rng(3)
    share, right, n = 0.4, 0.9, 80

    def table_rows() -> np.ndarray:
        truth = rng.random(n) < share
        first, second = (truth ^ (rng.random(n) > right) for _ in range(2))
        return np.eye(4)[2 * first + second]

    def kappa(sums: np.ndarray) -> np.ndarray:
        return cohen_kappa(sums.reshape(*sums.shape[:-1], 2, 2))

    says = share * right + (1 - share) * (1 - right)
    agree = right**2 + (1 - right) ** 2
    chance = says**2 + (1 - says) ** 2
    true = (agree - chance) / (1 - chance)
    held = 0
    for _ in range(200):
        rows = table_rows()
        found = measured(kappa, rows.sum(axis=0), drawn_sums(rows, n_draws=400), n)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= true <= found.high
    assert 0.89 <= held / 200 <= 0.99


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # Newcombe 1998, table I, method 3 (Wilson's score without correction).
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_intervals_are_those_of_the_published_table(hits, n, low, high):
    found = wilson(hits, n)
    assert found.value == pytest.approx(hits / n)
    assert found.low == pytest.approx(low, abs=5e-5)
    assert found.high == pytest.approx(high, abs=5e-5)


def test_a_share_of_nothing_is_not_measurable():
    assert wilson(0, 0) == Measured(None)
    assert pooled_share(0, 0, np.zeros(3), np.zeros(3), 0) == Measured(None)


def test_full_agreement_of_few_records_is_no_certainty():
    found = pooled_share(36, 36, np.full(9, 36.0), np.full(9, 36.0), 4)
    assert found.value == 1
    assert found.low == pytest.approx(wilson(4, 4).low)
