"""Table I of the single-lead nets as a person reads it."""

from collections.abc import Iterator, Sequence
from textwrap import fill

from ecgviewer.study.beat_labels import BEAT_LABELS, PAPER_LIKE
from ecgviewer.study.beat_table import (
    Count,
    WindowTable,
    beside_the_paper,
    paper_source_alone,
    source_alone,
)
from ecgviewer.study.source_probe import PROBED, SourceProbe

_WIDTH = 100
_HEADINGS = {
    True: "Windows of 2 s, paper-like: every beat by its symbol, every rhythm once, where it "
    "begins (in brackets the paper's Table I)",
    False: "Windows of 2 s, default: around beats, wholly inside the rhythm (in brackets: of "
    "how many patients)",
}


def table_in_words(table: WindowTable, style: str) -> str:
    """Return the table and what it means for a net, with a blank line after it."""
    as_paper = style == PAPER_LIKE
    cells = _with_paper(table) if as_paper else _with_patients(table)
    lines = [_HEADINGS[as_paper], *_columns(table, cells)]
    if as_paper:
        lines += _wrapped(_verdict(beside_the_paper(table)))
    return "\n".join([*lines, *_wrapped(_alone(table)), ""])


def probe_in_words(probe: SourceProbe) -> str:
    """Return what the probe found, with a blank line after it."""
    text = (
        f"The set of a window of {PROBED} ({', '.join(probe.sources)}) is told in "
        f"{probe.recorded:.0%} as recorded and in {probe.prepared:.0%} as nets read it (every set "
        f"alike, chance {probe.chance:.0%}; {probe.n_windows:,} windows of {probe.n_records} "
        "records, judged by what was learnt from other patients)."
    )
    return "\n".join([*_wrapped(text), ""])


def _with_paper(table: WindowTable) -> list[list[str]]:
    printed = {(x.source, x.label): x.paper for x in beside_the_paper(table)}
    return [
        [
            f"{here:,}" + (f" ({printed[key]:,})" if (key := (source, label)) in printed else "")
            for source, here in zip(table.sources, table.windows[row], strict=True)
        ]
        for row, label in enumerate(BEAT_LABELS)
    ]


def _with_patients(table: WindowTable) -> list[list[str]]:
    return [
        [f"{n:,} ({of:,})" if n else "0" for n, of in zip(windows, patients, strict=True)]
        for windows, patients in zip(table.windows, table.patients, strict=True)
    ]


def _columns(table: WindowTable, cells: Sequence[Sequence[str]]) -> Iterator[str]:
    heads = [f"{name}, {n:,} records" for name, n in zip(table.sources, table.records, strict=True)]
    widths = [2 + max(len(text) for text in column) for column in zip(heads, *cells, strict=True)]
    yield "  class " + _right(heads, widths) + f"{'total':>11}"
    for label, row, total in zip(BEAT_LABELS, cells, table.totals, strict=True):
        yield f"  {label:<6}" + _right(row, widths) + f"{total:>11,}"


def _right(texts: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"{text:>{width}}" for text, width in zip(texts, widths, strict=True))


def _verdict(counts: Sequence[Count]) -> str:
    if not counts:
        return "The paper used none of these sets."
    met = [f"{x.label} of {x.source}" for x in counts if x.here == x.paper and x.here]
    other = [
        f"{x.label} of {x.source} {x.here:,} instead of {x.paper:,}"
        for x in counts
        if x.here != x.paper
    ]
    text = f"Met to the window: {', '.join(met) or 'none'}."
    return text + (f" Not met: {', '.join(other)}." if other else "")


def _alone(table: WindowTable) -> str:
    share, chance = source_alone(table.windows)
    return (
        f"Who knows a window's set and nothing of its signal names its class in {share:.0%} (every "
        f"class alike, chance {chance:.0%}); with the paper's Table I in "
        f"{paper_source_alone():.0%} of eight classes."
    )


def _wrapped(text: str) -> list[str]:
    return fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ").split("\n")
