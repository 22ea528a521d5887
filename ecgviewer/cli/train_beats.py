"""``ecgviewer train`` for nets that read two seconds of one lead."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.data_sets import read_data_sets
from ecgviewer.core.card import BEATS_IN_TURN
from ecgviewer.core.errors import EcgError
from ecgviewer.study.beat_labels import DEFAULT, STYLES

if TYPE_CHECKING:
    from ecgviewer.study.beat_corrections import BeatCorrections
    from ecgviewer.study.beat_order import BeatOrder
    from ecgviewer.study.parts import Parts
    from ecgviewer.study.recipe import Recipe
    from ecgviewer.study.training import Surroundings

SPLITS = ("patient", "random")
# Options by the attribute that argparse keeps them under.
_OF_BEATS = {"split": "--split", "style": "--style"}
_OF_RECORDS = {
    "leave_source_out": "--leave-source-out",
    "crop_seconds": "--crop-seconds",
    "mapping": "--mapping",
}


def add_beat_arguments(parser: ArgumentParser) -> None:
    """Declare what only the recipes of one lead understand."""
    group = parser.add_argument_group("recipes of one lead")
    group.add_argument(
        "--split",
        choices=SPLITS,
        help='"patient" (default): nobody both teaches and examines, MITDB by DS1 and DS2; '
        '"random": 3,200 windows a class teach, as in the paper',
    )
    group.add_argument(
        "--style",
        choices=STYLES,
        help="which windows stand for a rhythm: all that lie wholly inside it (default), or one "
        "at its onset, as in the paper",
    )


def refuse_strange_options(args: Namespace, recipe: "Recipe") -> None:
    """Raise EcgError where an option is for recipes of the other kind."""
    strange = _OF_RECORDS if recipe.reads_beats else _OF_BEATS
    given = [option for name, option in strange.items() if getattr(args, name)]
    if given:
        kind = "of twelve leads" if recipe.reads_beats else "of one lead"
        raise EcgError(f"{given[0]} is for recipes {kind}, and {args.recipe} is not one: omit it.")
    if recipe.input.windows == BEATS_IN_TURN:
        if args.split == SPLITS[1] or args.style:
            raise EcgError(
                f"{args.recipe} learns from whole recordings, whose beats cannot be split at "
                "random or by style: omit --split random and --style."
            )
    elif args.cross_validate and recipe.reads_beats:
        raise EcgError(f"--cross-validate is for best12 and best1, not for {args.recipe}: omit it.")


def train_beats(args: Namespace, recipe: "Recipe", around: "Surroundings") -> Path:
    """Train on windows around beats; return the model's folder."""
    from ecgviewer.study.beat_cross_validation import cross_validate_beats
    from ecgviewer.study.beat_judge import by_windows
    from ecgviewer.study.run import train

    order, parts = _order(args, recipe, around)
    if args.cross_validate:
        return cross_validate_beats(order, args.out, around).folder
    around.pace.plan(order.workload(parts))
    return train(order, parts, args.out, around, by_windows(order, parts, around)).folder


def _order(args: Namespace, recipe: "Recipe", around: "Surroundings") -> "tuple[BeatOrder, Parts]":
    """Return what is to be learnt, and who learns, chooses and examines."""
    from ecgviewer.cli.progress import progress_task
    from ecgviewer.study.beat_order import BeatOrder, parts_of
    from ecgviewer.study.beat_windows import load_beat_windows
    from ecgviewer.study.cards import reduced_settings
    from ecgviewer.study.initial import find_initial
    from ecgviewer.study.recipe import find_recipe
    from ecgviewer.study.sequence_order import SequenceOrder, parts_by_patient

    style, split = args.style or DEFAULT, args.split or SPLITS[0]
    in_turn = recipe.input.windows == BEATS_IN_TURN
    made = _corrections(args)
    beats = load_beat_windows(
        read_data_sets(args), style, progress_task("labels"), made.by_record if made else None
    )
    used = made.used(one.corrected for one in beats.recordings) if made else None
    if used is not None:
        around.say(used.in_words())
    order = (SequenceOrder if in_turn else BeatOrder)(
        name=args.name or args.recipe,
        recipe_name=args.recipe,
        recipe=recipe,
        beats=beats,
        split=split,
        style=style,
        initial=find_initial(recipe.init, recipe, args.out),
        reduced=reduced_settings(recipe, find_recipe(args.recipe)),
        corrected=used,
    )
    if in_turn:
        return order, parts_by_patient(order.beats, recipe.seed)
    return order, parts_of(order.beats, split, recipe.seed)


def _corrections(args: Namespace) -> "BeatCorrections | None":
    """Return what readers say of beats, None where nobody was asked."""
    if not args.reviews:
        return None
    from ecgviewer.study.beat_corrections import beat_corrections
    from ecgviewer.study.reviews import read_reviews

    return beat_corrections(read_reviews(args.reviews))
