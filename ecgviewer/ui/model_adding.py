"""Takes models from elsewhere in: checked in the background, then offered in the menu."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ecgviewer.core.errors import EcgError
from ecgviewer.core.text import tr
from ecgviewer.ui.model_jobs import Added, add_model
from ecgviewer.ui.state import StateHolder
from ecgviewer.ui.worker import Worker

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow

ADD = "add model"
_CARD_FILE = "card.json"


def is_model(path: Path) -> bool:
    """Whether a path that is dropped stands for a model: its folder, or its card."""
    return path.name == _CARD_FILE or (path / _CARD_FILE).is_file()


class ModelAdding(QObject):
    """Has a model's folder checked and copied.

    said, failed: sentences for the message line.
    """

    said = Signal(str)
    failed = Signal(str, str)

    def __init__(self, state: StateHolder, worker: Worker) -> None:
        super().__init__(state)
        self._state, self._worker = state, worker
        worker.done.connect(self._done)
        worker.failed.connect(self._failed)

    def add(self, path: Path) -> None:
        """Take a model in; what is wrong with it is told, and nothing is changed then."""
        folder = path.parent if path.name == _CARD_FILE else path
        self._worker.submit(ADD, add_model, folder)

    def _done(self, _kind: str, result: object) -> None:
        if isinstance(result, Added):
            here = result.installed
            self._state.replace(models=here.models, beat_models=here.for_beats)
            told = tr(
                "The model {model} is checked and added; it stands in the menu under Model.",
                model=result.card.name,
            )
            self.said.emit(told)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == ADD:
            self.failed.emit(str(error), details)


def ask_model(window: MainWindow) -> None:
    """Let the reader choose the folder of a model."""
    folder = window.preferences.folder
    name = QFileDialog.getExistingDirectory(window, tr("Add a model's folder"), folder)
    if name:
        window.model_adding.add(Path(name))
