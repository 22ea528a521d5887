"""The options that say which model is asked, and where it computes."""

from argparse import ArgumentParser

from ecgviewer.cli.computing_options import add_device_option


def add_model_options(parser: ArgumentParser) -> None:
    """Add --model and --device."""
    parser.add_argument("--model", metavar="NAME", help="a model's name, or its folder")
    add_device_option(parser)
