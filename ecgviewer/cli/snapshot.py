"""Write the window as a picture, without a display."""

import os
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path

from ecgviewer.cli.computing_options import add_device_option
from ecgviewer.cli.import_options import add_import_options, hints_from
from ecgviewer.cli.language_option import add_language_option
from ecgviewer.cli.review_options import add_review_options
from ecgviewer.core.errors import EcgError
from ecgviewer.paper.navigation import LEAST_PAGE_S, LONGEST_PAGE_S
from ecgviewer.paper.view import PENS_MM, TRACE_MM, Layout, Theme
from ecgviewer.signal.display_filter import OFF, DisplayFilter, parse_filter
from ecgviewer.signal.measured_span import Quantity

HELP = "write the window with findings and saliency as a PNG, without a display"
PANELS = (
    *("bookmarks", "findings", "measured", "scan", "why", "leads"),
    *("beat", "superposed", "magnified", "strips", "holter", "facts", "review"),
)
_SMALLEST, _LARGEST = (640, 480), (7680, 4320)


def add_arguments(parser: ArgumentParser) -> None:
    """Add what the picture shall show."""
    parser.add_argument("path", nargs="?", type=Path, metavar="PATH", help="a record or a folder")
    parser.add_argument("--demo", action="store_true", help="show the synthetic demo record")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="the picture")
    parser.add_argument(
        "--timeout",
        type=_seconds,
        default=300.0,
        metavar="S",
        help="give up after so many seconds (default: 300)",
    )
    add_import_options(parser)
    add_device_option(parser)
    add_language_option(parser, "en")
    _add_window(parser)
    _add_page(parser)
    _add_model(parser)
    _add_scan(parser)
    _add_comparison(parser)
    add_review_options(parser)


