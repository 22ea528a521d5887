"""The command ``ecgviewer``: finds the command that was asked for and runs it."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib import import_module

from ecgviewer.core.errors import Cancelled, EcgError

COMMANDS = {
    "open": "ecgviewer.cli.open",
    "info": "ecgviewer.cli.info",
    "models": "ecgviewer.cli.models",
    "plugins": "ecgviewer.cli.plugins",
    "analyze": "ecgviewer.cli.analyze",
    "worklist": "ecgviewer.cli.worklist",
    "scan": "ecgviewer.cli.scan",
    "agreement": "ecgviewer.cli.agreement",
    "explain": "ecgviewer.cli.explain",
    "snapshot": "ecgviewer.cli.snapshot",
    "convert": "ecgviewer.cli.convert",
    "export": "ecgviewer.cli.export",
    "report": "ecgviewer.cli.report",
    "data": "ecgviewer.cli.data",
    "train": "ecgviewer.cli.train",
    "familiarity": "ecgviewer.cli.familiarity",
    "evaluate": "ecgviewer.cli.evaluate",
    "thresholds": "ecgviewer.cli.thresholds",
    "faithfulness": "ecgviewer.cli.faithfulness",
    "figure3": "ecgviewer.cli.figure3",
    "population": "ecgviewer.cli.population",
}

DONE, FAILED, STOPPED = 0, 2, 130

DESCRIPTION = (
    "An offline ECG viewer whose local model says what it finds and shows where. "
    "Research use only. Not a medical device."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 2 after an error, 130 where it was stopped."""
    try:
        _print_what_the_terminal_lacks_as_escapes()
        # Loading the commands takes a moment, in which they may be stopped, too.
        args = build_parser().parse_args(_with_command(sys.argv[1:] if argv is None else argv))
        return int(args.run(args))
    except EcgError as error:
        print(f"ecgviewer: {error}", file=sys.stderr)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        return STOPPED
    except BrokenPipeError:
        # The reader of our output (`| head`) has gone; the exit flush must not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED


def main_gui() -> int:
    """Open the window, as started from a desktop without a terminal."""
    return main(["open", *sys.argv[1:]])


def build_parser() -> ArgumentParser:
    """Return the parser of all commands; their modules load nothing heavy by themselves."""
    parser = ArgumentParser("ecgviewer", description=DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("--version", action="version", version=f"ecgviewer {_version()}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, module_name in COMMANDS.items():
        module = import_module(module_name)
        command = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


_EPILOG = "`ecgviewer PATH` opens a record; `ecgviewer COMMAND --help` tells more of a command."


def _with_command(argv: Sequence[str]) -> list[str]:
    if argv and (argv[0] in COMMANDS or argv[0] in ("-h", "--help", "--version")):
        return list(argv)
    return ["open", *argv]


def _version() -> str:
    from importlib.metadata import version

    return version("ecgviewer")


def _print_what_the_terminal_lacks_as_escapes() -> None:
    # File names may hold bytes, and texts letters, that the terminal's encoding lacks.
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
