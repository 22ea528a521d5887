from itertools import permutations

import numpy as np
import pytest

from ecgviewer.explain.coalitions import evaluation_order, members_of, n_first, shapley_values


def _random_games(n_games: int, n_players: int, n_labels: int = 2) -> np.ndarray:
    return np.random.default_rng(3).normal(size=(n_games, 2**n_players, n_labels))


def test_a_value_is_the_mean_of_what_a_player_adds_over_all_orders_of_joining():
    game = _random_games(1, 4)
    added = np.zeros((4, 2))
    orders = list(permutations(range(4)))
    for order in orders:
        coalition = 0
        for player in order:
            added[player] += game[0, coalition | 1 << player] - game[0, coalition]
            coalition |= 1 << player
    assert shapley_values(game) == pytest.approx(added / len(orders))


def test_a_left_glove_is_worth_more_where_right_ones_abound():
    # Two players own right gloves, the third a left one; a pair is worth 1 (Shapley's rule
    # gives the left glove two thirds).
    owns = members_of(np.arange(8), 3)
    worths = (owns[:, 2] & (owns[:, 0] | owns[:, 1])).astype(float)
    assert shapley_values(worths[np.newaxis, :, np.newaxis])[:, 0] == pytest.approx(
        [1 / 6, 1 / 6, 2 / 3]
    )


def test_values_of_several_games_are_their_mean():
    games = _random_games(3, 5)
    each = [shapley_values(games[index : index + 1]) for index in range(3)]
    assert shapley_values(games) == pytest.approx(np.mean(each, axis=0))


def test_every_coalition_of_every_game_is_asked_once():
    order = evaluation_order(3, 5)
    assert len(order) == 3 * 32
    assert {tuple(pair) for pair in order} == {(g, c) for g in range(3) for c in range(32)}


def test_the_first_evaluations_give_every_player_every_place_once():
    order = evaluation_order(4, 8)[: n_first(4, 8)]
    known = {tuple(pair) for pair in order}
    for player in range(8):
        places = [
            bin(coalition).count("1")
            for game, coalition in known
            if not coalition >> player & 1 and (game, coalition | 1 << player) in known
        ]
        assert sorted(set(places)) == list(range(8))


@pytest.mark.parametrize("n_known", [2 * 4 + 7, n_first(4, 8), 300])
def test_an_estimate_adds_up_and_is_exact_where_players_do_not_depend_on_each_other(n_known: int):
    shares = np.arange(8) - 2.5
    worths = members_of(np.arange(256), 8) @ shares + 1.0
    games = np.full((4, 256, 1), np.nan)
    for game, coalition in evaluation_order(4, 8)[:n_known]:
        games[game, coalition] = worths[coalition]
    estimate = shapley_values(games)[:, 0]
    assert estimate == pytest.approx(shares)
    assert estimate.sum() == pytest.approx(worths[-1] - worths[0])


def test_estimates_approach_the_values():
    games, order = _random_games(4, 8, 1), evaluation_order(4, 8)
    exact, errors = shapley_values(games), []
    for n_known in (60, 250, 1000):
        known = np.full_like(games, np.nan)
        places = order[:n_known]
        known[places[:, 0], places[:, 1]] = games[places[:, 0], places[:, 1]]
        errors.append(float(np.abs(shapley_values(known) - exact).mean()))
    assert errors[0] > 2 * errors[1] > 4 * errors[2]
