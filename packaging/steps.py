"""Runs one command of the set-up, quietly while it goes well and in full when it does not."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence

TICK_S = 0.5
NARRATED = ("Collecting ", "Downloading ", "Building ", "Installing ", "Get:", "Setting up ")


class SetupError(Exception):
    """One sentence for the reader: what could not be set up, and what helps."""


def say(text: str) -> None:
    """Tell the reader; stdout stays free for the answers of `ecgviewer`."""
    print(text, file=sys.stderr, flush=True)


def run_step(
    title: str, command: Sequence[str], environment: Mapping[str, str] | None = None
) -> None:
    """Run a command under a title, with elapsed time and what it is at.

    Raises SetupError after showing all that the command said, if it fails.
    """
    output, code = _run(title, command, environment)
    if code != 0:
        say(output.rstrip())
        raise SetupError(f"{title} failed; what it said stands above.")


def succeeds(command: Sequence[str]) -> bool:
    """Whether a command ends well; what it says is nobody's concern."""
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(
    title: str, command: Sequence[str], environment: Mapping[str, str] | None
) -> tuple[str, int]:
    started_s = time.monotonic()
    lines: list[str] = []
    if not sys.stderr.isatty():
        say(f"{title} …")
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
    ) as process:
        assert process.stdout is not None
        reader = threading.Thread(target=lines.extend, args=(process.stdout,), daemon=True)
        reader.start()
        try:
            _watch(title, reader, lines)
        except KeyboardInterrupt:
            process.kill()
            raise
    verdict = "done" if process.returncode == 0 else "failed"
    say(f"{title}: {verdict} after {time.monotonic() - started_s:.0f} s")
    return "".join(lines), process.returncode


def _watch(title: str, reader: threading.Thread, lines: Sequence[str]) -> None:
    """Wait for the output's end; on a terminal, show elapsed time and the newest line."""
    started_s = time.monotonic()
    live = sys.stderr.isatty()
    while reader.is_alive():
        if live:
            _show(f"{title} … {time.monotonic() - started_s:.0f} s  {_newest(lines)}")
        reader.join(TICK_S)
    if live:
        _show("")


def _newest(lines: Sequence[str]) -> str:
    for line in reversed(lines[-50:]):
        if line.strip().startswith(NARRATED):
            return line.strip()[:60]
    return ""


def _show(text: str) -> None:
    sys.stderr.write(f"\r\x1b[K{text}")
    sys.stderr.flush()
