"""``ecgviewer convert``: recordings in another format, as much like the first as it can hold."""

import csv
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.training_line import CLEAR
from ecgviewer.core.errors import EcgError
from ecgviewer.io.writer import WRITERS

if TYPE_CHECKING:
    from ecgviewer.study.conversion import Outcome

HELP = "write recordings in another format: WFDB, EDF+, CSV, MATLAB or DICOM"
EPILOG = """\
What a format cannot hold is said behind the record's name. A run that was stopped goes on where
it was: converted.jsonl in the folder tells what is there already. Recordings that cannot be
converted are listed at the end and in FOLDER.failed.csv beside the folder; the status is then 2.
With --deidentify names of files become codes, and names, dates, times of day, comments and
free texts are left out; ages over 89 become 90.
"""
FAILED_ENDING = ".failed.csv"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a record, or a folder of records"
    )
    parser.add_argument("--to", choices=tuple(WRITERS), required=True, help="the format")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the folder; a folder's own is kept"
    )
    parser.add_argument(
        "--deidentify", action="store_true", help="leave out whatever may name somebody"
    )
    parser.add_argument(
        "--keys",
        type=Path,
        metavar="FILE",
        help="with --deidentify: write which file has which code (CSV); keep it from others",
    )
    parser.add_argument(
        "--jobs",
        type=_count,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes side by side (default: one a core)",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="make anew what is there, and replace it"
    )
    add_import_options(parser)


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise ArgumentTypeError(f"{text} is no number of processes")
    return int(text)


def run(args: Namespace) -> int:
    """Convert everything that was named; 2 where something could not be."""
    from ecgviewer.study.conversion import Wish
    from ecgviewer.study.conversion_run import convert_all, plan

    if args.keys is not None and not args.deidentify:
        raise EcgError("--keys writes the codes of --deidentify: add that, or leave it out.")
    if args.keys is not None:
        _refuse_keys(args.keys, args.out)
    items = plan(args.paths, args.out)
    wish = Wish(args.to, args.out, args.deidentify, args.overwrite, hints_from(args))
    outcomes: list[Outcome] = []
    seen: dict[str, Path] = {}
    for outcome in convert_all(items, wish, progress_task("converting", "records"), args.jobs):
        outcomes.append(outcome)
        _tell(outcome, seen, unnamed=args.deidentify)
    failed = [outcome for outcome in outcomes if outcome.state == "failed"]
    _tell_end(outcomes, failed, args.out)
    _write_failed(args.out, failed)
    if args.keys is not None:
        _write_keys(args.keys, outcomes)
    return 2 if failed else 0


def _refuse_keys(keys: Path, out: Path) -> None:
    """Raise EcgError where the codes cannot be written, before a day's work is done for them."""
    if keys.resolve().is_relative_to(out.resolve()):
        raise EcgError(f"{keys} would be given away with {out}: choose a place outside of it.")
    if not keys.parent.is_dir() or keys.is_dir():
        raise EcgError(f"{keys} cannot be written: name a file in a folder that is there.")


def _tell(outcome: "Outcome", seen: dict[str, Path], *, unnamed: bool) -> None:
    """Say what became of a record; those that were there before are only counted.

    unnamed: without the names of files beside their codes, which only --keys tells.
    """
    entry = outcome.entry
    if entry is None:
        return
    first = seen.setdefault(entry.name, outcome.path)
    notes = list(entry.notes)
    if first != outcome.path:
        notes.insert(0, "another file holds the same recording")
    if outcome.state == "written" or len(notes) > len(entry.notes):
        last = tuple(entry.files)[-1]
        words = f" ({'; '.join(notes)})" if notes else ""
        clear = CLEAR if sys.stderr is not None and sys.stderr.isatty() else ""
        path = "" if unnamed else f"{outcome.path} "
        print(f"{clear}{path}→ {last}{words}", flush=True)


def _tell_end(outcomes: Sequence["Outcome"], failed: Sequence["Outcome"], out: Path) -> None:
    counts = Counter(outcome.state for outcome in outcomes)
    words = [f"{counts['written']:,} written"]
    words += [f"{counts['there']:,} there already"] if counts["there"] else []
    words += [f"{counts['failed']:,} failed"] if failed else []
    print(f"{', '.join(words)} → {out}", flush=True)
    for outcome in sorted(failed, key=lambda x: x.path):
        print(f"ecgviewer: {outcome.path}: {outcome.error}", file=sys.stderr, flush=True)


def _failed_path(out: Path) -> Path:
    """Return where failures are listed: beside the folder, as the list names files."""
    whole = out.resolve()
    return whole.with_name(whole.name + FAILED_ENDING)


def _write_failed(out: Path, failed: Sequence["Outcome"]) -> None:
    path = _failed_path(out)
    if not failed:
        # The folder beside may be one that nobody may write into.
        with suppress(OSError):
            path.unlink(missing_ok=True)
        return
    rows = sorted((str(outcome.path), outcome.error) for outcome in failed)
    _write_csv(path, ("path", "error"), rows)
    print(f"ecgviewer: these are listed in {path}.", file=sys.stderr, flush=True)


def _write_keys(path: Path, outcomes: Sequence["Outcome"]) -> None:
    rows = sorted((x.entry.name, str(x.path)) for x in outcomes if x.entry is not None)
    _write_csv(path, ("code", "path"), rows)


def _write_csv(path: Path, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="", errors="backslashreplace") as file:
            csv.writer(file).writerows([heads, *rows])
    except OSError as error:
        raise EcgError(f"{path} cannot be written: {error.strerror or error}.") from error
