"""``ecgviewer scan``: every beat of whole recordings, their rhythms, and a Holter summary."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.analyze import DISCLAIMER
from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.model_options import add_model_options
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.record_paths import named_records, opened
from ecgviewer.cli.scan_file import ANNOTATIONS, answer_file
from ecgviewer.cli.scan_forms import facts
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_words import in_words
from ecgviewer.inference.asked_models import AskedModels
from ecgviewer.io.hints import ImportHints

HELP = "judge every beat of long records and sum them up"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a record, or a folder of records"
    )
    parser.add_argument(
        "--lead", metavar="L", help="the lead to read (default: II, or what stands in for it)"
    )
    add_model_options(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a record and line")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE",
        help=f"a WFDB annotation file ({ANNOTATIONS}), or the JSON lines",
    )
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Scan every record; those that cannot be get a sentence, and the status is then 2."""
    models = AskedModels(args.model, args.device, _any_for_beats)
    records = list(named_records(args.paths))
    failed = False
    with answer_file(args.out, n_records=len(records)) as keep:
        for name, path in records:
            record, answer = _answer(path, models, args.lead, hints_from(args))
            failed |= isinstance(answer, EcgError)
            keep(name, record, answer)
            _tell(name, record, answer, as_json=args.json)
    if not args.json:
        print(DISCLAIMER)
    return 2 if failed else 0


def _any_for_beats(_record: Record) -> str:
    from ecgviewer.inference.library import default_beat_model

    return default_beat_model()


def _answer(
    path: Path | EcgError, models: AskedModels, lead: str | None, hints: ImportHints | None
) -> tuple[Record | None, Scan | EcgError]:
    """Open and scan one record; a model that fails ends the whole command instead."""
    record = opened(path, hints)
    if isinstance(record, EcgError):
        return None, record
    model = models.for_record(record)
    from ecgviewer.inference.loaded import share_cores
    from ecgviewer.inference.scan import scan

    task = progress_task(f"{record.path.name}:")
    try:
        return record, scan(model, record, task, lead=lead, n_askers=share_cores())
    except EcgError as error:
        return record, error


def _tell(name: str, record: Record | None, answer: Scan | EcgError, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(facts(name, record, answer)), flush=True)
        for note in answer.notes if isinstance(answer, Scan) else ():
            print(f"{name}: {note}", file=sys.stderr)
    elif isinstance(answer, EcgError):
        print(f"ecgviewer: {answer}", file=sys.stderr, flush=True)
    else:
        print(in_words(name, answer), flush=True)
