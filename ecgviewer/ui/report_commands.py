"""What the keys of reports and pictures do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ecgviewer.ui.main_window import MainWindow
    from ecgviewer.ui.reporting import Reporting

# Of use with a record alone.
NAMES = ("print", "save_report", "save_picture", "copy_picture")


def report_commands(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what to do for the names of the table of keys that are about reports."""
    return {
        "print": lambda: _reporting(window).ask_printer(),
        "save_report": lambda: _reporting(window).ask_file(),
        "save_picture": lambda: _reporting(window).ask_picture(),
        "copy_picture": lambda: _reporting(window).copy_picture(),
    }


def _reporting(window: MainWindow) -> Reporting:
    # Loaded by those who report.
    from ecgviewer.ui.reporting import reporting_of

    return reporting_of(window)
