import os
import subprocess
import sys

import pytest

from ecgviewer.cli.main import main
from ecgviewer.cli.open import has_display

FIRST_PAINT = """
import sys
from PySide6.QtCore import QSettings
from ecgviewer.ui.app import make_application
from ecgviewer.ui.main_window import MainWindow
from ecgviewer.ui.preferences import Preferences
application = make_application()
window = MainWindow(Preferences(QSettings(sys.argv[1], QSettings.Format.IniFormat)))
heavy = ("torch", "scipy", "wfdb", "shap", "h5py", "pyqtgraph")
def report():
    print(sorted(name for name in heavy if name in sys.modules))
    application.quit()
window.first_painted.disconnect()
window.first_painted.connect(report)
window.show()
application.exec()
window.close()
"""


def test_at_first_paint_nothing_heavy_is_loaded(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path / "settings.ini")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert done.stdout.strip() == "[]"


def test_a_path_and_the_demo_exclude_each_other(capsys):
    assert main(["open", "somewhere", "--demo"]) == 2
    assert "not both" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_window_says_what_helps(monkeypatch, capsys):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not has_display()
    assert main(["open"]) == 2
    assert "ecgviewer snapshot" in capsys.readouterr().err
