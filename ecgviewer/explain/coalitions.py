"""Shapley values from the worth of coalitions, all of them or those known so far.

Source: Shapley, "A value for n-person games", 1953. A player's value is the mean over the
coalition's size of the mean of what the player adds to coalitions of that size; with only
some coalitions known, the means over those estimate it without bias (Castro, Gómez &
Tejada, Comput. Oper. Res. 2009, sample orders; stratified by size as in Maleki et al., 2013).
"""

import numpy as np
from numpy.typing import NDArray

Worths = NDArray[np.float64]
Places = NDArray[np.intp]
SEED = 0


def members_of(coalitions: Places, n_players: int) -> NDArray[np.bool_]:
    """Return who belongs to coalitions, (n, n_players); bit p of a number is player p."""
    return np.asarray(coalitions[:, np.newaxis] >> np.arange(n_players) & 1, dtype=bool)


def evaluation_order(n_games: int, n_players: int) -> Places:
    """Return every (game, coalition) once, (n_games * 2^n_players, 2), the telling ones first.

    At first each game's empty and full coalition, then orders in which players join one by
    one: n_players orders in turn give each player every place once, spread over the games.
    """
    rng = np.random.default_rng(SEED)
    games = range(n_games)
    full = 2**n_players - 1
    wanted = [(game, coalition) for coalition in (full, 0) for game in games]
    for turn in range(n_games):
        order = rng.permutation(n_players)
        for place in range(n_players):
            joined = np.cumsum(1 << np.roll(order, place))
            wanted += [((turn + place) % n_games, int(coalition)) for coalition in joined]
    rest = [(game, coalition) for game in games for coalition in range(full + 1)]
    wanted += [rest[index] for index in rng.permutation(len(rest))]
    return np.array(list(dict.fromkeys(wanted)), dtype=np.intp)


def n_first(n_games: int, n_players: int) -> int:
    """Return how many evaluations of that order give every player every place once."""
    return 2 * n_games + n_players * (n_players - 1)


def shapley_values(worths: Worths) -> Worths:
    """Return (n_players, n_labels) from the worth of coalitions in several games.

    worths: (n_games, 2^n_players, n_labels), NaN where not known yet; of each game the
    empty and the full coalition must be. The values are the mean over the games; they add
    up to the mean of full - empty: what an estimate lacks is shared out evenly. NaN for
    players of whom nothing is known.
    """
    n_players = (worths.shape[1] - 1).bit_length()
    coalitions = np.arange(worths.shape[1])
    sizes = members_of(coalitions, n_players).sum(axis=1)
    values = np.empty((n_players, worths.shape[2]))
    for player in range(n_players):
        without = coalitions[coalitions >> player & 1 == 0]
        added = worths[:, without | 1 << player] - worths[:, without]
        values[player] = _mean_over_sizes(added, sizes[without])
    total = (worths[:, -1] - worths[:, 0]).mean(axis=0)
    return np.asarray(values + (total - values.sum(axis=0)) / n_players)


def _mean_over_sizes(added: Worths, sizes: Places) -> Worths:
    """Return (n_labels,): first the mean within a size, then over the sizes."""
    known = ~np.isnan(added[..., 0])
    means = [
        added[:, sizes == size][known[:, sizes == size]].mean(axis=0)
        for size in np.unique(sizes)
        if known[:, sizes == size].any()
    ]
    return np.mean(means, axis=0) if means else np.full(added.shape[2], np.nan)
