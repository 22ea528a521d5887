"""The nets of a cross-validation as one model: together they have learnt from everything."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from ecgviewer.explain.background import write_background
from ecgviewer.inference.card_file import read_card_file
from ecgviewer.inference.library import save
from ecgviewer.inference.weights_file import decode_weights, read_weights
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import Order, card_of, describe
from ecgviewer.study.claim import claim, is_finished
from ecgviewer.study.initial import net_options
from ecgviewer.study.ordinary import ordinary_of
from ecgviewer.study.parts import all_parts
from ecgviewer.study.provenance import provenance
from ecgviewer.study.run import Trained, Verdict
from ecgviewer.study.split import write_out_of_fold, write_split
from ecgviewer.study.training import Surroundings

HOW = (
    "five-fold cross-validation by patient (PTB-XL by its folds 1+2, 3+4, 5+6, 7+8, 9+10; other "
    "sets drawn from the records' names); the five nets together are the model, so every record "
    "was learnt from by four of them. Figures are of single nets on records that they never saw"
)


def join(
    order: Order, folder: Path, members: Sequence[Path], around: Surroundings, verdict: Verdict
) -> Trained:
    """Save the members' nets as one model whose figures are those of the verdict.

    A finished model is only read. Raises EcgError if the folder holds another run.
    """
    everything = all_parts(order.cache.cases)
    if around.team.is_first:
        claim(folder, describe(order, everything))
        if not is_finished(folder):
            _save(order, folder, members, verdict)
    around.team.wait()
    return Trained(folder, read_card_file(folder))


def _save(order: Order, folder: Path, members: Sequence[Path], verdict: Verdict) -> None:
    net = _joined(order, members)
    cards = [read_card_file(member) for member in members]
    facts = {"members": [card.name for card in cards]}
    outcome = replace(verdict.outcome, split=HOW)
    card = card_of(
        order, all_parts(order.cache.cases), outcome, facts | provenance(torch.device("cpu"), 1)
    )
    card = replace(
        card,
        net=order.recipe.ensemble,
        net_options={**net_options(order.recipe), "n_members": len(members)},
    )
    write_split(folder, verdict.members)
    if verdict.out_of_fold is not None:
        write_out_of_fold(folder, verdict.out_of_fold)
    everything = all_parts(order.cache.cases).fit
    write_background(folder, card.input, ordinary_of(order.cache, everything))
    save(folder, net, card)


def _joined(order: Order, members: Sequence[Path]) -> EcgNet:
    options = {**net_options(order.recipe), "n_members": len(members)}
    net = build_net(order.recipe.ensemble, options)
    state: dict[str, torch.Tensor] = {}
    for place, folder in enumerate(members):
        card = read_card_file(folder)
        own = decode_weights(card, read_weights(folder, card)).state_dict()
        state |= {f"members.{place}.{name}": value for name, value in own.items()}
    net.load_state_dict(state)
    return net
