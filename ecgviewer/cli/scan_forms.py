"""The forms of a scan that other programs read: JSON, and WFDB annotations."""

from collections.abc import Mapping
from dataclasses import asdict

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan

TIME_DECIMALS, DECIMALS = 6, 4

# WFDB Applications Guide, annotation codes. The rhythms' own beats are as MITDB marks them.
SYMBOL_OF = {
    "N": "N",
    "PVC": "V",
    "PAC": "A",
    "LBBB": "L",
    "RBBB": "R",
    "AFIB": "N",
    "SVTA": "A",
    "SBR": "N",
}
USUAL_RHYTHM = "(N"


def facts(name: str, record: Record | None, answer: Scan | EcgError) -> dict[str, object]:
    """Return the JSON form of an answer; what an error leaves unknown is null."""
    scan = answer if isinstance(answer, Scan) else None
    return {
        "record": name,
        "lead": scan and scan.lead,
        "fs_hz": record and record.rate_hz,
        "seconds": record and record.duration_s,
        "model": scan and scan.model,
        "beats": scan and _beats(scan),
        "episodes": scan and _episodes(scan),
        "summary": scan and _rounded(asdict(scan.summary)),
        "error": None if scan else str(answer),
    }


def annotations_of(scan: Scan) -> list[Annotation]:
    """Return a scan as WFDB annotations: beats, and "(AFIB" and the like where rhythms change."""
    marks = [_mark(start, rhythm) for start, rhythm in _rhythm_changes(scan)]
    symbols = [SYMBOL_OF[scan.labels[place]] for place in scan.label.tolist()]
    marks += map(_mark, scan.samples.tolist(), symbols)
    # A rhythm's mark comes before the beat that it begins with.
    return sorted(marks, key=lambda mark: mark.start)


def _mark(start: int, label: str) -> Annotation:
    return Annotation(start=start, stop=start, label=label, origin="detector")


def _rhythm_changes(scan: Scan) -> list[tuple[int, str]]:
    """Return where each rhythm begins, the usual one wherever there is no episode."""
    changes: list[tuple[int, str]] = []
    usual_from = 0
    for episode in scan.episodes:
        if episode.start > usual_from or not changes:
            changes.append((usual_from, USUAL_RHYTHM))
        changes.append((episode.start, f"({episode.label}"))
        usual_from = episode.stop
    if usual_from < scan.done_until:
        changes.append((usual_from, USUAL_RHYTHM))
    # Where one rhythm follows another at once, the usual one has no time between them.
    return [
        change
        for change, after in zip(changes, [*changes[1:], (scan.n_samples, "")], strict=True)
        if change[0] < after[0]
    ]


def _beats(scan: Scan) -> list[dict[str, object]]:
    at_s = (scan.samples / scan.rate_hz).round(TIME_DECIMALS).tolist()
    scores = [round(score, DECIMALS) for score in scan.score.tolist()]
    return [
        {"sample": sample, "time_s": time_s, "label": scan.labels[place], "score": score}
        for sample, time_s, place, score in zip(
            scan.samples.tolist(), at_s, scan.label.tolist(), scores, strict=True
        )
    ]


def _episodes(scan: Scan) -> list[dict[str, object]]:
    return [
        {
            "start_s": round(episode.start / scan.rate_hz, TIME_DECIMALS),
            "stop_s": round(episode.stop / scan.rate_hz, TIME_DECIMALS),
            "label": episode.label,
            "score": round(episode.score, DECIMALS),
        }
        for episode in scan.episodes
    ]


def _rounded(values: Mapping[str, object]) -> dict[str, object]:
    """Return figures as they are printed, those inside others with them."""
    return {name: _rounded_value(value) for name, value in values.items()}


def _rounded_value(value: object) -> object:
    if isinstance(value, Mapping):
        return _rounded(value)
    return round(value, DECIMALS) if isinstance(value, float) else value
