"""Any lead of a record, read as the only one."""

from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.inference.one_lead import leads_beside, one_lead, strip_lead_name
from ecgviewer.inference.strip_input import read_band
from tests.made_models import noise, record_of

VALUES = noise(3, 2000)


def band_of(row: np.ndarray) -> np.ndarray:
    return read_band(record_of(row[np.newaxis], ("II",)), 0, 2000)


@pytest.mark.parametrize(
    ("asked", "row"), [("V5", 2), ("v5", 2), ("II", 0), ("MLII", 0), ("ABP-like", 1)]
)
def test_the_lead_that_is_named_is_the_one_that_nets_read(asked: str, row: int):
    record = record_of(VALUES, ("MLII", "ABP-like", "V5"))
    chosen = one_lead(record, asked)
    assert chosen.lead_names == (record.lead_names[row],)
    assert strip_lead_name(chosen) == record.lead_names[row]
    assert np.array_equal(read_band(chosen, 0, 2000), band_of(VALUES[row]))


def test_a_limb_lead_may_follow_from_two_others():
    chosen = one_lead(record_of(VALUES, ("I", "V1", "II")), "III")
    assert chosen.lead_names == ("III",)
    assert np.allclose(read_band(chosen, 0, 2000), band_of(VALUES[2] - VALUES[0]), atol=1e-6)


def test_a_lead_that_is_not_there_is_named_beside_those_that_are():
    with pytest.raises(EcgError, match="made has no ECG lead V6; its ECG leads are: MLII, V5"):
        one_lead(record_of(VALUES[:2], ("MLII", "V5")), "V6")


def test_unasked_lead_ii_is_read_or_what_stands_in_for_it():
    for names, expected in (
        (("V5", "MLII"), "MLII"),
        (("ECG1", "ECG2"), "ECG1"),
        (("V1", "I", "III"), "II"),
        (("ECG", "ECG", "ECG"), "ECG"),
        (("V1", "V2", "V3"), "V1"),
    ):
        assert strip_lead_name(record_of(VALUES[: len(names)], names)) == expected


def test_of_a_recorder_s_leads_without_telling_names_the_others_stand_beside_the_first():
    """So many as a recorder has, three; beside lead II none."""
    for names, expected in (
        (("ECG", "ECG"), (1,)),
        (("ECG", "ECG", "ECG"), (1, 2)),
        (("V1", "V2", "V3", "V4"), (1, 2)),
        (("V5", "MLII", "V1"), ()),
        (("ECG",), ()),
    ):
        values = noise(len(names), 2000)
        beside = leads_beside(record_of(values, names))
        assert len(beside) == len(expected)
        for one, row in zip(beside, expected, strict=True):
            assert np.array_equal(read_band(one, 0, 2000), band_of(values[row]))


def test_without_an_ecg_lead_no_beat_can_be_judged():
    record = record_of(VALUES[:1], ("II",))
    pressure = replace(record, leads=(replace(record.leads[0], is_ecg=False),))
    with pytest.raises(EcgError, match="made has no ECG lead, so that no beat"):
        strip_lead_name(pressure)
