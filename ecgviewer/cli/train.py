"""``ecgviewer train``: from data sets to a model."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_cache_option, add_device_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.progress import progress_task
from ecgviewer.cli.train_beats import add_beat_arguments, refuse_strange_options, train_beats
from ecgviewer.study.labels import MAPPINGS

if TYPE_CHECKING:
    from ecgviewer.study.corrections import Corrected
    from ecgviewer.study.data_sets import DataSet
    from ecgviewer.study.dataset import Case
    from ecgviewer.study.recipe import Recipe
    from ecgviewer.study.record_order import RecordOrder
    from ecgviewer.study.training import Surroundings

HELP = "train a net on data sets and examine it on held-out patients"
EPILOG = """\
A run that was stopped goes on where it was when the same command is given again.
How a model fares in unknown hospitals: the same command with --leave-source-out, then
ecgviewer evaluate DIR --leave-source-out --data ...
Several GPUs: torchrun --nproc-per-node 2 -m ecgviewer train RECIPE --data ... --out DIR
"""


def add_arguments(parser: ArgumentParser) -> None:
    """Describe the command's arguments."""
    parser.epilog = EPILOG
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.add_argument(
        "recipe",
        metavar="RECIPE",
        help="its settings: best12, original, ours_1, ours_2 of twelve leads; best1 of one lead, "
        "each beat beside its neighbours; ecgnet, cam_net, "
        "mask_lstm, hannun, zihlmann of one lead, two seconds around each beat",
    )
    add_data_argument(parser)
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="the model's folder")
    parser.add_argument("--name", help="the model's name (default: the recipe's)")
    parser.add_argument(
        "--mapping",
        choices=MAPPINGS,
        help=f"from statements to classes (default: {MAPPINGS[0]})",
    )
    _add_rounds(parser)
    parser.add_argument(
        "--init",
        metavar="MODEL",
        help='whose weights to go on with: folder or name of a model of the same net, or "scratch"',
    )
    parser.add_argument(
        "--reviews",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="what readers corrected, in place of the data sets' labels: review files, or what "
        "`ecgviewer export --to training` wrote",
    )
    add_device_option(parser)
    add_cache_option(parser, "signals")
    add_beat_arguments(parser)
    _add_settings(parser)


def _add_rounds(parser: ArgumentParser) -> None:
    rounds = parser.add_mutually_exclusive_group()
    rounds.add_argument(
        "--cross-validate",
        action="store_true",
        help="five nets by patient, then one of everything with figures from all five",
    )
    rounds.add_argument(
        "--leave-source-out",
        action="store_true",
        help="a net a hospital, fitted on the others, into DIR, which may hold the recipe's "
        "cross-validated model; data sets whose names are the same up to the first hyphen are "
        "one hospital",
    )


