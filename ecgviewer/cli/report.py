"""``ecgviewer report``: records as PDFs true to scale, or their paper as pictures."""

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.language_option import add_language_option
from ecgviewer.cli.model_options import add_model_options
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.record_paths import named_records, opened
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record
from ecgviewer.core.review import Review, Role, review_of
from ecgviewer.paper.navigation import in_sequence
from ecgviewer.paper.view import Layout, View

if TYPE_CHECKING:
    from ecgviewer.ui.report_making import Wish

HELP = "write a record's report as a PDF true to scale, de-identified unless asked otherwise"
PAPERS = ("a4", "letter")
# Of this run; a file of an earlier one is replaced.
_WRITTEN: set[Path] = set()


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a record, or a folder of records")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.pdf",
        help="the report; of a folder, a folder for one each",
    )
    parser.add_argument(
        "--picture",
        type=Path,
        metavar="FILE.svg|png",
        help="the paper alone, true to scale, as SVG or PNG",
    )
    parser.add_argument(
        "--identifiers",
        action="store_true",
        help="with the record's name, the date of recording and the file's comments",
    )
    parser.add_argument(
        "--paper", choices=PAPERS, default=PAPERS[0], help=f"its size (default: {PAPERS[0]})"
    )
    parser.add_argument(
        "--layout",
        choices=[layout.value for layout in Layout],
        help="how leads stand on the page (default: 3x4, or what fits the leads)",
    )
    parser.add_argument(
        "--start", type=_seconds, default=0.0, metavar="S", help="first second of the page"
    )
    parser.add_argument(
        "--reviews",
        type=Path,
        metavar="FILE.ecgreview",
        help="with what readers said of the record in this file",
    )
    parser.add_argument(
        "--label", metavar="L", help="the class to explain (default: the first that is suggested)"
    )
    parser.add_argument("--method", metavar="M", help="how to explain it, such as gradcam")
    add_language_option(parser, "en", of="the report")
    add_model_options(parser)
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Write what was asked for; of a folder, records that fail get a sentence and status 2."""
    if args.out is None and args.picture is None:
        raise EcgError(
            "Say where to: --out FILE.pdf for the report, --picture FILE.svg for the paper."
        )
    many = args.path.is_dir()
    if many:
        _check_folder(args)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ecgviewer.ui.app import make_application
    from ecgviewer.ui.language import use_language
    from ecgviewer.ui.picture import suffix_of

    if args.picture is not None:
        suffix_of(args.picture.name)
    # Fonts need an application, though no window is shown.
    application = make_application()
    use_language(application, args.language)
    try:
        return 0 if _write_all(args, many=many) else 2
    finally:
        use_language(application, "en")


def _write_all(args: Namespace, *, many: bool) -> bool:
    """Write a report of each record; says whether none of them failed."""
    is_whole = True
    for _name, path in named_records([args.path]):
        try:
            _write(args, path, many=many)
        except EcgError as error:
            if not many:
                raise
            is_whole = False
            print(f"ecgviewer: {error}", file=sys.stderr, flush=True)
    return is_whole


def _check_folder(args: Namespace) -> None:
    if args.picture is not None:
        raise EcgError("A picture is of one record: name its file in place of the folder.")
    try:
        args.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EcgError(f"{args.out} cannot be used as a folder: choose another.") from error


def _write(args: Namespace, path: Path | EcgError, *, many: bool) -> None:
    from ecgviewer.ui.picture import encode, picture_of_report, suffix_of
    from ecgviewer.ui.report_making import make_report
    from ecgviewer.ui.report_pdf import pdf_of, write_file

    record = opened(path, hints_from(args))
    if isinstance(record, EcgError):
        raise record
    wish = _wish(args, record)
    task = progress_task(f"{record.path.name}:")
    report = make_report(wish, task)
    if args.out is not None:
        out = _free(args.out, report.record.name) if many else args.out
        write_file(out, pdf_of(report, args.paper, task))
        print(out, flush=True)
    if args.picture is not None:
        suffix = suffix_of(args.picture.name)
        write_file(args.picture, encode(picture_of_report(report, suffix, task), suffix))
        print(args.picture, flush=True)


def _free(folder: Path, name: str) -> Path:
    """Return a file of that name, numbered where records of several folders share it."""
    tried = folder / f"{name}.pdf"
    n = 2
    while tried in _WRITTEN:
        tried = folder / f"{name}-{n}.pdf"
        n += 1
    _WRITTEN.add(tried)
    return tried


def _wish(args: Namespace, record: Record) -> "Wish":
    from ecgviewer.ui.report_making import Wish, is_scanned_unasked

    if not 0 <= args.start < max(record.duration_s, 1e-9):
        raise EcgError(
            f"{record.path.name} is {record.duration_s:g} s long: nothing lies at {args.start:g} s."
        )
    layout = Layout(args.layout) if args.layout else View().layout
    return Wish(
        record,
        View(start_s=args.start, layout=layout, sequential=in_sequence(record)),
        identified=args.identifiers,
        model=args.model,
        device=args.device,
        label=args.label,
        method=args.method,
        scanned=is_scanned_unasked(record, args.model) and args.label is None,
        reviews=_reviews(args.reviews, record) if args.reviews else (),
    )


def _reviews(path: Path, record: Record) -> tuple[Review, ...]:
    """Return what everybody said of a record in a review file, adjudicators last."""
    from ecgviewer.review.export import read_reviews_file

    with closing(read_reviews_file(path)) as store:
        steps = store.steps(record.record_id)
    who = dict.fromkeys((step.role, step.reader) for step in steps)
    found = (
        review_of(record.record_id, reader, steps, role)
        for role, reader in sorted(who, key=lambda one: one[0] is Role.ADJUDICATOR)
    )
    return tuple(review for review in found if review.begun)


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ArgumentTypeError(f"{text} is no time in seconds")
    return value
