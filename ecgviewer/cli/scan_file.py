"""The file that ``ecgviewer scan --out`` writes."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ecgviewer.cli.scan_forms import annotations_of, facts
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan
from ecgviewer.io.wfdb_writer import write_annotations

ANNOTATIONS = ".atr"

Answer = Scan | EcgError
Keep = Callable[[str, Record | None, Answer], None]


@contextmanager
def answer_file(path: Path | None, n_records: int) -> Iterator[Keep]:
    """Open the file for so many records; what is given to be kept is written to it at once.

    Without a path nothing is. A path that ends in ANNOTATIONS holds one record's beats, any
    other one JSON object a line. Raises EcgError where it cannot be written or cannot hold
    so many.
    """
    if path is None:
        yield lambda _name, _record, _answer: None
    elif path.suffix == ANNOTATIONS:
        if n_records > 1:
            raise EcgError(
                f"{path} would hold the beats of one record, and there are {n_records}: "
                "name one record, or a .json file for all."
            )
        if not path.parent.is_dir():
            raise EcgError(f"{path} cannot be written: its folder does not exist.")
        yield lambda _name, _record, answer: _keep_annotations(path, answer)
    else:
        with _writing(path):
            file = path.open("w", encoding="utf-8")
        with file:

            def keep(name: str, record: Record | None, answer: Answer) -> None:
                with _writing(path):
                    file.write(json.dumps(facts(name, record, answer)) + "\n")
                    # What is written stays, should a later record end the command.
                    file.flush()

            yield keep


def _keep_annotations(path: Path, answer: Answer) -> None:
    if isinstance(answer, Scan):
        with _writing(path):
            write_annotations(path, annotations_of(answer))


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EcgError(f"{path} cannot be written: {error.strerror or error}.") from error
