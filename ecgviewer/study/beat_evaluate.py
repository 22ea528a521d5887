"""The examination of a single-lead model: Table II, and ectopic beats between patients."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from ecgviewer.core.card import BEATS_IN_TURN, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.nets.beat_sequence import BeatSequences
from ecgviewer.study.beat_answers import beat_answers
from ecgviewer.study.beat_held_out import JudgedWindows, all_windows, judged_windows
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_scoring import BeatScores
from ecgviewer.study.beat_windows import BeatWindows
from ecgviewer.study.bootstrap import N_DRAWS
from ecgviewer.study.ectopic import Ectopic, judge_ectopic
from ecgviewer.study.evaluate import Evaluation
from ecgviewer.study.fibrillation import Fibrillation, judge_fibrillation
from ecgviewer.study.figures import measure_by_source
from ecgviewer.study.metrics import Values
from ecgviewer.study.scan_scoring import ScanScores
from ecgviewer.study.split import FOLD

NORMAL, AFIB = BEAT_LABELS.index("N"), BEAT_LABELS.index("AFIB")


def evaluate_beats(
    model: LoadedModel,
    windows: BeatWindows,
    store_folder: Path,
    task: Task,
    fitted_too: bool = False,
    n_draws: int = N_DRAWS,
) -> Evaluation:
    """Judge a model on the labelled windows, and on all marked beats, that it does not know.

    windows: in the style that it has learnt. fitted_too: whatever it was fitted on.
    store_folder: where scores and fingerprints are kept for the next time. Raises EcgError
    where nothing says what it was fitted on, no window is left or one cannot be read.
    """
    _refuse_strange_labels(model.card)
    if fitted_too:
        judged = all_windows(windows)
    else:
        judged = judged_windows(model, windows, store_folder, Task())
    if not judged.rows.size:
        raise EcgError(
            f"The model {model.card.name} was fitted on all of these records, so nothing here can "
            "judge it."
        )
    scores = Scored(model, windows, judged, store_folder, task)
    rows = judged.rows.tolist()
    answers = beat_answers(model.card.name, windows, rows, scores.of_windows())
    return Evaluation(
        card=model.card,
        answers=answers,
        tables=measure_by_source(answers, n_draws),
        left_out=judged.left_out,
        notes=judged.notes,
        ectopic=scores.ectopic(n_draws),
        fibrillation=scores.fibrillation(n_draws),
    )


def _refuse_strange_labels(card: ModelCard) -> None:
    if card.labels != BEAT_LABELS:
        raise EcgError(
            f"The model {card.name} tells {', '.join(card.labels)} apart; windows around beats are "
            f"labelled {', '.join(BEAT_LABELS)}."
        )


def one_of(model: LoadedModel, fold: int | None) -> LoadedModel:
    """Return the net that was fitted without a fold as a model of its own; None: all of it."""
    if fold is None or not isinstance(model.net, BeatSequences):
        return model
    net = model.net.nets[fold]
    return replace(model, card=replace(model.card, name=f"{model.card.name}-{FOLD}{fold}"), net=net)


def _asked(model: LoadedModel, fold: int | None, *, by_blocks: bool) -> LoadedModel:
    """Return who judges: without the model that tells blocks where that one may not."""
    one = one_of(model, fold)
    return one if by_blocks else replace(one, blocks=None)


def scores_of(
    model: LoadedModel, windows: BeatWindows, store_folder: Path
) -> BeatScores | ScanScores:
    """Return what asks a model, in the way in which it reads beats."""
    if model.card.input.windows == BEATS_IN_TURN:
        return ScanScores(model, store_folder)
    return BeatScores(model, windows, store_folder)


class Scored:
    """What a model says of the judged windows, and of every marked beat of strangers.

    store_folder, and what is raised: as of evaluate_beats.
    """

    def __init__(
        self,
        model: LoadedModel,
        windows: BeatWindows,
        judged: JudgedWindows,
        store_folder: Path,
        task: Task,
    ) -> None:
        self._windows, self._judged, self._task = windows, judged, task
        self._stores = {
            (fold, by_blocks): scores_of(
                _asked(model, fold, by_blocks=by_blocks), windows, store_folder
            )
            for fold in {None, *judged.fold_of.values()}
            for by_blocks in (False, True)
        }
        self._marked = [x for x in judged.strangers if windows.recordings[x].beats.any()]

    def _store(self, place: int) -> BeatScores | ScanScores:
        """Return the answers of whoever has not learnt from a recording."""
        by_blocks = place not in self._judged.known_to_blocks
        return self._stores[self._judged.fold_of.get(place), by_blocks]

    def of_windows(self) -> Values:
        """Return the probabilities of the judged windows, (n_rows, n_labels)."""
        rows = self._judged.rows
        of = self._windows.recording[rows]
        scores = np.zeros((len(rows), len(BEAT_LABELS)))
        places = np.unique(of).tolist()
        for done, place in enumerate(places):
            recording = self._windows.recordings[place]
            samples_at = self._windows.samples_at[rows[of == place]]
            beats_at = recording.beats_at if place in self._marked else samples_at[:0]
            both = self._store(place).around(recording, np.concatenate([samples_at, beats_at]))
            scores[of == place] = both[: len(samples_at)]
            self._task.step(done + 1, len(places))
        return scores

    def signs_of_fibrillation(self) -> tuple[Values, Values]:
        """Return what tells fibrillation around the judged windows, see inference.irregular.

        The net's mean odds and the intervals' entropy, each (n_rows,), NaN where nothing
        was detected. For models of beats in turn.
        """
        rows = self._judged.rows
        of = self._windows.recording[rows]
        found = np.full((2, len(rows)), np.nan)
        for place in np.unique(of).tolist():
            store = self._store(place)
            assert isinstance(store, ScanScores)
            recording = self._windows.recordings[place]
            found[:, of == place] = store.signs_of_fibrillation(
                recording, self._windows.samples_at[rows[of == place]]
            )
        return found[0], found[1]

    def ectopic(self, n_draws: int) -> tuple[Ectopic, ...]:
        """Return how well ectopic beats of strangers are found, source by source."""
        recordings = [self._windows.recordings[place] for place in self._marked]
        sources = dict.fromkeys(one.source for one in recordings)
        return tuple(self._of_source(source, n_draws) for source in sources)

    def _of_source(self, source: str, n_draws: int) -> Ectopic:
        symbols, answers, patients = [], [], []
        for place in self._marked:
            one = self._windows.recordings[place]
            if one.source == source:
                said = self._store(place).labels(one, one.beats_at)
                symbols.append(one.beats)
                answers += [BEAT_LABELS[label] for label in said]
                patients += [one.patient] * len(one.beats)
        return judge_ectopic(source, np.concatenate(symbols), answers, np.array(patients), n_draws)

    def fibrillation(self, n_draws: int) -> tuple[Fibrillation, ...]:
        """Return how well AF is told in strangers' recordings, of models that scan."""
        asked = [
            (self._windows.recordings[place], has_af, store)
            for place in self._judged.strangers
            if isinstance(store := self._store(place), ScanScores)
            and (has_af := self._has_af(place)) is not None
        ]
        return judge_fibrillation(
            [one.source for one, _, _ in asked],
            [one.patient for one, _, _ in asked],
            np.array([has_af for _, has_af, _ in asked], dtype=bool),
            np.array([store.af_score(one) for one, _, store in asked]),
            n_draws,
        )

    def _has_af(self, place: int) -> bool | None:
        """Whether a recording holds AF, None where it holds neither that nor normal beats."""
        labels = set(self._windows.labels[self._windows.recording == place].tolist())
        if AFIB in labels:
            return True
        return False if NORMAL in labels else None
