"""`ecgviewer info`: what files hold, as text and as JSON."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.paths import demo_folder
from ecgviewer.signal.leads import STANDARD_LEADS

KEYS = [
    *("record", "format", "fs_hz", "leads", "units", "samples", "seconds"),
    *("annotations", "patient", "dx", "synthetic", "error"),
]
AF = demo_folder() / "demo_af.hea"


def _json(
    capsys: pytest.CaptureFixture[str], *paths: Path, status: int = 0
) -> list[dict[str, Any]]:
    assert main(["info", "--json", *map(str, paths)]) == status
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A record of two leads, 2 s at 500 Hz, with a patient and a diagnosis."""
    values = np.zeros((1000, 2), dtype="<i2")
    (tmp_path / "made.dat").write_bytes(values.tobytes())
    header = tmp_path / "made.hea"
    header.write_text(
        "made 2 500 1000\n"
        "made.dat 16 1000(0)/mV 16 0 0 0 0 avr\n"
        "made.dat 16 1000(0)/mV 16 0 0 0 0 V1\n"
        "# Age: 81\n# Sex: Male\n# Dx: 164889003\n# Synthetic: yes\n"
    )
    return header


def test_a_record_is_one_object_with_all_facts(capsys, made):
    (facts,) = _json(capsys, made)
    assert list(facts) == KEYS
    assert facts == {
        "record": str(made),
        "format": "wfdb 16",
        "fs_hz": 500.0,
        "leads": ["avr", "V1"],
        "units": ["mV", "mV"],
        "samples": 1000,
        "seconds": 2.0,
        "annotations": {},
        "patient": {"age": 81, "sex": "M"},
        "dx": [{"code": "164889003", "text": "Atrial fibrillation"}],
        "synthetic": True,
        "error": None,
    }


def test_one_lead_is_told_in_the_singular(capsys, made):
    lines = made.read_text().splitlines()
    made.write_text("\n".join(["made 1 500 2000", *lines[1:2], *lines[3:]]) + "\n")
    assert main(["info", str(made)]) == 0
    assert "  1 lead " in capsys.readouterr().out


def test_beats_are_counted_by_the_file_that_holds_them(capsys):
    (facts,) = _json(capsys, AF)
    assert list(facts["annotations"]) == ["atr"]
    assert facts["annotations"]["atr"] > 5


def test_a_folder_stands_for_its_records_in_order(capsys):
    records = [Path(facts["record"]) for facts in _json(capsys, demo_folder())]
    assert records == sorted(demo_folder().glob("*.hea"))


def test_a_file_that_cannot_be_read_says_why_and_the_others_go_on(capsys, tmp_path):
    broken = tmp_path / "broken.mat"
    broken.write_text("no matrix at all")
    missing = tmp_path / "missing.hea"
    answers = _json(capsys, broken, missing, AF, status=2)
    assert [answer["record"] for answer in answers] == [str(broken), str(missing), str(AF)]
    assert "broken.mat" in answers[0]["error"]
    assert "missing.hea" in answers[1]["error"]
    assert answers[2]["error"] is None
    for answer in answers[:2]:
        assert list(answer) == KEYS
        assert answer["leads"] is None


def test_a_folder_without_records_says_so(capsys, tmp_path):
    (answer,) = _json(capsys, tmp_path, status=2)
    assert answer["record"] == str(tmp_path)
    assert "no record under this folder" in answer["error"]


def test_the_text_form_says_the_same_in_lines(capsys, made):
    assert main(["info", str(made)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        str(made),
        "  format       wfdb 16, synthetic",
        "  length       2 s, 1000 samples at 500 Hz",
        "  2 leads      avr V1 (mV)",
        "  patient      81 years, male",
        "  diagnoses    Atrial fibrillation",
    ]


def test_the_text_form_keeps_errors_apart(capsys, tmp_path):
    assert main(["info", str(tmp_path / "missing.hea"), str(AF)]) == 2
    said = capsys.readouterr()
    assert said.out.startswith(str(AF))
    assert said.err.startswith("ecgviewer: missing.hea ")
    assert len(said.err.splitlines()) == 1


@pytest.mark.parametrize(
    "options", [["--fs-hz", "0"], ["--gain", "nan"], ["--leads", "I,,II"], ["--fs-hz", "fast"]]
)
def test_nonsense_about_a_file_is_refused(capsys, options):
    with pytest.raises(SystemExit) as ended:
        main(["info", str(AF), *options])
    assert ended.value.code == 2
    assert options[0] in capsys.readouterr().err


def test_a_mat_that_says_too_little_is_read_with_what_a_person_adds(capsys, tmp_path):
    from scipy.io import savemat

    path = tmp_path / "bare.mat"
    savemat(path, {"x": np.arange(2000, dtype=np.int16).reshape(2, 1000)})
    (answer,) = _json(capsys, path, status=2)
    assert "--fs-hz" in answer["error"]
    assert main(["info", "--json", str(path), "--fs-hz", "250", "--leads", "II,V5"]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert (facts["fs_hz"], facts["leads"], facts["seconds"]) == (250.0, ["II", "V5"], 4.0)


def test_a_half_hour_record_with_its_beats(capsys, data_folder):
    (facts,) = _json(capsys, data_folder / "mitdb" / "100.hea")
    assert facts["format"] == "wfdb 212"
    assert (facts["fs_hz"], facts["samples"]) == (360.0, 650000)
    assert facts["leads"] == ["MLII", "V5"]
    assert facts["annotations"] == {"atr": 2274}
    assert facts["patient"] == {"age": 69, "sex": "M"}
    assert facts["synthetic"] is False


def test_leads_are_spelled_as_in_the_file(capsys, data_folder):
    (facts,) = _json(capsys, data_folder / "ludb" / "data" / "1.hea")
    assert facts["leads"] == [name.lower() for name in STANDARD_LEADS]


@pytest.mark.parametrize("folder", ["formats", "cpsc2018-challenge", "cpsc2018", "ludb"])
def test_every_file_of_a_folder_is_described_or_refused_in_one_sentence(
    capsys, data_folder, folder
):
    main(["info", "--json", str(data_folder / folder)])
    said = capsys.readouterr()
    answers = [json.loads(line) for line in said.out.splitlines()]
    assert said.err == ""
    assert len(answers) > 3
    for answer in answers:
        assert list(answer) == KEYS
        assert (answer["error"] is None) == (answer["leads"] is not None)
        assert answer["error"] is None or "\n" not in answer["error"]
