"""Whole records scanned by a net that can be worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.scan import Scan
from ecgviewer.core.task import Task
from ecgviewer.inference import scan as scanning
from ecgviewer.inference import strip_beats
from ecgviewer.inference.scan import scan
from ecgviewer.inference.several_leads import joined
from tests.beat_models import beats_record, hand_model
from tests.made_models import noise, random_model, record_of
from tests.scan_models import LABELS, scan_card, up_or_down_model

RATE_HZ = 360.0
# Beats up and down without a pattern, one a second.
UPS = tuple(bool(x) for x in np.random.default_rng(2).random(300) < 0.8)


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A record of five minutes is long."""
    monkeypatch.setattr(strip_beats, "STRETCH_S", 40.0)
    monkeypatch.setattr(scanning, "STRETCH_S", 40.0)
    monkeypatch.setattr(scanning, "CONTEXT_S", 7.0)


def long_record(rate_hz: float = RATE_HZ):
    return beats_record(UPS, rate_hz, marked=False)


@pytest.mark.parametrize("rate_hz", [360.0, 128.0])
def test_every_beat_is_found_and_gets_its_class(rate_hz: float):
    found = scan(up_or_down_model(), long_record(rate_hz), Task())
    assert found.is_done
    assert len(found.samples) == len(UPS)
    assert np.abs(found.samples / rate_hz - np.arange(1, 301)).max() < 0.05
    assert [LABELS[x] for x in found.label] == ["N" if up else "PVC" for up in UPS]
    assert found.summary.pvc.n == UPS.count(False)
    assert found.summary.mean_bpm == pytest.approx(60.0, abs=0.1)
    assert found.scores.dtype == np.float32
    assert np.allclose(found.scores.sum(axis=1), 1, atol=1e-5)
    assert (found.lead, found.model, found.notes) == ("MLII", "beats", ())


@pytest.mark.usefixtures("short_stretches")
def test_a_scan_in_stretches_is_the_scan_of_the_whole(monkeypatch: pytest.MonkeyPatch):
    published: list[Scan] = []
    parts = scan(up_or_down_model(), long_record(), Task(), published.append)
    monkeypatch.undo()
    whole = scan(up_or_down_model(), long_record(), Task())
    assert np.abs(parts.samples - whole.samples).max() <= 0.03 * RATE_HZ
    assert np.array_equal(parts.label, whole.label)
    assert parts.summary.pvc.couplets == whole.summary.pvc.couplets
    assert [part.done_until / RATE_HZ for part in published] == [33, 73, 113, 153, 193, 233, 273]
    for part in published:
        n_beats = len(part.samples)
        assert n_beats == np.sum(parts.samples < part.done_until)
        assert np.array_equal(part.samples, parts.samples[:n_beats])
        assert np.array_equal(part.scores, parts.scores[:n_beats])
        assert not part.is_done


@pytest.mark.usefixtures("short_stretches")
def test_several_askers_say_the_same():
    one = scan(up_or_down_model(), long_record(), Task())
    two = scan(up_or_down_model(), long_record(), Task(), n_askers=2)
    assert np.array_equal(one.label, two.label)
    assert np.allclose(one.scores, two.scores, atol=1e-6)


@pytest.mark.usefixtures("short_stretches")
def test_progress_rises_to_the_end_and_cancelling_stops_it():
    steps: list[float] = []
    scan(up_or_down_model(), long_record(), Task(lambda done, total: steps.append(done / total)))
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    task = Task()
    published: list[Scan] = []

    def cancel(part: Scan) -> None:
        published.append(part)
        task.cancel()

    with pytest.raises(Cancelled):
        scan(up_or_down_model(), long_record(), task, cancel)
    assert len(published) == 1


@pytest.mark.usefixtures("short_stretches")
def test_a_time_without_electrode_is_a_gap_and_no_pause():
    record = long_record()
    values = record.read(0, record.n_samples).copy()
    values[:, round(100.5 * RATE_HZ) : round(190.5 * RATE_HZ)] = np.nan
    steps: list[float] = []
    task = Task(lambda done, total: steps.append(done / total))
    found = scan(up_or_down_model(), record_of(values, ("MLII",), RATE_HZ), task)
    assert steps == sorted(steps)
    assert np.round(found.gaps / RATE_HZ).tolist() == [[100, 191]]
    assert found.summary.pauses == 0
    assert found.summary.min_bpm == pytest.approx(60.0, abs=1)
    assert found.summary.read_s == pytest.approx(301 - 91, abs=0.1)


