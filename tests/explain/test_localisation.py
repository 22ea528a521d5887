"""Does the shipped model's map point at a premature beat whose place is known?"""

import pytest

from ecgviewer.inference.library import load_model, usual_model
from ecgviewer.study.exhibits import made_exhibits
from tests.bench.explanation import EVENTS, LIMIT_PERCENT, misses


@pytest.mark.parametrize("label", EVENTS)
def test_the_method_shown_unasked_points_at_the_premature_beat(label):
    model = load_model(usual_model() or "", "cpu")
    groups = {group[0].subject.label: group for group in made_exhibits(8)}
    missed, by_chance = misses(model, groups[label], model.card.methods[0])
    assert missed <= LIMIT_PERCENT < by_chance
