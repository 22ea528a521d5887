"""Reads what a writer wrote with the program's own reader, where it knows the format yet."""

from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.io.open import open_record
from ecgviewer.io.reader import all_readers


def read_back(path: Path) -> Record:
    """Return the record; skips the test where no reader has the file's ending."""
    if not any(path.suffix in reader.suffixes for reader in all_readers()):
        with pytest.raises(EcgError, match="not a kind of file"):
            open_record(path)
        pytest.skip(f"no reader of {path.suffix} files is there yet")
    return open_record(path)
