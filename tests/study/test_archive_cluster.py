"""A cluster analyses an archive, and loses nothing with a machine."""

import random
import sys

import pytest

from ecgviewer.core.errors import EcgError
from ecgviewer.study import archive_cluster
from ecgviewer.study.archive_cluster import ClusterCrew
from tests.archives import assert_every_record_once, order_for, write_archive
from tests.cli.archive_kills import KilledRuns
from tests.study.loopback_cluster import LOOPBACK, STAYS_HERE, LoopbackCluster


def test_without_ray_one_sentence_says_what_helps(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_cluster, "find_spec", lambda _name: None)
    with pytest.raises(EcgError, match=r"pip install ecgviewer\[cluster\]"):
        ClusterCrew(order_for(tmp_path / "out"), "127.0.0.1:6379")


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
def test_a_machine_that_goes_in_the_middle_loses_and_repeats_nothing(tmp_path):
    archive = write_archive(tmp_path / "archive", 4000, n_broken=3)
    with LoopbackCluster(n_machines=2) as cluster:
        words = ("--cluster", cluster.address)
        runs = KilledRuns(
            archive, tmp_path / "out", random.Random(3), words=words, environment=STAYS_HERE
        )
        run = runs.start()
        while runs.n_lines() < 400:
            assert run.poll() is None, run.communicate()[1]
        assert cluster.listens_on() <= LOOPBACK
        cluster.kill_machine()
        at_kill = runs.n_lines()
        _, said = run.communicate()
        assert run.returncode == 2, said
        assert 400 <= at_kill < 3900
    assert_every_record_once(tmp_path / "out", archive, n_broken=3)
