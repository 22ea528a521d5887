from dataclasses import replace
from pathlib import Path

import pytest
import torch

from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel, ready
from ecgviewer.study.cache import open_cache
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.split import Member, write_split
from ecgviewer.study.strangers import (
    Sets,
    held_out,
    paced_records,
    roles_of,
    strangers_from_elsewhere,
    study_familiarity,
)
from tests.made_models import SumNet, card_of

RATE_HZ = 125.0


def _model() -> LoadedModel:
    card = card_of(input=replace(card_of().input, rate_hz=RATE_HZ, n_samples=1250))
    net = SumNet(torch.ones(9, 12), torch.zeros(9, 12), torch.zeros(9))
    return ready(card, net, torch.device("cpu"))


def test_paced_records_are_known_by_what_their_sets_say(data_folder: Path):
    sets = [DataSet(name, data_folder / name) for name in ("ptb-xl", "ludb")]
    paced = paced_records(sets)
    assert sum(source == "ptb-xl" for source, _ in paced) == 31
    # Unipolar, bipolar and biventricular, atrial and ventricular: six people.
    assert 5 <= sum(source == "ludb" for source, _ in paced) <= 7


def test_no_patient_is_fitted_and_tried_and_a_split_decides_where_there_is_one(
    data_folder: Path, tmp_path: Path
):
    ludb = DataSet("ludb", data_folder / "ludb")
    cases = load_data_sets([ludb])[:40]
    cache = open_cache(cases, tmp_path / "cache", RATE_HZ, Task())
    unseen = held_out(_model(), cache)
    assert unseen == {i for i, case in enumerate(cache.cases) if case.group == 4}
    members = [Member("ludb", case.name, case.patient, "fit") for case in cases]
    members[3:6] = [replace(member, part="test") for member in members[3:6]]
    write_split(tmp_path, members)
    with_split = replace(_model(), folder=tmp_path)
    assert held_out(with_split, cache) == {3, 4, 5}
    paced = {("ludb", cases[4].name)}
    roles = roles_of(cache, {3, 4, 5}, paced, most=0)
    assert set(roles.tried) | set(roles.paced_tried) | set(roles.children) >= {3, 4, 5}
    assert roles.paced_tried == (4,)
    assert not set(roles.tried) & set(roles.fitted)
    assert len(roles_of(cache, {3, 4, 5}, paced, most=10).fitted) <= 10


def test_a_quality_table_tells_a_folders_records_apart(data_folder: Path):
    noisy = DataSet("cinc2011", data_folder / "cinc2011-quality")
    found = strangers_from_elsewhere(_model(), [noisy], Task())
    assert {kind for _, kind in found} == {"acceptable", "unacceptable"}
    assert len(found["cinc2011", "acceptable"]) > 60


@pytest.mark.slow
def test_the_whole_study_tells_swapped_arms_of_real_records(data_folder: Path, tmp_path: Path):
    sets = Sets([DataSet("ludb", data_folder / "ludb")], noise=data_folder / "nstdb")
    rows, learned = study_familiarity(_model(), sets, tmp_path, Task())
    by_kind = {row.kind: row for row in rows}
    assert by_kind["RA/LA"].auc.value > 0.9
    assert by_kind["white noise"].auc.value > 0.9
    assert by_kind["ma at 0 dB"].auc.value > by_kind["ma at 6 dB"].auc.value - 0.02
    assert by_kind["familiar"].flagged < 0.3
    assert learned.combined.excess > 0
