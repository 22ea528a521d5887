"""What the program remembers between two starts."""

import contextlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from ecgviewer.io.hints import ImportHints
from ecgviewer.paper.view import (
    GAINS_MM_PER_MV,
    PENS_MM,
    SPEEDS_MM_PER_S,
    Layout,
    Theme,
    View,
)
from ecgviewer.signal.display_filter import OFF, USUAL, DisplayFilter, parse_filter
from ecgviewer.ui.kept_hints import as_kept, from_kept
from ecgviewer.ui.language import LANGUAGES, SYSTEM

RECENT_FILES = 8
# Sets of leads whose choice is remembered.
_LEAD_SETS = 64
# Kinds of files whose reading is remembered.
_KINDS_OF_FILES = 256


@dataclass(frozen=True, slots=True)
class Session:
    """Which record was read last, and where; closed: whether its window was."""

    path: Path
    start_s: float
    layout: Layout
    closed: bool


class Preferences:
    """Folders, looks and answers, kept in the system's place for settings."""

    def __init__(self, settings: QSettings | None = None) -> None:
        self._settings = settings or QSettings("ecgviewer", "ecgviewer")
        # What is no setting but the reader's own work; settings of one's own have it beside them.
        self.data_folder = (
            platformdirs.user_data_path("ecgviewer", appauthor=False)
            if settings is None
            else Path(settings.fileName()).parent / "data"
        )

    def view(self, theme: Theme) -> View:
        """Return the page as it was left; ``theme`` where none was chosen yet."""
        view = View(theme=theme)
        layout, chosen = self._text("layout"), self._text("theme")
        speed, gain = self._number("speed_mm_per_s"), self._number("gain_mm_per_mv")
        pen = self._number("trace_mm")
        return View(
            layout=Layout(layout) if layout in list(Layout) else view.layout,
            theme=Theme(chosen) if chosen in list(Theme) else view.theme,
            speed_mm_per_s=speed if speed in SPEEDS_MM_PER_S else view.speed_mm_per_s,
            gain_mm_per_mv=gain if gain in GAINS_MM_PER_MV else view.gain_mm_per_mv,
            display_filter=self._filter("filter", OFF),
            trace_mm=pen if pen in PENS_MM else view.trace_mm,
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
        """Remember layout, theme, scales, pen and filter."""
        self._settings.setValue("layout", view.layout.value)
        self._settings.setValue("theme", view.theme.value)
        self._settings.setValue("speed_mm_per_s", view.speed_mm_per_s)
        self._settings.setValue("gain_mm_per_mv", view.gain_mm_per_mv)
        self._settings.setValue("trace_mm", view.trace_mm)
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
    def language(self) -> str:
        """The wanted language: the code of one, or "system"."""
        text = self._text("language")
        return text if text in dict(LANGUAGES) else SYSTEM

    @language.setter
    def language(self, language: str) -> None:
        self._settings.setValue("language", language)

    @property
    def reader(self) -> str:
        """Who reviews here, "" until a name was given."""
        return self._text("reader")

    @reader.setter
    def reader(self, name: str) -> None:
        self._settings.setValue("reader", name)

    @property
    def blind(self) -> bool:
        """Whether the reader answers before the model is shown."""
        return self._text("blind") == "yes"

    @blind.setter
    def blind(self, blind: bool) -> None:
        self._settings.setValue("blind", "yes" if blind else "no")

    @property
    def own_review_path(self) -> Path:
        """The review file in the reader's own folder."""
        return self.data_folder / "reviews.ecgreview"

    @property
    def review_path(self) -> Path:
        """The review file that was used last, at first one in the reader's own folder."""
        chosen = self._text("review_file")
        return Path(chosen) if chosen else self.own_review_path

    @review_path.setter
    def review_path(self, path: Path) -> None:
        self._settings.setValue("review_file", str(path))

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

    def hints(self, kind: str) -> ImportHints | None:
        """Return what was answered for files of this kind (NeedsHints.kind)."""
        with contextlib.suppress(ValueError, TypeError, AttributeError, KeyError):
            return from_kept(json.loads(self._text("hints"))[kind])
        return None

    def keep_hints(self, kind: str, hints: ImportHints) -> None:
        """Remember an answer of the import dialog; of very many the oldest are forgotten."""
        try:
            kept = dict(json.loads(self._text("hints")))
        except (ValueError, TypeError):
            kept = {}
        kept.pop(kind, None)
        kept[kind] = as_kept(hints)
        newest = dict(list(kept.items())[-_KINDS_OF_FILES:])
        self._settings.setValue("hints", json.dumps(newest))

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

    def leads(self, lead_names: Sequence[str]) -> tuple[str, ...]:
        """Return which leads were chosen for records with these leads, () for the usual ones."""
        kept = self._lead_choices().get(_lead_set(lead_names), [])
        return tuple(map(str, kept)) if isinstance(kept, list) else ()

    def keep_leads(self, lead_names: Sequence[str], chosen: Sequence[str]) -> None:
        """Remember a choice for records with these leads; () forgets it."""
        kept = self._lead_choices()
        kept.pop(_lead_set(lead_names), None)
        if chosen:
            kept[_lead_set(lead_names)] = list(chosen)
        newest = dict(list(kept.items())[-_LEAD_SETS:])
        self._settings.setValue("leads", json.dumps(newest))

    def _lead_choices(self) -> dict[str, object]:
        with contextlib.suppress(ValueError):
            kept = json.loads(self._text("leads"))
            return kept if isinstance(kept, dict) else {}
        return {}

    @property
    def session(self) -> Session | None:
        """What the last window noted, None at first."""
        with contextlib.suppress(ValueError, TypeError, KeyError):
            kept = json.loads(self._text("session"))
            start_s, closed = float(kept["start_s"]), bool(kept["closed"])
            return Session(Path(kept["path"]), start_s, Layout(kept["layout"]), closed)
        return None

    def keep_session(self, path: Path, start_s: float, layout: Layout, *, closed: bool) -> None:
        """Note what is on the paper; closed: nothing is any more."""
        kept = {"path": str(path), "start_s": start_s, "layout": layout, "closed": closed}
        self._settings.setValue("session", json.dumps(kept))

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


def _lead_set(lead_names: Sequence[str]) -> str:
    """Return a name for a set of leads, whatever their order."""
    return ",".join(sorted(lead_names))
