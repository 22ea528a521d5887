"""What is dropped on the window: records, folders, models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QDropEvent

from ecgviewer.ui.model_adding import is_model

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow


def dropped_paths(event: QDropEvent) -> list[Path]:
    """Return the files and folders of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def take_dropped(window: MainWindow, path: Path, at: QPoint) -> None:
    """Open a record or folder, on the lower page to compare it; take a model in."""
    if is_model(path):
        window.model_adding.add(path)
    elif window.centre.papers.is_below(window, at):
        window.comparing.open_path(path)
    else:
        window.opening.open_path(path)
