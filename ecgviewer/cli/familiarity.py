"""``ecgviewer familiarity``: how well a model tells strange records from familiar ones."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.computing_options import add_cache_option, add_device_option
from ecgviewer.cli.data_sets import add_data_argument, named_data_set, read_data_sets

HELP = "measure how well a model tells records unlike its training data, and fit that anew"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("model", metavar="MODEL", help="a model's name, or its folder")
    add_data_argument(parser)
    parser.add_argument(
        "--strange",
        nargs="+",
        default=[],
        metavar="NAME=PATH",
        help="folders of records that the model should find strange; a quality.csv in one "
        "tells its records apart",
    )
    parser.add_argument(
        "--noise", type=Path, metavar="PATH", help="recorded noise to add (MIT-BIH nstdb)"
    )
    parser.add_argument(
        "--most", type=int, default=0, metavar="N", help="use N familiar records (default: all)"
    )
    parser.add_argument(
        "--write", action="store_true", help="put the outcome into the model's folder"
    )
    add_cache_option(parser, "signals")
    add_device_option(parser)


def run(args: Namespace) -> int:
    """Print the table; with --write the model can tell from then on."""
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.cli.progress import progress_task
    from ecgviewer.inference.library import load_model
    from ecgviewer.study.familiarity import attach
    from ecgviewer.study.familiarity_table import as_metrics, as_table
    from ecgviewer.study.strangers import Sets, study_familiarity

    model = load_model(args.model, args.device, with_familiarity=False)
    sets = Sets(
        data=read_data_sets(args),
        strange=[named_data_set(text) for text in args.strange],
        noise=args.noise,
        most=args.most,
    )
    rows, familiarity = study_familiarity(model, sets, args.cache, progress_task("familiarity"))
    print(as_table(rows))
    if args.write and model.folder is not None:
        attach(model.folder, familiarity, as_metrics(rows))
        print(f"\n{model.folder} can tell now.")
    return 0
