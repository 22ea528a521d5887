"""The records on which explanations are tried, and where their classes are known to show."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.core.record import Lead, Record, Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize
from ecgviewer.study.dataset import Case
from ecgviewer.study.evidence import Evidence, made_evidence, marked_evidence
from ecgviewer.study.labels import LABELS
from ecgviewer.study.map_figures import Subject

MADE = "made"
# Premature beats are marked in no data set; the others have few marked cases.
MADE_LABELS = ("PVC", "PAC", "LBBB", "RBBB", "AF")
FIRST_SEED = 1000


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A class of a record: of a file, or of a made record with this seed."""

    subject: Subject
    path: Path | None = None
    seed: int = 0

    def show(self) -> tuple[Record, Evidence | None]:
        """Return the record and where its class shows, None where nobody knows.

        Raises EcgError if the file cannot be read.
        """
        label = self.subject.label
        if self.path is None:
            made = synthesize(label, self.seed)
            return _as_record(made, self.subject.record), made_evidence(made, label, STANDARD_LEADS)
        record = open_record(self.path)
        return record, marked_evidence(record, label)


def made_exhibits(n_each: int) -> list[list[Exhibit]]:
    """Return so many made records of each class whose place is known."""
    return [
        [_made(label, FIRST_SEED + number) for number in range(n_each)] for label in MADE_LABELS
    ]


def real_exhibits(cases: Iterable[Case], labels: Iterable[str]) -> list[list[Exhibit]]:
    """Return the records of each source that have a class, class by class.

    Within a class their order is drawn once for all, so that the first ones are a fair
    choice.
    """
    groups: dict[tuple[str, str], list[Exhibit]] = {}
    wanted = frozenset(labels)
    for case in cases:
        for label, cell in zip(LABELS, case.cells, strict=True):
            if label in wanted and cell == 1.0:
                subject = Subject(case.source, case.name, case.patient, label)
                groups.setdefault((case.source, label), []).append(Exhibit(subject, case.path))
    return [sorted(groups[key], key=_drawn) for key in sorted(groups)]


def _drawn(exhibit: Exhibit) -> str:
    return hashlib.sha256(exhibit.subject.record.encode()).hexdigest()


def _made(label: str, seed: int) -> Exhibit:
    name = f"{MADE}_{label.lower()}_{seed}"
    return Exhibit(Subject(MADE, name, name, label), seed=seed)


@dataclass(frozen=True, eq=False)
class _Made:
    """A made record's samples, float32 (12, n_samples) in mV."""

    signals_mv: Samples

    def read(self, start: int, stop: int) -> Samples:
        return self.signals_mv[:, start:stop]


def _as_record(made: SyntheticEcg, name: str) -> Record:
    return Record(
        record_id=name,
        name=name,
        path=Path(name),
        format=MADE,
        rate_hz=made.rate_hz,
        n_samples=made.n_samples,
        leads=tuple(Lead(lead, row) for row, lead in enumerate(STANDARD_LEADS)),
        source=_Made(made.signals_mv),
        synthetic=True,
    )
