"""Opens records and folders and fetches what the paper asks for."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.core.text import tr
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.signal.pyramid import Pyramid, is_whole
from ecgviewer.ui import jobs
from ecgviewer.ui.files_panel import place_of
from ecgviewer.ui.page_turning import first_page
from ecgviewer.ui.paper_feed import PaperFeed
from ecgviewer.ui.preferences import Preferences
from ecgviewer.ui.state import PAGE, Stage, StateHolder
from ecgviewer.ui.worker import Worker

DEMO_RECORD = "demo_af.hea"


class Opening(QObject):
    """Turns a path into the open record; the old record stays until the new one is read.

    opened: a record is on show. needs_hints: a file says too little, the NeedsHints says
    what. said, failed: sentences. feed: reads what the paper shows of the record.
    """

    opened = Signal(object)
    needs_hints = Signal(object)
    said = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self, state: StateHolder, io: Worker, long: Worker, preferences: Preferences
    ) -> None:
        super().__init__(state)
        self._state, self._io, self._long = state, io, long
        self._preferences = preferences
        self._wanted: Path | None = None
        # The record that could not be opened: stepping goes on from there.
        self._refused: Path | None = None
        self._hints: ImportHints | None = None
        self._asks_anew = False
        self._open_first = False
        self.feed = PaperFeed(io, long)
        self.feed.failed.connect(self.failed)
        self.feed.pyramid_built.connect(lambda pyramid: state.replace(pyramid=pyramid))
        for worker in (io, long):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)

    def open_path(self, path: Path, hints: ImportHints | None = None) -> None:
        """Open a record, or the first record of a folder."""
        if path.is_dir():
            self.open_folder(path)
            return
        self._wanted, self._hints, self._open_first = path, hints, False
        self._asks_anew = False
        self._io.submit("open", jobs.open_record, path, hints)

    def open_folder(self, folder: Path) -> None:
        """List a folder and everything below it, and open its first record."""
        self._open_first = True
        self._wanted = folder
        self._long.submit("folder", jobs.list_tree, folder)

    def ask_anew(self) -> None:
        """Open the file on show again, and ask what it does not say though that is known."""
        record = self._state.value.record
        if record is not None:
            self.open_path(record.path)
            self._asks_anew = True

    @property
    def was_told(self) -> bool:
        """Whether the file on show is read with what somebody said of it."""
        record = self._state.value.record
        return record is not None and self._hints is not None and record.path == self._wanted

    def open_demo(self) -> None:
        """Open the synthetic record with atrial fibrillation."""
        self.open_path(demo_folder() / DEMO_RECORD)

    def step(self, steps: int) -> None:
        """Open the record so many places further in the folder's list."""
        state = self._state.value
        if not state.files:
            return
        path = self.present_path()
        place = place_of(path, state.files) if path.name else None
        wanted = 0 if place is None else place + steps
        if 0 <= wanted < len(state.files):
            self.open_path(state.files[wanted])

    @property
    def on_its_way(self) -> bool:
        """Whether another record than the one on show is being opened."""
        return "open" in self._io.busy_kinds

    def present_path(self) -> Path:
        """Return the path of the open record, of the one on its way, or of one that failed."""
        # Stepping fast means stepping from the record that is on its way.
        record = self._state.value.record
        if self.on_its_way and self._wanted is not None:
            return self._wanted
        if self._refused is not None:
            return self._refused
        return record.path if record is not None else Path()

    def _done(self, kind: str, result: object) -> None:
        if kind == "open" and isinstance(result, Record):
            if self._asks_anew:
                self.said.emit(tr("{file} says itself how it is read.", file=result.path.name))
            self.show(result)
        elif kind == "folder" and isinstance(result, tuple):
            self._list(result)

    def show(self, record: Record, start_s: float = 0.0, pyramid: Pyramid | None = None) -> None:
        """Make a record the main one; its extremes are built unless they are given."""
        state = self._state.value
        self._refused = None
        self.feed.take(record)
        leads = self._preferences.leads(record.lead_names)
        view = first_page(state.view, record, self._preferences.layout, leads)
        self._state.replace(
            record=record,
            pyramid=pyramid,
            view=replace(view, start_s=start_s),
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
            scan_beats=(),
            region="",
            drawn=None,
            judged=None,
            calipers=state.calipers.of_next_record(),
            bookmarks=(),
            bookmark=None,
            review=None,
            all_steps=(),
            stated_label=None,
            counted=None,
            laid=None,
            laid_stage=Stage.NONE,
            laid_extent=PAGE,
        )
        if not record.path.is_relative_to(demo_folder()):
            self._preferences.add_recent(record.path)
        folder = record.path.parent
        if place_of(record.path, state.files) is None and not self._lists(folder):
            self._state.replace(folder=folder, files=())
            self._long.submit("folder", jobs.list_beside, record.path)
        # After the list, which is short: N is not to wait for all of a day to be read.
        if not is_whole(pyramid):
            self.feed.build_pyramid()
        self.opened.emit(record)

    def _lists(self, folder: Path) -> bool:
        """Whether this folder, or one whose first record is wanted, is being listed."""
        state = self._state.value
        return "folder" in self._long.busy_kinds and (self._open_first or state.folder == folder)

    def _list(self, files: tuple[Path, ...]) -> None:
        opens_first, self._open_first = self._open_first, False
        if not opens_first:
            self._state.replace(files=files)
            return
        folder = self._wanted
        if folder is None or not files:
            name = folder.name if folder else tr("The folder")
            empty = tr("{folder} holds no record that can be opened.", folder=name)
            self.failed.emit(empty, "")
            return
        self._state.replace(folder=folder, files=files)
        self.said.emit(_found(len(files), folder.name))
        self.open_path(files[0])

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind == "open":
            self._refused = self._wanted
        if kind == "open" and isinstance(error, NeedsHints):
            self._ask(error)
        elif kind in ("open", "folder"):
            self.failed.emit(str(error), details)

    def _ask(self, asked: NeedsHints) -> None:
        known = self._preferences.hints(asked.kind)
        if known is not None and self._asks_anew:
            # What was answered before stands in the fields, to be put right.
            asked.suggested = known
            self.needs_hints.emit(asked)
        elif known is not None and self._hints is None:
            known_from = tr(
                "{file} is read with the rate, leads and gain given before.", file=asked.path.name
            )
            self.said.emit(known_from)
            self.open_path(asked.path, known)
        else:
            self.needs_hints.emit(asked)


def _found(n_records: int, folder: str) -> str:
    if n_records == 1:
        return tr("1 record in {folder}.", folder=folder)
    return tr("{n} records in {folder}.", n=f"{n_records:,}", folder=folder)
