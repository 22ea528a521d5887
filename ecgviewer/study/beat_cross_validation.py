"""Five nets of beats in turn, each fitted without a fifth of the patients, as one model."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.card_file import read_card_file
from ecgviewer.inference.library import save
from ecgviewer.study.beat_decide import LEAN, decide_beats_anew
from ecgviewer.study.beat_judge import HALF, THRESHOLDS_FROM, by_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_order import BeatOrder
from ecgviewer.study.beat_split import is_paced
from ecgviewer.study.cards import Outcome, card_of, describe
from ecgviewer.study.claim import claim, is_finished
from ecgviewer.study.curves import draw_curves
from ecgviewer.study.dataset import N_GROUPS
from ecgviewer.study.ensemble import joined_net
from ecgviewer.study.parts import Parts, draw
from ecgviewer.study.provenance import provenance
from ecgviewer.study.run import Trained, train
from ecgviewer.study.split import FOLD, Member, write_split
from ecgviewer.study.training import Surroundings

HOW = (
    "five-fold cross-validation by patient, paced hearts left out; the five nets together are the "
    "model, so every patient was learnt from by four of them. Figures are of single nets on "
    "patients whom they never saw, who also say how much is added to the logits of PVC and PAC "
    "and what irregular intervals tell of fibrillation"
)
# Below the model's folder: what was said of the recordings on the way.
SCANS = "scans"


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
            _save(order, folder, members, rounds, everything)
        if LEAN not in read_card_file(folder).training:
            around.say(f"Examining by {len(everything.fit):,} windows")
            card = decide_beats_anew(folder, order.beats, folder / SCANS, around.task)
            around.say(f"Mean F1 {card.metrics['mean_f1']:.3f}, AUC {card.metrics['mean_auc']:.3f}")
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
) -> None:
    """Write the joined nets, of which nothing is measured yet."""
    outcome = Outcome(np.full(len(BEAT_LABELS), HALF), {}, HOW, THRESHOLDS_FROM)
    cards = [read_card_file(member) for member in members]
    facts = {"members": [card.name for card in cards], **provenance(torch.device("cpu"), 1)}
    card = card_of(order, everything, outcome, facts, len(members))
    write_split(folder, _members(order, rounds))
    draw_curves(folder, card.title)
    save(folder, joined_net(order, members), card)


def _members(order: BeatOrder, rounds: Sequence[Parts]) -> tuple[Member, ...]:
    """Return each recording's fold."""
    return tuple(
        replace(member, part=f"{FOLD}{fold}")
        for fold, parts in enumerate(rounds)
        for member in order.members(Parts(fit=(), test=parts.test))
    )
