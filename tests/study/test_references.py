"""The reference of each single record is that which its data set's loader gives it."""

import math

import pytest

from ecgviewer.io.folder import records_in
from ecgviewer.io.open import open_record
from ecgviewer.review.listing_store import FileSaid
from ecgviewer.review.worklist import Reference
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.study.references import ReferenceTables, of_header, of_labels, said_by


def cells_of(reference: Reference) -> tuple[float, ...]:
    said = {**dict.fromkeys(reference.absent, 0.0), **dict.fromkeys(reference.present, 1.0)}
    return tuple(said.get(label, math.nan) for label in LABELS)


@pytest.mark.parametrize("name", ["ptb-xl", "cpsc2018-challenge", "cpsc2018-extra", "ludb"])
def test_real_records_have_the_reference_of_their_data_set(data_folder, name):
    cases = {case.path.resolve(): case.cells for case in load_cases(data_folder / name)}
    tables = ReferenceTables()
    judged = 0
    for path in records_in(data_folder / name)[:300]:
        found = cells_of(tables.reference(path, said_by(open_record(path))))
        expected = cases.get(path.resolve(), (math.nan,) * len(LABELS))
        assert found == pytest.approx(expected, nan_ok=True), path.name
        judged += not all(map(math.isnan, expected))
    assert judged > 0 or not cases


def test_records_of_marked_beats_name_their_rhythms_and_beats(data_folder):
    tables = ReferenceTables()
    marked = {
        name: tables.reference(path, said_by(open_record(path))).present
        for name in ("100", "106", "202")
        if (path := data_folder / "mitdb" / f"{name}.hea").is_file()
    }
    assert marked["106"] == ("PVC",)
    assert "AFIB" in marked["202"]
    assert "PAC" in marked["100"]


def test_words_that_no_vocabulary_knows_judge_nothing():
    said = FileSaid(("Suspected something",), "Suspected something")
    assert of_header("a", said) == Reference(words="Suspected something")


def test_a_readers_own_labels_are_codes_names_or_snomed():
    assert of_labels(["af", "Premature ventricular contraction"]).present == ("AF", "PVC")
    assert "SNR" in of_labels(["AF"]).absent
    assert of_labels(["164889003"]).present == ("AF",)
    assert of_labels(["something else"]) == Reference(words="something else")
    assert of_labels([]) == Reference()
