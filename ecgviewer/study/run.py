"""From data sets to a model folder: load, split by patient, fit, evaluate, save."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import save
from ecgviewer.nets.build import build_net
from ecgviewer.nets.net import EcgNet
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.cache import Cache, open_cache
from ecgviewer.study.dataset import N_GROUPS, load_cases
from ecgviewer.study.evaluation import ClassFigures, as_metrics, as_table, figures, score_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.study.recipe import Recipe
from ecgviewer.study.synthetic import SyntheticWindows
from ecgviewer.study.training import fit
from ecgviewer.study.windows import CachedWindows, JoinedWindows, WindowSet

# The last of the five parts: folds 9 and 10 of PTB-XL, a fifth of the records elsewhere.
HELD_OUT_GROUP = N_GROUPS - 1
# The window shows the first one unasked. Grad-CAM spreads what the head takes from a
# channel's maximum over all time and so misses single beats (bench "explanation").
METHODS = ("hirescam", "gradcam")
COMBINE = "mean"
RHYTHM_LEAD = "II"
SEEN_SO_FAR = (
    "Trained on about 1,400 recordings of four collections; other hospitals, devices and "
    "patients will differ.",
    "Thresholds were chosen on the held-out records (largest F1); the F1 of this card takes "
    "each half's thresholds from the other half.",
    "With fewer than twelve leads the model is weaker, bundle branch blocks and the ST segment "
    "most, and its thresholds, chosen with twelve, do not fit well.",
    "Nine classes only; whatever else an ECG shows is not looked at.",
    "The probabilities are not calibrated.",
    "Research use only. Not a medical device.",
)


@dataclass(frozen=True, slots=True)
class Trained:
    """What a run leaves: the model's folder, its card, its figures on held-out records."""

    folder: Path
    card: ModelCard
    figures: tuple[ClassFigures, ...]


def train(
    name: str,
    recipe: Recipe,
    data: Sequence[Path],
    folder: Path,
    cache_folder: Path,
    task: Task,
    say: Callable[[str], None],
) -> Trained:
    """Train a net on four parts of the data sets and evaluate it on the fifth.

    The parts are by patient. A run that was stopped goes on from its last epoch in
    ``folder``. Raises EcgError if a folder is no data set.
    """
    cases = [case for path in data for case in load_cases(path)]
    if not cases:
        raise EcgError("None of the data sets holds a labelled record.")
    cache = open_cache(cases, cache_folder, recipe.input.rate_hz, task)
    fitted = [i for i, case in enumerate(cases) if case.group != HELD_OUT_GROUP]
    held_out = [i for i, case in enumerate(cases) if case.group == HELD_OUT_GROUP]
    _refuse_leak(cache, fitted, held_out)
    say(f"{len(fitted)} records to learn from, {len(held_out)} held out")
    folder.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(recipe.seed)
    net = build_net(recipe.net, {"n_classes": len(LABELS)})
    real = CachedWindows(cache, fitted, recipe.input, recipe.augmentation)
    trained = _fit_in_phases(net, real, recipe, folder, task, _watch(cache, held_out, recipe, say))
    rows = _evaluate(trained, cache, held_out, recipe, task)
    say(as_table(rows))
    one_lead = _evaluate(trained, cache, held_out, recipe, task, leads=(RHYTHM_LEAD,))
    say(f"With lead {RHYTHM_LEAD} alone:\n{as_table(one_lead)}")
    card = _card(name, recipe, cache, fitted, held_out, rows, one_lead)
    return Trained(folder, save(folder, trained, card), tuple(rows))


