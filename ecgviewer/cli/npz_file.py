"""Arrays for other programs, written in one step."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ecgviewer.core.errors import EcgError


def write_npz(path: Path, fields: Mapping[str, Any]) -> None:
    """Write named arrays as .npz; raises EcgError where that is impossible."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        with partial.open("wb") as file:
            np.savez_compressed(file, **fields)
        partial.replace(path)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise EcgError(f"{path} cannot be written: {error.strerror}.") from error
