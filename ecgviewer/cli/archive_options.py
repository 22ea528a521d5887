"""The options of a run over an archive."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from ecgviewer.core.errors import EcgError

# As inference.backend has them, which loads torch.
BACKENDS = ("auto", "torch", "openvino")
_OF_ARCHIVES = ("parquet", "retry", "workers", "backend", "cluster")


def add_archive_options(parser: ArgumentParser) -> None:
    """Add --out and what goes with it."""
    group = parser.add_argument_group(
        "for archives",
        "Answers go into a folder, in parts. A run that was stopped or killed goes on where it "
        "was; records that came or changed since are found.",
    )
    group.add_argument("--out", type=Path, metavar="DIR", help="the folder of the answers")
    group.add_argument(
        "--parquet", action="store_true", help="parts as Parquet too, beside the JSON lines"
    )
    group.add_argument(
        "--retry", action="store_true", help="try records again that could not be analysed"
    )
    group.add_argument(
        "--workers", type=_positive, metavar="N", help="so many processes (default: one a core)"
    )
    group.add_argument(
        "--backend", choices=BACKENDS, help="what computes nets (default: OpenVINO if installed)"
    )
    group.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="the processes of a Ray cluster, such as 10.0.0.1:6379; records and DIR must lie "
        "in a folder that all machines share under the same name",
    )


def refuse_without_out(args: Namespace) -> None:
    """Raise EcgError if an option for archives was given without --out."""
    for name in _OF_ARCHIVES:
        if getattr(args, name):
            raise EcgError(f"--{name} is for archives: say with --out DIR where answers go.")


def _positive(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise ArgumentTypeError(f"{text} is not a number of processes")
    return int(text)