def _fit_in_phases(
    net: EcgNet,
    real: WindowSet,
    recipe: Recipe,
    folder: Path,
    task: Task,
    watch: Callable[[int, EcgNet], dict[str, float]],
) -> EcgNet:
    """Fit to made records, then to real ones, then to both; each phase resumes by itself."""
    if recipe.pretrain_epochs:
        made = _made(recipe, recipe.synthetic_records, recipe.seed)
        first = replace(recipe, epochs=recipe.pretrain_epochs)
        net = fit(net, made, first, _subfolder(folder, "pretrained"), task)
    net = fit(net, real, recipe, folder, task, watch)
    if recipe.finish_epochs:
        both = JoinedWindows((real, _made(recipe, recipe.finish_records, recipe.seed + 1)))
        last = replace(recipe, epochs=recipe.finish_epochs, learning_rate=recipe.finish_rate)
        net = fit(net, both, last, _subfolder(folder, "finished"), task, watch)
    return net


def _made(recipe: Recipe, n_records: int, seed: int) -> SyntheticWindows:
    return SyntheticWindows(n_records, recipe.input, recipe.augmentation, seed)


def _subfolder(folder: Path, name: str) -> Path:
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    return place


def _refuse_leak(cache: Cache, fitted: Sequence[int], held_out: Sequence[int]) -> None:
    patients = [{cache.cases[i].patient for i in part} for part in (fitted, held_out)]
    shared = patients[0] & patients[1]
    if shared:
        raise ValueError(f"patients on both sides of the split: {sorted(shared)[:3]}")


def _watch(
    cache: Cache, held_out: Sequence[int], recipe: Recipe, say: Callable[[str], None]
) -> Callable[[int, EcgNet], dict[str, float]]:
    """Report every third epoch's AUC on held-out records; nothing is chosen by it."""

    def watch(epoch: int, net: EcgNet) -> dict[str, float]:
        if epoch % 3:
            return {}
        rows = _evaluate(net, cache, held_out, recipe, Task())
        mean_auc = float(as_metrics(rows)["mean_auc"] or float("nan"))
        say(f"epoch {epoch}: mean AUC {mean_auc:.3f} on held-out records")
        return {"held_out_auc": mean_auc}

    return watch


def _evaluate(
    net: EcgNet,
    cache: Cache,
    indices: Sequence[int],
    recipe: Recipe,
    task: Task,
    leads: Collection[str] = STANDARD_LEADS,
) -> list[ClassFigures]:
    scores = score_cases(net, cache, indices, recipe.input, COMBINE, task, leads)
    patients = [cache.cases[i].patient for i in indices]
    return figures(scores, cache.cells[list(indices)], patients, LABELS)


def _card(
    name: str,
    recipe: Recipe,
    cache: Cache,
    fitted: Sequence[int],
    held_out: Sequence[int],
    rows: Sequence[ClassFigures],
    one_lead: Sequence[ClassFigures],
) -> ModelCard:
    return ModelCard(
        name=name,
        title=recipe.title,
        net=recipe.net,
        net_options={"n_classes": len(LABELS)},
        labels=LABELS,
        thresholds=tuple(round(row.threshold, 4) for row in rows),
        input=recipe.input,
        methods=METHODS,
        combine=COMBINE,
        training={
            "fitted_on": _counts(cache, fitted),
            "held_out": _counts(cache, held_out),
            "split": "by patient; PTB-XL by its folds, other sets by a hash of the record's name",
            "settings": asdict(replace(recipe, input=recipe.input)),
        },
        metrics=as_metrics(rows)
        | {
            "mean_auc_with_lead_ii_alone": as_metrics(one_lead)["mean_auc"],
            "auc_with_lead_ii_alone": {row.label: round(row.auc.value, 4) for row in one_lead},
        },
        license="MIT",
        limits=SEEN_SO_FAR,
        weights_sha256="",
        # There is no PR interval in fibrillation.
        excluded_by={"IAVB": ("AF",)},
    )


def _counts(cache: Cache, indices: Sequence[int]) -> dict[str, Any]:
    chosen = [cache.cases[i] for i in indices]
    return {
        "records": dict(sorted(Counter(case.source for case in chosen).items())),
        "patients": len({case.patient for case in chosen}),
    }