def test_another_lead_may_be_asked_for():
    record = long_record()
    values = record.read(0, record.n_samples)
    both = record_of(np.concatenate([values, -values]), ("V1", "V5"), RATE_HZ)
    found = scan(up_or_down_model(), both, Task(), lead="V5")
    assert found.lead == "V5"
    assert [LABELS[x] for x in found.label] == ["PVC" if up else "N" for up in UPS]
    assert "V5 was read in its place" in found.notes[0]
    with pytest.raises(EcgError, match="no ECG lead V2"):
        scan(up_or_down_model(), both, Task(), lead="V2")


def test_a_record_without_beats_has_none_and_says_so():
    flat = record_of(np.zeros((1, 20_000), dtype=np.float32), ("II",), RATE_HZ)
    found = scan(up_or_down_model(), flat, Task())
    assert found.samples.size == found.label.size == 0
    assert found.episodes == ()
    assert found.summary.af_score is None
    assert found.notes == ("No beat was found in lead II.",)


def test_records_and_models_that_cannot_be_scanned_are_refused():
    with pytest.raises(EcgError, match="at least 1 s"):
        scan(up_or_down_model(), record_of(noise(1, 100), ("II",)), Task())
    with pytest.raises(EcgError, match="single-lead model"):
        scan(random_model(), long_record(), Task())
    with pytest.raises(EcgError, match="single-lead model"):
        scan(hand_model(), long_record(), Task())
    whole = replace(random_model(), card=scan_card(input=random_model().card.input))
    with pytest.raises(EcgError, match="not single beats"):
        scan(whole, long_record(), Task())


def test_values_that_make_no_number_are_refused():
    net = up_or_down_model()
    net.net.get_parameter("weight").data[:] = float("nan")
    with pytest.raises(EcgError, match="are its units right"):
        scan(net, beats_record(UPS[:10], marked=False), Task())


def two_leads(second: np.ndarray, names: tuple[str, str] = ("ECG1", "ECG2")):
    """A record of five minutes, whose beats the first lead shows."""
    first = long_record().read(0, long_record().n_samples)[0]
    return record_of(np.stack([first, second.astype(np.float32)]), names, RATE_HZ)


def upside_down() -> np.ndarray:
    """The first lead's beats as another lead shows them."""
    return -0.5 * long_record().read(0, long_record().n_samples)[0]


def test_of_two_leads_of_which_none_is_lead_ii_both_are_judged():
    record = two_leads(upside_down())
    both = scan(up_or_down_model(), record, Task())
    first, second = (scan(up_or_down_model(), record, Task(), lead=x) for x in ("ECG1", "ECG2"))
    assert (both.lead, both.beside, both.lead_words) == ("ECG1", ("ECG2",), "leads ECG1 and ECG2")
    assert "ECG1 and ECG2 were read in its place" in both.notes[0]
    assert len(both.samples) == len(first.samples) == len(second.samples)
    together = joined([first.scores.astype(float), second.scores.astype(float)], both.labels)
    np.testing.assert_allclose(both.scores, together, atol=0.01)
    assert not np.allclose(first.scores, second.scores, atol=0.01)
    assert (first.beside, first.lead_words) == ((), "lead ECG1")


@pytest.mark.parametrize("second", ["noise", "flat", "gone"])
def test_a_lead_that_does_not_show_the_beats_does_not_count(second: str):
    n_samples = long_record().n_samples
    values = {
        "noise": np.random.default_rng(1).normal(0, 0.3, n_samples),
        "flat": np.zeros(n_samples),
        "gone": np.full(n_samples, np.nan),
    }[second]
    both = scan(up_or_down_model(), two_leads(values), Task())
    alone = scan(up_or_down_model(), two_leads(values), Task(), lead="ECG1")
    np.testing.assert_array_equal(both.scores, alone.scores)


@pytest.mark.parametrize("names", [("II", "V1"), ("V1", "MLII")])
def test_beside_lead_ii_no_other_lead_counts(names: tuple[str, str]):
    record = two_leads(upside_down(), names)
    found = scan(up_or_down_model(), record, Task())
    assert found.lead in ("II", "MLII")
    assert found.beside == ()


def test_two_leads_of_the_same_name_are_two_leads():
    both = scan(up_or_down_model(), two_leads(upside_down(), ("ECG", "ECG")), Task())
    apart = scan(up_or_down_model(), two_leads(upside_down()), Task())
    np.testing.assert_array_equal(both.scores, apart.scores)
