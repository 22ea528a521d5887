"""How far one person has come with a record, in the short form that lists show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ecgviewer.core.review import Review, Stated

if TYPE_CHECKING:
    # SQLite is loaded with the first review, not with the window.
    from ecgviewer.review.summaries import Summary

Labels = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """What one person has said of a record, in short; labels in alphabetical order."""

    done: bool = False
    flagged: bool = False
    begun: bool = False
    present: Labels = ()
    absent: Labels = ()

    @classmethod
    def of(cls, review: Review) -> Stand:
        """Return the short form of a review."""
        classes = review.classes
        return cls(
            review.done,
            review.flagged,
            review.begun,
            tuple(sorted(x for x, stated in classes.items() if stated is Stated.PRESENT)),
            tuple(sorted(x for x, stated in classes.items() if stated is Stated.ABSENT)),
        )

    @classmethod
    def of_summary(cls, summary: Summary) -> Stand:
        """Return the short form of a review that only its summary is known of."""
        present, absent = sorted(summary.present), sorted(summary.absent)
        return cls(summary.done, summary.flagged, summary.begun, tuple(present), tuple(absent))

    def contradicts(self, found: Labels, judged: Labels) -> bool:
        """Whether a model's findings say otherwise about a class that was spoken of."""
        missed = any(label in judged and label not in found for label in self.present)
        return missed or any(label in found for label in self.absent)


NOTHING_SAID = Stand()
