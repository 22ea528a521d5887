"""``ecgviewer explain``: where or in which leads a model saw a class, as numbers in a file."""

import math
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.explain_beats import explain_beats
from ecgviewer.cli.explain_leads import LEAD_METHODS, explain_leads
from ecgviewer.cli.import_options import add_import_options, hints_from, number_of
from ecgviewer.cli.map_file import map_fields
from ecgviewer.cli.model_options import add_model_options
from ecgviewer.cli.npz_file import write_npz
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.core.evidence import evidence, is_silent, silence_words
from ecgviewer.core.heat import Heat
from ecgviewer.io.open import open_record

if TYPE_CHECKING:
    from ecgviewer.explain.deletion_curve import DeletionTest

HELP = "write where a model saw a class, or how much each lead spoke for it, as .npz"


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("path", type=Path, metavar="PATH", help="a record")
    parser.add_argument(
        "--label",
        help="which class, such as AF; where none is named, weights of leads have all, and a "
        "model that reads windows around beats explains each beat's own",
    )
    parser.add_argument(
        "--method",
        help="a map such as gradcam, hirescam, cam or mask, or the leads' weights by "
        f"{' or '.join(LEAD_METHODS)} (default: the model's first)",
    )
    parser.add_argument("--start", type=_seconds, default=0.0, metavar="S", help="from this second")
    parser.add_argument(
        "--stop", type=_seconds, metavar="S", help="to this second (default: the end)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.npz", help="output file")
    add_model_options(parser)
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Explain one class of one record and test the explanation, or weigh its leads."""
    if not args.out.parent.is_dir():
        raise EcgError(f"{args.out} cannot be written: its folder does not exist.")
    record = open_record(args.path, hints_from(args))
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.explain.blind_spots import blind_spots
    from ecgviewer.explain.deletion_curve import deletion_test
    from ecgviewer.explain.heat import explain
    from ecgviewer.inference.library import as_offered, default_model, load_model

    model = load_model(args.model or default_model(record), args.device)
    start = round(args.start * record.rate_hz)
    end_s = record.duration_s if args.stop is None else args.stop
    stop = min(record.n_samples, round(end_s * record.rate_hz))
    if model.card.input.windows in OF_BEATS:
        return explain_beats(args, record, model, start, stop)
    if args.method in LEAD_METHODS:
        return explain_leads(args, record, model, start, stop)
    if args.label is None:
        raise EcgError("A map is of one class: name it with --label, such as --label AF.")
    task = progress_task("explaining")
    method = args.method or next(iter(as_offered(model.card).methods), None)
    if method is None:
        raise EcgError(f"The model {model.card.name} offers no explanation.")
    heat = explain(model, record, args.label, method, start, stop, task)
    test = deletion_test(model, record, heat, progress_task("testing"))
    write_npz(args.out, map_fields(heat, record.rate_hz, test))
    print(_verdict(heat, test))
    if method in (unseen := blind_spots(model.net)):
        print(unseen[method])
    print(args.out)
    return 0


def _verdict(heat: Heat, test: "DeletionTest | None") -> str:
    if is_silent(heat):
        return silence_words("this span", heat.label, evidence(heat))
    if test is not None:
        return f"{test.sentence}\n{test.verdict}"
    return "The span is too short for the map to be tried."


def _seconds(text: str) -> float:
    value = number_of(text)
    if not math.isfinite(value) or value < 0:
        raise ArgumentTypeError(f"{text} is not a number of seconds")
    return value
