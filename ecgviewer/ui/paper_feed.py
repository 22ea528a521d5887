"""Feeds one paper: its samples, and the extremes of its record."""

from PySide6.QtCore import QObject, Signal

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.signal.display_filter import OFF, DisplayFilter
from ecgviewer.signal.pyramid import Pyramid
from ecgviewer.ui import jobs
from ecgviewer.ui.sample_jobs import Page, read_samples
from ecgviewer.ui.worker import Worker


class PaperFeed(QObject):
    """Reads in the workers what one paper shows of one record.

    samples: (start, samples, the same filtered or None) for the paper; samples_missed: they
    cannot be read. pyramid_built: the record's extremes, as far as they are known. failed:
    sentence and details.
    place: ends the names of the work, so that several papers do not drop each other's.
    """

    samples = Signal(int, object, object)
    samples_missed = Signal()
    pyramid_built = Signal(object)
    failed = Signal(str, str)
    _grown = Signal(object, object)  # from the worker's thread

    def __init__(self, io: Worker, long: Worker, place: str = "") -> None:
        super().__init__(io)
        self._io, self._long = io, long
        self._samples, self._pyramid = f"samples{place}", f"pyramid{place}"
        self._record: Record | None = None
        self._builds_next = False
        self._next_wish: tuple[int, int, DisplayFilter] | None = None
        self._grown.connect(self._put_pyramid)
        for worker in (io, long):
            worker.done.connect(self._done)
            worker.failed.connect(self._failed)

    def take(self, record: Record | None) -> None:
        """Feed this record from now on; what is on its way of another is dropped."""
        self._io.cancel(self._samples)
        self._long.cancel(self._pyramid)
        self._record, self._next_wish, self._builds_next = record, None, False

    def build_pyramid(self) -> None:
        """Read the record once for its extremes, when the page that is asked for is there."""
        self._builds_next = self._samples in self._io.busy_kinds
        if self._record is not None and not self._builds_next:
            self._long.submit(self._pyramid, jobs.build_pyramid, self._record, self._grown.emit)

    @property
    def is_building(self) -> bool:
        """Whether the record's extremes are on their way."""
        return self._builds_next or self._pyramid in self._long.busy_kinds

    def wish_samples(self, start: int, stop: int, chosen: DisplayFilter = OFF) -> None:
        """Read and filter a span for the paper; meanwhile only the latest other wish waits."""
        if self._record is None:
            return
        if self._samples in self._io.busy_kinds:
            self._next_wish = (start, stop, chosen)
            return
        self._io.submit(self._samples, read_samples, self._record, start, stop, chosen)

    def _done(self, kind: str, result: object) -> None:
        if kind == self._samples and isinstance(result, Page):
            if result.record is self._record:
                self.samples.emit(result.start, result.samples, result.filtered)
            self._read_on()
        elif kind == self._pyramid and isinstance(result, tuple):
            self._put_pyramid(*result)

    def _put_pyramid(self, record: Record, pyramid: Pyramid) -> None:
        if record is self._record:
            self.pyramid_built.emit(pyramid)

    def _read_on(self) -> None:
        if self._builds_next:
            self.build_pyramid()
        wish, self._next_wish = self._next_wish, None
        if wish is not None:
            self.wish_samples(*wish)

    def _failed(self, kind: str, error: EcgError, details: str) -> None:
        if kind in (self._samples, self._pyramid):
            self.failed.emit(str(error), details)
        if kind == self._samples:
            self.samples_missed.emit()
            self._read_on()
