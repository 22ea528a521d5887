"""``ecgviewer info``: what files hold, without any model."""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.record_paths import record_paths
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Patient, Record, annotation_counts
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import open_record

HELP = "say what a record holds: leads, rate, length, patient, diagnoses, annotations"
SEXES = {"M": "male", "F": "female"}
KEYS = (
    *("format", "fs_hz", "leads", "units", "samples", "seconds"),
    *("annotations", "patient", "dx", "synthetic"),
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a record, or a folder of records"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a record and line")
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Describe every record; unreadable ones get a sentence, and the status is then 2."""
    failed = False
    for name, answer in _answers(args.paths, hints_from(args)):
        failed |= isinstance(answer, EcgError)
        if args.json:
            print(json.dumps(facts(name, answer)), flush=True)
        elif isinstance(answer, EcgError):
            print(f"ecgviewer: {answer}", file=sys.stderr, flush=True)
        else:
            print(in_words(name, answer), flush=True)
    return 2 if failed else 0


def facts(name: str, answer: Record | EcgError) -> dict[str, object]:
    """Return the JSON form of a record; what an error leaves unknown is null."""
    if isinstance(answer, EcgError):
        return {"record": name, **dict.fromkeys(KEYS), "error": str(answer)}
    return {
        "record": name,
        "format": answer.format,
        "fs_hz": answer.rate_hz,
        "leads": _file_names(answer),
        "units": [lead.unit for lead in answer.leads],
        "samples": answer.n_samples,
        "seconds": round(answer.duration_s, 6),
        "annotations": dict(annotation_counts(answer.annotations)),
        "patient": {"age": _plain(answer.patient.age_years), "sex": answer.patient.sex},
        "dx": [{"code": dx.code, "text": dx.text} for dx in answer.diagnoses],
        "synthetic": answer.synthetic,
        "error": None,
    }


def in_words(name: str, record: Record) -> str:
    """Return a few aligned lines for a reader."""
    counts = annotation_counts(record.annotations)
    lines = {
        "format": record.format + (", synthetic" if record.synthetic else ""),
        "length": f"{_duration(record.duration_s)}, {record.n_samples} samples "
        f"at {record.rate_hz:g} Hz",
        _counted(len(record.leads)): _leads(record),
        "patient": _person(record.patient),
        "diagnoses": ", ".join(dx.text or dx.code for dx in record.diagnoses),
        "annotations": ", ".join(f"{count} in .{name}" for name, count in counts.items()),
        "comments": " / ".join(record.comments),
        "note": " ".join(record.warnings),
    }
    return "\n".join([name, *(f"  {what:<13}{text}" for what, text in lines.items() if text)])


def _answers(
    paths: Sequence[Path], hints: ImportHints | None
) -> Iterator[tuple[str, Record | EcgError]]:
    for given in paths:
        for path in record_paths([given]):
            if isinstance(path, EcgError):
                yield str(given), path
                continue
            try:
                yield str(path), open_record(path, hints)
            except EcgError as error:
                yield str(path), error


def _file_names(record: Record) -> list[str]:
    return [lead.file_name or lead.name for lead in record.leads]


def _counted(n_leads: int) -> str:
    return "1 lead" if n_leads == 1 else f"{n_leads} leads"


def _leads(record: Record) -> str:
    units = sorted({lead.unit for lead in record.leads})
    if len(units) < 2:
        return " ".join(_file_names(record)) + f" ({units[0]})" * bool(units)
    names = zip(_file_names(record), record.leads, strict=True)
    return " ".join(f"{name} ({lead.unit})" for name, lead in names)


def _duration(duration_s: float) -> str:
    if duration_s < 60:
        return f"{duration_s:.3g} s"
    minutes, seconds = divmod(round(duration_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min" if hours else f"{minutes} min {seconds:02} s"


def _person(patient: Patient) -> str:
    age = "" if patient.age_years is None else f"{patient.age_years:g} years"
    sex = SEXES.get(patient.sex or "", patient.sex or "")
    return ", ".join(part for part in (age, sex) if part)


def _plain(age_years: float | None) -> float | None:
    """Return whole years as 69, not as 69.0."""
    return int(age_years) if age_years is not None and age_years == int(age_years) else age_years
