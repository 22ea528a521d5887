"""The options that tell what a file keeps to itself: rate, leads, gain."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace

from ecgviewer.io.hints import ImportHints


def add_import_options(parser: ArgumentParser) -> None:
    """Add --fs-hz, --leads and --gain, needed only for files that say too little."""
    group = parser.add_argument_group("for files that say too little")
    group.add_argument("--fs-hz", type=_positive, metavar="HZ", help="samples a second")
    group.add_argument(
        "--leads", type=_names, metavar="I,II,…", help="names of the leads, in the file's order"
    )
    group.add_argument("--gain", type=_positive, metavar="N", help="file units in one millivolt")


def hints_from(args: Namespace) -> ImportHints | None:
    """Return what the reader said about the file, None where nothing was said."""
    if args.fs_hz is None and args.leads is None and args.gain is None:
        return None
    return ImportHints(fs_hz=args.fs_hz, leads=args.leads, gain=args.gain)


def _positive(text: str) -> float:
    value = float(text)
    if not 0 < value < float("inf"):
        raise ArgumentTypeError(f"{text} is not a positive number")
    return value


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    if not all(names):
        raise ArgumentTypeError(f"a lead in {text!r} has no name")
    return names
