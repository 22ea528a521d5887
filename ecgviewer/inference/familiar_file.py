"""familiar.npz: what a model's training records look like, beside its card; no recording in it."""

import zipfile
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.inference.unfamiliar import Familiarity, Portrait, Tail

FAMILIAR_FILE: Final = "familiar.npz"
VERSION: Final = 1
_PORTRAIT: Final = ("mean", "scale", "directions", "variances", "rest", "upper")

Arrays = dict[str, NDArray[np.generic]]


def write_familiarity(folder: Path, familiarity: Familiarity) -> None:
    """Write familiar.npz into a model's folder, in one step and in half or single precision."""
    arrays: Arrays = {
        "version": np.array(VERSION),
        "weights_sha256": np.array(familiarity.weights_sha256),
        "paced": familiarity.paced.astype(np.float32),
        **_tail_arrays("combined", familiarity.combined),
    }
    for name, portrait in familiarity.portraits.items():
        arrays |= {
            f"portrait/{name}/{part}": _stored(np.asarray(getattr(portrait, part)))
            for part in _PORTRAIT
        }
    for name, tail in familiarity.tails.items():
        arrays |= _tail_arrays(f"tail/{name}", tail)
    partial = folder / f"{FAMILIAR_FILE}.partial"
    with partial.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    partial.replace(folder / FAMILIAR_FILE)


def read_familiarity(folder: Path, card: ModelCard) -> Familiarity | None:
    """Return what the model's training records look like; None where its card has no limit.

    Raises EcgError where the file is missing, broken or made for other weights.
    """
    if card.unfamiliar_limit is None:
        return None
    try:
        with np.load(folder / FAMILIAR_FILE, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        familiarity = _familiarity(arrays)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise EcgError(
            f"The {FAMILIAR_FILE} of the model {card.name} cannot be read; "
            "`ecgviewer familiarity` makes a new one."
        ) from error
    if familiarity.weights_sha256 != card.weights_sha256:
        raise EcgError(
            f"The {FAMILIAR_FILE} of the model {card.name} was made for other weights; "
            "`ecgviewer familiarity` makes a new one."
        )
    return familiarity


def _familiarity(arrays: Arrays) -> Familiarity:
    if int(arrays["version"]) != VERSION:
        raise ValueError("another version")
    portraits, tails = (
        dict.fromkeys(key.split("/")[1] for key in arrays if key.startswith(kind))
        for kind in ("portrait/", "tail/")
    )
    return Familiarity(
        portraits={name: _portrait(arrays, name) for name in portraits},
        paced=arrays["paced"].astype(np.float64),
        tails={name: _tail(arrays, f"tail/{name}") for name in tails},
        combined=_tail(arrays, "combined"),
        weights_sha256=str(arrays["weights_sha256"]),
    )


def _portrait(arrays: Arrays, name: str) -> Portrait:
    mean, scale, directions, variances, rest, upper = (
        arrays[f"portrait/{name}/{part}"].astype(np.float64) for part in _PORTRAIT
    )
    return Portrait(mean, scale, directions, variances, float(rest), upper.astype(bool))


def _tail_arrays(name: str, tail: Tail) -> Arrays:
    return {
        f"{name}/quantiles": tail.quantiles.astype(np.float32),
        f"{name}/excess": np.array(tail.excess, dtype=np.float32),
    }


def _tail(arrays: Arrays, name: str) -> Tail:
    quantiles = arrays[f"{name}/quantiles"].astype(np.float64)
    return Tail(quantiles, float(arrays[f"{name}/excess"]))


def _stored(values: NDArray[np.generic]) -> NDArray[np.generic]:
    """Directions are many and of length 1, so half precision holds them; flags stay."""
    if values.dtype != np.float64:
        return values
    return values.astype(np.float16 if values.ndim > 1 else np.float32)
