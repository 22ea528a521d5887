"""Data sets of one hospital are left out together."""

from collections.abc import Sequence

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.study.cache import Cache, Skipped
from ecgviewer.study.dataset import Case
from ecgviewer.study.fingerprint import N_WORDS
from ecgviewer.study.hospitals import hospitals_of
from tests.study.made_answers import made_case


def cache_of(*cases: Case, skipped: Sequence[Skipped] = ()) -> Cache:
    nothing = np.zeros((len(cases), N_WORDS), np.uint64)
    return Cache(cases, (), {}, 500.0, nothing, tuple(skipped))


def hospitals(*sources: str) -> list[str]:
    return hospitals_of(cache_of(*(made_case("r", source=source) for source in sources)))


def test_names_that_are_the_same_up_to_the_first_hyphen_are_one_hospital():
    found = hospitals("cpsc2018-challenge", "ptb-xl", "cpsc2018", "CPSC2018_extra", "ludb")
    assert found == ["cpsc2018", "ptb-xl", "cpsc2018", "cpsc2018", "ludb"]


def test_a_hospital_of_one_set_keeps_the_set_s_name():
    assert hospitals("ptb-xl", "-", "ludb") == ["ptb-xl", "-", "ludb"]


def test_sets_that_hold_one_recording_are_one_hospital_whatever_they_are_called():
    kept, copy = made_case("r1", source="ptb-xl"), made_case("HR1", source="challenge")
    others = made_case("HR2", source="challenge"), made_case("1", source="ludb")
    skipped = Skipped(copy, "HR1 is the same recording as r1.", same_as=kept)
    found = hospitals_of(cache_of(kept, *others, skipped=[skipped]))
    assert found == ["ptb+challenge", "ptb+challenge", "ludb"]


def test_sets_that_share_a_patient_are_one_hospital():
    cases = (
        made_case("1", "p1", source="old"),
        made_case("2", "p1", source="new"),
        made_case("1", source="ludb"),
    )
    assert hospitals_of(cache_of(*cases)) == ["old+new", "old+new", "ludb"]


def test_a_record_that_could_not_be_read_joins_nothing():
    skipped = Skipped(made_case("r3", source="a"), "r3 holds no signal.")
    cases = made_case("r1", source="a"), made_case("r2", source="b")
    assert hospitals_of(cache_of(*cases, skipped=[skipped])) == ["a", "b"]


def test_one_hospital_alone_cannot_be_left_out():
    with pytest.raises(EcgError, match=r"\(cpsc2018, cpsc2018-extra\) count as one hospital"):
        hospitals("cpsc2018", "cpsc2018-extra")
