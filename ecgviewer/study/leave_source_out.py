"""One net a hospital, fitted on all the others: what an unknown hospital may expect.

The scores lie in leave_source_out.csv, in the folder of the recipe's other models or in
one of their own, and ``evaluate --leave-source-out`` makes figures of them.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.study.cards import describe
from ecgviewer.study.claim import SETTINGS_FILE, is_begun
from ecgviewer.study.hospitals import hospitals_of
from ecgviewer.study.labels import LABELS
from ecgviewer.study.markdown import number, table
from ecgviewer.study.metrics import Values, auc
from ecgviewer.study.parts import all_parts
from ecgviewer.study.record_order import RecordOrder
from ecgviewer.study.rounds import Round, gathered, round_parts, train_rounds
from ecgviewer.study.split import FOLD, LEAVE_SOURCE_OUT_FILE, write_out_of_fold
from ecgviewer.study.training import Surroundings

# Of a run's settings, those that all nets of one recipe have in common.
_COMMON = ("recipe", "mapping", "init", "seed", "settings")
ABOUT_TABLE = (
    "AUC in hospitals that the net was trained without (positive of judged records); mean: over "
    "the classes that have both kinds (so many), however few."
)


def leave_sources_out(order: RecordOrder, folder: Path, around: Surroundings) -> Path:
    """Fit a net without each hospital in turn and score that one; return the table's path.

    folder receives without-NAME for each, a model of its own, and leave_source_out.csv. A
    run that was stopped goes on. Raises EcgError where the data sets are one hospital, the
    folder's model was trained otherwise, and as training does.
    """
    hospitals = hospitals_of(order.cache)
    _refuse_another_model(order, folder)
    rounds = _rounds(order, hospitals)
    train_rounds(order, rounds, hospitals, folder, around)
    found = gathered(order, rounds, hospitals, folder)
    around.say(ABOUT_TABLE)
    around.say(as_table(found.scores, order.cache.cells, hospitals))
    if around.team.is_first:
        write_out_of_fold(folder, found, LEAVE_SOURCE_OUT_FILE)
    around.team.wait()
    return folder / LEAVE_SOURCE_OUT_FILE


def _refuse_another_model(order: RecordOrder, folder: Path) -> None:
    """Raise EcgError where the folder holds a model of other settings.

    Its figures and these would lie side by side.
    """
    described = describe(order, all_parts(order.cache.cases))
    # The final net of a cross-validation may have fewer epochs than the folds' nets.
    first_fold = folder / f"{FOLD}0"
    place = first_fold if (first_fold / SETTINGS_FILE).exists() else folder
    is_begun(place, {name: described[name] for name in _COMMON})


def _rounds(order: RecordOrder, hospitals: Sequence[str]) -> list[Round]:
    names = list(dict.fromkeys(hospitals))
    return [
        Round(
            name=f"without-{name}",
            title=f"without {name} ({place} of {len(names)})",
            split=f"all hospitals but {name}",
            parts=round_parts(order, hospitals, name),
        )
        for place, name in enumerate(names, 1)
    ]


def as_table(scores: Values, cells: NDArray[np.float32], hospitals: Sequence[str]) -> str:
    """Return each hospital's AUC by class, with positive and judged records, as Markdown.

    scores, cells: (n_records, n_classes), NaN where not judged. A class without a positive
    or a negative has no AUC; the mean is over the others, however few their records.
    """
    header = ("hospital left out", "records", *LABELS, "mean")
    return table(
        header,
        [
            _row(name, scores[inside], cells[inside])
            for name in dict.fromkeys(hospitals)
            for inside in [np.array(hospitals) == name]
        ],
    )


def _row(name: str, scores: Values, cells: NDArray[np.float32]) -> tuple[str, ...]:
    figures, words = [], []
    for score, cell in zip(scores.T, cells.T, strict=True):
        judged = ~np.isnan(cell)
        truth = cell[judged].astype(np.float64)
        figures.append(auc(truth, score[judged]))
        words.append(f"{number(figures[-1])} ({int(truth.sum())}/{len(truth)})")
    known = [figure for figure in figures if figure == figure]
    mean = float(np.mean(known)) if known else float("nan")
    return (name, str(len(scores)), *words, f"{number(mean)} ({len(known)})")
