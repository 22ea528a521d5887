from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.explain_leads import fields, in_words
from ecgviewer.cli.main import main
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from ecgviewer.nets.build import NETS
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS, derive_limb_leads
from tests.cli.made_records import write_record
from tests.explain.bent_net import LABELS, BentNet, save_bent_model
from tests.made_models import noise, record_of


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(NETS, "bent", BentNet)
    return save_bent_model(tmp_path / "bent")


def _record(folder: Path, n_samples: int = 200) -> Path:
    values = noise(12, n_samples)
    for lead, derived in derive_limb_leads(values[0], values[1]).items():
        values[STANDARD_LEADS.index(lead)] = derived
    return write_record(folder, "made", values, rate_hz=100.0)


def _explain(record: Path, model: Path, out: Path, *args: str) -> dict[str, np.ndarray]:
    line = ["explain", str(record), "--model", str(model), "--out", str(out), *args]
    assert main([*line, "--method", "shap"]) == 0
    with np.load(out) as stored:
        return dict(stored)


def test_the_file_holds_one_label_s_weights_and_they_add_up(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
):
    stored = _explain(_record(tmp_path), model, tmp_path / "weights.npz", "--label", "AF")
    assert tuple(stored["leads"]) == INDEPENDENT_LEADS
    assert stored["values"].shape == (8,)
    assert (str(stored["label"]), str(stored["method"])) == ("AF", "shap")
    total = float(stored["values"].sum())
    assert total == pytest.approx(float(stored["logit"] - stored["base"]), abs=1e-3)
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    for lead in ("III", "aVR", "aVL", "aVF"):
        assert [lead, "follows", "from", "I", "and", "II"] in printed
    for lead, value in zip(stored["leads"], stored["values"], strict=True):
        assert [lead, f"{value:+.2f}"] in [words[:2] for words in printed]


def test_without_a_label_the_file_holds_all_of_the_window_where_the_likeliest_scores_highest(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
):
    path = _record(tmp_path, n_samples=600)
    stored = _explain(path, model, tmp_path / "all.npz")
    assert stored["values"].shape == (8, 3)
    assert tuple(stored["label"]) == LABELS
    totals = stored["values"].sum(axis=0)
    assert totals == pytest.approx(stored["logit"] - stored["base"], abs=1e-3)
    assert capsys.readouterr().out.splitlines()[1].split() == list(LABELS)
    analysis = analyze(load_model(model, "cpu"), open_record(path), Task())
    likeliest = analysis.findings[0].label
    best = max(analysis.windows, key=lambda window: window.scores[likeliest])
    assert (int(stored["start"]), int(stored["stop"])) == (best.start, best.stop)
    score = 1 / (1 + np.exp(-stored["logit"][LABELS.index(likeliest)]))
    assert score == pytest.approx(best.scores[likeliest], abs=1e-4)


def test_weights_with_magnitudes_are_written_with_them():
    weights = LeadWeights(
        leads=("I", "II"),
        labels=("AF", "PVC"),
        values=np.array([[1.0, -2.0], [0.5, 0.25]]),
        magnitudes=np.array([[1.5, 2.5], [0.75, 1.0]]),
        base=np.zeros(2),
        logits=np.array([1.4, -1.8]),
        method="shap-gradient",
        model="made",
        start=0,
        stop=5000,
    )
    stored = fields(weights, "PVC", 500.0)
    assert stored["values"].tolist() == [-2.0, 0.25]
    assert stored["magnitudes"].tolist() == [2.5, 1.0]
    record = record_of(noise(2, 100), ("I", "II"))
    assert in_words(weights, "PVC", record).splitlines()[1:3] == [
        "  I      -2.00 " + 30 * "-",
        "  II     +0.25 ++++",
    ]
    assert "missed" not in in_words(weights, "PVC", record)
    short = replace(weights, logits=np.array([1.4, -9.0]))
    assert "-1.75 of -9.00; the rest is missed" in in_words(short, "PVC", record)
    assert in_words(short, None, record, "Partly blind.").endswith("\n  Partly blind.")


def test_a_map_needs_a_label(tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]):
    line = ["explain", str(_record(tmp_path)), "--model", str(model), "--out", "x.npz"]
    assert main(line) == 2
    assert "name it with --label" in capsys.readouterr().err


def test_a_label_that_the_model_lacks_is_told(
    tmp_path: Path, model: Path, capsys: pytest.CaptureFixture[str]
):
    line = ["explain", str(_record(tmp_path)), "--model", str(model), "--out", "x.npz"]
    assert main([*line, "--method", "shap", "--label", "XX"]) == 2
    assert 'no label "XX"; it has AF' in capsys.readouterr().err
