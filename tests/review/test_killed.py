"""Whoever is killed while reviewing loses no step that was said to be kept."""

import os
import random

import pytest

from tests.review.kill_loop import KillLoop

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kills are those of POSIX")


def survive(path, n_kills, seed):
    loop = KillLoop(path, random.Random(seed))
    for _ in range(n_kills):
        loop.kill_once()
    return loop


def test_no_kept_step_is_lost_by_kills_at_random_moments(tmp_path):
    loop = survive(tmp_path / "study.ecgreview", 25, seed=1)
    assert loop.n_steps > 100


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_no_kept_step_is_lost_by_hundreds_of_kills(tmp_path):
    for seed in range(2, 12):
        loop = survive(tmp_path / f"{seed}.ecgreview", 50, seed)
        assert loop.n_steps > 200
