"""System libraries are found missing by loading them."""

import shutil
import sys

import pytest

import qt_libraries
from qt_libraries import advice, missing_libraries
from steps import SetupError

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these to the system")


@linux
def test_a_library_that_does_not_load_is_missing():
    wanted = {"libc.so.6": "libc6", "libno-such-thing.so.9": "libno-such-thing9"}
    missing = missing_libraries(wanted, qt_libraries.library_loads)
    assert missing == {"libno-such-thing.so.9": "libno-such-thing9"}


@linux
def test_what_a_display_needs_is_asked_for_only_where_there_is_one(monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert qt_libraries._wanted() == qt_libraries.ALWAYS
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxcb-cursor.so.0" in qt_libraries._wanted()


@pytest.mark.parametrize(
    ("installer", "command"),
    [
        ("apt-get", "sudo apt-get install -y libegl1"),
        ("dnf", "sudo dnf install -y 'libEGL.so.1()(64bit)'"),
        (None, "libEGL.so.1"),
    ],
)
def test_the_one_command_fits_the_system(monkeypatch, installer, command):
    monkeypatch.setattr(shutil, "which", lambda name: name if name == installer else None)
    assert command in advice(["libEGL.so.1"], ["libegl1"])


@linux
def test_without_root_the_command_is_said_and_nothing_is_run(monkeypatch):
    monkeypatch.setattr(qt_libraries, "_wanted", lambda: {"libno-such-thing.so.9": "libnone9"})
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(SetupError, match=r"libno-such-thing|libnone9"):
        qt_libraries.provide_qt_libraries()
