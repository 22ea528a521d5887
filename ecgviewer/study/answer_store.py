"""A model's answers to recordings, kept so that none is asked for twice."""

import hashlib
import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.card import ModelCard
from ecgviewer.study.beat_records import Recording
from ecgviewer.study.scoring import answers_digest

Arrays = dict[str, NDArray[np.generic]]


class AnswerStore:
    """Files of a model's answers, one a recording.

    kind: what the answers are; other kinds lie in other folders.
    """

    def __init__(self, folder: Path, card: ModelCard, kind: str) -> None:
        self._folder = folder / f"{kind}-{card.name}-{answers_digest(card)}"
        self._folder.mkdir(parents=True, exist_ok=True)

    def read(self, recording: Recording) -> Arrays | None:
        """Return what was kept, None if nothing was or it cannot be read."""
        path = self._file(recording)
        if not path.exists():
            return None
        try:
            with np.load(path, allow_pickle=False) as kept:
                return {name: kept[name] for name in kept.files}
        except (OSError, ValueError, zipfile.BadZipFile):
            return None  # left by a command that was killed

    def keep(self, recording: Recording, **arrays: NDArray[np.generic]) -> None:
        """Write what is to be kept, in place of what was."""
        path = self._file(recording)
        written = path.with_suffix(".new")
        with written.open("wb") as file:
            # numpy's own types take arrays of one kind alone.
            np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
        written.replace(path)

    def _file(self, recording: Recording) -> Path:
        # A file that changed is a new one.
        stamp = f"{recording.path.resolve()}@{recording.path.stat().st_mtime_ns}"
        return self._folder / f"{hashlib.sha256(stamp.encode()).hexdigest()[:24]}.npz"
