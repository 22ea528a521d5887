"""How much each lead spoke for each class: weights of leads by Shapley's rule."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np

from ecgviewer.core.errors import EcgError
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.explain.background import background_of
from ecgviewer.explain.coalitions import (
    Places,
    Worths,
    evaluation_order,
    members_of,
    n_first,
    shapley_values,
)
from ecgviewer.explain.lead_mixing import LeadMixing, lead_mixing
from ecgviewer.explain.shap_gradient import gradient_weights
from ecgviewer.inference.input import window_mv
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import windows_of
from ecgviewer.inference.windows import Span

SHAP, SHAP_GRADIENT = "shap", "shap-gradient"
LEAD_METHODS = (SHAP, SHAP_GRADIENT)

# An estimate is published once every player stood at every place, or at this time.
FIRST_ESTIMATE_S = 1.5
PUBLISH_INTERVAL_S = 0.5
# A batch computes no longer than this, so that cancelling need not wait. The time of the
# processor counts: on a busy machine small batches would only make the work longer.
LONGEST_BATCH_S = 0.2
MAX_BATCH_SIZE = {"cpu": 16, "cuda": 256}

Publish = Callable[[LeadWeights], None]


def lead_weights(
    model: LoadedModel,
    record: Record,
    method: str,
    start: int,
    stop: int,
    task: Task,
    publish: Publish = lambda _weights: None,
    n_askers: int = 1,
) -> LeadWeights:
    """Return what each lead adds to each class in one window of a record.

    The window is the one of the analysis that shares most with samples start..stop. method:
    "shap", exact Shapley values of the independent leads, or "shap-gradient", the published
    expected gradients of all leads. publish: told of estimates that settle, in this thread.
    n_askers: threads that ask the net for exact values (the gradients take one).
    Raises EcgError for an unknown method, where the record cannot be read by the model and
    where there is no signal; Cancelled once the task was cancelled.
    """
    if method not in LEAD_METHODS:
        raise EcgError(
            f'Leads cannot be weighed by "{method}"; they can by {" or ".join(LEAD_METHODS)}.'
        )
    if len(model.card.input.leads) == 1:
        raise EcgError(
            f"The model {model.card.name} reads one lead, so there are no leads to weigh."
        )
    place = _place(record, model, start, stop)
    window = window_mv(record, *place, model.card.input)
    mixing = lead_mixing(window, background_of(model), model.card.input)
    if not mixing.players:
        raise EcgError(f"{record.name} holds no signal there, so there is nothing to explain.")
    if method == SHAP_GRADIENT:
        return gradient_weights(model, mixing, place, task, publish)
    return exact_weights(model, mixing, place, task, publish, n_askers)


def _place(record: Record, model: LoadedModel, start: int, stop: int) -> Span:
    shared = {
        place: min(stop, place[1]) - max(start, place[0]) for place in windows_of(record, model)
    }
    place = max(shared, key=lambda place: shared[place])
    if shared[place] <= 0:
        raise EcgError(
            f"There is nothing to explain from {start / record.rate_hz:g} to "
            f"{stop / record.rate_hz:g} s: {record.name} is {record.duration_s:g} s long."
        )
    return place


def exact_weights(
    model: LoadedModel,
    mixing: LeadMixing,
    place: Span,
    task: Task,
    publish: Publish,
    n_askers: int = 1,
) -> LeadWeights:
    """Return exact Shapley values of the leads that are mixed: every coalition is asked.

    Source: Lundberg & Lee, NeurIPS 2017 (a lead that does not belong is replaced by that of
    ordinary records, and the logits are averaged over these).
    """
    n_games, n_players = len(mixing.ordinary), len(mixing.players)
    worths = np.full((n_games, 2**n_players, len(model.card.labels)), np.nan)
    order = evaluation_order(n_games, n_players)
    clock = _PublishingClock(n_first(n_games, n_players))
    done = 0
    for batch, logits in _evaluated(model, mixing, order, task, n_askers):
        worths[batch[:, 0], batch[:, 1]] = logits
        done += len(batch)
        if done < len(order) and clock.due(done, n_games, n_players):
            publish(_weights(model, mixing, place, worths, done / len(order)))
    return _weights(model, mixing, place, worths, 1.0)


class _PublishingClock:
    """Says when the next estimate is worth showing."""

    def __init__(self, n_wanted: int) -> None:
        self._n_wanted = n_wanted
        self._next_s = time.monotonic() + FIRST_ESTIMATE_S
        self._first = True

    def due(self, done: int, n_games: int, n_players: int) -> bool:
        """Whether to publish now, after ``done`` evaluations."""
        if done < 2 * n_games + n_players - 1:
            return False
        now_s = time.monotonic()
        if now_s < self._next_s and not (self._first and done >= self._n_wanted):
            return False
        self._first, self._next_s = False, now_s + PUBLISH_INTERVAL_S
        return True


def _evaluated(
    model: LoadedModel, mixing: LeadMixing, order: Places, task: Task, n_askers: int
) -> Iterator[tuple[Places, Samples]]:
    """Yield (game, coalition) pairs with their logits, as many at a time as are quick."""
    largest = MAX_BATCH_SIZE[model.device.type]
    n_askers = n_askers if model.device.type == "cpu" else 1
    done, size = 0, 1
    with ThreadPoolExecutor(n_askers) as pool:
        while done < len(order):
            task.step(done, len(order))
            pairs = order[done : done + size * n_askers]
            batches = [pairs[first : first + size] for first in range(0, len(pairs), size)]
            answers = list(pool.map(partial(_ask, model, mixing), batches))
            yield pairs, np.concatenate([logits for logits, _, _ in answers])
            model = answers[-1][1]
            done += len(pairs)
            size = _next_size(size, max(took_s for _, _, took_s in answers), largest)
    task.step(done, len(order))


def _ask(
    model: LoadedModel, mixing: LeadMixing, batch: Places
) -> tuple[Samples, LoadedModel, float]:
    """Return a batch's logits, the model that gave them and the seconds that it computed."""
    began_s = time.thread_time()
    arrays = mixing.mix(batch[:, 0], members_of(batch[:, 1], len(mixing.players)))
    logits, model = with_fallback(model, partial(LoadedModel.logits, arrays=arrays))
    _refuse_what_is_no_number(logits, model)
    return logits, model, time.thread_time() - began_s


def _next_size(size: int, took_s: float, largest: int) -> int:
    """Return how many to ask at once next: larger batches take less time for each."""
    if took_s > LONGEST_BATCH_S:
        return max(1, size // 2)
    return min(2 * size, largest) if 2 * took_s < LONGEST_BATCH_S else size


def _refuse_what_is_no_number(logits: Samples, model: LoadedModel) -> None:
    if not np.isfinite(logits).all():
        raise EcgError(
            f"The model {model.card.name} cannot judge the values of this window; "
            "are its units right?"
        )


def _weights(
    model: LoadedModel, mixing: LeadMixing, place: Span, worths: Worths, settled: float
) -> LeadWeights:
    leads = tuple(lead for lead in mixing.leads if lead in mixing.players + mixing.absent)
    values = np.zeros((len(leads), worths.shape[2]))
    values[[leads.index(player) for player in mixing.players]] = shapley_values(worths)
    return LeadWeights(
        leads=leads,
        labels=model.card.labels,
        values=values,
        base=worths[:, 0].mean(axis=0),
        logits=worths[:, -1].mean(axis=0),
        method=SHAP,
        model=model.card.name,
        start=place[0],
        stop=place[1],
        derived=mixing.derived,
        absent=mixing.absent,
        settled=settled,
    )
