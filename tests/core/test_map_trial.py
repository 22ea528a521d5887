import re
from dataclasses import replace

import pytest

from ecgviewer.core.map_trial import MapTrial

# Without its part and by both curves far better than other places.
GOOD = MapTrial("AF", 0.05, 0.97, 0.31, 0.9, 0.95, True, -1.2, 3.0, 2.3, 0.1)


def test_the_sentence_says_what_each_figure_is():
    assert GOOD.sentence == (
        "Without the strongest 5 %: AF 0.97 → 0.31 (below its threshold). "
        "Without 5 % elsewhere: 0.95."
    )
    assert "threshold" not in replace(GOOD, flipped=False).sentence


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "✓ Better than other places:"),
        ({"random": 0.2}, "≈ Partly better than other places:\nremoving 5 %: no better;"),
        ({"random_deletion_auc": -1.2}, "≈ Partly better than other places:\nremoving 5 %: bet"),
        ({"random_insertion_auc": 3.0}, "≈ Partly better than other places:\nremoving 5 %: bet"),
        (
            {"random": 0.2, "random_deletion_auc": -1.2, "random_insertion_auc": 3.0},
            "✗ No better than other places:",
        ),
    ],
)
def test_the_verdict_judges_by_the_figures_that_stand_beside_it(changes, words):
    assert replace(GOOD, **changes).verdict.startswith(words)


def test_the_verdict_names_each_measure_with_its_figures():
    told = replace(GOOD, random_deletion_auc=-1.3).verdict
    assert "removing 1–50 %: no better (−1.2 logits, others −1.3);" in told
    assert "keeping only 1–50 %: better (3.0, others 0.1)." in told


def test_no_map_is_better_where_as_much_elsewhere_takes_away_more():
    """What once stood as "better than random regions" beside a score that fell less."""
    trial = replace(GOOD, score=0.99, deletion=0.98, random=0.96, flipped=False)
    assert trial.sentence.endswith("0.99 → 0.98. Without 5 % elsewhere: 0.96.")
    assert not trial.verdict.startswith("✓")
    assert "removing 5 %: no better" in trial.verdict


def test_what_chance_alone_makes_is_no_difference():
    close = replace(GOOD, random=0.33, random_deletion_auc=-1.0, random_insertion_auc=2.8)
    assert close.better_than_elsewhere == (False, False, False)


def test_a_small_share_is_told_in_two_figures():
    assert re.match(r"Without the strongest 0\.4 %:", replace(GOOD, share=0.004).sentence)
