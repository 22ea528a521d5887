"""From folders of records to a model folder that the program loads."""

from dataclasses import replace
from pathlib import Path

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.library import load_model
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.dataset import load_cases
from ecgviewer.study.labels import LABELS
from ecgviewer.study.recipe import RECIPES
from ecgviewer.study.run import train

DX = {"AF": "164889003", "SNR": "426783006"}
QUICK = replace(
    RECIPES["resnet34"],
    input=replace(RECIPES["resnet34"].input, n_samples=1600),
    epochs=1,
    pretrain_epochs=1,
    synthetic_records=4,
    finish_epochs=1,
    finish_records=4,
    batch_size=4,
    precision="float32",
)


@pytest.fixture(scope="module")
def challenge_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hospital")
    for number in range(16):
        label = "AF" if number % 2 else "SNR"
        made = synthesize(label, number, duration_s=4.0)
        comments = ["Age: 60", "Sex: Male", f"Dx: {DX[label]}"]
        write_record(
            folder / f"E{number:05}", made.signals_mv, 500.0, STANDARD_LEADS, comments=comments
        )
    return folder


def test_a_model_is_trained_evaluated_and_loaded(challenge_folder, tmp_path):
    said: list[str] = []
    trained = train(
        "small",
        QUICK,
        [challenge_folder],
        tmp_path / "small",
        tmp_path / "cache",
        Task(),
        said.append,
    )
    model = load_model(tmp_path / "small", "cpu")
    assert model.card.labels == LABELS
    counts = model.card.training
    learnt, held_out = counts["fitted_on"]["records"], counts["held_out"]["records"]
    assert learnt[challenge_folder.name] + held_out[challenge_folder.name] == 16
    assert len(model.card.thresholds) == len(trained.figures) == 9
    assert any(line.startswith("| AF |") for line in said[-1].splitlines())


def test_a_folder_without_labels_is_refused_by_name(tmp_path):
    with pytest.raises(EcgError, match=r"holiday.*no data set"):
        load_cases(_empty(tmp_path / "holiday"))


def _empty(folder: Path) -> Path:
    folder.mkdir()
    return folder
