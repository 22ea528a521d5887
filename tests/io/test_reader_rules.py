"""WFDB and MAT files keep the rules of readers; other formats are tried beside their own tests."""

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.open import file_of, open_record
from tests.io.made_mat import FS_HZ, made_signal, write_v5
from tests.io.reader_rules import check_reader


@pytest.mark.parametrize("packed", [True, False])
def test_a_mat_file_keeps_the_rules(packed, tmp_path):
    signal = made_signal(3, 900)
    path = write_v5(tmp_path / "made.mat", packed=packed, ecg=signal, fs=FS_HZ, units="mV")
    check_reader(path, tmp_path, expected_mv=signal.astype(np.float32))


def test_an_address_names_a_part_of_a_file(tmp_path):
    assert file_of(tmp_path / "study.xml#2") == tmp_path / "study.xml"
    (tmp_path / "odd#2").touch()
    assert file_of(tmp_path / "odd#2") == tmp_path / "odd#2"


def test_a_part_of_an_absent_file_is_told_by_the_file_s_name(tmp_path):
    with pytest.raises(EcgError, match=r"^study\.xml does not exist"):
        open_record(tmp_path / "study.xml#2", ImportHints(fs_hz=500))
