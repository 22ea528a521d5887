"""What a model said of a record, in the short form in which it is kept and handed on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from ecgviewer.core.finding import Analysis
from ecgviewer.core.review import ModelRef


@dataclass(frozen=True, eq=False)
class KeptAnswer:
    """One model's answer about one record.

    scores, thresholds: by label. found: the labels that are present, the surest first.
    unfamiliar: the record is too unlike the training records to trust the scores.
    """

    record_id: str
    model: ModelRef
    at_utc: datetime
    scores: Mapping[str, float]
    thresholds: Mapping[str, float]
    found: tuple[str, ...]
    unfamiliar: bool = False
    missing_leads: tuple[str, ...] = ()
    excluded_by: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls, record_id: str, model: ModelRef, analysis: Analysis, at_utc: datetime
    ) -> "KeptAnswer":
        """Return the short form of an answer."""
        findings = analysis.findings
        return cls(
            record_id,
            model,
            at_utc,
            dict(analysis.scores),
            dict(analysis.thresholds),
            tuple(finding.label for finding in findings if finding.present),
            analysis.is_unfamiliar,
            analysis.missing_leads,
            {finding.label: finding.excluded_by for finding in findings if finding.excluded_by},
        )

    @property
    def margin(self) -> float:
        """How far the score that is nearest to its threshold is from it: 0..1."""
        near = (abs(self.scores[label] - self.thresholds[label]) for label in self.scores)
        return min(near, default=0.0)
