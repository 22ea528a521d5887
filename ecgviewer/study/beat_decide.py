"""What a cross-validated model of beats in turn makes of its answers, chosen by unseen beats."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch

from ecgviewer.core.card import Irregularity, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.irregular import likelihood, settled
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.beat_sequence import BeatSequences
from ecgviewer.study.beat_answers import beat_answers
from ecgviewer.study.beat_evaluate import Scored
from ecgviewer.study.beat_held_out import JudgedWindows, judged_windows
from ecgviewer.study.beat_irregularity import fit_irregularity
from ecgviewer.study.beat_judge import as_metrics
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_lean import PREMATURE, Lean, best_lean, leaned
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.figures import measure
from ecgviewer.study.metrics import Values

# Where a card's training facts keep how far the nets lean.
LEAN = "lean"


def decide_beats_anew(
    folder: Path, windows: BeatWindows, store_folder: Path, task: Task
) -> ModelCard:
    """Choose how a model tells fibrillation and how far its nets lean; return its card.

    Chosen by beats that the judging net has not learnt from. windows: of all sets that it
    was cross-validated on, in its style. The weights and the card are written; the card's
    figures are those of the leaning nets. Raises EcgError where the model has no such
    nets, or not all of the recordings are given.
    """
    model = load_model(str(folder), "cpu")
    if not isinstance(model.net, BeatSequences):
        raise EcgError(
            f"The model {model.card.name} is not of nets that were cross-validated on beats in "
            "turn, so that nothing honest is known to choose by: train best1 --cross-validate."
        )
    judged = judged_windows(model, windows, store_folder, task)
    _refuse_a_part(model, windows, judged)
    alone = replace(model, card=replace(model.card, irregularity=None))
    scored = Scored(alone, windows, judged, store_folder, task)
    scores, labels = scored.of_windows(), windows.labels[judged.rows]
    odds, entropy = scored.signs_of_fibrillation()
    rule = fit_irregularity(odds, entropy, labels, windows.recording[judged.rows])

    def settle(answers: Values) -> Values:
        return answers if rule is None else _settled(answers, odds, entropy, rule)

    added = best_lean(scores, labels, settle)
    answers = beat_answers(
        model.card.name, windows, judged.rows.tolist(), settle(leaned(scores, added))
    )
    card = replace(
        model.card,
        irregularity=rule,
        training={**model.card.training, LEAN: _together(model.card, added)},
        metrics={**model.card.metrics, **as_metrics(measure(answers))},
    )
    model.net.lean(torch.tensor([added.get(label, 0.0) for label in BEAT_LABELS]))
    return save(folder, model.net, card)


def _settled(answers: Values, odds: Values, entropy: Values, rule: Irregularity) -> Values:
    return settled(answers, BEAT_LABELS, likelihood(odds, entropy, rule))


def _refuse_a_part(model: LoadedModel, windows: BeatWindows, judged: JudgedWindows) -> None:
    wanted: Sequence[str] = model.card.training["sources"]
    here = {windows.recordings[place].source for place in judged.fold_of}
    missing = [name for name in wanted if name not in here]
    if missing:
        raise EcgError(
            f"The model {model.card.name} was cross-validated on {', '.join(wanted)}: "
            f"{', '.join(missing)} must be among the data sets, under that name."
        )


def _together(card: ModelCard, added: Lean) -> dict[str, float]:
    """Return what is added to the logits that the nets once learnt to give."""
    before = card.training.get(LEAN, {})
    return {label: before.get(label, 0.0) + added[label] for label in PREMATURE}
