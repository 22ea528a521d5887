from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.signal.leads import CHEST_LEADS, STANDARD_LEADS
from ecgviewer.signal.limb_reversal import COEFFICIENTS, LIMBS_FROM_CHEST
from ecgviewer.signal.record_quality import CONSTANT, WEIGHTS
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.metrics import auc
from ecgviewer.study.quality_notes import noted_faults, noted_leads
from ecgviewer.study.quality_study import cross_validate, fit_logistic, folds_of, read_graded
from ecgviewer.study.reversal_study import (
    answers_of,
    cross_answers,
    fit_reversal,
    made_swap,
    usual_beats,
)

RNG = np.random.default_rng(8)
RATE_HZ = 250.0


@pytest.fixture(scope="module")
def made_beats(tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    folder = tmp_path_factory.mktemp("made")
    for seed in range(60):
        made = synthesize("SNR", seed, 5.0, RATE_HZ)
        write_record(folder / f"{seed:02}", made.signals_mv, RATE_HZ, STANDARD_LEADS)
    return usual_beats(sorted(folder.glob("*.hea")))


def _made(n: int, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    values = RNG.normal(size=(n, weights.size)) * [1.0, 20.0] + [3.0, -5.0]
    chance = 1 / (1 + np.exp(-(0.5 + (values - [3.0, -5.0]) @ weights)))
    return values, (RNG.random(n) < chance).astype(float)


def test_the_fit_finds_the_weights_that_made_the_grades_whatever_their_units():
    weights = np.array([1.5, -0.1])
    model = fit_logistic(*_made(20_000, weights))
    np.testing.assert_allclose(model.weights, weights, rtol=0.1)
    assert model.constant == pytest.approx(0.5 - weights @ [3.0, -5.0], rel=0.1)


def test_a_row_that_counts_twice_is_as_good_as_two():
    values, truth = _made(200, np.array([1.0, 0.05]))
    twice = np.concatenate([values, values[:50]])
    counted = fit_logistic(values, truth, np.repeat([2.0, 1.0], [50, 150]), ridge=0.0)
    repeated = fit_logistic(twice, np.concatenate([truth, truth[:50]]), ridge=0.0)
    np.testing.assert_allclose(counted.weights, repeated.weights, rtol=1e-6)


def test_folds_hold_the_grades_evenly():
    truth = np.repeat([0.0, 1.0], [70, 50])
    folds = folds_of(truth, seed=1)
    assert [int((folds == fold).sum()) for fold in range(5)] == [24] * 5
    assert [int(truth[folds == fold].sum()) for fold in range(5)] == [10] * 5
    assert (folds != folds_of(truth, seed=2)).any()


def test_held_out_scores_of_chance_are_no_better_than_chance():
    values, truth = RNG.normal(size=(120, 8)), (RNG.random(120) < 0.4).astype(float)
    fitted = auc(truth, fit_logistic(values, truth).logits(values))
    trial = cross_validate(values, truth, n_repeats=4)
    assert fitted > 0.6
    assert trial.auc.value < fitted - 0.05
    assert trial.auc.low < 0.5 < trial.auc.high
    assert trial.scores.shape == (4, 120)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        (" , V6", {"V6"}),
        (", alles", set(STANDARD_LEADS)),
        (", I-AVF,", set(STANDARD_LEADS[:6])),
        (", I - V1,", set(STANDARD_LEADS[:7])),
        (", v5-6", {"V5", "V6"}),
        ("V3,5,6", {"V3", "V5", "V6"}),
        (", II,III,AVF-V2", {"II", "III", "aVF", "V1", "V2"}),
        (", leicht,", set()),
        ("V1???", set()),
        ("", set()),
    ],
)
def test_notes_in_shorthand_name_leads(text: str, leads: set[str]):
    assert noted_leads(text) == leads


def test_a_folder_without_grades_is_told_so(tmp_path: Path):
    with pytest.raises(EcgError, match=r"quality\.csv does not grade"):
        read_graded(tmp_path)
    (tmp_path / "quality.csv").write_text("record,quality\na,fine\n", encoding="utf-8")
    with pytest.raises(EcgError, match=r"quality\.csv does not grade"):
        read_graded(tmp_path)


def test_swaps_of_made_hearts_are_told_by_a_fit_to_others(made_beats: np.ndarray):
    answers = cross_answers(made_beats)
    assert (answers[""] == "").mean() > 0.9
    for swap in ("RA/LA", "RA/LL", "RA/RL"):
        assert (answers[swap] != "").mean() > 0.9
        # So few hearts hardly teach which arm it was.
        assert (answers[swap] == swap).mean() > 0.6
    model = fit_reversal(made_beats)
    assert (answers_of(model, made_swap("RA/LA", made_beats))["RA/LA"] == "").mean() > 0.9
    assert model.limbs_from_chest.shape == (2, len(CHEST_LEADS))


def test_records_without_all_leads_or_beats_have_no_usual_beat(tmp_path: Path):
    values_mv = synthesize("SNR", 1, 5.0, RATE_HZ).signals_mv
    write_record(tmp_path / "whole", values_mv, RATE_HZ, STANDARD_LEADS)
    write_record(tmp_path / "short", values_mv[:-1], RATE_HZ, STANDARD_LEADS[:-1])
    write_record(tmp_path / "still", 0 * values_mv, RATE_HZ, STANDARD_LEADS)
    paths = [tmp_path / f"{name}.hea" for name in ("whole", "short", "still")]
    assert len(usual_beats(paths)) == 1


def test_typed_numbers_are_those_of_the_fit(data_folder: Path):
    graded = read_graded(data_folder / "cinc2011-quality")
    model = fit_logistic(graded.evidence, graded.unacceptable)
    assert model.constant == pytest.approx(CONSTANT, abs=2e-3)
    assert dict(zip(graded.evidence_names, model.weights, strict=True)) == pytest.approx(
        dict(WEIGHTS), abs=2e-3
    )


@pytest.mark.slow
def test_typed_numbers_of_swaps_are_those_of_the_fit(data_folder: Path):
    noted = noted_faults(data_folder / "ptb-xl")
    model = fit_reversal(usual_beats(one.path for one in noted))
    np.testing.assert_allclose(model.limbs_from_chest, LIMBS_FROM_CHEST, atol=2e-3)
    for swap, logistic in model.logistic.items():
        fitted = [logistic.constant, *logistic.weights]
        np.testing.assert_allclose(fitted, COEFFICIENTS[swap], atol=2e-2)
