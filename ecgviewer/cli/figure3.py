"""``ecgviewer figure3``: what a CNN and an LSTM look at in windows of eight classes."""

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.cli.computing_options import add_cache_option, add_device_option
from ecgviewer.cli.data_sets import add_data_argument, read_data_sets
from ecgviewer.cli.progress import progress_task

if TYPE_CHECKING:
    from ecgviewer.study.figure3 import Figure3

HELP = "the single-lead paper's Figure 3 and its eight observations, as pass or fail"
N_ASKED, N_JUDGED = 1000, 50


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the command's arguments."""
    add_data_argument(parser)
    parser.add_argument(
        "--cnn", default="cam_net", metavar="MODEL", help="explained by CAM (default: %(default)s)"
    )
    parser.add_argument(
        "--lstm",
        default="mask_lstm",
        metavar="MODEL",
        help="explained by deletion masks (default: %(default)s)",
    )
    parser.add_argument(
        "--asked",
        type=_count,
        default=N_ASKED,
        metavar="N",
        help="at most so many windows of a class are asked for the surest (default: %(default)s)",
    )
    parser.add_argument(
        "--judged",
        type=_count,
        default=N_JUDGED,
        metavar="N",
        help="so many of the surest judge an observation (default: %(default)s)",
    )
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write figure3.png, .csv and .md here"
    )
    add_cache_option(parser, "scores")
    add_device_option(parser)


def run(args: Namespace) -> int:
    """Draw the figure, print its table."""
    data_sets = read_data_sets(args)
    # torch takes seconds to load, so `ecgviewer --help` must not import it.
    from ecgviewer.cli.evaluate_beats import style_of
    from ecgviewer.inference.library import load_model
    from ecgviewer.study.beat_windows import load_beat_windows
    from ecgviewer.study.figure3 import Extent, figure3
    from ecgviewer.study.figure3_report import as_markdown
    from ecgviewer.study.observations import CNN, LSTM

    models = {CNN: load_model(args.cnn, args.device), LSTM: load_model(args.lstm, args.device)}
    style = style_of(list(models.values()))
    windows = load_beat_windows(data_sets, style, progress_task("labels"))
    extent = Extent(args.asked, args.judged)
    figure = figure3(models, windows, extent, args.cache / "scores", progress_task("maps"))
    print(as_markdown(figure))
    if args.out is not None:
        _write(figure, args.out)
        print(f"\n{args.out}")
    return 0


def _write(figure: "Figure3", folder: Path) -> None:
    from ecgviewer.study.checkpoint import room_needed
    from ecgviewer.study.figure3_picture import PICTURE_FILE, draw
    from ecgviewer.study.figure3_report import CSV_FILE, MARKDOWN_FILE, as_markdown, write_csv

    with room_needed(folder):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MARKDOWN_FILE).write_text(as_markdown(figure) + "\n", encoding="utf-8")
        write_csv(folder / CSV_FILE, figure)
        draw(folder / PICTURE_FILE, figure)


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise ArgumentTypeError(f"{text} is not a number of windows")
    return int(text)
