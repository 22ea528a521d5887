"""``ecgviewer faithfulness`` for models that read windows around beats."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.evaluate_beats import style_of
from ecgviewer.cli.progress import progress_task
from ecgviewer.core.card import AROUND_BEATS
from ecgviewer.core.errors import EcgError

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel
    from ecgviewer.study.data_sets import DataSet
    from ecgviewer.study.map_store import Outcome

DEFAULT_LIMIT = 60


def try_on_beats(model: "LoadedModel", data_sets: Sequence["DataSet"], args: Namespace) -> None:
    """Print where a model's maps of windows point, and write the files.

    Raises EcgError where the model explains no windows by itself.
    """
    from ecgviewer.study.beat_windows import load_beat_windows
    from ecgviewer.study.pointing import methods_of, point

    card = model.card
    if card.input.windows != AROUND_BEATS:
        others = " and ".join(sorted(set(card.explained_by.values()))) or "another model"
        raise EcgError(f"The model {card.name} is explained by {others}: try these.")
    methods = methods_of(model, args.methods)
    windows = load_beat_windows(data_sets, style_of([model]), progress_task("labels"))
    limit = args.limit or DEFAULT_LIMIT
    task = progress_task("trying explanations")
    outcomes = point(model, windows, methods, limit, args.cache / "scores", task)
    if not outcomes:
        raise EcgError(f"The model {card.name} gets none of these windows right.")
    _report(card.name, outcomes, args.out)


def _report(model: str, outcomes: "Sequence[Outcome]", folder: Path | None) -> None:
    from ecgviewer.study.checkpoint import room_needed
    from ecgviewer.study.faithfulness_table import measure
    from ecgviewer.study.pointing_report import as_markdown, write

    figures = measure(outcomes)
    print(as_markdown(model, outcomes, figures))
    if folder is not None:
        with room_needed(folder):
            folder.mkdir(parents=True, exist_ok=True)
            write(folder, model, outcomes, figures)
        print(f"\n{folder}")
