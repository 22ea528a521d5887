"""Open a record in the window."""

import gc
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.language_option import add_language_option
from ecgviewer.core.errors import EcgError

HELP = "open a record or a folder in the window"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the path and what it needs."""
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="a record or a folder")
    parser.add_argument("--demo", action="store_true", help="open the synthetic demo record")
    add_language_option(parser, None)
    add_import_options(parser)


def run(args: Namespace) -> int:
    """Show the window until it is closed."""
    if args.path is not None and args.demo:
        raise EcgError("Give a path or --demo, not both.")
    if not has_display():
        raise EcgError(
            "There is no display to open a window on; `ecgviewer snapshot` writes it as a picture."
        )
    # Nothing that loading makes is garbage, and looking for it takes a fifth of the time until
    # the window is there; from then on its own collector looks.
    gc.disable()
    from ecgviewer.ui.app import start

    return start(args.path, hints_from(args), demo=args.demo, language=args.language)


def has_display() -> bool:
    """Whether a window can be shown: always but on a Unix desktop without a server."""
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
