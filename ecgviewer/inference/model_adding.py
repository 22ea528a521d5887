"""Takes models from elsewhere in, and out again: a folder of weights and a card."""

import re
import shutil
import tempfile
from pathlib import Path
from typing import Final

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import models_folder
from ecgviewer.inference.card_file import CARD_FILE, WEIGHTS_FILE, read_card_file
from ecgviewer.inference.familiar_file import FAMILIAR_FILE
from ecgviewer.inference.library import load_model, own_models_folder

_NAME: Final = re.compile(r"[A-Za-z0-9][\w-]{0,63}")
# All that is ever read of a model; whatever else lies in its folder stays there.
_PARTS: Final = (CARD_FILE, WEIGHTS_FILE, FAMILIAR_FILE, "background.npy", "NOTES.md", "LICENSE")


def is_model_folder(path: Path) -> bool:
    """Whether a folder looks like a model's: it has a card."""
    return (path / CARD_FILE).is_file()


def add_model(folder: Path) -> ModelCard:
    """Check a model's folder and copy it to the reader's own models; return its card.

    Checked are the card's form, the weights' hash, that they fit the net, the net's input
    and output, and the answer that the card stores. Raises EcgError with the sentence that
    says why it is refused; nothing is changed then.
    """
    if not is_model_folder(folder):
        raise EcgError(f"{folder.name} is no model: a model is a folder with a {CARD_FILE}.")
    card = read_card_file(folder)
    target = own_models_folder() / _free_name(card)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Beside the models, where nobody looks for one: what is checked there is what is kept.
    with tempfile.TemporaryDirectory(prefix="new-model-", dir=target.parent.parent) as beside:
        copied = Path(beside) / card.name
        copied.mkdir()
        try:
            for part in _PARTS:
                if (folder / part).is_file():
                    shutil.copyfile(folder / part, copied / part)
        except OSError as error:
            raise EcgError(f"{folder.name} cannot be copied: {error.strerror}.") from error
        load_model(copied, "cpu")
        copied.replace(target)
    return card


def remove_model(name: str) -> None:
    """Take one of the reader's own models away; raises EcgError for those that ship."""
    folder = own_models_folder() / name
    if not _NAME.fullmatch(name) or not is_model_folder(folder):
        shipped = is_model_folder(models_folder() / name)
        why = "ships with ecgviewer and stays" if shipped else "is not among your own models"
        raise EcgError(f"{name} {why}.")
    shutil.rmtree(folder)


def _free_name(card: ModelCard) -> str:
    """Return the name under which a model may be kept; raises EcgError where it is taken."""
    if not _NAME.fullmatch(card.name):
        raise EcgError(
            f"The model was refused: {card.name!r} is no name for one; letters, digits, _ and - "
            "make one."
        )
    if is_model_folder(models_folder() / card.name):
        raise EcgError(
            f"The model {card.name} was refused: one that ships with ecgviewer has that name; "
            "give it another on its card."
        )
    present = own_models_folder() / card.name
    if is_model_folder(present):
        same = read_card_file(present).weights_sha256 == card.weights_sha256
        told = "is here already" if same else "is here already, with other weights; remove it first"
        raise EcgError(f"The model {card.name} {told}.")
    return card.name
