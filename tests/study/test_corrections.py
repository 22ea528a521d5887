"""Reviewed records are known again by their content, and their labels take the set's place."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.study.cache import open_cache, without_copies
from ecgviewer.study.corrections import corrected, corrected_cells, through_copies
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.parts import groups_of
from ecgviewer.study.reviews import ReviewedRecord, Reviews
from tests.study.made_sets import DX, made_mv, write_challenge

NAN = float("nan")
NOT_JUDGED = (NAN,) * len(LABELS)


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    """Four records of sinus rhythm, and a fifth of which nothing is judged."""
    for number in range(4):
        write_challenge(tmp_path / "ward" / f"W{number}.hea", made_mv("SNR", number), DX["SNR"])
    write_challenge(tmp_path / "ward" / "W4.hea", made_mv("AF", 4), "")
    return tmp_path / "ward"


def cases_of(*folders: Path) -> list[Case]:
    sets = [DataSet(folder.name, folder) for folder in folders]
    return load_data_sets(sets, unjudged_too=True)


def reviewed(header: Path, labels: dict[str, int | None], **given: str) -> ReviewedRecord:
    record = open_record(header)
    facts = {"name": record.name, "path": ""} | given
    return ReviewedRecord(
        record.record_id, facts["name"], facts["path"], record.rate_hz, labels, {}
    )


def reviews(*records: ReviewedRecord) -> Reviews:
    return Reviews(records, 1, ("ab" * 32,))


def cell(case: Case, label: str) -> float:
    return case.cells[LABELS.index(label)]


def by_name(cases: tuple[Case, ...]) -> dict[str, Case]:
    return {case.name: case for case in cases}


def test_corrected_cells_take_the_place_of_the_set_s(ward):
    cases = cases_of(ward)
    made = corrected(cases, reviews(reviewed(ward / "W1.hea", {"AF": 1})), [ward], Task())
    case = by_name(made.cases)["W1"]
    assert (cell(case, "AF"), cell(case, "SNR")) == (1, 0)
    assert (made.matched, made.n_changed, made.overridden) == (1, 1, 2)
    before = by_name(tuple(cases))
    assert by_name(made.cases)["W0"] is before["W0"]
    assert (case.patient, case.group) == (before["W1"].patient, before["W1"].group)


def test_a_record_is_known_again_under_another_name(ward):
    record = reviewed(ward / "W2.hea", {"AF": 1}, name="ECG-0123456789")
    made = corrected(cases_of(ward), reviews(record), [ward], Task())
    assert cell(by_name(made.cases)["W2"], "AF") == 1
    assert made.not_found == 0


def test_another_record_of_the_same_name_is_left_alone(ward, tmp_path):
    other = write_challenge(tmp_path / "other" / "W1.hea", made_mv("AF", 77), DX["AF"])
    made = corrected(cases_of(ward), reviews(reviewed(other, {"AF": 1})), [ward], Task())
    assert cell(by_name(made.cases)["W1"], "AF") != 1
    assert (made.matched, made.added, made.not_found) == (0, 0, 1)


def test_a_record_that_nobody_had_judged_counts_once_it_is(ward):
    nothing = corrected(cases_of(ward), reviews(), [ward], Task())
    assert "W4" not in by_name(nothing.cases)
    made = corrected(cases_of(ward), reviews(reviewed(ward / "W4.hea", {"AF": 1})), [ward], Task())
    assert cell(by_name(made.cases)["W4"], "AF") == 1
    assert made.added == 0


def test_a_record_of_no_data_set_is_added_from_where_it_lies(ward, tmp_path):
    path = write_challenge(tmp_path / "other" / "X.hea", made_mv("AF", 8), DX["AF"])
    record = reviewed(path, {"AF": 1, "PVC": None}, path=str(path))
    made = corrected(cases_of(ward), reviews(record), [ward], Task())
    (case,) = [case for case in made.cases if case.source == "reviews"]
    assert case.path == path
    assert (cell(case, "AF"), cell(case, "SNR")) == (1, 0)
    assert np.isnan(cell(case, "PVC"))
    assert case.patient == f"reviews/{record.record_id}"
    assert groups_of([case]) == [str(case.group)]
    assert (made.matched, made.added, made.not_found) == (0, 1, 0)


def test_a_path_at_which_something_else_lies_now_is_not_taken(ward, tmp_path):
    path = write_challenge(tmp_path / "other" / "X.hea", made_mv("AF", 8), DX["AF"])
    record = replace(reviewed(path, {"AF": 1}, path=str(path)), record_id="0" * 64)
    made = corrected(cases_of(ward), reviews(record), [ward], Task())
    assert (made.added, made.not_found) == (0, 1)


def test_a_record_in_a_folder_of_the_data_is_found_there(ward, tmp_path):
    path = write_challenge(tmp_path / "more" / "deep" / "X.hea", made_mv("AF", 8), DX["AF"])
    made = corrected(
        cases_of(ward), reviews(reviewed(path, {"AF": 1})), [ward, tmp_path / "more"], Task()
    )
    assert [case.path for case in made.cases if case.source == "reviews"] == [path]


def test_the_correction_of_a_copy_holds_for_the_one_that_stays(ward, tmp_path):
    shutil.copytree(ward, tmp_path / "again")
    # Another gain in its header makes it another content.
    copy = tmp_path / "again" / "W3.hea"
    copy.write_text(copy.read_text().replace("1000(0)/mV", "999(0)/mV"))
    cases = cases_of(ward, tmp_path / "again")
    made = corrected(cases, reviews(reviewed(copy, {"AF": 1})), [ward], Task())
    cache = without_copies(open_cache(made.cases, tmp_path / "cache", 125.0, Task()))
    (case,) = [case for case in cache.cases if case.name == "W3"]
    assert (case.source, cell(case, "AF")) == ("ward", 0)
    (case,) = [case for case in through_copies(cache, made).cases if case.name == "W3"]
    assert (case.source, cell(case, "AF")) == ("ward", 1)


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"PVC": 1}, {"PVC": 1, "SNR": 0, "AF": 0}),
        ({"PVC": 1, "SNR": 1}, {"PVC": 1, "SNR": 1}),
        ({"PVC": 0}, {"PVC": 0, "SNR": 1}),
        ({"AF": None}, {"AF": NAN, "SNR": 1}),
        ({"164890007": 1}, {"AF": 0, "SNR": 1}),
    ],
)
def test_a_finding_takes_sinus_rhythm_alone_back_and_doubt_judges_nothing(stated, expected):
    normal = tuple(float(label == "SNR") for label in LABELS)
    found = dict(zip(LABELS, corrected_cells(normal, stated), strict=True))
    np.testing.assert_equal({label: found[label] for label in expected}, expected)


def test_sinus_rhythm_alone_takes_findings_back():
    of_af = tuple(float(label == "AF") for label in LABELS)
    found = dict(zip(LABELS, corrected_cells(of_af, {"SNR": 1}), strict=True))
    assert (found["SNR"], found["AF"]) == (1, 0)
    np.testing.assert_equal(corrected_cells(NOT_JUDGED, {"SNR": 1})[1:], NOT_JUDGED[1:])
