import json
from pathlib import Path

import numpy as np
import pytest
import torch

from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.study.bootstrap import Interval
from ecgviewer.study.control_maps import CONTROLS
from ecgviewer.study.exhibits import MADE_LABELS, Exhibit, made_exhibits
from ecgviewer.study.faithfulness import Trial, try_methods
from ecgviewer.study.faithfulness_picture import draw
from ecgviewer.study.faithfulness_report import as_markdown, find, write_csv
from ecgviewer.study.faithfulness_table import MethodFigure, beats_random, measure
from ecgviewer.study.map_figures import Subject
from ecgviewer.study.map_store import MAPS_FILE
from tests.made_models import LABELS, SumNet, card_of

METHODS = ("gradcam", "gradient")


def _model(peak_weight: float = 5.0) -> LoadedModel:
    """Finds PVC, and nothing else, in everything: its logit is lead II's largest value."""
    weights = torch.zeros(9, 12)
    weights[LABELS.index("PVC"), 1] = peak_weight
    bias = torch.full((9,), -9.0)
    bias[LABELS.index("PVC")] = 1.0
    net = SumNet(torch.zeros(9, 12), weights, bias)
    return LoadedModel(card_of(net="sum", methods=METHODS), net, torch.device("cpu"))


def _trial(limit: int | None = 2) -> Trial:
    pvc, pac, *_ = made_exhibits(3)
    return Trial(METHODS, (tuple(pvc), tuple(pac)), limit)


def test_every_method_and_control_is_tried_on_every_finding_up_to_the_limit():
    outcomes = try_methods(_model(), _trial(), None, Task())
    # Every PAC is missed, so all three are looked at; two PVCs are enough.
    assert [(o.subject.label, o.found) for o in outcomes] == [("PVC", True)] * 2 + [
        ("PAC", False)
    ] * 3
    for outcome in outcomes[:2]:
        assert tuple(maps.method for maps in outcome.maps) == METHODS + CONTROLS
        assert all(np.isfinite(maps.by_chance) for maps in outcome.maps)
    # Weights are shuffled for the first of a group alone.
    assert [len(outcome.likenesses) for outcome in outcomes] == [6, 0, 0, 0, 0]


def test_a_map_that_names_what_the_model_uses_beats_regions_elsewhere():
    outcomes = try_methods(_model(), _trial(), None, Task())
    figures = measure(outcomes, n_draws=100)
    gradient = find(figures, "gradient", "deletion").interval.value
    assert gradient < -1
    assert abs(find(figures, "random", "deletion").interval.value) < abs(gradient) / 2
    assert find(figures, "gradient", "insertion").interval.value > 0.5


def test_a_stopped_study_goes_on_without_repeating_anything(tmp_path: Path):
    whole = try_methods(_model(), _trial(), tmp_path / "whole", Task())
    stopped = tmp_path / "stopped"
    stopped.mkdir()
    for name in ("settings.json", MAPS_FILE):
        (stopped / name).write_bytes((tmp_path / "whole" / name).read_bytes())
    # Killed in the middle of the second line.
    lines = (stopped / MAPS_FILE).read_text().splitlines(keepends=True)
    (stopped / MAPS_FILE).write_text(lines[0] + lines[1][:50])
    again = try_methods(_model(), _trial(), stopped, Task())
    assert [o.subject for o in again] == [o.subject for o in whole]
    assert (stopped / MAPS_FILE).read_text() == (tmp_path / "whole" / MAPS_FILE).read_text()


def test_a_higher_limit_adds_to_what_is_there_and_another_model_is_refused(tmp_path: Path):
    try_methods(_model(), _trial(limit=1), tmp_path, Task())
    more = try_methods(_model(), _trial(limit=3), tmp_path, Task())
    assert sum(outcome.found for outcome in more) == 3
    n_lines = len((tmp_path / MAPS_FILE).read_text().splitlines())
    assert n_lines == len(more)
    with pytest.raises(EcgError, match="methods"):
        try_methods(_model(), Trial(("gradcam",), _trial().groups, 1), tmp_path, Task())


def test_a_file_that_cannot_be_read_is_told_and_passed_over(tmp_path: Path):
    broken = Exhibit(Subject("set", "x", "x", "PVC"), path=tmp_path / "x.hea")
    outcomes = try_methods(_model(), Trial(METHODS, ((broken,),), None), None, Task())
    assert "x.hea" in outcomes[0].problem
    assert not outcomes[0].found


def test_it_can_be_cancelled_and_reports():
    shares: list[float] = []
    task = Task(lambda done, total: shares.append(done / total))
    try_methods(_model(), _trial(limit=1), None, task)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    task.cancel()
    with pytest.raises(Cancelled):
        try_methods(_model(), _trial(limit=1), None, task)


def test_the_report_has_a_row_for_each_method_in_every_form(tmp_path: Path):
    outcomes = try_methods(_model(), _trial(), None, Task())
    figures = measure(outcomes, n_draws=100)
    text = as_markdown("made", outcomes, figures)
    assert "2 findings explained by each method; 3 cases that the model misses" in text
    for method in METHODS + CONTROLS:
        assert f"\n| {method} " in text
    assert "by chance" in text
    write_csv(tmp_path / "f.csv", figures)
    rows = (tmp_path / "f.csv").read_text().splitlines()
    assert rows[0] == "method,source,class,figure,value,low,high,n"
    assert any(row.startswith("gradient,made,PVC,deletion,") for row in rows)
    draw(tmp_path / "f.png", "made", figures)
    assert (tmp_path / "f.png").read_bytes().startswith(b"\x89PNG")


def test_every_stored_line_is_json_without_nan(tmp_path: Path):
    try_methods(_model(), _trial(limit=1), tmp_path, Task())
    for line in (tmp_path / MAPS_FILE).read_text().splitlines():
        json.loads(line, parse_constant=pytest.fail)


def _figure(name: str, bounds: tuple[float, float], n: int) -> MethodFigure:
    return MethodFigure("gradcam", "all", "all", name, Interval(0, *bounds), n)


@pytest.mark.parametrize(
    ("deletion", "insertion", "n", "verdict"),
    [
        ((-2, -1), (1, 2), 10, "yes"),
        ((-2, 1), (1, 2), 10, "one of two"),
        ((1, 2), (-2, -1), 10, "no"),
        ((-2, -1), (1, 2), 9, "too few"),
    ],
)
def test_better_than_random_means_that_both_intervals_exclude_nought(
    deletion: tuple[float, float], insertion: tuple[float, float], n: int, verdict: str
):
    figures = _figure("deletion", deletion, n), _figure("insertion", insertion, n)
    assert beats_random(*figures) == verdict


def test_made_exhibits_show_the_class_that_they_are_named_after():
    for group in made_exhibits(1):
        record, evidence = group[0].show()
        assert group[0].subject.label in MADE_LABELS
        assert record.synthetic
        assert evidence is not None
        assert evidence.inside.any()
