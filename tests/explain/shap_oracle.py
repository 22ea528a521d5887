"""Asks the package shap, in a process of its own: `python -m tests.explain.shap_oracle IN OUT`.

Its import takes seconds, warns, and compiles loops for longer than these games take.
"""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
Floats = NDArray[np.floating]


def exact_values(worths: Floats, folder: Path) -> Floats:
    """Shapley values (n_players, n_labels) of one game, (2^n_players, n_labels)."""
    return _ask(folder, "exact", worths=worths)


def gradient_values(
    weights: Floats, window: Floats, ordinary: Floats, folder: Path, n_samples: int, seed: int
) -> Floats:
    """Expected gradients (n_leads, n, n_labels) of `bent_net` by shap's GradientExplainer."""
    options = np.array([n_samples, seed])
    return _ask(
        folder, "gradient", weights=weights, window=window, ordinary=ordinary, options=options
    )


def _ask(folder: Path, question: str, **arrays: NDArray[np.generic]) -> Floats:
    asked, answered = folder / "asked.npz", folder / "answered.npy"
    np.savez(asked, **arrays)  # type: ignore[arg-type]  # arrays by name
    environment = {**os.environ, "NUMBA_DISABLE_JIT": "1", "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.explain.shap_oracle", question]
    command += [str(asked), str(answered)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    values: Floats = np.load(answered)
    return values


def _exact(worths: Floats) -> Floats:
    import shap

    n_players = (len(worths) - 1).bit_length()

    def worth(members: NDArray[np.generic]) -> Floats:
        places = members.astype(int) @ (1 << np.arange(n_players))
        values: Floats = worths[places]
        return values

    nobody = shap.maskers.Independent(np.zeros((1, n_players)))
    values: Floats = shap.ExactExplainer(worth, nobody)(np.ones((1, n_players))).values[0]
    return values


def _gradient(weights: Floats, window: Floats, ordinary: Floats, options: Floats) -> Floats:
    import shap
    import torch

    from tests.explain.bent_net import BentNet

    n_samples, seed = map(int, options)
    net = BentNet(torch.from_numpy(weights))
    explainer = shap.GradientExplainer(net, torch.from_numpy(ordinary))
    values: Floats = explainer.shap_values(
        torch.from_numpy(window)[None], nsamples=n_samples, rseed=seed
    )[0]
    return values


if __name__ == "__main__":
    with np.load(sys.argv[2]) as given:
        answer = _exact(**given) if sys.argv[1] == "exact" else _gradient(**given)
    np.save(sys.argv[3], answer)
