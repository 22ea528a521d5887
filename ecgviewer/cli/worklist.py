"""``ecgviewer worklist``: the answers about an archive as a list to review."""

from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path

from ecgviewer.cli.open import has_display
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.errors import EcgError

HELP = "review what `analyze --out` has found: a worklist with its answers"
_REVIEW_FILE = ".ecgreview"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folders",
        nargs="+",
        type=Path,
        metavar="DIR",
        help="a folder that `ecgviewer analyze ROOT --out DIR` has filled",
    )
    parser.add_argument(
        "--found",
        type=_labels,
        default=frozenset(),
        metavar="AF,PVC",
        help="only records with one of these findings",
    )
    parser.add_argument(
        "--out",
        type=Path,
        metavar="FILE.ecgreview",
        help="write a review file that holds records and answers, and open no window",
    )


def run(args: Namespace) -> int:
    """Write the review file, or show the window with the list."""
    if args.out is not None:
        return _write(args)
    if not has_display():
        raise EcgError(
            "There is no display to open a window on; --out FILE.ecgreview writes the list as a "
            "review file."
        )
    from ecgviewer.ui.app import start

    return start(None, archives=tuple(args.folders), found=args.found)


def _write(args: Namespace) -> int:
    from ecgviewer.review.store import Access, ReviewStore
    from ecgviewer.study.archive_worklist import parts_of, take_answers

    if args.out.suffix != _REVIEW_FILE:
        raise EcgError(f"{args.out.name} is no name of a review file: it must end in .ecgreview.")
    # Told before a file is made for them.
    parts_of(args.folders)
    is_new = not args.out.exists()
    try:
        with closing(ReviewStore(args.out, Access.EXCLUSIVE)) as store:
            taken = take_answers(args.folders, args.found, store, progress_task("Worklist:"))
    except EcgError:
        if is_new:
            args.out.unlink(missing_ok=True)
        raise
    n_records = len(taken.paths)
    told = "1 record" if n_records == 1 else f"{n_records:,} records"
    print(
        f"{args.out} holds {told} with the answers of {', '.join(taken.models)}. In the window, "
        f"open the review file and the folder {taken.folder}."
    )
    return 0


def _labels(text: str) -> frozenset[str]:
    return frozenset(label.strip() for label in text.split(",") if label.strip())
