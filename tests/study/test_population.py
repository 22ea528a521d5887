from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.core.lead_weights import LeadWeights
from ecgviewer.core.task import Task
from ecgviewer.explain.background import BACKGROUND_FILE, make_background
from ecgviewer.explain.shapley import lead_weights
from ecgviewer.inference.library import load_model, save
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.io.open import open_record
from ecgviewer.nets.beat_net import BeatNet
from ecgviewer.signal.leads import INDEPENDENT_LEADS, STANDARD_LEADS
from ecgviewer.study.dataset import Case
from ecgviewer.study.labels import LABELS
from ecgviewer.study.population import choose, weigh_cases
from ecgviewer.study.population_figures import (
    ALL,
    CSV_FILE,
    POSITIVE,
    LeadFigure,
    as_table,
    population_figures,
    write_csv,
)
from ecgviewer.study.population_picture import draw_population
from ecgviewer.study.weighed_records import (
    WEIGHTS_FILE,
    WeighedRecord,
    WeightStore,
    unweighed,
    weighed,
)
from tests.explain.bent_net import SPEC
from tests.made_models import card_of
from tests.study.made_answers import made_case
from tests.study.made_sets import made_mv, write_challenge

WIDTHS, BLOCKS = (8, 8), 1


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    """A small net that other processes know too, compared with one ordinary record."""
    folder = tmp_path_factory.mktemp("models") / "small"
    spec = replace(SPEC, rate_hz=125.0, n_samples=250)
    options = {"widths": WIDTHS, "blocks": BLOCKS}
    card = card_of(name="small", net="beat_net", net_options=options, input=spec)
    save(folder, BeatNet(widths=WIDTHS, blocks=BLOCKS).eval(), card)
    np.save(folder / BACKGROUND_FILE, make_background(spec)[:1].astype(np.float16))
    return load_model(folder, "cpu")


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    folder = tmp_path_factory.mktemp("records")
    made = []
    for number, label in enumerate(("SNR", "AF", "AF")):
        path = write_challenge(folder / f"r{number}.hea", made_mv(label, number, 3.0)[:, :1000], "")
        cells = tuple(float(label == one) for one in LABELS)
        made.append(Case("made", path.stem, path, f"p{number}", 0, cells))
    return made


def _one_hot(*labels: str) -> tuple[float, ...]:
    return tuple(float(label in labels) for label in LABELS)


def test_a_sample_has_as_many_of_each_class_as_there_are_up_to_the_limit():
    many = [made_case(f"af{i}", cells=_one_hot("AF")) for i in range(20)]
    few = [made_case(f"ste{i}", cells=_one_hot("STE", "AF")) for i in range(2)]
    other = [made_case(f"b{i}", source="b", cells=_one_hot("AF")) for i in range(9)]
    none = [made_case("none")]
    chosen = choose(many + few + other + none, limit=5)
    counts = {
        (source, label): sum(
            case.source == source and case.cells[LABELS.index(label)] == 1 for case in chosen
        )
        for source in "ab"
        for label in ("AF", "STE")
    }
    assert counts["a", "STE"] == 2
    assert 5 <= counts["a", "AF"] <= 7
    assert counts["b", "AF"] == 5
    assert set(chosen) == set(choose(none + other[::-1] + few + many[::-1], limit=5))


def test_a_smaller_sample_lies_within_a_larger_one_and_no_limit_takes_all():
    cases = [made_case(f"r{i}", cells=_one_hot(LABELS[i % 9])) for i in range(60)]
    small, large = ({case.name for case in choose(cases, limit)} for limit in (2, 4))
    assert small < large
    assert choose(cases, None) == cases


def test_each_record_s_weights_are_those_of_explain(model: LoadedModel, cases: list[Case]):
    records = weigh_cases(model, cases[:1], "shap", None, Task())
    record = open_record(cases[0].path)
    alone = lead_weights(model, record, "shap", 0, record.n_samples, Task())
    rows = [STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]
    assert records[0].values[rows] == pytest.approx(alone.values, abs=1e-6)
    assert np.isnan(np.delete(records[0].values, rows, axis=0)).all()


def test_a_stopped_study_goes_on_and_ends_as_an_unbroken_one(
    model: LoadedModel, cases: list[Case], tmp_path: Path
):
    weigh_cases(model, cases[:2], "shap", tmp_path, Task())
    path = tmp_path / WEIGHTS_FILE
    first, second = path.read_text().splitlines()
    path.write_text(f"{first}\n{second[:40]}")  # killed while writing
    records = weigh_cases(model, cases, "shap", tmp_path, Task())
    unbroken = weigh_cases(model, cases, "shap", None, Task())
    assert len(path.read_text().splitlines()) == 3
    assert path.read_text().startswith(f"{first}\n")
    for resumed, straight in zip(records, unbroken, strict=True):
        assert resumed.key == straight.key
        assert resumed.values == pytest.approx(straight.values, abs=2e-6, nan_ok=True)


def test_a_folder_of_another_method_is_not_gone_on_with(
    model: LoadedModel, cases: list[Case], tmp_path: Path
):
    weigh_cases(model, cases[:1], "shap", tmp_path, Task())
    with pytest.raises(EcgError, match="method was shap, now shap-gradient"):
        weigh_cases(model, cases[:1], "shap-gradient", tmp_path, Task())


@pytest.mark.slow
def test_processes_side_by_side_give_the_same_weights(
    model: LoadedModel, cases: list[Case], tmp_path: Path
):
    alone = weigh_cases(model, cases, "shap", None, Task())
    together = weigh_cases(model, cases, "shap", tmp_path, Task(), jobs=2)
    for one, other in zip(alone, together, strict=True):
        assert one.key == other.key
        assert one.values == pytest.approx(other.values, abs=2e-6, nan_ok=True)


