"""Worklists as tests need them: made rows in any number."""

from pathlib import Path

import numpy as np

from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.review.listed_records import ListedRecords
from ecgviewer.review.stand import Stand
from ecgviewer.review.worklist import Facts, Grade, Reference, Said, Worklist

FOLDER = Path("/records")
JUDGED = RECORD_CLASSES


def list_of(*facts: Facts) -> Worklist:
    """Return a list of records a, b, c…, with these facts."""
    paths = tuple(FOLDER / f"{chr(97 + row)}.hea" for row in range(len(facts)))
    return Worklist.of(ListedRecords.of(FOLDER, paths)).with_facts(dict(enumerate(facts)))


def said(*found: str, confidence: float = 0.9, margin: float = 0.2) -> Said:
    """Return what a model of the nine classes said."""
    return Said(found, JUDGED, confidence, margin)


def states(*present: str) -> Reference:
    """Return a reference that judges all nine classes."""
    return Reference(present, tuple(x for x in JUDGED if x not in present))


def made_list(n_rows: int, seed: int = 7) -> Worklist:
    """Return a list of many records with everything known, the same for the same seed."""
    random = np.random.default_rng(seed)
    paths = tuple(FOLDER / f"part{row % 22:02}" / f"{row:05}_hr.hea" for row in range(n_rows))
    facts = {row: _made_facts(row, random) for row in range(n_rows)}
    return Worklist.of(ListedRecords.of(FOLDER, paths)).with_facts(facts)


def _made_facts(row: int, random: np.random.Generator) -> Facts:
    labels = [str(x) for x in random.choice(RECORD_CLASSES, 3, replace=False)]
    found = labels[: int(random.integers(1, 3))]
    reference = found if random.random() < 0.8 else labels[2:]
    done = bool(random.random() < 0.3)
    return Facts(
        f"{row:064x}",
        states(*reference),
        said(*found, confidence=float(random.random()), margin=float(random.random() / 2)),
        Grade(int(random.integers(1, 4))),
        "V1: mains hum",
        Stand(done, bool(random.random() < 0.05), done, tuple(found) if done else ()),
    )
