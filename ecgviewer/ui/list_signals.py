"""Judges the signals of a worklist's records."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.review.listed_records import ListedRecords
from ecgviewer.review.worklist import Facts, Grade
from ecgviewer.signal.judged import WHOLE_RECORD_S, Judged, judge
from ecgviewer.signal.lead_quality import STRETCH_S
from ecgviewer.ui.list_batches import Batches, Publish
from ecgviewer.ui.list_gate import Gate
from ecgviewer.ui.review_file import ReviewFile, keep_listed

if TYPE_CHECKING:
    from ecgviewer.review.listing_store import ListedFile


def judge_signals(
    records: ListedRecords, rows: Sequence[int], file: ReviewFile, gate: Gate,
    publish: Publish, task: Task,
) -> None:  # fmt: skip
    """Judge the signal of some records, the beginning of long ones."""
    with file.store() as store:
        listed = store.listing.below(records.folder)
    new: list[ListedFile] = []
    batches = Batches(publish, lambda: keep_listed(file, new), len(rows))
    for done, row in enumerate(rows):
        gate.pass_through(task)
        task.step(done, len(rows))
        found = listed.get(str(records.paths[row]))
        if found is None or found.problem:
            continue
        found = _with_grade(found)
        new.append(found)
        assert found.grade is not None
        facts = Facts(grade=Grade(found.grade), grade_words=found.grade_words)
        batches.add(row, facts, done + 1)
    keep_listed(file, new)
    batches.tell(len(rows))


def _with_grade(found: "ListedFile") -> "ListedFile":
    from ecgviewer.io.open import open_record

    try:
        record = open_record(found.path)
        whole = record.duration_s <= WHOLE_RECORD_S
        stop = record.n_samples if whole else round(STRETCH_S * record.rate_hz)
        judged = judge(record, 0, stop, Task())
    except EcgError as error:
        return replace(found, grade=int(Grade.UNKNOWN), grade_words=str(error))
    return replace(found, grade=int(grade_of(judged)), grade_words=faults_of(judged))


def grade_of(judged: Judged) -> Grade:
    """Return one grade for a record: of twelve leads as people would judge, else the worst."""
    from ecgviewer.signal.record_quality import ACCEPTABLE

    leads = [quality.grade for qualities in judged.leads.values() for quality in qualities]
    if judged.reason or not leads:
        return Grade.UNKNOWN
    if judged.twelve is not None and judged.twelve.acceptable < ACCEPTABLE:
        return Grade.POOR
    if judged.twelve is None and all(grade == "poor" for grade in leads):
        return Grade.POOR
    return Grade.GOOD if all(grade == "good" for grade in leads) else Grade.USABLE


def faults_of(judged: Judged) -> str:
    """Return what is wrong with a record's signal in words, "" where nothing is."""
    if judged.twelve is not None:
        return judged.twelve.words
    told = dict.fromkeys(
        f"{quality.lead}: {quality.words}"
        for qualities in judged.leads.values()
        for quality in qualities
        if quality.reasons
    )
    return judged.reason or "; ".join(told)