def test_a_record_that_cannot_be_weighed_is_told_and_left_out(model: LoadedModel, tmp_path: Path):
    lost = Case("made", "lost", tmp_path / "lost.hea", "p", 0, _one_hot("AF"))
    (record,) = weigh_cases(model, [lost], "shap", None, Task())
    assert "lost" in record.problem
    assert population_figures([lost], [record], model.card) == []


def test_kept_records_come_back_as_they_were(tmp_path: Path):
    store = WeightStore(tmp_path)
    store.add(_made_record(0, 1.25))
    store.add(unweighed(("a", "r1"), "p1", "It is too short."))
    again = WeightStore(tmp_path)
    first, second = again.get(("a", "r0")), again.get(("a", "r1"))
    assert first is not None
    assert first.values == pytest.approx(_made_record(0, 1.25).values, nan_ok=True)
    assert first.patient == "p0"
    assert second is not None
    assert second.problem == "It is too short."


def _made_record(number: int, value: float, patient: str = "") -> WeighedRecord:
    """Lead I says ``value`` for every class, lead V1 the opposite, the others nothing."""
    values = np.full((12, 9), np.nan)
    values[[STANDARD_LEADS.index(lead) for lead in INDEPENDENT_LEADS]] = 0
    values[STANDARD_LEADS.index("I")], values[STANDARD_LEADS.index("V1")] = value, -value
    key = "a", f"r{number}"
    return WeighedRecord(
        key, patient or f"p{number}", values, np.abs(values), np.zeros(9), np.zeros(9)
    )


@pytest.fixture
def figures() -> list[LeadFigure]:
    """Three AF records that say 1, 2 and -3, and one record of SNR that says 10."""
    said = [("AF", 1.0), ("AF", 2.0), ("AF", -3.0), ("SNR", 10.0)]
    cases = [made_case(f"r{i}", cells=_one_hot(label)) for i, (label, _) in enumerate(said)]
    records = [_made_record(i, value) for i, (_, value) in enumerate(said)]
    return population_figures(cases, records, card_of())


def _figure(figures: list[LeadFigure], label: str, over: str, lead: str) -> LeadFigure:
    found = [one for one in figures if (one.label, one.over, one.lead) == (label, over, lead)]
    assert len(found) == 1
    return found[0]


def test_means_are_over_the_records_that_have_the_class_and_over_all(figures: list[LeadFigure]):
    one = _figure(figures, "AF", POSITIVE, "I")
    assert (one.n_records, one.n_patients) == (3, 3)
    assert one.size.value == pytest.approx(2.0)
    assert one.signed.value == pytest.approx(0.0)
    assert one.size.low <= one.size.value <= one.size.high
    everyone = _figure(figures, "AF", ALL, "V1")
    assert everyone.n_records == 4
    assert everyone.size.value == pytest.approx(4.0)
    assert everyone.signed.value == pytest.approx(-2.5)


def test_leads_that_follow_from_others_and_classes_without_records_have_no_figure(
    figures: list[LeadFigure],
):
    assert np.isnan(_figure(figures, "AF", POSITIVE, "aVR").size.value)
    assert _figure(figures, "LBBB", POSITIVE, "I").n_records == 0
    assert np.isnan(_figure(figures, "LBBB", POSITIVE, "I").size.value)


def test_records_of_one_patient_are_drawn_together():
    cases = [made_case(f"r{i}", cells=_one_hot("AF")) for i in range(8)]
    values = (1.0,) * 4 + (5.0,) * 4
    apart = [_made_record(i, value) for i, value in enumerate(values)]
    together = [_made_record(i, value, patient=f"p{value}") for i, value in enumerate(values)]
    widths = []
    for records in (apart, together):
        one = _figure(population_figures(cases, records, card_of()), "AF", POSITIVE, "I")
        widths.append(one.size.high - one.size.low)
        assert one.size.value == pytest.approx(3.0)
    assert widths[1] == pytest.approx(4.0)
    assert widths[0] < widths[1]


def test_a_lead_that_a_record_lacks_does_not_count_there():
    weights = LeadWeights(
        leads=INDEPENDENT_LEADS,
        labels=LABELS,
        values=np.where(np.arange(8)[:, None] == 2, 0.0, np.ones((8, 9))),
        base=np.zeros(9),
        logits=np.ones(9),
        method="shap",
        model="m",
        start=0,
        stop=1,
        absent=("V1",),
    )
    lacking = weighed(("a", "r0"), "p0", weights, STANDARD_LEADS)
    cases = [made_case(f"r{i}", cells=_one_hot("AF")) for i in range(2)]
    figures = population_figures(cases, [lacking, _made_record(1, 3.0)], card_of())
    assert _figure(figures, "AF", POSITIVE, "V1").size.value == pytest.approx(3.0)
    assert _figure(figures, "AF", POSITIVE, "I").size.value == pytest.approx(2.0)


def test_the_table_and_the_files_say_the_figures(figures: list[LeadFigure], tmp_path: Path):
    table = as_table(figures, "a")
    assert "| AF | 3 | **2.00** (+0.00) | 0.00 (+0.00) | **2.00** (+0.00) |" in table
    assert "aVR" not in table
    write_csv(tmp_path / CSV_FILE, figures, "m", "shap")
    lines = (tmp_path / CSV_FILE).read_text().splitlines()
    assert len(lines) == 1 + 9 * 2 * 12
    assert any(line.startswith("a,m,shap,AF,positive,I,3,3,2.00000,") for line in lines)
    draw_population(tmp_path / "p.png", figures, "a", "m", "shap")
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
