"""Tables as Markdown that also reads well on a terminal."""

from collections.abc import Sequence

from ecgviewer.study.bootstrap import Interval

NOTHING = "–"


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are aligned: the first to the left, the others right."""
    lines = [tuple(header), *map(tuple, rows)]
    widths = [max(3, *(len(line[column]) for line in lines)) for column in range(len(header))]
    rule = [":" + "-" * (widths[0] - 1), *("-" * (width - 1) + ":" for width in widths[1:])]
    padded = [_padded(line, widths) for line in lines]
    return "\n".join(_row(line) for line in (padded[0], rule, *padded[1:]))


def number(value: float, decimals: int = 3) -> str:
    """Return a figure in so many decimals; a dash where it could not be had."""
    return f"{value:.{decimals}f}" if value == value else NOTHING


def with_interval(interval: Interval, decimals: int = 3) -> str:
    """Return a figure with its interval in brackets, as far as they could be had."""
    value, low, high = (
        number(item, decimals) for item in (interval.value, interval.low, interval.high)
    )
    return value if low == NOTHING else f"{value} ({low}–{high})"


def _padded(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [
        line[0].ljust(widths[0]),
        *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
    ]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
