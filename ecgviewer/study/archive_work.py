"""What one process does for an archive: reads records, asks nets, writes a part."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ecgviewer.core.answer_json import facts
from ecgviewer.core.errors import EcgError
from ecgviewer.core.finding import Analysis
from ecgviewer.core.record import Record
from ecgviewer.inference.asked_models import AskedModels
from ecgviewer.inference.batches import Answer, Batches, Question, read_question
from ecgviewer.inference.library import default_model
from ecgviewer.inference.loaded import LoadedModel, leave_a_core_free, share_cores
from ecgviewer.io.open import open_record
from ecgviewer.review.listing_store import files_beside, stamp_of
from ecgviewer.review.sentences import in_words
from ecgviewer.study import archive_parts as parts
from ecgviewer.study.archive_order import Chunk, ChunkDone, Done, Order, unreadable
from ecgviewer.study.read_ahead import read_ahead

# So many records are read ahead of the net.
_AHEAD = 32


@dataclass(frozen=True, eq=False)
class _Asked:
    """A record that a model is asked about."""

    question: Question
    model: LoadedModel
    done: Done


class Analyst:
    """Analyses chunks of records, one after the other, in one thread and another that reads.

    Raises EcgError where a model cannot be asked, or this program is of another version
    than that which gave the order.
    """

    def __init__(self, order: Order) -> None:
        from importlib.metadata import version

        if version("ecgviewer") != order.version:
            raise EcgError(
                f"This machine has ecgviewer {version('ecgviewer')}, and the run was started by "
                f"{order.version}; install the same version everywhere."
            )
        # Loading a model would say otherwise later.
        leave_a_core_free()
        share_cores()
        self._order = order
        self._models = AskedModels(order.model, order.device, default_model, order.backend)

    def work(self, chunk: Chunk) -> ChunkDone:
        """Analyse records and write their part, whole but not yet in its place."""
        asked_of: dict[str, str] = {}
        done: list[Done] = []
        lines = self._unfinished(chunk, parts.LINES)
        with in_words(lines):
            lines.parent.mkdir(parents=True, exist_ok=True)

        def answers() -> Iterator[dict[str, object]]:
            for asked, answer in self._answers(chunk, done):
                if isinstance(answer, Analysis):
                    card = asked.model.card
                    asked_of[card.name] = card.weights_sha256
                    done.append(asked.done)
                    path, record = asked.done.path, asked.question.record
                    yield answer_line(path, record, answer, card.weights_sha256)
                else:
                    done.append(_failed(asked.done, answer))

        n_answers = parts.write_lines(lines, answers())
        if n_answers == 0:
            parts.remove(lines)
        elif self._order.parquet:
            parts.make_parquet(lines, self._unfinished(chunk, parts.PARQUET))
        return ChunkDone(chunk, tuple(done), asked_of)

    def _unfinished(self, chunk: Chunk, ending: str) -> Path:
        path = parts.part_path(self._order.out, chunk.number, ending)
        return parts.unfinished_path(path, self._order.token)

    def _answers(self, chunk: Chunk, done: list[Done]) -> Iterator[tuple[_Asked, Answer]]:
        """Yield the records that a model was asked about; others are noted as done at once."""
        batches: dict[str, Batches] = {}
        waiting: dict[int, _Asked] = {}
        for item in read_ahead(map(self._read, chunk.paths), _AHEAD):
            if isinstance(item, Done):
                done.append(item)
                continue
            waiting[id(item.question)] = item
            gathered = batches.setdefault(item.model.card.name, Batches(item.model))
            for question, answer in gathered.ask(item.question):
                yield waiting.pop(id(question)), answer
        for gathered in batches.values():
            for question, answer in gathered.finish():
                yield waiting.pop(id(question)), answer

    def _read(self, path: str) -> _Asked | Done:
        try:
            record = open_record(path, self._order.hints)
        except EcgError as error:
            return unreadable(path, str(error))
        files = files_beside(record)
        done = Done(path, stamp_of(Path(path), files), files)
        # A model that cannot be asked ends everything; a record that cannot be judged does not.
        model = self._models.for_record(record)
        try:
            return _Asked(read_question(model, record), model, done)
        except EcgError as error:
            return _failed(done, error)


def answer_line(path: str, record: Record, analysis: Analysis, weights: str) -> dict[str, object]:
    """Return the object of an answer: that of `analyze --json`, and whose it is."""
    excluded = {x.label: x.excluded_by for x in analysis.findings if x.excluded_by}
    return {
        **facts(path, record, analysis),
        "record_id": record.record_id,
        "weights_sha256": weights,
        "analysed_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "excluded_by": excluded,
        "is_unfamiliar": analysis.is_unfamiliar,
    }


def _failed(done: Done, error: EcgError) -> Done:
    return Done(done.path, done.stamp, done.files, str(error))
