"""All figures of a review file: readers with each other, with the model, and by the truth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.classes import RECORD_CLASSES
from ecgviewer.core.review import ModelRef, Role, Step
from ecgviewer.review.against_truth import Accuracies, accuracies
from ecgviewer.review.agreement import Agreements, agreements
from ecgviewer.review.cells import Cells, Rater, cells, model, reader, truth
from ecgviewer.review.changes_of_mind import ChangesOfMind, changes_of_mind
from ecgviewer.review.opinions import Opinion, classes_in, finished, opinions
from ecgviewer.review.truth import Basis, Truth, Truths, disputed_classes, truths

# Below it every figure is a hint at best.
SMALL_N = 30


@dataclass(frozen=True, slots=True)
class AgreementReport:
    """What a review file tells of agreement.

    readers: with at least one finished review, in the order of their first steps.
    n_records: with a finished review of a reader. n_settled, n_disputed: records of which
    every, or not every, class is settled by more than one reader or an adjudicator.
    together: all readers, over the records that all of them finished; None for one reader.
    before: the same by the answers that they gave before the model was shown. pairs: every
    two of three or more. model: whose answers are compared, None where there are none.
    with_model, with_model_before: each reader with it, by last and by own answers.
    """

    readers: tuple[str, ...]
    adjudicators: tuple[str, ...]
    n_records: int
    n_adjudicated: int
    n_settled: int
    n_disputed: int
    together: Agreements | None
    before: Agreements | None
    pairs: tuple[Agreements, ...]
    model: ModelRef | None
    n_answers: int
    with_model: tuple[Agreements, ...]
    with_model_before: tuple[Agreements, ...]
    minds: tuple[ChangesOfMind, ...]
    by_truth: tuple[Accuracies, ...]

    @property
    def is_small(self) -> bool:
        """Whether it rests on so few records that every figure is a mere hint."""
        return self.n_records < SMALL_N


def report_of(
    steps: Iterable[Step],
    answers: Iterable[KeptAnswer] = (),
    patients: Mapping[str, str] | None = None,
) -> AgreementReport:
    """Return all figures; answers: those of one model; patients: by record, where known."""
    everybody = opinions(steps)
    done = finished(everybody)
    found = truths([o for o in everybody if o.done], RECORD_CLASSES)
    figures = _Figures(done, found, {a.record_id: a for a in answers}, patients)
    names = tuple(dict.fromkeys(opinion.reader for opinion in done))
    judges = finished(everybody, Role.ADJUDICATOR)
    of_readers = {opinion.record_id for opinion in done}
    n_disputed = sum(bool(disputed_classes(found[key])) for key in of_readers)
    return AgreementReport(
        names,
        tuple(dict.fromkeys(judge.reader for judge in judges)),
        len(of_readers),
        len({judge.record_id for judge in judges}),
        sum(_is_settled(found[key]) for key in of_readers),
        n_disputed,
        figures.between(names),
        figures.between(names, own=True),
        figures.pairs(names),
        figures.model,
        len(figures.answers.keys() & of_readers),
        figures.with_model(names),
        figures.with_model(names, own=True),
        figures.minds(names),
        figures.by_truth(),
    )


def _is_settled(classes: Mapping[str, Truth]) -> bool:
    return all(t.basis in (Basis.ADJUDICATED, Basis.AGREED) for t in classes.values())


class _Figures:
    """Makes the parts of a report from the finished reviews of a file."""

    def __init__(
        self,
        done: Sequence[Opinion],
        found: Truths,
        answers: Mapping[str, KeptAnswer],
        patients: Mapping[str, str] | None,
    ) -> None:
        self._done, self._found, self.answers = done, found, answers
        self._patients = patients
        self._classes = classes_in(RECORD_CLASSES, done)

    @property
    def model(self) -> ModelRef | None:
        """The model whose answers are given."""
        return next((answer.model for answer in self.answers.values()), None)

    def between(self, names: Sequence[str], *, own: bool = False) -> Agreements | None:
        """Return the agreement of readers over the records that all of them finished."""
        if len(names) < 2:
            return None
        return self._agreements([reader(name, self._done, own=own) for name in names])

    def pairs(self, names: Sequence[str]) -> tuple[Agreements, ...]:
        """Return the agreement of every two of three or more readers."""
        if len(names) < 3:
            return ()
        both = (
            self.between((first, second))
            for place, first in enumerate(names)
            for second in names[place + 1 :]
        )
        return tuple(found for found in both if found is not None)

    def with_model(self, names: Sequence[str], *, own: bool = False) -> tuple[Agreements, ...]:
        """Return the agreement of each reader with the model."""
        readers = [reader(name, self._done, own=own) for name in names]
        found = [self._agreements([one, self._model]) for one in readers]
        return tuple(one for one in found if one is not None)

    def minds(self, names: Sequence[str]) -> tuple[ChangesOfMind, ...]:
        """Return what became of each reader's own answers."""
        settled = truth(self._found, lambda one: one.is_settled)
        made = []
        for name in names:
            before, after = (reader(name, self._done, own=own) for own in (True, False))
            judged = self._cells([before, after, self._model, settled])
            if judged.record_ids:
                made.append(changes_of_mind(judged))
        return tuple(made)

    def by_truth(self) -> tuple[Accuracies, ...]:
        """Return how right the model is where the truth is settled."""
        settled = truth(self._found, lambda one: one.is_settled)
        judged = self._cells([self._model, settled])
        return (accuracies(judged, self._groups(judged)),) if judged.record_ids else ()

    @property
    def _model(self) -> Rater:
        return model(self.model.name if self.model else "", self.answers)

    def _cells(self, raters: Sequence[Rater]) -> Cells:
        return cells(raters, self._classes)

    def _agreements(self, raters: Sequence[Rater]) -> Agreements | None:
        judged = self._cells(raters)
        return agreements(judged, self._groups(judged)) if judged.record_ids else None

    def _groups(self, judged: Cells) -> list[str] | None:
        if self._patients is None:
            return None
        # A record whose patient is not known stands for itself.
        return [self._patients.get(key, f"record {key}") for key in judged.record_ids]
