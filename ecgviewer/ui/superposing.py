"""Lays the beats of the page, or of a class, over one another while somebody looks."""

from PySide6.QtCore import QObject

from ecgviewer.core.error_words import error_words
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan
from ecgviewer.core.task import Task
from ecgviewer.core.text import tr
from ecgviewer.signal.laid_beats import (
    LaidBeats,
    lay_chosen,
    lay_span,
    named_by_file,
    named_by_scan,
)
from ecgviewer.ui.rest import rest_timer
from ecgviewer.ui.state import MINUTE, PAGE, BeatMode, Stage, StateHolder, ViewState
from ecgviewer.ui.worker import Worker

KIND = "laid"
_SETTLE_MS = 250
_BESIDE_S = 30.0


class Superposing(QObject):
    """Keeps the state's beats over one another those of the page in view, once it rests.

    Works in the quick worker, only while the panel is seen.
    """

    def __init__(self, state: StateHolder, quick: Worker) -> None:
        super().__init__(state)
        self._state, self._quick = state, quick
        self._seen = False
        self._page = (0, 0)
        # What was asked last.
        self._asked: tuple[object, ...] = ()
        self._settle = rest_timer(self, _SETTLE_MS, self._look)
        state.changed.connect(self._follow)
        quick.done.connect(self._done)
        quick.failed.connect(self._failed)
        quick.cancelled.connect(self._forget)

    def set_seen(self, seen: bool) -> None:
        """Take note of whether the panel can be seen."""
        self._seen = seen
        self._settle.start(0)

    def see(self, page: tuple[int, int]) -> None:
        """Take note of the samples on the page; their beats are laid when the page rests."""
        self._page = page
        self._settle.start(_SETTLE_MS)

    def choose(self, extent: str) -> None:
        """Lay together the beats of PAGE, MINUTE, or all of the scan with a label."""
        self._state.replace(laid_extent=extent)

    @property
    def settling(self) -> bool:
        """Whether a look at the page is still to come."""
        return self._settle.isActive()

    def _follow(self, old: ViewState, new: ViewState) -> None:
        if old.record is not new.record:
            self._asked = ()
            self._settle.start(_SETTLE_MS)
        elif any(
            getattr(old, name) is not getattr(new, name)
            for name in ("beat_mode", "laid_extent", "scan", "playing", "review", "blind")
        ):
            self._settle.start(0)

    def _look(self) -> None:
        state, page = self._state.value, self._page
        record = state.record
        wanted = self._seen and state.beat_mode is BeatMode.SUPERPOSED and not state.playing
        if record is None or not wanted or page[1] <= page[0]:
            return
        scan = state.scan
        extent = state.laid_extent
        if extent not in (PAGE, MINUTE) and (scan is None or extent not in scan.labels):
            extent = PAGE
        # Of all beats of a class the page does not matter.
        span = _span(record, page, extent) if extent in (PAGE, MINUTE) else None
        # Until the reader has answered, the file's names of beats are not told.
        named = not state.model_hidden
        asked = (record, extent, span, scan, named)
        if asked != self._asked:
            self._asked = asked
            self._state.replace(laid_stage=Stage.WAITING)
            self._quick.submit(KIND, lay, record, extent, span, scan, named)

    def _done(self, kind: str, result: object) -> None:
        if kind != KIND or not isinstance(result, LaidBeats):
            return
        if result.record is self._state.value.record:
            self._state.replace(laid=result, laid_stage=Stage.DONE, laid_note="")

    def _failed(self, kind: str, error: EcgError, _details: str) -> None:
        if kind == KIND:
            # Who looks at the panel reads it there.
            self._state.replace(laid=None, laid_stage=Stage.FAILED, laid_note=error_words(error))

    def _forget(self, kind: str) -> None:
        if kind == KIND:
            self._asked = ()


def _span(record: Record, page: tuple[int, int], extent: str) -> tuple[int, int]:
    if extent == PAGE:
        return page
    middle, beside = (page[0] + page[1]) // 2, round(_BESIDE_S * record.rate_hz)
    return max(0, middle - beside), min(record.n_samples, middle + beside)


def lay(
    record: Record,
    extent: str,
    span: tuple[int, int] | None,
    scan: Scan | None,
    named_in_file: bool,
    task: Task,
) -> LaidBeats:
    """Lay beats together: of a span, or of a label of the scan.

    The file's own names of beats count first, if they may be told. Raises EcgError where there
    is no beat.
    """
    named = named_by_file(record.annotations) if named_in_file else None
    if span is not None:
        if named is None and scan is not None:
            named = named_by_scan(scan)
        return lay_span(record, *span, named, task)
    if scan is None:
        raise EcgError(tr("Beats of a class are those of a scan, and there is none."))
    beats = scan.samples[scan.label == scan.labels.index(extent)]
    return lay_chosen(record, beats, named_by_scan(scan), task)
