"""The models on this machine: find, check, load and save them.

A model is a folder: weights.safetensors, card.json and optionally background.npy.
"""

import copy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from ecgviewer.core.card import AROUND_BEATS, IN_TURN, OF_BEATS, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.method_names import added_methods_for
from ecgviewer.core.paths import models_folder
from ecgviewer.core.record import Record
from ecgviewer.core.scan import SCAN_LABELS
from ecgviewer.core.text import tr
from ecgviewer.inference.card_file import CARD_FILE, WEIGHTS_FILE, read_card_file, write_card_file
from ecgviewer.inference.lead_choice import ecg_lead_names
from ecgviewer.signal.leads import are_of_a_recorder

# torch takes seconds to load; naming and listing models must not wait for it.
if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel
    from ecgviewer.nets.net import EcgNet

# Best first: with a recorder's leads the net made for them, else the 12-lead net.
PREFERRED_FOR_FEW = ("best1", "best12")
PREFERRED = ("best12",)
# Of those that judge single beats; others follow by name.
PREFERRED_FOR_BEATS = ("best1", "ecgnet", "cam_net", "mask_lstm")


def model_folders() -> tuple[Path, ...]:
    """Where models are looked for: those that ship, then the user's own."""
    return models_folder(), own_models_folder()


def own_models_folder() -> Path:
    """Return where the user's own models lie."""
    return platformdirs.user_data_path("ecgviewer", appauthor=False) / "models"


def known_models() -> tuple[str, ...]:
    """Return the names of all models that have a card, sorted; nothing is checked yet.

    A card without weights tells of a model that must be trained first.
    """
    return tuple(sorted({folder.name for folder in _card_folders()}))


def available_models() -> tuple[str, ...]:
    """Return the names of those that have weights too, and so can be asked."""
    here = {folder.name for folder in _card_folders() if (folder / WEIGHTS_FILE).is_file()}
    return tuple(sorted(here))


def default_model(record: Record) -> str:
    """Return the name of the model to ask about a record; raises EcgError without any."""
    names = available_models()
    few = are_of_a_recorder(ecg_lead_names(record))
    for name in PREFERRED_FOR_FEW if few else PREFERRED:
        if name in names:
            return name
    if names:
        return names[0]
    raise EcgError(
        f"No model is installed: put a model's folder into {model_folders()[-1]}, or name one."
    )


def beat_models() -> tuple[str, ...]:
    """Return the names of the models that can scan a record, the best first."""
    return tuple(name for name in _best_for_beats_first() if _tells_beats_apart(name))


def _tells_beats_apart(name: str) -> bool:
    try:
        card = read_card(name)
    except EcgError:
        # Whoever asks for this model by name is told what is wrong with it.
        return False
    return card.input.windows in OF_BEATS and set(card.labels) == SCAN_LABELS


def _best_for_beats_first() -> tuple[str, ...]:
    names = available_models()
    return tuple(dict.fromkeys((*(x for x in PREFERRED_FOR_BEATS if x in names), *names)))


def default_beat_model() -> str:
    """Return the name of the model to ask about every beat of a record.

    Raises EcgError where none is installed that judges single beats.
    """
    for name in _best_for_beats_first():
        if read_card(name).input.windows != IN_TURN:
            return name
    raise EcgError(
        "No single-lead model, which judges every beat, is installed: put a model's folder into "
        f"{model_folders()[-1]}, or name one (--model)."
    )


def as_offered(card: ModelCard) -> ModelCard:
    """Return a card with those methods alone whose explained model is on this machine.

    Methods that other packages add, and that fit, come last.
    """
    absent = {m for m, name in card.explained_by.items() if name not in available_models()}
    own = [m for m in card.methods if m not in absent]
    return replace(card, methods=tuple(dict.fromkeys((*own, *added_methods_for(card)))))


def refuse_absent(name: str) -> None:
    """Raise EcgError if a model that others name is not on this machine."""
    if name not in available_models():
        raise EcgError(
            f"The model {name} is not installed: put its folder into {model_folders()[-1]}."
        )


def usual_model() -> str | None:
    """Return the name of the model for most records, None where none is installed."""
    names = available_models()
    return next((name for name in (*PREFERRED, *names) if name in names), None)


