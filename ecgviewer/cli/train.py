"""``ecgviewer train``: from data sets to a model."""

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.data_sets import add_data_argument, read_data_sets

HELP = "train a net on data sets and evaluate it on held-out patients"


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.add_argument("recipe", help="which recipe, such as resnet34")
    add_data_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the model's folder")
    parser.add_argument("--name", help="the model's name (default: the recipe's)")
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path("runs/cache"),
        metavar="DIR",
        help="where signals are kept",
    )


def run(args: Namespace) -> int:
    """Train; a run that was stopped goes on when it is started again."""
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.cli.progress import progress_task
    from ecgviewer.core.errors import EcgError
    from ecgviewer.study.recipe import RECIPES
    from ecgviewer.study.run import train

    if args.recipe not in RECIPES:
        raise EcgError(f'No recipe is called "{args.recipe}"; known: {", ".join(RECIPES)}.')
    trained = train(
        name=args.name or args.recipe,
        recipe=RECIPES[args.recipe],
        data=[data_set.path for data_set in read_data_sets(args)],
        folder=args.out,
        cache_folder=args.cache,
        task=progress_task("training"),
        say=lambda line: print(line, file=sys.stderr, flush=True),
    )
    print(trained.folder)
    return 0