def _add_settings(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("other settings than the recipe's (the card tells them)")
    group.add_argument("--epochs", type=int, metavar="N", help="passes over the records")
    group.add_argument(
        "--one-cycle",
        type=float,
        metavar="RATE",
        help="a learning rate that rises to RATE and falls to 0: fewer epochs teach as much",
    )
    group.add_argument("--crop-seconds", type=float, metavar="S", help="windows of S seconds")
    group.add_argument(
        "--patience", type=int, metavar="N", help="stop after N epochs without a better one"
    )
    group.add_argument(
        "--precision",
        choices=("fastest", "float32", "bfloat16"),
        help="of the arithmetic; fastest: what this machine is quickest with",
    )
    group.add_argument("--seed", type=int, metavar="N", help="of all draws")


def run(args: Namespace) -> int:
    """Train; a run that was stopped goes on when it is started again."""
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.cli.training_line import TrainingLine
    from ecgviewer.study.distributed import team
    from ecgviewer.study.pace import Pace
    from ecgviewer.study.recipe import find_recipe
    from ecgviewer.study.training import Surroundings

    recipe = _with_options(find_recipe(args.recipe), args)
    refuse_strange_options(args, recipe)
    with team(args.device) as together:
        line = TrainingLine(sys.stderr if together.is_first else None)
        around = Surroundings(together, pace=Pace(line.tell), say=line.say)
        made = (train_beats if recipe.reads_beats else _train)(args, recipe, around)
        if together.is_first:
            print(made)
    return 0


def _train(args: Namespace, recipe: "Recipe", around: "Surroundings") -> Path:
    """Train on records of twelve leads; return what was made: a model's folder, or a table."""
    from ecgviewer.study.cross_validation import cross_validate
    from ecgviewer.study.judge import by_examination
    from ecgviewer.study.leave_source_out import leave_sources_out
    from ecgviewer.study.parts import published_parts
    from ecgviewer.study.run import train

    order = _order(args, recipe, around)
    if args.leave_source_out:
        return leave_sources_out(order, args.out, around)
    if args.cross_validate:
        return cross_validate(order, args.out, around).folder
    parts = published_parts(order.cache.cases, read_data_sets(args))
    around.pace.plan(order.workload(parts))
    return train(order, parts, args.out, around, by_examination(order, parts, around)).folder


def _order(args: Namespace, recipe: "Recipe", around: "Surroundings") -> "RecordOrder":
    from ecgviewer.study.cache import open_cache, without_copies
    from ecgviewer.study.cards import reduced_settings
    from ecgviewer.study.corrections import through_copies
    from ecgviewer.study.data_sets import load_data_sets, refuse_none
    from ecgviewer.study.initial import find_initial
    from ecgviewer.study.recipe import find_recipe
    from ecgviewer.study.record_order import RecordOrder
    from ecgviewer.study.sources import load_strip_sets
    from ecgviewer.study.strips import is_strip_set

    data_sets = read_data_sets(args)
    strip_sets = [data_set for data_set in data_sets if is_strip_set(data_set.path)]
    labelled = [data_set for data_set in data_sets if data_set not in strip_sets]
    initial = find_initial(recipe.init, recipe, args.out)
    mapping = args.mapping or MAPPINGS[0]
    cases = load_data_sets(labelled, mapping, unjudged_too=bool(args.reviews))
    made = _corrected(args, cases, labelled, around) if args.reviews else None
    cases = cases if made is None else list(made.cases)
    refuse_none(cases)
    if around.team.is_first:
        open_cache(cases, args.cache, recipe.input.rate_hz, progress_task("reading"))
    around.team.wait()
    cache = without_copies(open_cache(cases, args.cache, recipe.input.rate_hz, around.task))
    if cache.skipped:
        first = cache.skipped[0].reason
        around.say(f"{len(cache.skipped)} records cannot be used; the first: {first}")
    if made is not None:
        cache = through_copies(cache, made)
    return RecordOrder(
        name=args.name or args.recipe,
        recipe_name=args.recipe,
        recipe=recipe,
        mapping=mapping,
        cache=cache,
        initial=initial,
        strips=load_strip_sets(strip_sets, recipe, args.recipe),
        reduced=reduced_settings(recipe, find_recipe(args.recipe)),
        corrected=made,
    )


def _corrected(
    args: Namespace,
    cases: "Sequence[Case]",
    data_sets: "Sequence[DataSet]",
    around: "Surroundings",
) -> "Corrected":
    """Return the cases as readers corrected them, and tell what was found of the reviews."""
    from ecgviewer.study.corrections import corrected
    from ecgviewer.study.reviews import read_reviews

    task = progress_task("looking for reviewed records") if around.team.is_first else around.task
    folders = [data_set.path for data_set in data_sets]
    made = corrected(cases, read_reviews(args.reviews), folders, task)
    around.say(made.in_words())
    return made


def _with_options(recipe: "Recipe", args: Namespace) -> "Recipe":
    from ecgviewer.study.recipe import cropped, with_epochs, with_one_cycle

    if args.crop_seconds is not None:
        recipe = cropped(recipe, args.crop_seconds)
    if args.epochs is not None:
        recipe = with_epochs(recipe, args.epochs)
    if args.one_cycle is not None:
        recipe = with_one_cycle(recipe, args.one_cycle)
    named = ("patience", "precision", "seed", "init")
    given = {name: getattr(args, name) for name in named if getattr(args, name) is not None}
    return replace(recipe, **given)
