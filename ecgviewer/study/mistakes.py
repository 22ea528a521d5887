"""The records that a model got wrong, worst first, for a person to look at."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ecgviewer.study.answers import Answers, Beat

FALSE_POSITIVE, FALSE_NEGATIVE = "false positive", "false negative"
COLUMNS = (
    *("path", "source", "record", "sample", "class", "truth", "score", "threshold", "kind"),
    "wrong_by",
)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong answer.

    path: of the record, below its data set's folder. sample: of the record, where a window
    around it was asked about. kind: "false positive" or "false negative". wrong_by: how far
    beyond the threshold the score lay, as a share of how far it could, 0 to 1; 0 where
    another class kept this one from being judged.
    """

    path: str
    source: str
    record: str
    sample: int | None
    label: str
    truth: int
    score: float
    threshold: float

    @property
    def kind(self) -> str:
        """Which way it was wrong."""
        return FALSE_NEGATIVE if self.truth else FALSE_POSITIVE

    @property
    def wrong_by(self) -> float:
        """How wrong it was, 0 to 1."""
        if self.truth:
            beyond, room = self.threshold - self.score, self.threshold
        else:
            beyond, room = self.score - self.threshold, 1 - self.threshold
        return max(0.0, beyond / room) if room > 0 else 0.0


def mistakes(answers: Answers, folders: Mapping[str, Path]) -> list[Mistake]:
    """Return every wrong answer, worst first; folders: of the data sets by source."""
    return sorted(_mistakes(answers, folders), key=lambda mistake: -mistake.wrong_by)


def _mistakes(answers: Answers, folders: Mapping[str, Path]) -> Iterator[Mistake]:
    present = answers.present
    for row, case in enumerate(answers.cases):
        for column, label in enumerate(answers.labels):
            truth = answers.truth[row, column]
            # NaN, not judged, is neither 0 nor 1.
            if truth == 1 - present[row, column]:
                yield Mistake(
                    path=_below(case.path, folders.get(case.source)),
                    source=case.source,
                    record=case.name,
                    sample=case.sample if isinstance(case, Beat) else None,
                    label=label,
                    truth=int(truth),
                    score=float(answers.scores[row, column]),
                    threshold=float(answers.thresholds[row, column]),
                )


def _below(path: Path, folder: Path | None) -> str:
    return (path.relative_to(folder) if folder else path).as_posix()


def write_mistakes(path: Path, by_model: Sequence[tuple[str, Sequence[Mistake]]]) -> None:
    """Write every model's mistakes as one table; path and source name the file to open."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("model", *COLUMNS))
        for model, mistake in ((model, one) for model, found in by_model for one in found):
            writer.writerow(
                (
                    model,
                    mistake.path,
                    mistake.source,
                    mistake.record,
                    "" if mistake.sample is None else mistake.sample,
                    mistake.label,
                    mistake.truth,
                    f"{mistake.score:.4f}",
                    f"{mistake.threshold:.4f}",
                    mistake.kind,
                    f"{mistake.wrong_by:.4f}",
                )
            )
