"""Options for what a reader says in a picture of the window."""

from argparse import ArgumentParser, ArgumentTypeError

from ecgviewer.core.review import Stated


def add_review_options(parser: ArgumentParser) -> None:
    """Add what is said of the record, and by whom."""
    group = parser.add_argument_group("a review, kept nowhere")
    group.add_argument(
        "--say",
        type=_sayings,
        default=(),
        metavar="AF=present,PVC=absent",
        help="state classes of the record: present, absent or unsure",
    )
    group.add_argument(
        "--region",
        action="append",
        type=_region,
        default=[],
        metavar="LEAD:S-S:LABEL",
        help="mark seconds of a lead, II:1.2-1.8:PVC; may be given several times",
    )
    group.add_argument(
        "--worklist", action="store_true", help="the folder's worklist, analysed, at the left"
    )
    group.add_argument("--reader", default="", metavar="NAME", help="who says so")
    group.add_argument("--reviewed", action="store_true", help="the record is reviewed")


def _region(text: str) -> tuple[str, float, float, str]:
    try:
        lead, span, label = text.split(":")
        start_s, stop_s = (float(part) for part in span.split("-"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no region such as II:1.2-1.8:PVC") from error
    if not 0 <= start_s < stop_s:
        raise ArgumentTypeError(f"{text} ends before it begins")
    return lead, start_s, stop_s, label


def _sayings(text: str) -> tuple[tuple[str, Stated], ...]:
    sayings = []
    for part in text.split(","):
        name, _, word = part.strip().partition("=")
        if not name or word not in list(Stated):
            words = ", ".join(Stated)
            raise ArgumentTypeError(f"{part} is no statement such as AF=present; words: {words}")
        sayings.append((name, Stated(word)))
    return tuple(sayings)
