"""Does the shipped model's map point at a premature beat whose place is known?"""

import pytest

from ecgviewer.inference.library import load_model
from tests.bench.explanation import EVENTS, misses


@pytest.mark.parametrize("label", EVENTS)
def test_hirescam_points_at_the_premature_beat_far_more_often_than_chance(label):
    missed, by_chance = misses(load_model("resnet34", "cpu"), label, "hirescam", n_records=8)
    assert missed <= by_chance / 2
