"""Which data sets a command works on: ``--data NAME=PATH …`` or ``--data PATH …``."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.study.data_sets import DataSet
from ecgviewer.study.entry import own_name


def add_data_argument(parser: ArgumentParser) -> None:
    """Declare ``--data``, which takes one or more data sets."""
    parser.add_argument(
        "--data",
        nargs="+",
        required=True,
        metavar="NAME=PATH",
        help="folders of PTB-XL, CPSC 2018, LUDB or PhysioNet challenge records; without "
        "NAME= a set goes by its folder's name",
    )


def read_data_sets(args: Namespace) -> list[DataSet]:
    """Return the data sets that ``--data`` names.

    Raises EcgError if a folder is not there.
    """
    return [named_data_set(text) for text in args.data]


def named_data_set(text: str) -> DataSet:
    """Return the data set of ``NAME=PATH`` or ``PATH``; raises EcgError if it is no folder."""
    name, path = _split(text)
    if not path.is_dir():
        raise EcgError(f"{path} is no folder: give --data as PATH or NAME=PATH.")
    return DataSet(name or own_name(path), path)


def _split(text: str) -> tuple[str, Path]:
    # A folder may have "=" in its own name.
    if "=" not in text or Path(text).is_dir():
        return "", Path(text)
    name, _, path = text.partition("=")
    return name.strip(), Path(path).expanduser()
