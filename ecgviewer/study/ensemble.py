"""The nets of a cross-validation as one model: together they have learnt from everything."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from ecgviewer.explain.background import write_background
from ecgviewer.inference.card_file import read_card_file
from ecgviewer.inference.library import save
from ecgviewer.inference.weights_file import decode_weights, read_weights
from ecgviewer.nets.build import ENSEMBLES, build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.cards import card_of, describe
from ecgviewer.study.claim import claim, is_finished
from ecgviewer.study.curves import draw_curves
from ecgviewer.study.initial import shipped_net
from ecgviewer.study.order import Order
from ecgviewer.study.parts import all_parts
from ecgviewer.study.provenance import provenance
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.run import Trained, Verdict
from ecgviewer.study.split import write_out_of_fold, write_split
from ecgviewer.study.training import Surroundings

HOW = (
    "five-fold cross-validation by patient (PTB-XL by its folds 1+2, 3+4, 5+6, 7+8, 9+10; other "
    "sets drawn from the records' names); the five nets together are the model, so every record "
    "was learnt from by four of them. Figures are of single nets on records that they never saw"
)


def join(
    order: RecordOrder,
    folder: Path,
    members: Sequence[Path],
    around: Surroundings,
    verdict: Verdict,
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


def _save(order: RecordOrder, folder: Path, members: Sequence[Path], verdict: Verdict) -> None:
    net = joined_net(order, members)
    cards = [read_card_file(member) for member in members]
    outcome = replace(verdict.outcome, split=HOW)
    facts = {"members": [card.name for card in cards]} | provenance(torch.device("cpu"), 1)
    card = card_of(order, all_parts(order.cache.cases), outcome, facts, len(members))
    write_split(folder, verdict.members)
    if verdict.out_of_fold is not None:
        write_out_of_fold(folder, verdict.out_of_fold)
    everything = all_parts(order.cache.cases)
    write_background(folder, card.input, order.ordinary(everything))
    draw_curves(folder, card.title)
    save(folder, net, card)


def joined_net(order: Order, members: Sequence[Path]) -> EcgNet:
    """Return the members' nets as one."""
    net = build_net(*shipped_net(order.recipe, len(members)))
    state: dict[str, torch.Tensor] = {}
    for place, folder in enumerate(members):
        card = read_card_file(folder)
        own = decode_weights(card, read_weights(folder, card)).state_dict()
        state |= {_renamed(name, place, card.net): value for name, value in own.items()}
    net.load_state_dict(state)
    return net


def _renamed(name: str, place: int, net: str) -> str:
    """Return a weight's name in the ensemble; a net with a forest is one of one member."""
    if net not in ENSEMBLES:
        return f"members.{place}.{name}"
    kind, _, rest = name.split(".", 2)
    return f"{kind}.{place}.{rest}"
