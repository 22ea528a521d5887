"""The places of a scan that a reader wants to see, and the kinds that they are of."""

from dataclasses import dataclass
from enum import StrEnum

from ecgviewer.core.text import later


class FindingKind(StrEnum):
    """What a place of a scan is; the gravest first; the values are for the reader, by tr."""

    PVC_RUN = later("PVC runs")
    PAUSE = later("Pauses")
    AFIB = later("Atrial fibrillation")
    SVTA = later("Supraventricular tachyarrhythmia")
    SBR = later("Sinus bradycardia")
    PVC_COUPLET = later("PVC couplets")
    PAC_RUN = later("PAC runs")
    PAC_COUPLET = later("PAC couplets")
    PVC = later("Single PVCs")
    PAC = later("Single PACs")


# Of beats and rhythms, the label that a finding of each kind is about; pauses have none.
LABEL_OF = {
    FindingKind.PVC_RUN: "PVC",
    FindingKind.PVC_COUPLET: "PVC",
    FindingKind.PVC: "PVC",
    FindingKind.PAC_RUN: "PAC",
    FindingKind.PAC_COUPLET: "PAC",
    FindingKind.PAC: "PAC",
    FindingKind.AFIB: "AFIB",
    FindingKind.SVTA: "SVTA",
    FindingKind.SBR: "SBR",
}


@dataclass(frozen=True, slots=True)
class ScanFinding:
    """One place of a scan; start and stop are samples of the record.

    start: the first beat's R peak, or where a rhythm begins; stop: the last one's, start for
    a single beat. score: the mean probability of its label over its beats, None for a pause,
    which is measured. bpm: the mean rate of a run.
    """

    kind: FindingKind
    start: int
    stop: int
    n_beats: int
    score: float | None
    bpm: float | None = None


def in_order_of_confidence(
    findings: tuple[ScanFinding, ...],
) -> dict[FindingKind, tuple[ScanFinding, ...]]:
    """Return findings by kind, the gravest kind first; in each the surest first.

    Pauses are sorted by their length, equals by time.
    """
    by_kind: dict[FindingKind, list[ScanFinding]] = {}
    for finding in findings:
        by_kind.setdefault(finding.kind, []).append(finding)
    return {
        kind: tuple(sorted(by_kind[kind], key=_confidence))
        for kind in FindingKind
        if kind in by_kind
    }


def _confidence(finding: ScanFinding) -> tuple[float, int]:
    sure = float(finding.stop - finding.start) if finding.score is None else finding.score
    return -sure, finding.start


def next_in_time(findings: tuple[ScanFinding, ...], after: int, steps: int) -> ScanFinding | None:
    """Return the finding so many steps on, or back where negative, from a sample.

    findings: by start, rising. One that starts there itself is no step. None where there
    are none so far.
    """
    if steps > 0:
        onward = [finding for finding in findings if finding.start > after]
        return onward[steps - 1] if steps <= len(onward) else None
    earlier = [finding for finding in findings if finding.start < after]
    return earlier[steps] if -steps <= len(earlier) else None
