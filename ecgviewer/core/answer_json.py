"""A model's answer about a record as the JSON object that `ecgviewer analyze --json` prints."""

from collections.abc import Mapping

from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.record import Record

DECIMALS = 6


def facts(name: str, record: Record | None, answer: Analysis | EcgError) -> dict[str, object]:
    """Return the JSON form of an answer; what an error leaves unknown is null."""
    analysis = answer if isinstance(answer, Analysis) else None
    return {
        "record": name,
        "fs_hz": record and record.rate_hz,
        "leads": record and list(record.lead_names),
        "missing_leads": analysis and list(analysis.missing_leads),
        "seconds": record and record.duration_s,
        "model": analysis and analysis.model,
        "labels": analysis and list(analysis.labels),
        "scores": analysis and _rounded(analysis.scores),
        "thresholds": analysis and _rounded(analysis.thresholds),
        "findings": analysis and [found.label for found in analysis.findings if found.present],
        "unfamiliar": analysis and _rounded_or_none(analysis.unfamiliar),
        "unfamiliar_reason": analysis and analysis.unfamiliar_reason,
        "windows": analysis and record and _windows(analysis, record.rate_hz),
        "error": None if analysis else str(answer),
    }


def _windows(analysis: Analysis, rate_hz: float) -> list[dict[str, object]]:
    return [
        {
            "start_s": round(window.start / rate_hz, DECIMALS),
            "stop_s": round(window.stop / rate_hz, DECIMALS),
            "scores": _rounded(window.scores),
        }
        for window in analysis.windows
    ]


def _rounded(scores: Mapping[str, float]) -> dict[str, float]:
    return {label: round(score, DECIMALS) for label, score in scores.items()}


def _rounded_or_none(score: float | None) -> float | None:
    return None if score is None else round(score, DECIMALS)
