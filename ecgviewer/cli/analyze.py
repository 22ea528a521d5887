"""``ecgviewer analyze``: what a model says of records."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.archive_options import add_archive_options, refuse_without_out
from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.model_options import add_model_options
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.record_paths import named_records, opened
from ecgviewer.core.answer_json import facts
from ecgviewer.core.classes import class_text
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis, Finding
from ecgviewer.core.record import Record
from ecgviewer.inference.asked_models import AskedModels
from ecgviewer.io.hints import ImportHints

HELP = "say what a model finds in records"
DISCLAIMER = "Research use only. Not a medical device."


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a record, or a folder of records"
    )
    add_model_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a record and line")
    add_import_options(parser)
    add_archive_options(parser)


def run(args: Namespace) -> int:
    """Analyse every record; those that cannot be get a sentence, and the status is then 2."""
    if args.out is not None:
        from ecgviewer.cli.analyze_archive import run_archive

        return run_archive(args)
    refuse_without_out(args)
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
