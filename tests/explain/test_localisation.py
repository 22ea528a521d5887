"""Does the shipped model's map point at a premature beat whose place is known?"""

import pytest

from ecgviewer.inference.library import load_model, usual_model
from ecgviewer.study.exhibits import made_exhibits
from tests.bench.explanation import EVENTS, misses


@pytest.mark.parametrize("label", EVENTS)
def test_hirescam_points_at_the_premature_beat_far_more_often_than_chance(label):
    model = load_model(usual_model() or "", "cpu")
    groups = {group[0].subject.label: group for group in made_exhibits(8)}
    missed, by_chance = misses(model, groups[label], "hirescam")
    assert missed <= by_chance / 2
