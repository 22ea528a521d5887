"""What the program remembers between two starts."""

import contextlib
import json
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from ecgviewer.io.hints import ImportHints
from ecgviewer.paper.view import GAINS_MM_PER_MV, SPEEDS_MM_PER_S, Layout, Theme, View
from ecgviewer.signal.display_filter import OFF, USUAL, DisplayFilter, parse_filter

RECENT_FILES = 8


class Preferences:
    """Folders, looks and answers, kept in the system's place for settings."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("ecgviewer", "ecgviewer")

    def view(self, theme: Theme) -> View:
        """Return the page as it was left; ``theme`` where none was chosen yet."""
        view = View(theme=theme)
        layout, chosen = self._text("layout"), self._text("theme")
        speed, gain = self._number("speed_mm_per_s"), self._number("gain_mm_per_mv")
        return View(
            layout=Layout(layout) if layout in list(Layout) else view.layout,
            theme=Theme(chosen) if chosen in list(Theme) else view.theme,
            speed_mm_per_s=speed if speed in SPEEDS_MM_PER_S else view.speed_mm_per_s,
            gain_mm_per_mv=gain if gain in GAINS_MM_PER_MV else view.gain_mm_per_mv,
            display_filter=self._filter("filter", OFF),
        )

    @property
    def last_filter(self) -> DisplayFilter:
        """The display filter that was on last, the usual one at first."""
        return self._filter("last_filter", USUAL)

    @property
    def layout(self) -> Layout:
        """The arrangement of leads that was chosen last."""
        return self.view(Theme.LIGHT).layout

    def keep_view(self, view: View) -> None:
        """Remember layout, theme, scales and filter."""
        self._settings.setValue("layout", view.layout.value)
        self._settings.setValue("theme", view.theme.value)
        self._settings.setValue("speed_mm_per_s", view.speed_mm_per_s)
        self._settings.setValue("gain_mm_per_mv", view.gain_mm_per_mv)
        self._settings.setValue("filter", view.display_filter.code)
        if view.display_filter.on:
            self._settings.setValue("last_filter", view.display_filter.code)

    @property
    def device(self) -> str:
        """The wanted device: "auto", "cpu" or "cuda"."""
        text = self._text("device")
        return text if text in ("cpu", "cuda") else "auto"

    @device.setter
    def device(self, device: str) -> None:
        self._settings.setValue("device", device)

    @property
    def folder(self) -> str:
        """The folder that was opened last, "" at first."""
        return self._text("folder")

    @property
    def recent(self) -> tuple[Path, ...]:
        """The records that were opened last, newest first, those that still exist."""
        paths = (Path(text) for text in self._text("recent").splitlines() if text)
        return tuple(path for path in paths if path.exists())

    def add_recent(self, path: Path) -> None:
        """Put a record at the head of the recent ones."""
        kept = [path, *(old for old in self.recent if old != path)][:RECENT_FILES]
        self._settings.setValue("recent", "\n".join(map(str, kept)))
        self._settings.setValue("folder", str(path.parent))

    def hints(self, folder: Path, n_leads: int) -> ImportHints | None:
        """Return what was answered for files of this folder with so many leads."""
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            kept = json.loads(self._text("hints")).get(f"{folder}|{n_leads}")
            leads = kept["leads"]
            return ImportHints(kept["fs_hz"], tuple(leads) if leads else None, kept["gain"])
        return None

    def keep_hints(self, folder: Path, n_leads: int, hints: ImportHints) -> None:
        """Remember an answer of the import dialog."""
        try:
            kept = json.loads(self._text("hints"))
        except ValueError:
            kept = {}
        kept[f"{folder}|{n_leads}"] = {
            "fs_hz": hints.fs_hz,
            "leads": list(hints.leads) if hints.leads else None,
            "gain": hints.gain,
        }
        self._settings.setValue("hints", json.dumps(kept))

    def screen_px_per_mm(self, screen: str) -> float | None:
        """Return the device pixels a mm that a ruler gave for a screen, None without one."""
        with contextlib.suppress(ValueError, TypeError, AttributeError):
            return float(json.loads(self._text("screens")).get(screen))
        return None

    def keep_screen(self, screen: str, px_per_mm: float | None) -> None:
        """Remember a screen's device pixels a mm; None forgets them."""
        try:
            kept = dict(json.loads(self._text("screens")))
        except (ValueError, TypeError):
            kept = {}
        kept.pop(screen, None)
        if px_per_mm is not None:
            kept[screen] = px_per_mm
        self._settings.setValue("screens", json.dumps(kept))

    def window(self) -> tuple[QByteArray, QByteArray]:
        """Return the window's geometry and its docks, empty at first."""
        return self._bytes("geometry"), self._bytes("docks")

    def keep_window(self, geometry: QByteArray, docks: QByteArray) -> None:
        """Remember the window's geometry and its docks."""
        self._settings.setValue("geometry", geometry)
        self._settings.setValue("docks", docks)

    def _text(self, key: str) -> str:
        value = self._settings.value(key, "")
        return value if isinstance(value, str) else ""

    def _filter(self, key: str, otherwise: DisplayFilter) -> DisplayFilter:
        with contextlib.suppress(ValueError):
            kept = self._text(key)
            return parse_filter(kept) if kept else otherwise
        return otherwise

    def _number(self, key: str) -> float | None:
        with contextlib.suppress(ValueError, TypeError):
            return float(str(self._settings.value(key, "")))
        return None

    def _bytes(self, key: str) -> QByteArray:
        value = self._settings.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()
