"""A Ray cluster on this machine alone: a head and machines as separate processes."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]
_HERE = "127.0.0.1"
_STORE_BYTES = 80 << 20
_PATIENCE_S = 120.0
# 127.0.0.1 as /proc/net writes it, plainly and as an IPv6 address.
LOOPBACK = {"0100007F", "0000000000000000FFFF00000100007F"}
_LISTENS = "0A"
# Runs that are not told so look for the machine's address in its network, too.
STAYS_HERE = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0", "RAY_USAGE_STATS_ENABLED": "0"}
# Ray takes 127.0.0.1 for the machine's address in its network, and would be open to that.
_ON_LOOPBACK = """
from ray._private import services
services.resolve_ip_for_localhost = lambda host: host
from ray.scripts.scripts import main
main()
"""


class LoopbackCluster:
    """A head without processors and some machines of one each; address: of the head."""

    def __init__(self, n_machines: int) -> None:
        self.address = f"{_HERE}:{_free_port()}"
        # A socket's path must be short.
        self._folder = tempfile.mkdtemp(prefix="ecgray-", dir="/tmp")
        self._environment = os.environ | {
            "PYTHONPATH": str(ROOT),
            "RAY_USAGE_STATS_ENABLED": "0",
        }
        port = self.address.rpartition(":")[2]
        head = ["--head", "--port", port, "--temp-dir", self._folder, "--disable-usage-stats"]
        self._processes = [self._start(*head, "--include-dashboard", "false", "--num-cpus", "0")]
        self._wait_for_head()
        self._processes += [
            self._start("--address", self.address, "--num-cpus", "1") for _ in range(n_machines)
        ]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._processes):
            self._kill(process)
        shutil.rmtree(self._folder, ignore_errors=True)

    def kill_machine(self) -> None:
        """Take the power from the machine that came last."""
        self._kill(self._processes.pop())

    def listens_on(self) -> set[str]:
        """Return the addresses, as the kernel writes them, on which any process is reachable."""
        owned = {
            link
            for process in self._processes
            for number in (process.pid, *_descendants(process.pid))
            for link in _sockets_of(number)
        }
        found = set()
        for table in ("tcp", "tcp6"):
            for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
                words = line.split()
                if words[3] == _LISTENS and f"socket:[{words[9]}]" in owned:
                    found.add(words[1].partition(":")[0])
        return found

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        common = ["--node-ip-address", _HERE, "--object-store-memory", str(_STORE_BYTES), "--block"]
        log = Path(self._folder) / f"start-{time.monotonic_ns()}.log"
        with log.open("wb") as file:
            return subprocess.Popen(
                [sys.executable, "-c", _ON_LOOPBACK, "start", *words, *common],
                env=self._environment,
                stdout=file,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def _kill(self, process: subprocess.Popen[bytes]) -> None:
        for number in (*_descendants(process.pid), process.pid):
            try:
                os.kill(number, signal.SIGKILL)
            except ProcessLookupError:
                continue
        process.wait()

    def _wait_for_head(self) -> None:
        host, _, port = self.address.rpartition(":")
        deadline_s = time.monotonic() + _PATIENCE_S
        while True:
            try:
                socket.create_connection((host, int(port)), timeout=1).close()
            except OSError:
                assert time.monotonic() < deadline_s, "the head does not start"
                time.sleep(0.2)
            else:
                return


def _free_port() -> int:
    with socket.socket() as server:
        server.bind((_HERE, 0))
        return int(server.getsockname()[1])


def _sockets_of(number: int) -> list[str]:
    try:
        links = [str(file.readlink()) for file in Path(f"/proc/{number}/fd").iterdir()]
    except OSError:
        # It ends just now.
        return []
    return [link for link in links if link.startswith("socket:")]


def _descendants(parent: int) -> list[int]:
    """Return the ids of all processes below one, the deepest first."""
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        children.setdefault(int(after_name[1]), []).append(int(folder.name))
    found, unseen = [], [parent]
    while unseen:
        below = children.get(unseen.pop(), [])
        found += below
        unseen += below
    return found[::-1]
