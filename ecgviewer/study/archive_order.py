"""What the processes that analyse an archive tell each other."""

from dataclasses import dataclass
from pathlib import Path

from ecgviewer.io.hints import ImportHints
from ecgviewer.review.listing_store import stamp_of


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted of every record.

    out: the folder of the answers, the same for all machines. model: a name or a folder,
    None to choose one for each record. parquet: parts are written in that form too. token:
    tells the unfinished parts of this run from those of one that was killed. version: of
    this program, which all machines must have.
    """

    out: Path
    model: str | None
    device: str
    backend: str
    hints: ImportHints | None
    parquet: bool
    token: str
    version: str


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some records that one process analyses and writes as one part.

    number: of the part. paths: absolute. deaths: how many processes ended over them.
    """

    number: int
    paths: tuple[str, ...]
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A record that was analysed, or that cannot be.

    stamp: sizes and times of its files when they were read; files: the names of those
    beside the path that it depends on. error: why it cannot be analysed, "" where it was.
    """

    path: str
    stamp: str
    files: tuple[str, ...]
    error: str = ""


@dataclass(frozen=True, slots=True)
class ChunkDone:
    """A chunk whose part lies ready, unpublished; models: whose answers it holds, by name."""

    chunk: Chunk
    records: tuple[Done, ...]
    models: dict[str, str]

    @property
    def n_answers(self) -> int:
        """How many records have an answer."""
        return sum(not record.error for record in self.records)


@dataclass(frozen=True, slots=True)
class Lost:
    """A chunk whose process ended before it was done; reason: how, in words."""

    chunk: Chunk
    reason: str


def unreadable(path: str, error: str) -> Done:
    """Return what is noted of a record that cannot be opened.

    It counts as changed once its header or the signal file beside it is another one.
    """
    bare = Path(path).stem
    files = tuple(f"{bare}{ending}" for ending in (".dat", ".mat"))
    return Done(path, stamp_of(Path(path), files), files, error)
