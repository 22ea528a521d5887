"""Where the real recordings lie that tests and benchmarks read."""

import os
from pathlib import Path


def recordings_folder() -> Path:
    """Return ECGVIEWER_DATA, or ../shared/data; nothing may be there."""
    beside = Path(__file__).resolve().parents[1].parent / "shared" / "data"
    return Path(os.environ.get("ECGVIEWER_DATA") or beside)
