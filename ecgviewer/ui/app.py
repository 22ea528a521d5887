"""Starts the program with a window."""

import logging
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from ecgviewer.core.paths import resources_folder
from ecgviewer.core.text import tr
from ecgviewer.io.hints import ImportHints
from ecgviewer.paper.view import Theme
from ecgviewer.ui.collector import Collector
from ecgviewer.ui.language import use_language
from ecgviewer.ui.look import font
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences

log = logging.getLogger(__name__)


def make_application() -> QApplication:
    """Return the application with the program's style and type."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    if not application.findChildren(Collector):
        Collector(application)
    application.setApplicationName("ecgviewer")
    # By this name a desktop finds the menu entry, and with it the icon, of a window.
    application.setDesktopFileName("ecgviewer")
    application.setWindowIcon(QIcon(str(resources_folder() / "icons" / "ecgviewer.svg")))
    application.setStyle("Fusion")
    application.setFont(font())
    # Workers hold the interpreter's lock for at most this long while the window waits.
    sys.setswitchinterval(0.002)
    return application


def start(
    path: Path | None,
    hints: ImportHints | None = None,
    *,
    demo: bool = False,
    archives: tuple[Path, ...] = (),
    found: frozenset[str] = frozenset(),
    language: str | None = None,
) -> int:
    """Show the window, open ``path`` or the demo in it, and run until it is closed.

    archives: folders of answers whose records are its worklist; found: of those with one of
    these findings alone. language: of this start, by its code; None for the one of the
    preferences.
    """
    application = make_application()
    preferences = Preferences()
    use_language(application, language or preferences.language)
    _log_to_file()
    scheme = application.styleHints().colorScheme()
    theme = Theme.DARK if scheme is Qt.ColorScheme.Dark else Theme.LIGHT
    window = MainWindow(preferences, theme)
    sys.excepthook = _reporter(window)
    window.show()
    if demo:
        QTimer.singleShot(0, window.opening.open_demo)
    elif archives:
        QTimer.singleShot(0, lambda: window.list_parts.archives.open(archives, found))
    elif path is not None:
        QTimer.singleShot(0, lambda: window.opening.open_path(path, hints))
    return application.exec()


def _reporter(window: MainWindow):  # type: ignore[no-untyped-def]
    def report(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        log.critical("Internal error", exc_info=(kind, error, trace))
        words = tr("Internal error: {kind}. Please report it.", kind=kind.__name__)
        window.message_line.say_error(words, "")

    return report


def _log_to_file() -> None:
    kind = QStandardPaths.StandardLocation.AppLocalDataLocation
    folder = Path(QStandardPaths.writableLocation(kind))
    folder.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(folder / "ecgviewer.log", encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("ecgviewer").addHandler(handler)
