"""Five nets of beats in turn, each fitted without a fifth of the patients, as one model."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import read_card_file
from ecgviewer.inference.library import save
from ecgviewer.inference.weights_file import decode_weights, read_weights
from ecgviewer.nets.beat_sequence import BeatSequences
from ecgviewer.nets.net import EcgNet
from ecgviewer.study.beat_answers import beat_answers
from ecgviewer.study.beat_judge import HALF, THRESHOLDS_FROM, as_metrics, by_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lean import Lean, best_lean, leaned
from ecgviewer.study.beat_order import BeatOrder
from ecgviewer.study.beat_report_tables import beat_table
from ecgviewer.study.beat_split import is_paced
from ecgviewer.study.cards import Outcome, card_of, describe
from ecgviewer.study.claim import claim, is_finished
from ecgviewer.study.curves import draw_curves
from ecgviewer.study.dataset import N_GROUPS
from ecgviewer.study.ensemble import joined_net
from ecgviewer.study.figures import measure
from ecgviewer.study.metrics import Values
from ecgviewer.study.parts import Parts, draw
from ecgviewer.study.provenance import provenance
from ecgviewer.study.run import Trained, train
from ecgviewer.study.split import FOLD, Member, write_split
from ecgviewer.study.training import Surroundings

HOW = (
    "five-fold cross-validation by patient, paced hearts left out; the five nets together are the "
    "model, so every patient was learnt from by four of them. Figures are of single nets on "
    "patients whom they never saw, who also say how much is added to the logits of PVC and PAC"
)


def cross_validate_beats(order: BeatOrder, folder: Path, around: Surroundings) -> Trained:
    """Train five nets into folders fold-0 to fold-4 and join them; each resumes by itself.

    Raises EcgError as training does.
    """
    rounds = _rounds(order, _folds(order))
    around.pace.plan(sum(order.workload(parts) for parts in rounds))
    members = []
    for fold, parts in enumerate(rounds):
        around.pace.stage = f"fold {fold + 1} of {N_GROUPS}"
        one = replace(order, name=f"{order.name}-{FOLD}{fold}")
        judge = by_windows(one, parts, around)
        members.append(train(one, parts, folder / f"{FOLD}{fold}", around, judge).folder)
    everything = Parts(fit=tuple(sorted(row for parts in rounds for row in parts.test)))
    if around.team.is_first:
        claim(folder, describe(order, everything))
        if not is_finished(folder):
            _save(order, folder, members, rounds, everything, around)
    around.team.wait()
    return Trained(folder, read_card_file(folder))


def _folds(order: BeatOrder) -> list[int]:
    """Return each recording's fold, by patient; -1 for paced hearts, which are left out."""
    return [
        -1 if is_paced(one) else draw(one.patient, "folds of beats", N_GROUPS)
        for one in order.beats.recordings
    ]


def _rounds(order: BeatOrder, folds: Sequence[int]) -> list[Parts]:
    """Return the rows that learn and examine, for each fold that examines."""
    of = np.array(folds)[order.beats.recording]
    rounds = [
        Parts(
            fit=tuple(np.flatnonzero((of != fold) & (of >= 0)).tolist()),
            test=tuple(np.flatnonzero(of == fold).tolist()),
        )
        for fold in range(N_GROUPS)
    ]
    if not all(parts.fit and parts.test for parts in rounds):
        raise EcgError(
            f"{len(folds)} recordings are too few to be cross-validated: add a data set."
        )
    return rounds


def _save(
    order: BeatOrder,
    folder: Path,
    members: Sequence[Path],
    rounds: Sequence[Parts],
    everything: Parts,
    around: Surroundings,
) -> None:
    scores = _scores(order, members, rounds, around)
    lean = best_lean(scores, order.beats.labels[list(everything.fit)])
    scores = leaned(scores, lean)
    table = measure(beat_answers(order.name, order.beats, everything.fit, scores))
    around.say(beat_table(table))
    thresholds = np.full(len(BEAT_LABELS), HALF)
    outcome = Outcome(thresholds, as_metrics(table), HOW, THRESHOLDS_FROM)
    cards = [read_card_file(member) for member in members]
    facts = {
        "members": [card.name for card in cards],
        "lean": dict(lean),
        **provenance(torch.device("cpu"), 1),
    }
    card = card_of(order, everything, outcome, facts, len(members))
    write_split(folder, _members(order, rounds))
    draw_curves(folder, card.title)
    save(folder, _leaning(joined_net(order, members), lean), card)


def _leaning(net: EcgNet, lean: Lean) -> EcgNet:
    """Return the net, which adds so much to its logits of premature beats from now on."""
    if not isinstance(net, BeatSequences):
        raise TypeError(f"{type(net).__name__} does not lean.")
    net.lean(torch.tensor([lean.get(label, 0.0) for label in BEAT_LABELS]))
    return net


def _scores(
    order: BeatOrder, members: Sequence[Path], rounds: Sequence[Parts], around: Surroundings
) -> Values:
    """Return what each fold's net says of its windows, by the rows of all rounds, rising."""
    found = np.zeros((len(order.beats), len(BEAT_LABELS)))
    for folder, parts in zip(members, rounds, strict=True):
        card = read_card_file(folder)
        net = decode_weights(card, read_weights(folder, card)).eval()
        found[list(parts.test)] = order.examination(parts.test, around.team).scores(net)
    examined = np.sort(np.concatenate([parts.test for parts in rounds]))
    return np.asarray(found[examined])


def _members(order: BeatOrder, rounds: Sequence[Parts]) -> tuple[Member, ...]:
    """Return each recording's fold."""
    return tuple(
        replace(member, part=f"{FOLD}{fold}")
        for fold, parts in enumerate(rounds)
        for member in order.members(Parts(fit=(), test=parts.test))
    )
