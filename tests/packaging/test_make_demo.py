"""The committed demo is what the generator makes, and small."""

from pathlib import Path

import numpy as np
import pytest

import make_demo
from ecgviewer.core.classes import class_text
from ecgviewer.core.paths import demo_folder
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import LABELS

NAMES = sorted([*(f"demo_{label.lower()}" for label in LABELS), "demo_long"])


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert make_demo.main([str(folder)]) == 0
    return folder


def test_the_demo_has_a_record_for_each_class_and_a_long_one(remade: Path) -> None:
    wanted = [f"{name}{end}" for name in NAMES for end in (".atr", ".dat", ".hea")]
    assert sorted(path.name for path in remade.iterdir()) == wanted
    assert sorted(path.name for path in demo_folder().iterdir()) == wanted


@pytest.mark.parametrize("name", NAMES)
def test_what_is_committed_is_what_the_generator_makes(remade: Path, name: str) -> None:
    made, committed = (
        open_record(remade / f"{name}.hea"),
        open_record(demo_folder() / f"{name}.hea"),
    )
    assert made.lead_names == committed.lead_names
    assert made.annotations == committed.annotations
    assert made.diagnoses == committed.diagnoses
    # A processor's exponential may differ in its last bit, and so one unit of the file.
    one_unit_mv = 0.0051 if name == "demo_long" else 0.0011
    difference = made.read(0, made.n_samples) - committed.read(0, committed.n_samples)
    assert np.abs(difference).max() <= one_unit_mv


@pytest.mark.parametrize("label", LABELS)
def test_a_demo_record_says_what_it_is(label: str) -> None:
    header = (demo_folder() / f"demo_{label.lower()}.hea").read_text(encoding="utf-8")
    record = open_record(demo_folder() / f"demo_{label.lower()}.hea")
    assert f"# Dx: {class_text(label).snomed}\n" in header
    assert f"# Truth: {label}\n" in header
    assert "# Synthetic: yes\n" in header
    assert "no real patient" in header
    assert record.synthetic
    assert record.patient.age_years
    assert record.patient.sex in ("M", "F")
    assert record.lead_names == STANDARD_LEADS
    assert (record.rate_hz, record.n_samples) == (500.0, 5000)
    assert not record.warnings


def test_the_long_record_has_rhythms_and_beats() -> None:
    record = open_record(demo_folder() / "demo_long.hea")
    assert record.duration_s == 1200.0
    labels = [mark.label + mark.text for mark in record.annotations]
    assert any("(AFIB" in label for label in labels)
    assert sum(label.startswith("V") for label in labels) > 50
    assert sum(label.startswith("N") for label in labels) > 1000


def test_the_demo_is_small() -> None:
    assert sum(path.stat().st_size for path in demo_folder().iterdir()) < 2_500_000
