"""What a CNN and an LSTM look at in beats that another model has judged."""

from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.beat_looks import BeatLooks
from ecgviewer.core.card import ModelCard
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.explain import beat_looks, beat_maps
from ecgviewer.explain.beat_looks import (
    KeptMaps,
    color_beats,
    looks_at,
    subject_of,
    try_beats,
)
from ecgviewer.explain.heat import explain
from ecgviewer.inference.loaded import LoadedModel
from tests.array_source import ArraySource
from tests.beat_models import beat_card, beats_record, hand_model

UPS = (True, True, False, True, True, False, True)
RATE_HZ = 360.0
SCANNING = beat_card(
    name="scans", methods=("cam", "mask"), explained_by={"cam": "cnn", "mask": "lstm"}
)


def _load(name: str) -> LoadedModel:
    return hand_model(name=name, weights_sha256=name)


def _looks(record: Record, beat_s: float, card: ModelCard = SCANNING) -> BeatLooks:
    subject = subject_of(record, record.leads[0].name)
    beat = round(beat_s * RATE_HZ)
    return looks_at(card, subject, beat, _load, KeptMaps(), lambda _part: None, Task())


def test_a_beat_is_seen_by_the_two_nets_that_the_card_names_each_with_its_own_class():
    looks = _looks(beats_record(UPS), 3)
    assert [(x.net, x.method, x.model) for x in looks.looks] == [
        ("CNN", "cam", "cnn"),
        ("LSTM", "mask", "lstm"),
    ]
    for look in looks.looks:
        assert look.window is not None
        assert (look.window.label, look.window.centre) == ("DOWN", looks.beat)
    by_mask = looks.looks[1].window
    assert by_mask is not None
    assert by_mask.deleted is not None
    assert by_mask.deleted.flipped
    assert (looks.start, looks.values_mv.shape) == (2 * 360, (720,))
    assert looks.values_mv[360] < -0.9


def test_where_a_card_names_no_nets_the_paper_s_are_asked():
    looks = _looks(beats_record(UPS), 3, replace(SCANNING, explained_by={}))
    assert [look.model for look in looks.looks] == ["cam_net", "mask_lstm"]


def test_the_trace_is_shown_before_any_look_and_the_first_before_the_second():
    parts: list[BeatLooks] = []
    subject = subject_of(beats_record(UPS), "MLII")
    whole = looks_at(SCANNING, subject, 1080, _load, KeptMaps(), parts.append, Task())
    assert [len(part.looks) for part in parts] == [0, 1]
    assert len(whole.looks) == 2


def test_a_net_that_is_absent_or_has_no_such_map_leaves_the_other_its_look():
    def load(name: str) -> LoadedModel:
        if name == "cnn":
            raise EcgError("The model cnn is not installed.")
        return _load(name)

    subject = subject_of(beats_record(UPS), "MLII")
    ask = (SCANNING, subject, 1080)
    first, second = looks_at(*ask, load, KeptMaps(), lambda _part: None, Task()).looks
    assert (first.window, first.reason) == (None, "The model cnn is not installed.")
    assert second.window is not None
    unfit = hand_model(name="lstm", methods=("gradient",))
    looks = looks_at(*ask, lambda _name: unfit, KeptMaps(), lambda _part: None, Task()).looks
    assert 'no map of single beats by "mask"' in looks[1].reason


def test_where_nothing_was_recorded_the_reason_says_so():
    record = beats_record(UPS)
    values: Samples = record.read(0, record.n_samples).copy()
    values[:, 4 * 360 :] = np.nan
    looks = _looks(replace(record, source=ArraySource(values)), 6)
    assert all("holds no signal there" in look.reason for look in looks.looks)
    assert np.isnan(looks.values_mv).all()


def test_a_beat_near_the_end_keeps_its_place_in_the_window():
    looks = _looks(beats_record((True, True)), 2.01)
    assert np.isnan(looks.values_mv[-1])
    assert looks.values_mv[356] > 0.9
    assert looks.looks[0].window is not None


def test_a_page_is_coloured_by_each_beat_s_own_class_and_of_the_lead_alone():
    record = beats_record(UPS, names=("V1", "MLII"))
    beats = tuple(round(s * RATE_HZ) for s in (2, 3, 4))
    span = (360, 5 * 360)
    ask = (_load("lstm"), subject_of(record, "MLII"), "mask", beats, span)
    heat = color_beats(*ask, KeptMaps(), Task())
    assert [window.label for window in heat.windows] == ["UP", "DOWN", "UP"]
    assert (heat.label, heat.leads, heat.model) == ("", ("MLII",), "lstm")
    own = explain(_load("lstm"), record, None, "mask", *span, Task())
    np.testing.assert_allclose(heat.heat[0, 360:1260], own.heat[0, 360:1260], atol=0.02)
    trial = try_beats(_load("lstm"), subject_of(record, "MLII"), heat, Task())
    assert trial is not None
    assert trial.deletion < trial.random


def test_a_beat_whose_map_is_known_is_not_sought_again(monkeypatch):
    asked: list[int] = []
    seek = beat_maps.beat_maps

    def counted(subject, places, task):
        asked.append(len(places))
        return seek(subject, places, task)

    monkeypatch.setattr(beat_looks, "beat_maps", counted)
    model, subject, kept = _load("cnn"), subject_of(beats_record(UPS), "MLII"), KeptMaps()
    beats = tuple(round(s * RATE_HZ) for s in (1, 2, 3, 4))
    first = kept.get(model, subject, "cam", beats[:3], Task())
    then = kept.get(model, subject, "cam", beats[1:], Task())
    assert asked == [3, 1]
    assert then.windows[:2] == first.windows[1:]
    assert then.step == first.step
    # By another method or of another model they are others.
    kept.get(model, subject, "hirescam", beats[:1], Task())
    kept.get(hand_model(weights_sha256="other"), subject, "cam", beats[:1], Task())
    assert asked == [3, 1, 1, 1]


def test_a_cancelled_search_stops():
    task = Task()
    task.cancel()
    subject = subject_of(beats_record(UPS), "MLII")
    with pytest.raises(Cancelled):
        looks_at(SCANNING, subject, 1080, _load, KeptMaps(), lambda _part: None, task)
