"""Two processes that train together are as good as one."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from ecgviewer.inference.card_file import read_card_file
from ecgviewer.study.distributed import Team, team
from tests.study.train_as_team import train_plain_net

ROOT = Path(__file__).resolve().parents[2]
Found = dict[str, list[Any]]
ALONE = Team(torch.device("cpu"))


def torchrun(program: str, *arguments: str) -> None:
    """Start two processes on this machine, as PyTorch's own torchrun does."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
    command += ["--master-addr", "127.0.0.1", "--master-port", str(port), program, *arguments]
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "OMP_NUM_THREADS": "1",
        # Names of this machine may lead elsewhere.
        "GLOO_SOCKET_IFNAME": "lo",
    }
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def both(hospital: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Found, Found]:
    """The folder that two processes trained into, and what each of them saw."""
    folder = tmp_path_factory.mktemp("team")
    torchrun(str(ROOT / "tests/study/train_as_team.py"), str(hospital), str(folder))
    first, second = (json.loads((folder / f"rank-{n}.json").read_text()) for n in (0, 1))
    return folder, first, second


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="loopback is called lo on Linux")


def test_both_see_the_same_losses_and_end_with_the_same_weights(both):
    _, first, second = both
    assert first["plain"] == second["plain"]


def test_two_processes_train_as_one_does(both, tmp_path: Path):
    _, first, _ = both
    assert first["plain"] == pytest.approx(train_plain_net(ALONE, tmp_path), rel=1e-3, abs=1e-5)


def test_both_have_the_same_history_of_a_whole_model(both):
    _, first, second = both
    assert first["said"] == second["said"]


def test_only_the_first_writes_and_its_model_is_whole(both):
    folder, _, _ = both
    card = read_card_file(folder / "small")
    assert card.training["processes"] == 2
    history = json.loads((folder / "small" / "history.json").read_text())
    assert [row["epoch"] for row in history] == [1, 2, 3]
    assert not list((folder / "small").glob("*.new"))


def test_shares_are_disjoint_and_together_everything(both):
    _, first, second = both
    assert sorted(first["share"] + second["share"]) == list(range(5))


def test_without_torchrun_a_process_is_alone(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    with team("cpu") as together:
        assert together == ALONE
        assert together.sum(2.5) == 2.5
        assert together.gather("x") == ["x"]
        assert np.array_equal(together.share(np.arange(3)), np.arange(3))
