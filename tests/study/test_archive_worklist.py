"""The answers about an archive become records and answers of a review file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ecgviewer.core.answer import KeptAnswer
from ecgviewer.core.errors import EcgError
from ecgviewer.core.review import ModelRef
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from ecgviewer.review.known import KnownRecord
from ecgviewer.review.store import ReviewStore
from ecgviewer.study import archive_worklist
from ecgviewer.study.archive_output import Output
from ecgviewer.study.archive_run import ArchiveRun
from ecgviewer.study.archive_worklist import take_answers
from tests.archives import answers_in, order_for, small_model_folder, write_archive
from tests.study.inline_crew import InlineCrew

NO_LABELS: frozenset[str] = frozenset()


@pytest.fixture(scope="module")
def out(tmp_path_factory) -> Path:
    """The answers about 25 records and one that cannot be read."""
    folder = tmp_path_factory.mktemp("ward")
    archive = write_archive(folder / "archive", 25, n_broken=1)
    order = order_for(folder / "out")
    with closing(Output(order)) as output:
        ArchiveRun(output, InlineCrew(order), [archive], lambda _tally: None).work()
    return order.out


@pytest.fixture
def store(tmp_path) -> Iterator[ReviewStore]:
    with closing(ReviewStore(tmp_path / "ward.ecgreview")) as opened:
        yield opened


def test_records_and_answers_are_those_that_the_window_would_keep(out, store):
    taken = take_answers([out], NO_LABELS, store, Task())
    assert taken.folder == out.parent / "archive"
    assert taken.models == ("small",)
    assert [path.name for path in taken.paths] == [f"r{n:05}.hea" for n in range(25)]
    model = load_model(small_model_folder(), "cpu")
    reference = ModelRef("small", model.card.weights_sha256)
    kept = {answer.record_id: answer for answer in store.answers(reference)}
    records = {known.record_id: known for known in store.records()}
    assert len(kept) == len(records) == 25
    for path in taken.paths[::6]:
        record = open_record(path)
        found = kept[record.record_id]
        plain = KeptAnswer.of(
            record.record_id, reference, analyze(model, record, Task()), found.at_utc
        )
        assert records[record.record_id] == KnownRecord.of(record)
        assert found.scores == pytest.approx(plain.scores, abs=1e-5)
        for name in ("found", "unfamiliar", "missing_leads", "excluded_by"):
            assert getattr(found, name) == getattr(plain, name)


def test_only_records_with_a_finding_are_taken_where_it_is_wished(out, store):
    findings = {x["record"]: x["findings"] for x in answers_in(out)}
    label = next(iter(findings.values()))[0]
    wanted = {path for path, labels in findings.items() if label in labels}
    assert len(wanted) > 0
    taken = take_answers([out], frozenset({label, "never"}), store, Task())
    assert {str(path) for path in taken.paths} == wanted
    with pytest.raises(EcgError, match="no record with never among its findings"):
        take_answers([out], frozenset({"never"}), store, Task())


def test_any_number_is_kept_a_few_at_a_time(out, store, monkeypatch):
    monkeypatch.setattr(archive_worklist, "_KEPT_AT_ONCE", 4)
    assert len(take_answers([out, out], NO_LABELS, store, Task()).paths) == 2 * 25
    assert len(store.records()) == 25


def test_a_folder_without_answers_and_a_broken_part_are_told_of(out, store, tmp_path):
    with pytest.raises(EcgError, match="holds no answers"):
        take_answers([tmp_path], NO_LABELS, store, Task())
    part = tmp_path / "out" / "jsonl" / "0000" / "part-00000000.jsonl"
    part.parent.mkdir(parents=True)
    part.write_text('{"record": ')
    with pytest.raises(EcgError, match=r"part-00000000\.jsonl in .* is no part"):
        take_answers([tmp_path / "out"], NO_LABELS, store, Task())
