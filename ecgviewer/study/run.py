"""From labelled records to a model folder: fit in phases, judge, save."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.explain.background import write_background
from ecgviewer.inference.card_file import read_card_file
from ecgviewer.inference.library import save
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import Outcome, card_of, describe, unlearnable
from ecgviewer.study.checkpoint import History, room_needed, write_json
from ecgviewer.study.claim import claim, is_finished
from ecgviewer.study.curves import HISTORY_FILE, draw_curves
from ecgviewer.study.fingerprint import from_texts, same_by_bits
from ecgviewer.study.initial import starting_net
from ecgviewer.study.order import Order
from ecgviewer.study.parts import Parts
from ecgviewer.study.provenance import provenance
from ecgviewer.study.recipe import Phase
from ecgviewer.study.split import FIT, PARTS, Member, OutOfFold, write_out_of_fold, write_split
from ecgviewer.study.training import Fitted, Surroundings, fit

CHECKPOINTS = "checkpoints"


@dataclass(frozen=True, eq=False)
class Verdict:
    """What is known of a fitted net: its outcome, and scores of records it never saw."""

    outcome: Outcome
    members: tuple[Member, ...]
    out_of_fold: OutOfFold | None = None


Judge = Callable[[EcgNet], Verdict]


@dataclass(frozen=True, slots=True)
class Trained:
    """A finished run: the model's folder and its card."""

    folder: Path
    card: ModelCard

    @property
    def kept_epochs(self) -> dict[str, int]:
        """Return the epoch that was kept, by phase."""
        return dict(self.card.training["kept_epoch"])


def train(order: Order, parts: Parts, folder: Path, around: Surroundings, judge: Judge) -> Trained:
    """Fit a recipe's net in its phases, have it judged and save it.

    A run that was stopped goes on in ``folder``; a finished one is only read. Raises
    EcgError where the folder holds a run with other settings, or nothing can be learnt.
    """
    _claim(order, parts, folder, around)
    if around.team.from_first(is_finished(folder)):
        around.say(f"{folder} is finished already.")
        around.pace.skip(order.workload(parts))
        return Trained(folder, read_card_file(folder))
    _warn(order, parts, around)
    net, fitted = _fit_phases(order, parts, folder, around)
    net = order.completed(net, parts, around)
    verdict = judge(net)
    facts = {
        "kept_epoch": {name: phase.epoch for name, phase in fitted.items()},
        "precision": {name: phase.precision for name, phase in fitted.items()},
    } | provenance(around.team.device, around.team.size)
    card = card_of(order, parts, verdict.outcome, facts)
    if around.team.is_first:
        with room_needed(folder):
            ordinary = order.ordinary(parts)
            if ordinary is not None:
                write_background(folder, card.input, ordinary)
            _write(folder, net, card, verdict)
    around.team.wait()
    return Trained(folder, read_card_file(folder))


def _claim(order: Order, parts: Parts, folder: Path, around: Surroundings) -> None:
    _refuse_what_was_seen(order, parts)
    order.refuse_leaks(parts)
    if around.team.is_first:
        claim(folder, describe(order, parts))
        (folder / CHECKPOINTS).mkdir(exist_ok=True)
    around.team.wait()


def _warn(order: Order, parts: Parts, around: Surroundings) -> None:
    absent = unlearnable(order, parts)
    if len(absent) == len(order.recipe.labels):
        raise EcgError(
            f"Nothing can be learnt: no class has both positive and negative {order.examples} in "
            "these data sets."
        )
    numbers = (len(parts.fit), len(parts.validation), len(parts.test))
    around.say(
        "{:,} {examples} to learn from, {:,} to choose by, {:,} to examine".format(
            *numbers, examples=order.examples
        )
    )
    if absent:
        around.say(
            f"{', '.join(absent)}: no positive or no negative example to learn from, so nothing "
            "will be known of it."
        )


def _fit_phases(
    order: Order, parts: Parts, folder: Path, around: Surroundings
) -> tuple[EcgNet, dict[str, Fitted]]:
    """Fit one phase after the other; each resumes by itself."""
    recipe, told = order.recipe, list[dict[str, Any]]()
    net = starting_net(recipe, order.initial).to(around.team.device)
    examination = order.examination(parts.validation, around.team)
    done = {}
    for phase in recipe.phases:
        windows = order.windows(phase, parts.fit)
        net, fitted = fit(
            net,
            windows,
            phase,
            recipe,
            folder / CHECKPOINTS / f"{phase.name}.pt",
            around,
            examination.figures if parts.validation else None,
            _teller(folder, told, phase, around),
        )
        told = [*told, *_named(phase, fitted.history)]
        done[phase.name] = fitted
    return net, done


def _teller(
    folder: Path, before: History, phase: Phase, around: Surroundings
) -> Callable[[History], None]:
    def tell(history: History) -> None:
        if around.team.is_first:
            write_json(folder / HISTORY_FILE, [*before, *_named(phase, history)])

    return tell


def _named(phase: Phase, history: History) -> History:
    return [{"phase": phase.name, **row} for row in history]


def _write(folder: Path, net: EcgNet, card: ModelCard, verdict: Verdict) -> None:
    """Write the model's folder, the card last: with it the run counts as finished."""
    write_split(folder, verdict.members)
    if verdict.out_of_fold is not None:
        write_out_of_fold(folder, verdict.out_of_fold)
    draw_curves(folder, card.title)
    save(folder, net.cpu(), card)
    shutil.rmtree(folder / CHECKPOINTS)


def members_of(order: Order, parts: Parts) -> tuple[Member, ...]:
    """Return the split of a net: its own parts, and what its first weights had seen."""
    own = order.members(parts)
    known = {member.key for member in own}
    before = order.initial.split if order.initial is not None else {}
    inherited = [
        # A fold of a cross-validated net was fitted on in the end.
        member if member.part in PARTS else replace(member, part=FIT)
        for key, member in before.items()
        if key not in known
    ]
    return (*own, *inherited)


def _refuse_what_was_seen(order: Order, parts: Parts) -> None:
    """Raise EcgError where the first weights were fitted on patients that are to examine."""
    if order.initial is None:
        return
    examining = [one for one in order.members(parts) if not one.was_fitted]
    seen = [member for member in order.initial.split.values() if member.was_fitted]
    patients = {one.patient for one in examining} & {one.patient for one in seen}
    known, asked = (
        from_texts([one.recording for one in members if one.recording])
        for members in (seen, examining)
    )
    patients |= {examining[row].patient for row in same_by_bits(asked, known)}
    if patients:
        raise EcgError(
            f'The model "{order.initial.card.name}" was fitted on {len(patients)} of the '
            "patients that are to examine its successor: use --init scratch."
        )
