"""What a bundle runs: the command, or the window where it was started from a desktop."""

import multiprocessing
import sys
from pathlib import Path

from ecgviewer.cli.main import main, main_gui

if __name__ == "__main__":
    # A worker process of `population` is this program started anew.
    multiprocessing.freeze_support()
    from_a_desktop = Path(sys.executable).stem.endswith("-gui")
    sys.exit(main_gui() if from_a_desktop else main())
