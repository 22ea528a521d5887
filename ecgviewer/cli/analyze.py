"""``ecgviewer analyze``: what a model says of records."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path

from ecgviewer.cli.asked_models import AskedModels, add_model_options
from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.record_paths import named_records, opened
from ecgviewer.core.classes import class_text
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis, Finding
from ecgviewer.core.record import Record
from ecgviewer.io.hints import ImportHints

HELP = "say what a model finds in records"
DISCLAIMER = "Research use only. Not a medical device."
DECIMALS = 6


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a record, or a folder of records"
    )
    add_model_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a record and line")
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Analyse every record; those that cannot be get a sentence, and the status is then 2."""
    models = AskedModels(args.model, args.device, _fitting)
    failed = False
    for name, path in named_records(args.paths):
        record, answer = _answer(path, models, hints_from(args))
        failed |= isinstance(answer, EcgError)
        if args.json:
            print(json.dumps(facts(name, record, answer)), flush=True)
            _print_notes(name, answer)
        elif isinstance(answer, EcgError) or record is None:
            print(f"ecgviewer: {answer}", file=sys.stderr, flush=True)
        else:
            print(in_words(name, record, answer), flush=True)
    if not args.json:
        print(DISCLAIMER)
    return 2 if failed else 0


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


def in_words(name: str, record: Record, analysis: Analysis) -> str:
    """Return an answer for a person to read."""
    head = (
        f"{name}: {len(record.leads)} leads, {record.rate_hz:g} Hz, {record.duration_s:.4g} s; "
        f"{analysis.model} on the {analysis.device}, {analysis.took_s:.1f} s"
    )
    notes = list(analysis.notes)
    if analysis.is_unfamiliar:
        notes.insert(0, _unfamiliar_note(analysis))
    if analysis.missing_leads:
        notes.insert(0, f"Leads read as absent: {', '.join(analysis.missing_leads)}.")
    return "\n".join(
        [head, *map(_finding_line, analysis.findings), *(f"  {note}" for note in notes)]
    )


def _unfamiliar_note(analysis: Analysis) -> str:
    return (
        f"Unlike the records that {analysis.model} learned from ({analysis.unfamiliar:.2f}): "
        f"{analysis.unfamiliar_reason}. Do not trust these scores."
    )


def _fitting(record: Record) -> str:
    from ecgviewer.inference.library import default_model

    return default_model(record)


def _answer(
    path: Path | EcgError, models: AskedModels, hints: ImportHints | None
) -> tuple[Record | None, Analysis | EcgError]:
    """Open and analyse one record; a model that fails ends the whole command instead."""
    record = opened(path, hints)
    if isinstance(record, EcgError):
        return None, record
    model = models.for_record(record)
    from ecgviewer.inference.predict import analyze

    try:
        return record, analyze(model, record, progress_task(f"{record.path.name}:"))
    except EcgError as error:
        return record, error


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


def _finding_line(finding: Finding) -> str:
    verdict = "present" if finding.present else ""
    if finding.excluded_by:
        verdict = f"not judged beside {finding.excluded_by}"
    if finding.borderline:
        verdict += " (borderline)" if verdict else "borderline"
    words = class_text(finding.label).name
    return (
        f"  {finding.label:<6}{words:<36}{finding.probability:5.2f}  "
        f"threshold {finding.threshold:.2f}  {verdict}"
    ).rstrip()


def _print_notes(name: str, answer: Analysis | EcgError) -> None:
    if isinstance(answer, Analysis):
        for note in answer.notes:
            print(f"{name}: {note}", file=sys.stderr)
