"""Options of commands that ask nets for long: where these run, where answers are kept."""

from argparse import ArgumentParser
from pathlib import Path

DEVICES = ("auto", "cpu", "cuda")


def add_device_option(parser: ArgumentParser) -> None:
    """Add --device."""
    parser.add_argument("--device", choices=DEVICES, default=DEVICES[0], help="where the nets run")


def add_cache_option(parser: ArgumentParser, kept: str) -> None:
    """Add --cache; kept: what is kept there."""
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path("runs/cache"),
        metavar="DIR",
        help=f"where {kept} are kept",
    )