def _add_window(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("the window")
    group.add_argument(
        "--size",
        type=_size,
        default=(1600, 1000),
        metavar="1600x1000",
        help="width and height in points (default: 1600x1000)",
    )
    group.add_argument("--scale", type=_scale, default=1.0, metavar="2", help="pixels per point")
    group.add_argument(
        "--theme",
        choices=[theme.value for theme in Theme],
        default="light",
        help="colours of paper and window (default: light)",
    )
    group.add_argument("--panel", choices=PANELS, help="the panel whose tab is in front")
    group.add_argument(
        "--measured",
        choices=[quantity.value for quantity in Quantity],
        help="mark the beats that this measured value rests on",
    )


def _add_page(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("the page")
    group.add_argument(
        "--layout",
        choices=[layout.value for layout in Layout],
        help="how leads stand on the page (default: 3x4, or what fits the leads)",
    )
    group.add_argument(
        "--start",
        type=_seconds,
        metavar="S",
        help="first second (default: where --label is strongest, else 0)",
    )
    group.add_argument(
        "--view", type=_page, metavar="S", help="seconds on the page, 3600 for an hour"
    )
    group.add_argument("--pen", type=float, choices=PENS_MM, default=TRACE_MM, help="in mm")
    group.add_argument(
        "--show-leads",
        metavar="II,V1,V5",
        help="show these leads in this order, also limb leads that follow from recorded ones; "
        "-aVR turns it over",
    )
    group.add_argument(
        "--bookmark",
        action="append",
        type=_bookmark,
        default=[],
        metavar="S[:TEXT]",
        help="set a bookmark at this second; may be given several times",
    )
    group.add_argument(
        "--filter",
        type=_filter,
        default=OFF,
        metavar="F",
        help="look through a display filter, such as high0.5,low40,notch50: a high-pass at 0.05 "
        "or 0.5 Hz, a low-pass at 40, 100 or 150 Hz, a notch at 50 or 60 Hz; any of them",
    )


def _add_model(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("the model")
    group.add_argument("--model", metavar="NAME", help="a model's name, or its folder")
    group.add_argument("--label", metavar="L", help="the class to explain, such as AF")
    group.add_argument("--method", metavar="M", help="how to explain it, such as gradcam")
    group.add_argument(
        "--erase",
        action="append",
        type=_gap,
        default=[],
        metavar="[LEAD:]S-S",
        help="ask the model without this span: 2.1-2.9 in all leads, V1:2.1-2.9 in one; "
        "may be given several times",
    )


def _add_scan(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("a scan")
    group.add_argument(
        "--scan",
        action="store_true",
        help="judge every beat (unasked for one or two leads of more than a minute)",
    )
    group.add_argument("--lead", metavar="L", help="the lead to scan (default: II)")
    chosen = group.add_mutually_exclusive_group()
    chosen.add_argument(
        "--finding", type=_place, metavar="N", help="go to a finding of the scan, the first is 1"
    )
    chosen.add_argument(
        "--beat", type=_seconds, metavar="S", help="choose the scan's beat nearest to this second"
    )


def _add_comparison(parser: ArgumentParser) -> None:
    group = parser.add_argument_group("a page below")
    group.add_argument(
        "--compare", type=Path, metavar="PATH", help="show another record below, at the same scale"
    )
    group.add_argument(
        "--compare-start",
        type=_seconds,
        metavar="S",
        help="first second of the page below; without --compare it is of the same record",
    )


def run(args: Namespace) -> int:
    """Write the picture and say where."""
    if (args.path is None) is not args.demo:
        raise EcgError("Give a path, or --demo.")
    # Both are read once, when Qt starts.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = f"{args.scale:g}"
    from ecgviewer.ui.snapshot import Gap, Order, take
    from ecgviewer.ui.snapshot_review import Sayings

    out = take(
        Order(
            out=args.out,
            path=args.path,
            hints=hints_from(args),
            layout=Layout(args.layout) if args.layout else None,
            label=args.label,
            method=args.method,
            model=args.model,
            device=args.device,
            start_s=args.start,
            view_s=args.view,
            width=args.size[0],
            height=args.size[1],
            theme=Theme(args.theme),
            language=args.language,
            pen_mm=args.pen,
            leads=args.show_leads,
            bookmarks=tuple(args.bookmark),
            panel=args.panel,
            erase=tuple(Gap(*span) for span in args.erase),
            scan=args.scan,
            lead=args.lead,
            finding=args.finding,
            beat_s=args.beat,
            display_filter=args.filter,
            measured=Quantity(args.measured) if args.measured else None,
            compare=args.compare,
            compare_start_s=args.compare_start,
            said=Sayings(args.reader, args.say, tuple(args.region), reviewed=args.reviewed),
            worklist=args.worklist,
            timeout_s=args.timeout,
        )
    )
    print(out)
    return 0


def _seconds(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ArgumentTypeError(f"{text} is no time in seconds")
    return value


def _page(text: str) -> float:
    value = _seconds(text)
    if not LEAST_PAGE_S <= value <= LONGEST_PAGE_S:
        raise ArgumentTypeError(f"{text} is not between {LEAST_PAGE_S:g} and {LONGEST_PAGE_S:g} s")
    return value


def _place(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ArgumentTypeError(f"{text} is no place: the first is 1")
    return value


def _gap(text: str) -> tuple[float, float, str | None]:
    lead, _, span = text.rpartition(":")
    try:
        start_s, stop_s = (_seconds(part) for part in span.split("-"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no span such as 2.1-2.9 or V1:2.1-2.9") from error
    if start_s >= stop_s:
        raise ArgumentTypeError(f"{text} ends before it begins")
    return start_s, stop_s, lead or None


def _bookmark(text: str) -> tuple[float, str]:
    second, _, words = text.partition(":")
    return _seconds(second), words


def _filter(text: str) -> DisplayFilter:
    try:
        return parse_filter(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error


def _scale(text: str) -> float:
    value = float(text)
    if not 1 <= value <= 4:
        raise ArgumentTypeError(f"{text} is not between 1 and 4")
    return value


def _size(text: str) -> tuple[int, int]:
    try:
        width, height = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise ArgumentTypeError(f"{text} is no size such as 1600x1000") from error
    if not (_SMALLEST[0] <= width <= _LARGEST[0] and _SMALLEST[1] <= height <= _LARGEST[1]):
        raise ArgumentTypeError(f"{text} is not between 640x480 and 7680x4320")
    return width, height
