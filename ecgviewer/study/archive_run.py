"""A whole archive: every record that is new, changed or wanted again is analysed once."""

import os
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count, islice
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.io.archive_walk import count_records, is_text, unnameable, walk_records
from ecgviewer.study.archive_crew import Crew
from ecgviewer.study.archive_order import Chunk, ChunkDone, Lost, unreadable
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_pace import Pace

PART_SIZE = 1000
# While little is dealt out, chunks are small, so that all have something to do to the end.
_SMALLEST_CHUNK, _CHUNKS_EACH = 32, 4
# A chunk is given once more after one death and halved after another; a single record is
# given up after so many.
_DEATHS_BEFORE_HALVING, _DEATHS_OF_ONE = 2, 3
_REPORT_S = 0.5
_SIGNAL_FILES = (".dat", ".mat")


@dataclass
class Tally:
    """How far a run has come.

    n_known: records that needed nothing; n_done, n_failed: analysed, and found impossible,
    in this run. n_all: an estimate of all there are, None while nobody knows. sentences:
    about folders that could not be read. elapsed_s: since the run began. pace_per_s: records
    judged in a second of late, None while nobody knows.
    """

    n_known: int = 0
    n_done: int = 0
    n_failed: int = 0
    n_all: int | None = None
    sentences: tuple[str, ...] = ()
    elapsed_s: float = 0.0
    pace_per_s: float | None = None

    @property
    def n_seen(self) -> int:
        """How many records need nothing more."""
        return self.n_known + self.n_done + self.n_failed

    @property
    def records_per_s(self) -> float:
        """How many records were judged in a second."""
        return (self.n_done + self.n_failed) / self.elapsed_s if self.elapsed_s > 0 else 0.0

    @property
    def left_s(self) -> float | None:
        """How long the rest will take, None while nobody can tell."""
        if self.n_all is None or not self.pace_per_s:
            return None
        return max(0, self.n_all - self.n_seen) / self.pace_per_s


Report = Callable[[Tally], None]


class ArchiveRun:
    """Deals the records of some folders out to a crew, and publishes what it has done.

    retry: those too that could not be analysed before. report: told of progress about twice
    a second.
    """

    def __init__(
        self,
        output: Output,
        crew: Crew,
        roots: Sequence[Path],
        report: Report,
        *,
        retry: bool = False,
        part_size: int = PART_SIZE,
    ) -> None:
        self._output, self._crew, self._retry = output, crew, retry
        self._report, self._part_size = report, part_size
        self._roots = distinct_roots(roots)
        self._paths = self._wanted()
        self._numbers = count(output.ledger.next_part())
        self._again: deque[Chunk] = deque()
        self._n_dealt = 0
        self.tally = Tally()
        self._pace = Pace(crew.n_workers)
        self._began_s = time.monotonic()
        self._reported_s = 0.0

    def work(self) -> Tally:
        """Analyse all there is; returns how it went. Raises EcgError where it cannot go on."""
        counting = threading.Thread(target=self._count, daemon=True)
        counting.start()
        chunk = self._next_chunk()
        while chunk is not None or self._crew.is_busy:
            while chunk is not None and self._crew.has_room:
                self._crew.start(chunk)
                chunk = self._next_chunk()
            for outcome in self._crew.wait(_REPORT_S):
                if isinstance(outcome, Lost):
                    self._take_back(outcome)
                else:
                    self._publish(outcome)
            chunk = chunk or self._next_chunk()
            self._tell()
        self._output.complete()
        self._tell(at_once=True)
        return self.tally

    # What is to be done

    def _wanted(self) -> Iterator[str]:
        """Yield the records of all roots that are to be analysed, by absolute path."""
        for root in self._roots:
            if not is_text(str(root)):
                self.tally.sentences += (str(unnameable(str(root))),)
                continue
            for found in walk_records(root) if root.is_dir() else (root,):
                self._tell()
                if isinstance(found, EcgError):
                    self.tally.sentences += (str(found),)
                    continue
                entry = self._output.entry(str(found))
                if entry is None or (self._retry and entry.error):
                    yield str(found)
                else:
                    self.tally.n_known += 1

    def _next_chunk(self) -> Chunk | None:
        if self._again:
            return self._again.popleft()
        growing = self._n_dealt // (_CHUNKS_EACH * self._crew.n_workers)
        size = min(self._part_size, max(_SMALLEST_CHUNK, growing))
        paths = tuple(islice(self._paths, size))
        self._n_dealt += len(paths)
        return Chunk(next(self._numbers), paths) if paths else None

    def _count(self) -> None:
        n_all = 0
        for root in self._roots:
            n_all += sum(count_records(root)) if root.is_dir() else 1
        self.tally.n_all = n_all

    # What was done

    def _publish(self, done: ChunkDone) -> None:
        self._output.publish(done)
        self.tally.n_done += done.n_answers
        self.tally.n_failed += len(done.records) - done.n_answers
        self._pace.add(time.monotonic(), self.tally.n_done + self.tally.n_failed)
        self.tally.pace_per_s = self._pace.records_per_s

    def _take_back(self, lost: Lost) -> None:
        """Give a chunk to another process, in halves where that is not the first time."""
        chunk, deaths = lost.chunk, lost.chunk.deaths + 1
        if len(chunk.paths) == 1 and deaths >= _DEATHS_OF_ONE:
            (path,) = chunk.paths
            name = Path(path).name
            sentence = f"{name} cannot be analysed: each process that tried ended {lost.reason}."
            self._publish(ChunkDone(chunk, (unreadable(path, sentence),), {}))
        elif len(chunk.paths) == 1 or deaths < _DEATHS_BEFORE_HALVING:
            self._again.append(replace(chunk, deaths=deaths))
        else:
            middle = len(chunk.paths) // 2
            for paths in (chunk.paths[:middle], chunk.paths[middle:]):
                self._again.append(Chunk(next(self._numbers), paths, deaths=1))

    def _tell(self, *, at_once: bool = False) -> None:
        now_s = time.monotonic()
        if at_once or now_s - self._reported_s >= _REPORT_S:
            self._reported_s = now_s
            self.tally.elapsed_s = now_s - self._began_s
            self._report(self.tally)


def distinct_roots(roots: Sequence[Path]) -> tuple[Path, ...]:
    """Return roots by absolute path without those that lie within others or are named twice.

    A WFDB record has several names: they all become that of its header.
    """
    whole = dict.fromkeys(_header_of(Path(os.path.abspath(root))) for root in roots)  # noqa: PTH100 (links stay)
    return tuple(root for root in whole if not any(parent in whole for parent in root.parents))


def _header_of(root: Path) -> Path:
    """Return the header of a record that is named by its signal file, or barely."""
    bare = root.with_suffix("") if root.suffix.lower() in _SIGNAL_FILES else root
    header = bare.with_name(f"{bare.name}.hea")
    return header if not root.is_dir() and header.is_file() else root
