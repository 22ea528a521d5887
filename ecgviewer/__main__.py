"""``python -m ecgviewer`` is the command ``ecgviewer``."""

import sys

from ecgviewer.cli.main import main

sys.exit(main())
