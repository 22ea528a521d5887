"""Opens records and folders and fetches what the paper asks for."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.signal.display_filter import OFF, DisplayFilter
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.ui import jobs
from ecgviewer.ui.files_panel import place_of
from ecgviewer.ui.page_turning import first_page
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.sample_jobs import Page, read_samples
from ecgviewer.ui.state import PAGE, Stage, StateHolder
from ecgviewer.ui.worker import Worker

DEMO_RECORD = "demo_af.hea"


class Opening(QObject):
    """Turns a path into the open record; the old record stays until the new one is read.

    opened: a record is on show. samples: (start, samples, the same filtered or None) for
    the paper; samples_missed: they cannot be read. needs_hints: a file says too little,
    the NeedsHints says what. said, failed: sentences.
    """

    opened = Signal(object)
    samples = Signal(int, object, object)
    samples_missed = Signal()
    needs_hints = Signal(object)
    said = Signal(str)
    failed = Signal(str, str)
    _grown = Signal(object, object)  # from the worker's thread

    def __init__(
        self, state: StateHolder, io: Worker, long: Worker, preferences: Preferences
    ) -> None:
        super().__init__()
        self._state, self._io, self._long = state, io, long
        self._preferences = preferences
        self._wanted: Path | None = None
        self._hints: ImportHints | None = None
        self._open_first = False
        self._next_wish: tuple[int, int, DisplayFilter] | None = None
        self._grown.connect(self._put_pyramid)
        for worker in (io, long):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)

    def open_path(self, path: Path, hints: ImportHints | None = None) -> None:
        """Open a record, or the first record of a folder."""
        if path.is_dir():
            self.open_folder(path)
            return
        self._wanted, self._hints, self._open_first = path, hints, False
        self._io.submit("open", jobs.open_record, path, hints)

    def open_folder(self, folder: Path) -> None:
        """List a folder and everything below it, and open its first record."""
        self._open_first = True
        self._wanted = folder
        self._long.submit("folder", jobs.list_tree, folder)

    def open_demo(self) -> None:
        """Open the synthetic record with atrial fibrillation."""
        self.open_path(demo_folder() / DEMO_RECORD)

    def step(self, steps: int) -> None:
        """Open the record so many places further in the folder's list."""
        state = self._state.value
        place = place_of(self._present_path(), state.files) if state.record else None
        if not state.files:
            return
        wanted = 0 if place is None else place + steps
        if 0 <= wanted < len(state.files):
            self.open_path(state.files[wanted])

    def wish_samples(self, start: int, stop: int, chosen: DisplayFilter = OFF) -> None:
        """Read and filter a span for the paper; meanwhile only the latest other wish waits."""
        record = self._state.value.record
        if record is None:
            return
        if "samples" in self._io.busy_kinds:
            self._next_wish = (start, stop, chosen)
            return
        self._io.submit("samples", read_samples, record, start, stop, chosen)

    def _present_path(self) -> Path:
        # Stepping fast means stepping from the record that is on its way.
        record = self._state.value.record
        if "open" in self._io.busy_kinds and self._wanted is not None:
            return self._wanted
        return record.path if record is not None else Path()

    def _done(self, kind: str, result: object) -> None:
        if kind == "open" and isinstance(result, Record):
            self._show(result)
        elif kind == "folder" and isinstance(result, tuple):
            self._list(result)
        elif kind == "samples" and isinstance(result, Page):
            self._deliver(result)
        elif kind == "pyramid" and isinstance(result, tuple):
            self._put_pyramid(*result)

    def _put_pyramid(self, record: Record, pyramid: Pyramid) -> None:
        if record is self._state.value.record:
            self._state.replace(pyramid=pyramid)

    def _show(self, record: Record) -> None:
        state = self._state.value
        for worker, kind in ((self._io, "samples"), (self._long, "pyramid")):
            worker.cancel(kind)
        self._next_wish = None
        leads = self._preferences.leads(record.lead_names)
        view = first_page(state.view, record, self._preferences.layout, leads)
        self._state.replace(
            record=record,
            pyramid=None,
            view=view,
            playing=False,
            analysis=None,
            analysis_stage=Stage.NONE,
            label=None,
            heat=None,
            heat_stage=Stage.NONE,
            lead=None,
            lead_weights=None,
            leads_stage=Stage.NONE,
            erasing=False,
            erasures=(),
            without=None,
            scan=None,
            scan_stage=Stage.NONE,
            scan_findings=(),
            scan_by_kind={},
            scan_finding=None,
            scan_kind=None,
            scan_lead=None,
            scan_beat=None,
            judged=None,
            calipers=state.calipers.of_next_record(),
            bookmarks=(),
            bookmark=None,
            counted=None,
            laid=None,
            laid_stage=Stage.NONE,
            laid_extent=PAGE,
        )
        if not record.path.is_relative_to(demo_folder()):
            self._preferences.add_recent(record.path)
        self._long.submit("pyramid", jobs.build_pyramid, record, self._grown.emit)
        if place_of(record.path, state.files) is None and not self._listing:
            folder = record.path.parent
            self._state.replace(folder=folder, files=())
            self._long.submit("folder", jobs.list_beside, record.path)
        self.opened.emit(record)

    @property
    def _listing(self) -> bool:
        return "folder" in self._long.busy_kinds

    def _list(self, files: tuple[Path, ...]) -> None:
        opens_first, self._open_first = self._open_first, False
        if not opens_first:
            self._state.replace(files=files)
            return
        folder = self._wanted
        if folder is None or not files:
            name = folder.name if folder else "The folder"
            self.failed.emit(f"{name} holds no record: no .hea and no .mat file.", "")
            return
        self._state.replace(folder=folder, files=files)
        noun = "record" if len(files) == 1 else "records"
        self.said.emit(f"{len(files):,} {noun} in {folder.name}.")
        self.open_path(files[0])

    def _deliver(self, page: Page) -> None:
        if page.record is self._state.value.record:
            self.samples.emit(page.start, page.samples, page.filtered)
        self._read_on()

    def _read_on(self) -> None:
        wish, self._next_wish = self._next_wish, None
        if wish is not None:
            self.wish_samples(*wish)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == "open" and isinstance(error, NeedsHints):
            self._ask(error)
        elif kind in ("open", "folder", "samples", "pyramid"):
            self.failed.emit(str(error), details)
        if kind == "samples":
            self.samples_missed.emit()
            self._read_on()

    def _ask(self, asked: NeedsHints) -> None:
        known = self._preferences.hints(asked.path.parent, asked.n_leads)
        if known is not None and self._hints is None:
            self.said.emit(f"{asked.path.name} is read with the rate, leads and gain given before.")
            self.open_path(asked.path, known)
        else:
            self.needs_hints.emit(asked)
