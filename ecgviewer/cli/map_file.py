"""What `ecgviewer explain --out` writes of a map."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import numpy as np

from ecgviewer.core.heat import Heat, WindowMap

if TYPE_CHECKING:
    from ecgviewer.explain.deletion_curve import DeletionTest


def map_fields(heat: Heat, rate_hz: float, test: "DeletionTest | None") -> dict[str, Any]:
    """Return a map and its test as arrays by name.

    test and windows, what is known of each beat's window where there are such, are JSON.
    """
    return {
        "heat": heat.heat,
        "raw": heat.raw,
        "leads": np.array(heat.leads),
        "start": heat.start,
        "stop": heat.stop,
        "fs_hz": rate_hz,
        "label": heat.label,
        "method": heat.method,
        "model": heat.model,
        "test": json.dumps(test.as_dict() if test else None),
        "windows": json.dumps([_facts(window) for window in heat.windows]),
    }


def _facts(window: WindowMap) -> dict[str, Any]:
    return {
        "start": window.start,
        "stop": window.stop,
        "label": window.label,
        "score": window.score,
        "answer": window.answer,
        "deleted": asdict(window.deleted) if window.deleted else None,
    }
