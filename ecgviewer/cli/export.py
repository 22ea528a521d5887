"""``ecgviewer export``: what readers said, as files that other programs take."""

import json
import secrets
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.review.export import Exported, Files
    from ecgviewer.review.handed_on import HandedOn, Wish

HELP = "hand reviews on: WFDB annotations, CSV, JSON, or something to train with"
_SECRET_BYTES = 32
FORMS = ("wfdb", "csv", "json", "training")
EPILOG = """\
Without --identifiers records go by pseudonyms, readers by numbers, and notes lose what looks
like names, dates and numbers of people; look notes over before you hand them on.
Labels corrected so teach a model: ecgviewer train RECIPE --data ... --reviews training.json
"""
LOOK_OVER = (
    "Notes and comments were cleaned of what looks like names, dates and numbers of people; "
    "look them over before you hand them on."
)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="a review file (.ecgreview)"
    )
    parser.add_argument(
        "--to",
        choices=FORMS,
        help="wfdb: one annotation file for each record and reader; csv: tables; json: all, with "
        "its history; training: corrected labels for `ecgviewer train --reviews`",
    )
    parser.add_argument(
        "--out", type=Path, metavar="PATH", help="the folder, or (csv, json, training) the file"
    )
    parser.add_argument(
        "--identifiers",
        action="store_true",
        help="with names of records, paths, readers and notes as they are; for this call alone",
    )
    parser.add_argument(
        "--unlinkable",
        action="store_true",
        help="pseudonyms drawn for this export, and no hashes: nobody who has the recordings "
        "can tell which one is meant, nor compare two exports",
    )
    parser.add_argument("--reader", metavar="NAME", help="only what this reader said")
    parser.add_argument("--only-done", action="store_true", help="only finished reviews")
    parser.add_argument(
        "--annotator",
        metavar="NAME",
        help="how WFDB files end (default: rev, or with --identifiers the reader's initials)",
    )
    parser.add_argument(
        "--overwrite", action="store_true", help="replace files that are there already"
    )
    parser.add_argument(
        "--schema",
        action="store_true",
        help="print what the columns mean (with --to json: the JSON Schema) and end",
    )


def run(args: Namespace) -> int:
    """Write what was asked for and say what was written."""
    if args.schema:
        print(_schema(args.to))
        return 0
    _refuse_gaps(args)
    from ecgviewer.review.export import write_files

    handed = _handed_on(args)
    files = _files(args, handed)
    write_files(files, progress_task("writing"), overwrite=args.overwrite)
    _tell(args, handed, files)
    return 0


def _schema(form: str | None) -> str:
    from ecgviewer.review.export_schema import json_schema, schema_page

    return json.dumps(json_schema(), indent=1) if form == "json" else schema_page()


def _refuse_gaps(args: Namespace) -> None:
    for given, name in ((args.file, "a review file"), (args.to, "--to"), (args.out, "--out")):
        if given is None:
            raise EcgError(f"{name} is missing: ecgviewer export FILE --to csv --out FOLDER.")
    if args.annotator is not None and args.to != "wfdb":
        raise EcgError(f"--annotator names WFDB files, and --to {args.to} writes none: omit it.")
    if args.unlinkable and (args.identifiers or args.to == "training"):
        other = "--identifiers" if args.identifiers else "--to training"
        raise EcgError(f"--unlinkable hides which records are meant, {other} needs them: omit one.")


def _handed_on(args: Namespace) -> "HandedOn":
    from ecgviewer.review.export import read_reviews_file
    from ecgviewer.review.handed_on import hand_on, held_in

    with closing(read_reviews_file(args.file)) as store:
        held = held_in(store)
    return hand_on(held, _wish(args), progress_task("reading"))


def _wish(args: Namespace) -> "Wish":
    from ecgviewer.review.handed_on import Wish

    return Wish(
        identifiers=args.identifiers,
        reader=args.reader,
        only_done=args.only_done,
        secret=secrets.token_bytes(_SECRET_BYTES) if args.unlinkable else b"",
    )


def _files(args: Namespace, handed: "HandedOn") -> "Files":
    from ecgviewer.review.export import FORMS as FORMS_BY_NAME
    from ecgviewer.review.export_wfdb import wfdb_files

    form = FORMS_BY_NAME[args.to]
    if args.annotator is not None:
        form = partial(wfdb_files, annotator=args.annotator)
    return form(handed, args.out)


def _tell(args: Namespace, handed: "HandedOn", files: "Files") -> None:
    from ecgviewer.review.export import counted

    print(in_words(counted(handed, tuple(files))))
    if handed.has_free_text and not args.identifiers:
        print(LOOK_OVER, file=sys.stderr)


def in_words(exported: "Exported") -> str:
    """Return what was written, as a person says it."""
    numbers = (
        (exported.n_records, "record"),
        (exported.n_statements, "statement"),
        (exported.n_regions, "region"),
        (exported.n_beats, "beat"),
    )
    told = [f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in numbers[:2]]
    told += [f"{n:,} {noun}{'' if n == 1 else 's'}" for n, noun in numbers[2:] if n]
    first = exported.paths[0]
    where = first if len(exported.paths) == 1 else f"{len(exported.paths)} files in {first.parent}"
    return f"{', '.join(told)} → {where}"
