"""Answers about many records: windows of several records pass a net at once.

The answers are those of ``predict.analyze``, up to the last digits, which depend on how
many windows a net is given.
"""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from ecgviewer.core.card import OF_BEATS
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.input import Prepared
from ecgviewer.inference.loaded import LoadedModel, with_fallback
from ecgviewer.inference.predict import (
    Heard,
    analysis_of,
    analyze,
    probabilities_of_windows,
    windows_of,
)
from ecgviewer.inference.windows import Span, read_windows

# On a CPU more at once are no faster and wait longer for each other.
WINDOWS_AT_ONCE = 16
# GPUs are asked to do more at once.
WINDOWS_AT_ONCE_ON_GPU = 128
# The windows of a longer record need not all be in memory: it is analysed by itself.
MOST_WINDOWS = 64

Answer = Analysis | EcgError


@dataclass(eq=False)
class Question:
    """A record whose windows were read, and what was heard of them so far.

    windows: those that hold a signal. n_places: how many there are with silent ones.
    alone: it is to be analysed by itself.
    """

    record: Record
    windows: Sequence[tuple[Span, Prepared]]
    n_places: int
    began_s: float
    alone: bool = False
    heard: list[Heard] = field(default_factory=list)
    problem: EcgError | None = None


def read_question(model: LoadedModel, record: Record) -> Question:
    """Read a record's windows; another thread may do so while a net answers.

    Raises EcgError where the record cannot be judged.
    """
    began_s = time.perf_counter()
    if model.card.input.windows in OF_BEATS:
        return Question(record, (), 0, began_s, alone=True)
    places = windows_of(record, model)
    if len(places) > MOST_WINDOWS:
        return Question(record, (), len(places), began_s, alone=True)
    windows = zip(places, read_windows(record, places, model.card.input), strict=True)
    return Question(record, [item for item in windows if not item[1].silent], len(places), began_s)


class Batches:
    """Gathers windows of records for one model and gives whole answers back, in their order."""

    def __init__(self, model: LoadedModel) -> None:
        self.model = model
        on_gpu = model.device.type == "cuda"
        self._size = WINDOWS_AT_ONCE_ON_GPU if on_gpu else WINDOWS_AT_ONCE
        self._asked: deque[Question] = deque()
        self._waiting: deque[tuple[Question, Span, Prepared]] = deque()

    def ask(self, question: Question) -> list[tuple[Question, Answer]]:
        """Take a question; return the answers that are whole by now."""
        self._asked.append(question)
        self._waiting.extend((question, *window) for window in question.windows)
        while len(self._waiting) >= self._size:
            self._hear(self._size)
        return self._answered()

    def finish(self) -> list[tuple[Question, Answer]]:
        """Return all answers that are left."""
        while self._waiting:
            self._hear(min(self._size, len(self._waiting)))
        return self._answered()

    def _hear(self, n_windows: int) -> None:
        batch = [self._waiting.popleft() for _ in range(n_windows)]
        windows = [prepared for _, _, prepared in batch]
        (logits, features), self.model = with_fallback(
            self.model, partial(LoadedModel.logits_and_features, windows=windows)
        )
        for row, (question, place, prepared) in enumerate(batch):
            try:
                scores = probabilities_of_windows(
                    logits[row : row + 1], question.record, self.model
                )
            except EcgError as error:
                question.problem = error
            else:
                question.heard.append(Heard(place, prepared, scores[0], features[row]))

    def _answered(self) -> list[tuple[Question, Answer]]:
        unheard = self._waiting[0][0] if self._waiting else None
        answered = []
        while self._asked and self._asked[0] is not unheard:
            question = self._asked.popleft()
            answered.append((question, self._answer(question)))
        return answered

    def _answer(self, question: Question) -> Answer:
        if question.problem is not None:
            return question.problem
        try:
            if question.alone:
                return analyze(self.model, question.record, Task())
            heard, n_places = question.heard, question.n_places
            return analysis_of(self.model, question.record, heard, n_places, question.began_s)
        except EcgError as error:
            return error
