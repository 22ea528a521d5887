"""``ecgviewer evaluate`` for models that read windows around beats."""

from argparse import Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ecgviewer.cli.progress import progress_task
from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.study.beat_labels import DEFAULT

if TYPE_CHECKING:
    from ecgviewer.inference.loaded import LoadedModel
    from ecgviewer.study.data_sets import DataSet
    from ecgviewer.study.evaluate import Evaluation

# Options by the attribute that argparse keeps them under.
_OF_RECORDS = {
    "leave_source_out": "--leave-source-out",
    "compare_thresholds": "--compare-thresholds",
    "mapping": "--mapping",
}


def read_beats(models: Sequence["LoadedModel"]) -> bool:
    """Whether these models read windows around beats; raises EcgError where only some do."""
    kinds = {model.card.name: model.card.input.windows in OF_BEATS for model in models}
    if len(set(kinds.values())) > 1:
        names = ", ".join(name for name, around_beats in kinds.items() if around_beats)
        raise EcgError(f"{names} answer beat by beat, the others record by record: ask them apart.")
    return all(kinds.values())


def style_of(models: Sequence["LoadedModel"]) -> str:
    """Return which windows the models have learnt; raises EcgError where they differ."""
    styles = {str(model.card.training.get("style", DEFAULT)) for model in models}
    if len(styles) > 1:
        raise EcgError(
            f"The models have learnt windows of the styles {' and '.join(sorted(styles))}, whose "
            "labels differ: ask them apart."
        )
    return styles.pop()


def examined_by_beats(
    models: Sequence["LoadedModel"], data_sets: Sequence["DataSet"], args: Namespace
) -> list["Evaluation"]:
    """Judge every model; raises EcgError where an option is for models of records."""
    from ecgviewer.study.beat_evaluate import evaluate_beats
    from ecgviewer.study.beat_windows import load_beat_windows

    given = [option for name, option in _OF_RECORDS.items() if getattr(args, name)]
    if given:
        raise EcgError(f"{given[0]} is for models of whole records: omit it.")
    windows = load_beat_windows(data_sets, style_of(models), progress_task("labels"))
    store = args.cache / "scores"
    return [
        evaluate_beats(
            model, windows, store, progress_task(f"{model.card.name}:"), args.all, args.draws
        )
        for model in models
    ]