def read_card(name_or_path: str | Path) -> ModelCard:
    """Return a model's card by its name or folder; raises EcgError where it is not right."""
    return read_card_file(_find(name_or_path))


def load_model(
    name_or_path: str | Path, device: str = "auto", *, with_familiarity: bool = True
) -> "LoadedModel":
    """Load a model, checked: its weights' hash, its lengths and a stored answer.

    device: "auto", "cpu" or "cuda". with_familiarity: False for a model whose familiar.npz
    is to be made anew. Raises EcgError with the model's name.
    """
    import torch

    from ecgviewer.inference.familiar_file import read_familiarity
    from ecgviewer.inference.loaded import choose_device, leave_a_core_free, ready
    from ecgviewer.inference.probe import check_probe
    from ecgviewer.inference.weights_file import decode_weights, read_weights

    leave_a_core_free()
    folder = _find(name_or_path)
    card = read_card_file(folder)
    chosen = choose_device(device)
    net = decode_weights(card, read_weights(folder, card))
    model = replace(
        ready(card, net, torch.device("cpu")),
        folder=folder,
        familiarity=read_familiarity(folder, card) if with_familiarity else None,
    )
    check_probe(model)
    model = model if chosen.type == "cpu" else _on_gpu(model, wanted=device)
    return _with_blocks(model, device) if card.blocks_by else model


def _with_blocks(model: "LoadedModel", device: str) -> "LoadedModel":
    """Return the model with the one that tells bundle branch blocks in its place."""
    other = model.card.blocks_by
    if other not in available_models():
        note = tr(
            "The model {model} is not installed, so bundle branch blocks are told less well.",
            model=other,
        )
        return replace(model, notes=(*model.notes, note))
    blocks = load_model(other, device)
    if set(blocks.card.labels) != SCAN_LABELS or blocks.card.input.windows != AROUND_BEATS:
        raise EcgError(f"The model {other} does not tell bundle branch blocks of single beats.")
    return replace(model, blocks=blocks)


def save(folder: Path, net: "EcgNet", card: ModelCard) -> ModelCard:
    """Write a model folder; return its card with the hash and the probe filled in.

    The probe is answered by the weights as stored, and the net given stays as it is.
    The weights are replaced before the card, so that an interrupted save is refused by
    its hash instead of trusted.
    """
    import torch

    from ecgviewer.inference.loaded import ready
    from ecgviewer.inference.probe import check_probe, probe_of
    from ecgviewer.inference.weights_file import (
        decode_weights,
        encode_weights,
        hash_weights,
        write_weights,
    )

    weights = encode_weights(net)
    model = ready(card, decode_weights(card, weights), torch.device("cpu"))
    card = replace(card, weights_sha256=hash_weights(weights), probe=probe_of(model))
    check_probe(replace(model, card=card))
    folder.mkdir(parents=True, exist_ok=True)
    write_weights(folder, weights)
    write_card_file(folder, card)
    return read_card_file(folder)


def _card_folders() -> list[Path]:
    return [card.parent for folder in model_folders() for card in folder.glob(f"*/{CARD_FILE}")]


def _find(name_or_path: str | Path) -> Path:
    name = str(name_or_path)
    for folder in model_folders():
        if (folder / name / CARD_FILE).is_file():
            return folder / name
    if Path(name_or_path).is_dir():
        return Path(name_or_path)
    known = ", ".join(available_models()) or "none"
    raise EcgError(f'No model is called "{name}"; models here: {known}.')


def _on_gpu(model: "LoadedModel", wanted: str) -> "LoadedModel":
    """Return the model on the GPU, or under "auto" on the CPU where the GPU fails it."""
    import torch

    from ecgviewer.inference.probe import check_probe

    try:
        net = copy.deepcopy(model.net).to("cuda")
        moved = replace(model, net=net, device=torch.device("cuda"))
        check_probe(moved)
    except (RuntimeError, EcgError) as error:
        if wanted == "cuda":
            raise EcgError(f"The GPU cannot run the model {model.card.name}: {error}") from error
        note = tr("The GPU cannot run this model, so the CPU is used.")
        return replace(model, notes=(note,))
    return moved
