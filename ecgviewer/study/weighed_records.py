"""Weights of leads record by record, one line of JSON each; a kill loses one line."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.study.checkpoint import room_needed

WEIGHTS_FILE = "weights.jsonl"

Key = tuple[str, str]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class WeighedRecord:
    """What the leads of one record add to each label's logit.

    key: the record's source and name. values, magnitudes: (n_leads of the model,
    n_labels), as in LeadWeights, NaN for leads without a say of their own; magnitudes are
    the values' own where the method tells of no others. problem: why the record could not
    be weighed, "" where it could; nothing else is known then.
    """

    key: Key
    patient: str
    values: Floats
    magnitudes: Floats
    base: Floats
    logits: Floats
    problem: str = ""


def weighed(
    key: Key, patient: str, weights: LeadWeights, model_leads: tuple[str, ...]
) -> WeighedRecord:
    """Return a record's weights with a row for each of the model's leads."""
    magnitudes = np.abs(weights.values) if weights.magnitudes is None else weights.magnitudes
    rows = [weights.leads.index(lead) for lead in weights.leads if lead not in weights.absent]
    places = [model_leads.index(weights.leads[row]) for row in rows]
    spread = np.full((2, len(model_leads), len(weights.labels)), np.nan)
    spread[:, places] = weights.values[rows], magnitudes[rows]
    return WeighedRecord(key, patient, spread[0], spread[1], weights.base, weights.logits)


def unweighed(key: Key, patient: str, problem: str) -> WeighedRecord:
    """Return a record that could not be weighed."""
    nothing = np.empty((0, 0))
    return WeighedRecord(key, patient, nothing, nothing, np.empty(0), np.empty(0), problem)


class WeightStore:
    """The records so far, kept in a folder where one is given."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / WEIGHTS_FILE
        self._known: dict[Key, WeighedRecord] = {}
        if self._path is not None and self._path.exists():
            self._read(self._path)

    def get(self, key: Key) -> WeighedRecord | None:
        """Return what is known of a record."""
        return self._known.get(key)

    def add(self, record: WeighedRecord) -> None:
        """Keep a record; raises EcgError where the disk is full."""
        self._known[record.key] = record
        if self._path is None:
            return
        with room_needed(self._path.parent), self._path.open("a", encoding="utf-8") as file:
            file.write(_line(record))

    def _read(self, path: Path) -> None:
        *whole, cut = path.read_text(encoding="utf-8").split("\n")
        for record in map(_record, whole):
            self._known[record.key] = record
        if cut:
            # Killed while writing: the next line must not continue this one.
            path.write_text("".join(map(_line, self._known.values())), encoding="utf-8")


_ARRAYS = ("values", "magnitudes", "base", "logits")


def _line(record: WeighedRecord) -> str:
    content: dict[str, Any] = {
        "source": record.key[0],
        "record": record.key[1],
        "patient": record.patient,
        "problem": record.problem,
    }
    content |= {name: _plain(getattr(record, name)) for name in _ARRAYS}
    return json.dumps(content, allow_nan=False) + "\n"


def _plain(array: Floats) -> list[Any]:
    # Six digits say more than the sum is checked to; JSON knows no NaN.
    objects = np.round(array, 6).astype(object)
    objects[np.isnan(array)] = None
    listed: list[Any] = objects.tolist()
    return listed


def _record(line: str) -> WeighedRecord:
    content = json.loads(line)
    arrays = {name: np.array(content[name], dtype=np.float64) for name in _ARRAYS}
    return WeighedRecord(
        key=(content["source"], content["record"]),
        patient=content["patient"],
        problem=content["problem"],
        **arrays,
    )
