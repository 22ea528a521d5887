from dataclasses import replace

import numpy as np
import pytest
import torch

from ecgviewer.core.card import InputSpec
from ecgviewer.core.erased import Erased, spans_in
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.explain.erase import ask_without, bridged
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze
from ecgviewer.io.open import open_record
from tests.made_models import SumNet, card_of, noise, random_model, record_of


@pytest.fixture
def tall_model() -> LoadedModel:
    """Class TALL is there while lead I or II rises above 1 mV: logit 10 (max I + max II - 1)."""
    net = SumNet(
        mean_weights=torch.zeros(1, 2),
        max_weights=torch.tensor([[10.0, 10.0]]),
        bias=torch.tensor([-10.0]),
    )
    spec = InputSpec(leads=("I", "II"), rate_hz=500.0, n_samples=5000)
    card = card_of(net="sum", labels=("TALL",), thresholds=(0.5,), input=spec, combine="max")
    return LoadedModel(card, net, torch.device("cpu"))


def _with_bump(n_samples: int, middle: int, rows: tuple[int, ...] = (0,)) -> Record:
    values = np.zeros((2, n_samples), dtype=np.float32)
    values += np.linspace(0, 0.01, n_samples, dtype=np.float32)  # no lead is flat
    values[list(rows), middle - 50 : middle + 50] += 1.5
    return record_of(values, ("I", "II"))


def _by_hand(values: np.ndarray, start: int, stop: int, rows: tuple[int, ...]) -> np.ndarray:
    changed = values.copy()
    for row in rows:
        step = (values[row, stop] - values[row, start - 1]) / (stop - start + 1)
        for sample in range(start, stop):
            changed[row, sample] = values[row, start - 1] + step * (sample - start + 1)
    return changed


@pytest.mark.parametrize("rate_hz", [500.0, 360.0])
@pytest.mark.parametrize(("lead", "rows"), [(None, tuple(range(12))), ("V2", (7,))])
def test_the_answer_is_that_to_a_record_bridged_by_hand(rate_hz, lead, rows):
    model, values = random_model(), noise(12, 7000)
    record = record_of(values, rate_hz=rate_hz)
    before = analyze(model, record, Task())
    after = ask_without(model, record, [Erased(2000, 2600, lead)], before, Task())
    expected = analyze(
        model, record_of(_by_hand(values, 2000, 2600, rows), rate_hz=rate_hz), Task()
    )
    assert after.scores == pytest.approx(expected.scores, abs=1e-6)
    assert after.scores != pytest.approx(before.scores, abs=1e-6)
    assert [(w.start, w.stop) for w in after.windows] == [
        (w.start, w.stop) for w in expected.windows
    ]


def test_a_line_joins_what_stands_on_either_side():
    values = np.array([[0, 1, 5, 7, 9, 5, 6]], dtype=np.float32)
    record = bridged(record_of(values, ("I",)), [Erased(2, 5)])
    assert record.read(0, 7)[0].tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert record.read(3, 5)[0].tolist() == [3, 4]


def test_the_recording_itself_stays_as_it_is():
    values = np.arange(8, dtype=np.float32)[np.newaxis] ** 2
    record = record_of(values, ("I",))
    bridged(record, [Erased(2, 5)]).read(0, 8)
    assert record.read(0, 8)[0].tolist() == [0, 1, 4, 9, 16, 25, 36, 49]


def test_at_the_ends_of_a_record_and_beside_a_gap_the_line_is_level():
    values = np.array([[3, 1, 4, np.nan, 8, 2, 7]], dtype=np.float32)
    record = bridged(record_of(values, ("I",)), [Erased(0, 2), Erased(4, 6)])
    read = record.read(0, 7)[0]
    assert read[[0, 1, 2, 4, 5, 6]].tolist() == [4, 4, 4, 7, 7, 7]
    assert np.isnan(read[3])


def test_a_lead_that_is_erased_as_a_whole_holds_no_signal():
    record = bridged(record_of(noise(2, 100), ("I", "II")), [Erased(0, 100, "II")])
    assert np.isnan(record.read(0, 100)[1]).all()
    assert not np.isnan(record.read(0, 100)[0]).any()


def test_parts_that_touch_are_bridged_as_one():
    parts = [Erased(30, 40), Erased(10, 20), Erased(20, 30, "I"), Erased(15, 25, "II")]
    assert spans_in(parts, "I") == ((10, 40),)
    assert spans_in(parts, "II") == ((10, 25), (30, 40))
    assert spans_in(parts, "V1") == ((10, 20), (30, 40))


def test_a_part_without_length_is_refused():
    with pytest.raises(ValueError, match="nothing lies"):
        Erased(5, 5)


def test_several_parts_add_up(tall_model: LoadedModel):
    record = _with_bump(5000, 2560, rows=(0, 1))
    before = analyze(tall_model, record, Task())
    one = ask_without(tall_model, record, [Erased(2500, 2620, "I")], before, Task())
    both = ask_without(
        tall_model, record, [Erased(2500, 2620, "I"), Erased(2500, 2620, "II")], before, Task()
    )
    assert before.scores["TALL"] > one.scores["TALL"] > 0.9
    assert both.scores["TALL"] < 0.1


def test_of_a_long_record_only_the_touched_windows_are_asked_again(tall_model: LoadedModel):
    record = _with_bump(50_000, 22_560)
    before = analyze(tall_model, record, Task())
    # Scores that no net would give show which windows were asked.
    marked = replace(
        before, windows=tuple(replace(w, scores={"TALL": 0.123}) for w in before.windows)
    )
    after = ask_without(tall_model, record, [Erased(22_500, 22_620)], marked, Task())
    asked = [w.start for w in after.windows if w.scores["TALL"] != 0.123]
    assert asked == [20_000]
    assert after.scores["TALL"] == 0.123


def test_what_lies_on_a_border_is_asked_of_both_windows(tall_model: LoadedModel):
    record = _with_bump(15_000, 7500)
    before = analyze(tall_model, record, Task())
    marked = replace(
        before, windows=tuple(replace(w, scores={"TALL": 0.123}) for w in before.windows)
    )
    after = ask_without(tall_model, record, [Erased(4990, 5010)], marked, Task())
    assert [w.scores["TALL"] == 0.123 for w in after.windows] == [False, False, True]


def test_without_any_signal_left_there_is_nothing_to_ask(tall_model: LoadedModel):
    record = _with_bump(5000, 2560)
    before = analyze(tall_model, record, Task())
    with pytest.raises(EcgError, match="Nothing of made is left"):
        ask_without(tall_model, record, [Erased(0, 5000)], before, Task())


def test_a_cancelled_question_stops(tall_model: LoadedModel):
    record = _with_bump(5000, 2560)
    before = analyze(tall_model, record, Task())
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        ask_without(tall_model, record, [Erased(100, 200)], before, task)


def test_a_record_on_disk_is_asked_and_not_changed():
    model, path = random_model(), demo_folder() / "demo_pvc.hea"
    record = open_record(path)
    bytes_before = path.with_suffix(".dat").read_bytes()
    before = analyze(model, record, Task())
    after = ask_without(model, record, [Erased(1000, 1400)], before, Task())
    assert after.labels == before.labels
    assert after.scores != before.scores
    assert after.unfamiliar == before.unfamiliar
    assert path.with_suffix(".dat").read_bytes() == bytes_before
