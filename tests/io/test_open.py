"""The one door: every clickable name, and a sentence for what cannot be opened."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import ecgviewer
from ecgviewer.core.errors import EcgError
from ecgviewer.io import open_record, read
from ecgviewer.io.hints import ImportHints, NeedsHints
from tests.io.made_mat import made_signal, write_v4, write_v5


@pytest.fixture
def challenge_record(tmp_path) -> Path:
    """A challenge record: a version 4 MAT file with a WFDB header of the same name."""
    write_v4(tmp_path / "A0001.mat", val=(made_signal(2) * 1000).astype(np.int16))
    header = "A0001 2 500 500\n" + "".join(
        f"A0001.mat 16+24 1000/mV 16 0 0 0 0 {lead}\n" for lead in ("I", "II")
    )
    (tmp_path / "A0001.hea").write_text(header)
    return tmp_path / "A0001.mat"


def test_the_same_function_has_all_its_names():
    assert ecgviewer.open_record is open_record is read


def test_the_package_knows_no_other_lazy_names():
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = ecgviewer.no_such_name


@pytest.mark.parametrize("name", ["A0001.mat", "A0001.hea", "A0001"])
def test_a_mat_file_with_a_header_is_a_wfdb_record(name, challenge_record):
    record = open_record(challenge_record.with_name(name))
    assert record.format == "wfdb 16"
    np.testing.assert_allclose(record.read(0, 500), made_signal(2), atol=0.001)


def test_a_path_may_be_text(challenge_record):
    assert open_record(str(challenge_record)).name == "A0001"


def test_a_mat_file_beside_the_header_of_another_signal_file_is_read_as_mat(challenge_record):
    challenge_record.with_suffix(".hea").write_text("A0001 1 500 500\nA0001.dat 16 1000/mV\n")
    with pytest.raises(NeedsHints):
        open_record(challenge_record)
    assert open_record(challenge_record, ImportHints(fs_hz=500.0)).format == "mat v4"


def test_hints_do_not_disturb_a_record_that_needs_none(challenge_record):
    assert open_record(challenge_record, ImportHints(fs_hz=100.0)).rate_hz == 500


@pytest.mark.parametrize("name", ["absent.hea", "absent.dat", "absent.mat", "absent", "absent.x"])
def test_an_absent_file_is_named(name, tmp_path):
    with pytest.raises(EcgError, match=r"absent.* (does not exist|has no WFDB header)"):
        open_record(tmp_path / name)


@pytest.mark.parametrize("name", ["folder", "folder.mat", "folder.hea", "folder.dat"])
def test_a_folder_is_called_a_folder(name, tmp_path):
    (tmp_path / name).mkdir()
    with pytest.raises(EcgError, match=rf"^{name} is a folder"):
        open_record(tmp_path / name)


@pytest.mark.parametrize("name", ["notes.rtf", "picture.png", "record.gz", "no suffix"])
def test_an_unknown_kind_is_told_what_can_be_opened(name, tmp_path):
    (tmp_path / name).write_text("anything")
    with pytest.raises(EcgError, match=rf"^{name} is not a kind .*\.hea.*\.mat"):
        open_record(tmp_path / name)


def test_capital_suffixes_are_known(tmp_path):
    write_v5(tmp_path / "MADE.MAT", ecg=made_signal(2), fs=500.0)
    assert open_record(tmp_path / "MADE.MAT").n_samples == 500


@pytest.mark.parametrize("path", ["a\0b.mat", "n" * 5_000 + ".mat", "n" * 5_000])
def test_impossible_names_give_a_sentence(path):
    with pytest.raises(EcgError):
        open_record(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["pipe.mat", "pipe.hea", "pipe.dat"])
@pytest.mark.timeout(10)
def test_a_pipe_is_no_record_and_nothing_waits_for_it(name, tmp_path):
    os.mkfifo(tmp_path / name)
    with pytest.raises(EcgError, match="pipe"):
        open_record(tmp_path / name)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work differently there")
@pytest.mark.parametrize("name", ["A0001.mat", "A0001.hea"])
def test_an_unreadable_file_is_named_with_the_reason(name, challenge_record):
    forbidden = challenge_record.with_name(name)
    code = (
        "import os, sys\n"
        "from ecgviewer.core.errors import EcgError\n"
        "from ecgviewer.io import open_record\n"
        # Loads what is loaded late: the interpreter's own files may be out of reach below.
        "open_record(sys.argv[1])\n"
        "os.chmod(sys.argv[1], 0)\n"
        # Nothing is forbidden to the administrator.
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: open_record(sys.argv[1])\n"
        "except EcgError as error: print(error)\n"
    )
    for folder in (forbidden.parent, forbidden.parent.parent, forbidden.parent.parent.parent):
        folder.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", code, forbidden], capture_output=True, text=True, check=True
    )
    assert name in done.stdout
    assert "Permission denied" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a name")
def test_a_name_that_is_no_utf_8_finds_its_header(tmp_path):
    stranger = tmp_path / os.fsdecode(b"\xfe_1.dat")
    stranger.write_bytes(bytes(1000))
    with pytest.raises(EcgError, match="no WFDB header"):
        open_record(stranger)
    # Another header stands before the one that names the file.
    (tmp_path / "a.hea").write_text("a 1 100 500\na.dat 16 1000/mV 16 0 0 0 0 I\n")
    (tmp_path / os.fsdecode(b"\xff.hea")).write_bytes(
        b"\xff 1 100 500\n\xfe_1.dat 16 1000/mV 16 0 0 0 0 I\n"
    )
    with pytest.raises(EcgError, match="needs its signal file"):
        open_record(stranger)


def test_the_package_itself_loads_no_reader():
    code = "import sys, ecgviewer; assert 'numpy' not in sys.modules; ecgviewer.open_record"
    heavy = "assert not {'h5py', 'wfdb', 'scipy', 'torch', 'soundfile'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", f"{code}; {heavy}"], check=True)
