"""Sets ecgviewer up in .venv and starts it; needs nothing but Python 3.11 or newer.

python3 packaging/run.py               opens the demo record
python3 packaging/run.py test          runs the tests (pytest's options, --slow)
python3 packaging/run.py bench [NAME]  runs the benchmarks
python3 packaging/run.py ...           anything else goes to `ecgviewer`
"""

# This file alone must be readable for any old Python, so that the sentence below is said.
import sys

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "ecgviewer needs Python 3.11 or newer, and this is Python %d.%d; "  # noqa: UP031
        "run it with a newer one, for example: python3.11 packaging/run.py" % sys.version_info[:2]
    )

from launcher import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
