"""One record as its data set describes it, before anything is judged."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ecgviewer.core.record import Patient

N_GROUPS = 5
# Folds without a published split are drawn from the record's name with this seed.
SPLIT_SEED = 2026
# Folders that say nothing of the set in them: a version, a part, PTB-XL's two rates.
_NAMELESS = re.compile(r"g\d+|v?\d+(\.\d+)+|records(100|500)|WFDBRecords|training|data", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """A record of a data set.

    origin: the set as its layout calls it. patient: a key that no two people share (the
    record itself where the set gives none). group: which of five parts of a split by
    patient it belongs to. statements: what the set says about it, in the vocabulary that
    ``vocabulary`` names, each with its likelihood in percent. problem: a sentence where
    the record cannot be used, "" where it can.
    """

    origin: str
    name: str
    path: Path
    patient: str
    group: int
    vocabulary: str
    statements: Mapping[str, float] = field(default_factory=dict)
    person: Patient = field(default_factory=Patient)
    problem: str = ""


def split_group(key: str) -> int:
    """Return the part (0 to 4) of a record or patient without a published fold."""
    digest = hashlib.sha256(f"{SPLIT_SEED}:{key}".encode()).digest()
    return digest[0] % N_GROUPS


def entry_by_name(
    origin: str,
    path: Path,
    vocabulary: str,
    statements: Mapping[str, float],
    person: Patient,
    problem: str = "",
) -> Entry:
    """Return the entry of a set without patients: each record is a person of its own."""
    key = f"{origin}/{path.stem}"
    group = split_group(key)
    return Entry(origin, path.stem, path, key, group, vocabulary, statements, person, problem)


def own_name(folder: Path) -> str:
    """Return a data set's name by its folder: of "ptb-xl/1.0.3" it is "ptb-xl"."""
    resolved = folder.resolve()
    named = (x.name for x in (resolved, *resolved.parents) if not _NAMELESS.fullmatch(x.name))
    return next(named, "") or resolved.name
