from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.nets.build import NETS
from tests.explain.bent_net import BentNet, save_bent_model
from tests.study.made_sets import DX, made_mv, write_challenge


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(NETS, "bent", BentNet)
    return save_bent_model(tmp_path / "bent")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    for number, label in enumerate(("AF", "AF", "SNR")):
        header = tmp_path / "hospital" / f"r{number}.hea"
        write_challenge(header, made_mv(label, number, 3.0)[:, :1000], DX[label])
    return tmp_path / "hospital"


def test_a_set_gets_a_table_a_picture_and_csv(
    model: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    out = tmp_path / "out"
    line = ["population", str(model), "--data", f"ours={data}", "--out", str(out)]
    assert main(line) == 0
    told = capsys.readouterr()
    assert "3 records to weigh" in told.err
    assert "| AF | 2 | " in told.out
    assert {path.name for path in out.iterdir()} == {
        "settings.json",
        "weights.jsonl",
        "population.csv",
        "population_ours.png",
    }
    before = (out / "weights.jsonl").read_bytes()
    assert main(line) == 0
    assert (out / "weights.jsonl").read_bytes() == before
    rows = (out / "population.csv").read_text().splitlines()
    values = [row.split(",") for row in rows if row.startswith("ours,bent,shap,AF,positive,I,")]
    assert np.isfinite(float(values[0][8]))


def test_a_limit_weighs_the_same_few(model: Path, data: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["population", str(model), "--data", str(data), "--limit", "1"]) == 0
    assert "2 records to weigh" in capsys.readouterr().err


def test_no_records_is_a_sentence(model: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "empty").mkdir()
    assert main(["population", str(model), "--data", str(tmp_path / "empty")]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("value", ["0", "-1", "few"])
def test_a_limit_that_is_no_number_is_refused(model: Path, data: Path, value: str):
    with pytest.raises(SystemExit) as stopped:
        main(["population", str(model), "--data", str(data), f"--limit={value}"])
    assert stopped.value.code == 2
