"""What every test may lean on: the recordings' folder, a quiet Qt, settings of its own."""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest

from tests.recordings import recordings_folder

NO_RECORDINGS = "no recordings at "


def _without_display() -> bool:
    return sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )


if _without_display():
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Tests neither read nor write the settings of the person who runs them.
_SETTINGS = tempfile.TemporaryDirectory(prefix="ecgviewer-tests-")
for _name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
    os.environ[_name] = _SETTINGS.name


@pytest.fixture(scope="session")
def data_folder() -> Path:
    """The folder of real recordings (ECGVIEWER_DATA, or ../shared/data); skips without it."""
    folder = recordings_folder()
    if not folder.is_dir():
        pytest.skip(f"{NO_RECORDINGS}{folder}; ECGVIEWER_DATA may say where they are")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --slow, which runs the long checks too."""
    parser.addoption("--slow", action="store_true", help="run the long checks too")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked slow unless --slow was given."""
    if config.getoption("--slow"):
        return
    for item in items:
        if item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="long; run with --slow"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests had no recordings to read, and where these were looked for."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = Counter(
        report.longrepr[2].removeprefix("Skipped: ")
        for report in skipped
        if isinstance(report.longrepr, tuple) and NO_RECORDINGS in report.longrepr[2]
    )
    for reason, count in reasons.items():
        terminalreporter.write_line(f"{count} tests skipped for absent recordings: {reason}")
    if not reasons:
        terminalreporter.write_line("0 tests skipped for absent recordings")
