"""``ecgviewer agreement``: how far readers agree, with each other, the model and the truth."""

import json
from argparse import ArgumentParser, Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.core.review import ModelRef
    from ecgviewer.review.store import ReviewStore

HELP = "tell how far the readers of a review file agree, and how right the model is"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="a review file (.ecgreview)")
    parser.add_argument(
        "--model",
        metavar="NAME",
        help="the model to compare with (default: the one with most answers in the file)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object with all figures")


def run(args: Namespace) -> int:
    """Print the report of one file."""
    # numpy and SQLite load with the command, not with the list of commands.
    from ecgviewer.review.agreement_forms import as_json, as_text
    from ecgviewer.review.export import read_reviews_file
    from ecgviewer.review.report_file import said_in
    from ecgviewer.review.report_of_agreement import report_of

    with closing(read_reviews_file(args.file)) as store:
        steps, answers = said_in(store, _chosen(store, args.model, args.file))
    report = report_of(steps, answers)
    print(json.dumps(as_json(report)) if args.json else as_text(report))
    return 0


def _chosen(store: "ReviewStore", name: str | None, file: Path) -> "ModelRef | None":
    from ecgviewer.review.report_file import models_of

    known = models_of(store)
    if name is None:
        return known[0] if known else None
    for model in known:
        if model.name == name:
            return model
    names = ", ".join(dict.fromkeys(model.name for model in known)) or "none"
    raise EcgError(f"{file.name} holds no answer of the model {name}; it has {names}.")
